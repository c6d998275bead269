using Cadre.Core.Auditing;
using Cadre.Core.Frameworks;

namespace Cadre.Core.Runs;

/// <summary>A run of a framework that somebody asked for.</summary>
public sealed class Run : IAudited
{
    /// <summary>Unique, in the order of time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What is run.</summary>
    public required Guid FrameworkId { get; init; }

    /// <summary>What is run.</summary>
    public FrameworkVersion Framework { get; init; } = null!;

    /// <summary>Name of the scenario; "baseline" for none, "local-plans" for the local plans of a round.</summary>
    public required string Scenario { get; init; }

    /// <summary>The round of planning whose national run it is; null for a run of the framework alone.</summary>
    public Guid? RoundId { get; init; }

    /// <summary>Number of the round's allocation that places without a plan have; null for a run of the framework alone.</summary>
    public int? Allocation { get; init; }

    /// <summary>Futures to run, 1 or more.</summary>
    public required int Futures { get; init; }

    /// <summary>Seed of the design of futures, 0 or more.</summary>
    public required long Seed { get; init; }

    /// <summary>Months to run.</summary>
    public required int Months { get; init; }

    /// <summary>Where it stands.</summary>
    public RunState State { get; set; } = RunState.Queued;

    /// <summary>Futures done so far.</summary>
    public int FuturesDone { get; set; }

    /// <summary>How often it was begun: more than once where the server stopped in the middle.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was asked for.</summary>
    public required DateTime RequestedUtc { get; init; }

    /// <summary>When it was begun; null before.</summary>
    public DateTime? StartedUtc { get; set; }

    /// <summary>When it ended; null before.</summary>
    public DateTime? FinishedUtc { get; set; }

    /// <summary>Why it failed; null where it did not.</summary>
    public string? Error { get; set; }
}
