namespace Cadre.Engine.Model;

/// <summary>
/// Staff of one group and service who become staff of another in the same place, wherever both have a cohort
/// (docs/method.md section 3.2).
/// </summary>
public sealed record Conversion
{
    /// <summary>The code used in every file; no source of candidates has it.</summary>
    public required string Code { get; init; }

    /// <summary>The name for a reader.</summary>
    public required string Name { get; init; }

    /// <summary>Index of the service they leave.</summary>
    public required int FromService { get; init; }

    /// <summary>Index of the staff group they leave; a leaf.</summary>
    public required int FromStaffGroup { get; init; }

    /// <summary>Index of the service they come to.</summary>
    public required int ToService { get; init; }

    /// <summary>Index of the staff group they come to; a leaf with the same bands of length of service.</summary>
    public required int ToStaffGroup { get; init; }

    /// <summary>The calendar months in which people convert, 1 to 12, each once; empty for all of them.</summary>
    public IReadOnlyList<int> Months { get; init; } = [];
}
