namespace Cadre.Engine.Model;

/// <summary>How a need is worked out (docs/method.md section 10).</summary>
public enum NeedMethod
{
    /// <summary>FTE given for some months, straight lines between them.</summary>
    Trajectory,

    /// <summary>Activities, the time that each takes, and allowances: the WHO's WISN.</summary>
    Workload,

    /// <summary>Positions filled whenever a service is open.</summary>
    Cover,
}

/// <summary>What the people to be treated require of one staff group in a place and service; a cohort need not exist.</summary>
public sealed record Need
{
    /// <summary>Index in <see cref="NationalModel.Places"/>; a trust.</summary>
    public required int Place { get; init; }

    /// <summary>Index in <see cref="NationalModel.Services"/>.</summary>
    public required int Service { get; init; }

    /// <summary>Index in <see cref="NationalModel.StaffGroups"/>; a leaf.</summary>
    public required int StaffGroup { get; init; }

    /// <summary>How it is worked out.</summary>
    public required NeedMethod Method { get; init; }

    /// <summary>The FTE of some months in the order of time, at least one; trajectory only.</summary>
    public IReadOnlyList<NeedPoint> Trajectory { get; init; } = [];

    /// <summary>What the staff do, at least one; workload only.</summary>
    public IReadOnlyList<NeedActivity> Activities { get; init; } = [];

    /// <summary>Share of the time of all of them that goes to what is no activity, 0 to 0.9; workload only.</summary>
    public double CategoryAllowance { get; init; }

    /// <summary>FTE that some of them spend on what is no activity, 0 or more; workload only.</summary>
    public double IndividualAllowance { get; init; }

    /// <summary>Positions filled at a time, over 0; cover only.</summary>
    public double Positions { get; init; }

    /// <summary>Hours open in a week, over 0 and up to 168; cover only.</summary>
    public double HoursPerWeek { get; init; }

    /// <summary>Whether <see cref="Parameter.HoursAvailable"/> of the staff group counts.</summary>
    public bool TakesHoursAvailable => Method != NeedMethod.Trajectory;
}

/// <summary>The FTE needed in a month.</summary>
/// <param name="Month">Number of the month, 1 for the first of the run; it may lie before the run or after it.</param>
/// <param name="Fte">FTE, 0 or more.</param>
public readonly record struct NeedPoint(int Month, double Fte);

/// <summary>Something that staff do for the people they treat.</summary>
public sealed record NeedActivity
{
    /// <summary>Code, unique within its need.</summary>
    public required string Code { get; init; }

    /// <summary>The name for a reader.</summary>
    public required string Name { get; init; }

    /// <summary>Units in the first year, 0 or more.</summary>
    public required double Volume { get; init; }

    /// <summary>Growth of the units from year to year; share, -1 to 1.</summary>
    public double Growth { get; init; }

    /// <summary>Hours of the staff group that a unit takes, over 0.</summary>
    public required double Hours { get; init; }
}
