using Cadre.Core.Auditing;

namespace Cadre.Core.Plans;

/// <summary>A plan as it was submitted.</summary>
public sealed class PlanVersion : IAudited
{
    /// <summary>Whose.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Where it stands.</summary>
    public PlanVersionState State { get; set; } = PlanVersionState.Submitted;

    /// <summary>Number of each section that it is made of, as text (<see cref="SectionNumbers"/>); a section that is not named is as prefilled.</summary>
    public required string Sections { get; init; }

    /// <summary>Number of the allocation that it began from.</summary>
    public required int Allocation { get; init; }

    /// <summary>Why an approved plan was changed; empty for a first submission.</summary>
    public required string ChangeReason { get; init; }

    /// <summary>When it was submitted.</summary>
    public required DateTime SubmittedUtc { get; init; }

    /// <summary>By whom.</summary>
    public required Guid SubmittedBy { get; init; }

    /// <summary>When it was approved or returned; null before.</summary>
    public DateTime? DecidedUtc { get; set; }

    /// <summary>By whom; null before.</summary>
    public Guid? DecidedBy { get; set; }

    /// <summary>What the reviewer said; empty for nothing.</summary>
    public string Comment { get; set; } = "";
}
