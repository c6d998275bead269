using Cadre.Core.Auditing;
using Cadre.Core.Frameworks;

namespace Cadre.Core.Plans;

/// <summary>A round of planning: one version of a framework, and a local plan for each place that plans inside it.</summary>
public sealed class PlanRound : IAudited
{
    /// <summary>Unique, in the order of time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What the plans are inside of.</summary>
    public required Guid FrameworkId { get; init; }

    /// <summary>What the plans are inside of.</summary>
    public FrameworkVersion Framework { get; init; } = null!;

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTime OpenedUtc { get; init; }

    /// <summary>Number of the allocation that its plans begin from, from 1.</summary>
    public required int Allocation { get; set; }

    /// <summary>The last national run of it that is done; null before there is one.</summary>
    public Guid? RunId { get; set; }

    /// <summary>When it was closed: its plans are to be read alone. Null while it is open.</summary>
    public DateTime? ClosedUtc { get; set; }

    /// <summary>Who closed it; null while it is open.</summary>
    public Guid? ClosedBy { get; set; }

    /// <summary>Why it was closed; empty while it is open.</summary>
    public string CloseReason { get; set; } = "";
}
