namespace Cadre.Core.Plans.Workbooks;

/// <summary>A cell of a sheet that people fill in. The default holds nothing and has no look of its own.</summary>
internal readonly record struct FormCell
{
    /// <summary>The text; null where it holds none.</summary>
    public string? Text { get; private init; }

    /// <summary>The number, also what a formula comes to as the workbook is written; null where it holds none.</summary>
    public decimal? Number { get; private init; }

    /// <summary>The formula; null where it holds none.</summary>
    public string? Formula { get; private init; }

    /// <summary>How it looks, and whether it may be typed into.</summary>
    public FormStyle Style { get; private init; }

    /// <summary>Nothing, to be typed into or not by its style.</summary>
    public static FormCell Blank(FormStyle style) => new() { Style = style };

    /// <summary>Text; nothing where there is none.</summary>
    public static FormCell Of(string text, FormStyle style) => new() { Text = text.Length > 0 ? text : null, Style = style };

    /// <summary>A number.</summary>
    public static FormCell Of(decimal number, FormStyle style) => new() { Number = number, Style = style };

    /// <summary>A formula and what it comes to now.</summary>
    public static FormCell Worked(string formula, decimal now, FormStyle style) => new() { Formula = formula, Number = now, Style = style };
}
