using Cadre.Core.Auditing;

namespace Cadre.Core.Plans;

/// <summary>A version of what a round gives each place: posts by service, staff group and quarter. None ever changes.</summary>
public sealed class PlanAllocation : IAudited
{
    /// <summary>Whose.</summary>
    public required Guid RoundId { get; init; }

    /// <summary>Its number in the round, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>How the national expansion was shared out.</summary>
    public required AllocationRule Rule { get; init; }

    /// <summary>Why it was made.</summary>
    public required string Reason { get; init; }

    /// <summary>What places' shares were worked out from, in words (<see cref="AllocationOrigin"/>); null for those made before it was kept.</summary>
    public required string? SharedBy { get; init; }

    /// <summary>Who made it; null for Cadre itself.</summary>
    public required Guid? PersonId { get; init; }

    /// <summary>When.</summary>
    public required DateTime CreatedUtc { get; init; }

    /// <summary>The posts (<see cref="PostsGrid.ToText"/>).</summary>
    public required string Content { get; init; }
}
