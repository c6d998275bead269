namespace Cadre.Core.Plans.RollUp;

/// <summary>A named difference between the national plan and the sum of local plans.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Plan">Whose plan.</param>
/// <param name="Line">Service and staff group; null where it is of the plan as a whole.</param>
/// <param name="Posts">What it adds to the sum by quarter, FTE, the opening day's first; all 0 where it changes staff, not posts.</param>
/// <param name="Text">What the plan says: the assumption and its values, the lever; empty for posts.</param>
/// <param name="Reason">The planner's reason; empty where there is none.</param>
public sealed record BridgeEntry(BridgeKind Kind, LocalPlan Plan, PlanLine? Line, IReadOnlyList<decimal> Posts, string Text, string Reason)
{
    /// <summary>The item of a section that it comes of; null where it is of posts or of the plan as a whole.</summary>
    public (string Section, int Item)? Item { get; init; }

    /// <summary>Whether it changes staff, not posts.</summary>
    public bool IsOfStaff => Item is not null;
}
