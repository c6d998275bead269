namespace Cadre.Core.Runs;

/// <summary>How far a run has come.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Done">Futures done so far.</param>
/// <param name="Futures">Futures to run.</param>
/// <param name="Ahead">Runs that are computed before it while it waits.</param>
public readonly record struct RunStanding(RunState State, int Done, int Futures, int Ahead)
{
    /// <summary>Whether there is something to wait for.</summary>
    public bool IsUnderWay => State is RunState.Queued or RunState.Running;
}
