namespace Cadre.Core.Plans;

/// <summary>A plan that a national run was made with.</summary>
public sealed class RunPlan
{
    /// <summary>The run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Number of the version; 0 for a part of a place that was split whose plan did not count: its posts are as allocated.</summary>
    public required int Number { get; init; }
}
