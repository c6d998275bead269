using Cadre.Engine.Model;

namespace Cadre.Engine;

/// <summary>What to run.</summary>
public sealed record RunOptions
{
    /// <summary>The most threads that help.</summary>
    public const int MostThreads = 512;

    /// <summary>Months, 1 up to the framework's.</summary>
    public required int Months { get; init; }

    /// <summary>Size N of the design of futures, 1 or more.</summary>
    public int Futures { get; init; } = 200;

    /// <summary>The futures of the design to run; null for all.</summary>
    public FutureRange? Only { get; init; }

    /// <summary>Seed of the design.</summary>
    public ulong Seed { get; init; } = 7;

    /// <summary>Worker threads, 1 or more; results do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The threads that work on tables: <see cref="Threads"/>, up to <see cref="MostThreads"/>.</summary>
    public int Workers => Math.Clamp(Threads, 1, MostThreads);

    /// <summary>The scenario to run; the baseline unless set.</summary>
    public Scenario Scenario { get; init; } = Scenario.Baseline;

    /// <summary>Chance runs beside the futures, as many as futures: what happens to individuals by luck alone (docs/method.md section 8).</summary>
    public bool Chance { get; init; }

    /// <summary>Keep systems and trusts each quarter, not only each March.</summary>
    public bool Detail { get; init; }

    /// <summary>Keep systems and trusts each month: many times as much memory as <see cref="Detail"/>, for few months and futures at a time.</summary>
    public bool Monthly { get; init; }
}

/// <summary>Futures <paramref name="First"/> to <paramref name="Last"/> of a design, both included, counted from 1.</summary>
/// <param name="First">The first, 1 or more.</param>
/// <param name="Last">The last, not before the first.</param>
public readonly record struct FutureRange(int First, int Last);

/// <summary>How far a run has come.</summary>
/// <param name="Done">Futures finished.</param>
/// <param name="Total">Futures to run.</param>
public readonly record struct RunProgress(int Done, int Total);
