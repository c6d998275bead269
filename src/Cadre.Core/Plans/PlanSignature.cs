using Cadre.Core.Auditing;

namespace Cadre.Core.Plans;

/// <summary>A partner signed a plan.</summary>
public sealed class PlanSignature : IAudited
{
    /// <summary>Which.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When.</summary>
    public required DateTime SignedUtc { get; init; }

    /// <summary>On behalf of whom.</summary>
    public required string Organisation { get; init; }

    /// <summary>The sections that were signed, as text (<see cref="SectionNumbers"/>): what was saved later was not.</summary>
    public required string Sections { get; init; }

    /// <summary>Number of the allocation that the plan began from when it was signed; null where that was not kept yet.</summary>
    public int? Allocation { get; init; }
}
