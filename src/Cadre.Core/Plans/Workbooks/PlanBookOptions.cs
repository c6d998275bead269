namespace Cadre.Core.Plans.Workbooks;

/// <summary>A plan to write as a workbook.</summary>
public sealed record PlanBookOptions
{
    /// <summary>The plan.</summary>
    public required LocalPlan Plan { get; init; }

    /// <summary>Its round.</summary>
    public required PlanRound Round { get; init; }

    /// <summary>Its sections as they were last saved.</summary>
    public required PlannedPlace Place { get; init; }

    /// <summary>The number of each section as last saved.</summary>
    public required SectionNumbers Numbers { get; init; }

    /// <summary>What the posts were prefilled from.</summary>
    public required AllocationSummary Allocation { get; init; }

    /// <summary>When the workbook is made.</summary>
    public required DateTime MadeUtc { get; init; }

    /// <summary>Who has it made.</summary>
    public required string By { get; init; }
}
