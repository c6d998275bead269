namespace Cadre.Engine.Model;

/// <summary>The kinds of source of candidates besides "other" (docs/method.md section 3.3).</summary>
public enum SupplyKind
{
    /// <summary>Training in stages, from intakes.</summary>
    Education,

    /// <summary>Trained people outside who come back after retraining.</summary>
    ReturnToPractice,

    /// <summary>Recruits from abroad, so many a year.</summary>
    International,
}

/// <summary>Where candidates of one staff group come from.</summary>
public sealed record SupplySource
{
    /// <summary>The code used in every file.</summary>
    public required string Code { get; init; }

    /// <summary>The name for a reader.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of source it is.</summary>
    public required SupplyKind Kind { get; init; }

    /// <summary>Index in <see cref="NationalModel.StaffGroups"/>; a leaf.</summary>
    public required int StaffGroup { get; init; }

    /// <summary>Months of retraining, 0 or more; return to practice only.</summary>
    public int Months { get; init; }

    /// <summary>Trained people outside on the opening day, heads; return to practice only.</summary>
    public double Outside { get; init; }

    /// <summary>Least recruits a year, heads; international only; null for none.</summary>
    public double? Floor { get; init; }

    /// <summary>Most recruits a year, heads; international only; null for none.</summary>
    public double? Ceiling { get; init; }

    /// <summary>The stages in their order; education only.</summary>
    public IReadOnlyList<TrainingStage> Stages { get; init; } = [];

    /// <summary>The places that start; education only.</summary>
    public IReadOnlyList<Intake> Intakes { get; init; } = [];

    /// <summary>Ages of those who join; empty for the staff group's own.</summary>
    public IReadOnlyList<AgeShare> Ages { get; init; } = [];
}

/// <summary>A stage of training.</summary>
public sealed record TrainingStage
{
    /// <summary>Code, unique within its source.</summary>
    public required string Code { get; init; }

    /// <summary>The name for a reader.</summary>
    public required string Name { get; init; }

    /// <summary>Its length in months, 1 or more.</summary>
    public required int Months { get; init; }

    /// <summary>Months later that those finish who interrupt it.</summary>
    public int InterruptionMonths { get; init; }

    /// <summary>Months later that those finish who are late.</summary>
    public int LateMonths { get; init; }

    /// <summary>Months from finishing to the next stage, or to being a candidate.</summary>
    public int GapMonths { get; init; }
}

/// <summary>Places that start in a month.</summary>
/// <param name="Month">Number of the month, 1 for the first of the run; 0 and below before the opening day.</param>
/// <param name="Places">Places, 0 or more.</param>
public readonly record struct Intake(int Month, double Places);

/// <summary>Share of a source's joiners in an age band.</summary>
/// <param name="From">First age of the band.</param>
/// <param name="To">Age at which it ends, itself not in it.</param>
/// <param name="Share">Share, 0 to 1.</param>
public readonly record struct AgeShare(int From, int To, double Share);
