namespace Cadre.Core.Plans.Sections;

/// <summary>What a field of a section takes.</summary>
public enum FieldKind
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>A paragraph or more.</summary>
    LongText,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A month of the run, "2026-03".</summary>
    Month,

    /// <summary>A day, "2026-03-31".</summary>
    Day,

    /// <summary>One of some words.</summary>
    Choice,
}
