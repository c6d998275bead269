using Cadre.Core.Runs;
using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;
using Microsoft.Extensions.Caching.Memory;

namespace Cadre.Core.Plans;

/// <summary>
/// Models kept warm and the last national runs with all their futures, so that what one place changes is run alone. They are let go a quarter of an hour after
/// they were last used.
/// </summary>
public sealed class WarmRuns : IDisposable
{
    private static readonly MemoryCacheEntryOptions Sliding = new() { SlidingExpiration = TimeSpan.FromMinutes(15) };

    private readonly MemoryCache _cache = new(new MemoryCacheOptions());
    private readonly Lock _lock = new();

    /// <summary>A framework's model, kept warm for runs of so many months and futures.</summary>
    public NationalSession SessionOf(Framework framework, int months, int futures, ulong seed) =>
        Get(("session", framework.Digest, months, futures, seed), () => new NationalSession(framework.Model, new RunOptions { Months = months, Futures = futures, Seed = seed })).Value;

    /// <summary>A national run with all its futures, and the session that ran it.</summary>
    /// <param name="framework">Its framework.</param>
    /// <param name="run">The run.</param>
    /// <param name="scenario">What it ran.</param>
    public (NationalSession Session, RunResult Result) NationalOf(Framework framework, Run run, Scenario scenario) => Get(("run", run.Id), () =>
    {
        var session = SessionOf(framework, run.Months, run.Futures, (ulong)run.Seed);
        return (session, session.Run(scenario));
    }).Value;

    /// <summary>Runs the scenario of a national run and keeps it; what it shares with the one before is not run again where that is still kept.</summary>
    /// <param name="framework">Its framework.</param>
    /// <param name="run">The run.</param>
    /// <param name="scenario">What it runs.</param>
    /// <param name="before">The national run before; null for none.</param>
    /// <param name="progress">Told as futures are done.</param>
    /// <param name="cancellation">Stops it.</param>
    public RunResult Run(Framework framework, Run run, Scenario scenario, Guid? before, Action<RunProgress> progress, CancellationToken cancellation)
    {
        var session = SessionOf(framework, run.Months, run.Futures, (ulong)run.Seed);
        var kept = before is { } id && _cache.TryGetValue(("run", id), out Lazy<(NationalSession Session, RunResult Result)>? found) && ReferenceEquals(found!.Value.Session, session) ? found.Value.Result : null;
        var result = kept is null ? session.Run(scenario, progress, cancellation) : session.Run(scenario, kept, progress, cancellation);
        if (before is { } old) _cache.Remove(("run", old));
        _cache.Set(("run", run.Id), new Lazy<(NationalSession, RunResult)>(() => (session, result)), Sliding);
        return result;
    }

    /// <summary>Something worked out of central runs, kept as long as the runs are.</summary>
    /// <param name="key">What tells it from any other.</param>
    /// <param name="make">Works it out; nobody's request stops it, since others may wait for it too.</param>
    public T Kept<T>(object key, Func<T> make) => Get(key, make).Value;

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    private Lazy<T> Get<T>(object key, Func<T> make)
    {
        lock (_lock)
            return _cache.GetOrCreate(key, _ => new Lazy<T>(make), Sliding)!;
    }
}
