namespace Cadre.Core.Plans;

/// <summary>A version of a plan that a national run was made with.</summary>
public sealed class RunPlan
{
    /// <summary>The run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Number of the version.</summary>
    public required int Number { get; init; }
}
