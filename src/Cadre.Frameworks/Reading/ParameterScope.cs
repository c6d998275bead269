namespace Cadre.Frameworks.Reading;

/// <summary>What a parameter has a value for: the column "resolved per" of docs/method.md section 4.</summary>
public enum ParameterScope
{
    /// <summary>Each cohort.</summary>
    Cohort,

    /// <summary>Each staff group.</summary>
    StaffGroup,

    /// <summary>Each source of candidates.</summary>
    Source,

    /// <summary>Each stage of a source of candidates.</summary>
    Stage,

    /// <summary>Each conversion.</summary>
    Conversion,
}
