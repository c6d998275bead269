using Cadre.Core.Auditing;

namespace Cadre.Core.Plans;

/// <summary>A plan that another carries on, or that the other carries on a part of.</summary>
public sealed class PlanSuccession : IAudited
{
    /// <summary>The plan before.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>The plan that carries it on.</summary>
    public required Guid SuccessorId { get; init; }

    /// <summary>What of the plan before came to it (<see cref="PlanMember"/>), with a blank between.</summary>
    public required string Members { get; init; }

    /// <summary>When.</summary>
    public required DateTime CarriedUtc { get; init; }

    /// <summary>What happened, and where that is known from.</summary>
    public required string Why { get; init; }
}
