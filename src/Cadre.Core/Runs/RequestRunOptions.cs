namespace Cadre.Core.Runs;

/// <summary>A run that is asked for.</summary>
public sealed record RequestRunOptions
{
    /// <summary>The name of a run without levers.</summary>
    public const string Baseline = "baseline";

    /// <summary>The name of a run with the local plans of a round.</summary>
    public const string LocalPlans = "local-plans";

    /// <summary>The most futures of a run.</summary>
    public const int MostFutures = 5_000;

    /// <summary>The version of a framework.</summary>
    public required Guid FrameworkId { get; init; }

    /// <summary>Who asks; null for Cadre itself.</summary>
    public required Guid? PersonId { get; init; }

    /// <summary>Name of a scenario of the framework, or <see cref="Baseline"/>.</summary>
    public string Scenario { get; init; } = Baseline;

    /// <summary>Futures, 1 to <see cref="MostFutures"/>.</summary>
    public int Futures { get; init; } = 200;

    /// <summary>Seed of the design of futures, 0 or more.</summary>
    public long Seed { get; init; } = 7;
}
