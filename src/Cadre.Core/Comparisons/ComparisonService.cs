using System.Diagnostics.CodeAnalysis;
using Cadre.Core.Runs;
using Cadre.Engine;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;
using Microsoft.Extensions.Hosting;

namespace Cadre.Core.Comparisons;

/// <summary>
/// Compares two finished runs. The database holds no futures, without which a difference has no range: both are computed once more, one comparison at a
/// time, and the figures of the last few are kept.
/// </summary>
public sealed class ComparisonService(RunScenarios scenarios, IHostApplicationLifetime server) : IDisposable
{
    private readonly RecentTasks<(Guid A, Guid B), RunComparison> _recent = new(kept: 16, waiting: 8);

    /// <summary>Why two runs cannot be compared; null where they can.</summary>
    public static string? Refusal(Run a, Run b) => (a, b) switch
    {
        _ when a.State != RunState.Done || b.State != RunState.Done => "Only runs with results can be compared.",
        _ when a.Id == b.Id => "Choose two different runs.",
        _ when a.FrameworkId != b.FrameworkId => "Only runs of the same version of a framework can be compared.",
        _ when (a.Futures, a.Seed, a.Months) != (b.Futures, b.Seed, b.Months) =>
            "Only runs with the same number of futures, seed and months can be compared: they meet the same luck, so that a difference is the scenario's alone.",
        _ => null,
    };

    /// <summary>Begins a comparison, or finds the one that was begun.</summary>
    /// <param name="framework">What both are runs of.</param>
    /// <param name="a">The first, from which the difference is taken.</param>
    /// <param name="b">The second.</param>
    /// <param name="comparison">The comparison, which may still be computed.</param>
    /// <returns>Whether there is one: not where too many are waiting.</returns>
    /// <exception cref="ArgumentException">They cannot be compared.</exception>
    public bool TryCompare(Framework framework, Run a, Run b, [NotNullWhen(true)] out Task<RunComparison>? comparison)
    {
        if (Refusal(a, b) is { } refusal) throw new ArgumentException(refusal, nameof(b));
        return _recent.TryGet((a.Id, b.Id), () => Compute(framework, a, b, server.ApplicationStopping), server.ApplicationStopping, out comparison);
    }

    /// <inheritdoc/>
    public void Dispose() => _recent.Dispose();

    private RunComparison Compute(Framework framework, Run a, Run b, CancellationToken cancellation)
    {
        var session = new NationalSession(framework.Model, new RunOptions { Months = a.Months, Futures = a.Futures, Seed = (ulong)a.Seed });
        // Comparisons have a thread of their own, which may wait.
        RunResult Run(Run run) => session.Run(scenarios.OfAsync(run, framework, cancellation).GetAwaiter().GetResult(), cancellation: cancellation);
        return RunComparison.Of(new Comparison(Run(a), Run(b)));
    }
}
