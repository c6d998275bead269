using System.Collections.Concurrent;
using Cadre.Core.Data;
using Cadre.Core.Frameworks;
using Cadre.Core.Plans;
using Cadre.Core.Plans.Tracking;
using Cadre.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cadre.Core.Runs;

/// <summary>
/// Computes the runs that were asked for, one after the other. What waits and what was being computed when the server stopped is in the database alone: after
/// a restart it is computed from its beginning, with the same results. Of several servers on one database one computes; another takes over when that one ends.
/// </summary>
public sealed partial class RunWorker(IServiceScopeFactory scopes, Database database, TimeProvider clock, ILogger<RunWorker> log) : BackgroundService
{
    /// <summary>A run that takes the server down with it is not tried more often.</summary>
    private const int MostAttempts = 3;

    /// <summary>How long a database that is gone is left alone.</summary>
    private static readonly TimeSpan AfterLoss = TimeSpan.FromSeconds(2);

    /// <summary>How long it is before runs that another server put into the queue are seen, and before another server takes over.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _wake = new(0);
    private readonly ConcurrentDictionary<Guid, CancellationTokenSource> _running = new();

    /// <summary>Says that a run was put into the queue.</summary>
    public void Wake() => _wake.Release();

    /// <summary>Stops a run that is being computed.</summary>
    public void Stop(Guid run)
    {
        if (_running.TryGetValue(run, out var stop)) stop.Cancel();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
                await WorkAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; what was being computed is begun again when it starts.
        }
    }

    /// <summary>Computes what waits until the server stops or the database is lost.</summary>
    private async Task WorkAsync(CancellationToken cancellation)
    {
        try
        {
            await using var hold = await database.TryHoldRunsAsync(cancellation);
            if (hold is null)
            {
                await Task.Delay(BetweenLooks, clock, cancellation);
                return;
            }

            await ResumeAsync(cancellation);
            while (!cancellation.IsCancellationRequested)
            {
                await hold.CheckAsync(cancellation);
                if (!await RunNextAsync(cancellation)) await _wake.WaitAsync(BetweenLooks, cancellation);
            }
        }
        catch (Exception lost) when (DatabaseLoss.Is(lost))
        {
            Lost(lost);
            await Task.Delay(AfterLoss, clock, cancellation);
        }
    }

    /// <summary>Puts back what was being computed when the server stopped or lost its database.</summary>
    private async Task ResumeAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CadreDb>();
        await db.Runs.Where(run => run.State == RunState.Running && run.Attempts < MostAttempts)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.State, RunState.Queued).SetProperty(run => run.FuturesDone, 0), cancellation);
        await db.Runs.Where(run => run.State == RunState.Running).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.State, RunState.Failed).SetProperty(run => run.Error, $"The server or its database stopped {MostAttempts} times while it was computed.").SetProperty(run => run.FinishedUtc, clock.GetUtcNow().UtcDateTime),
            cancellation);
    }

    private async Task<bool> RunNextAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CadreDb>();
        var next = await db.Runs.AsNoTracking().Where(run => run.State == RunState.Queued).OrderBy(run => run.RequestedUtc).ThenBy(run => run.Id).FirstOrDefaultAsync(cancellation);
        if (next is null) return false;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _running[next.Id] = stop;
        var attempt = next.Attempts + 1;
        try
        {
            if (await BeginAsync(db, next, cancellation)) await ComputeAsync(scope.ServiceProvider, next, attempt, stop);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Somebody stopped it; the run says so already.
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !DatabaseLoss.Is(failure))
        {
            Failed(next.Id, failure);
            await db.Runs.Where(run => run.Id == next.Id && run.State == RunState.Running && run.Attempts == attempt).ExecuteUpdateAsync(
                set => set.SetProperty(run => run.State, RunState.Failed).SetProperty(run => run.Error, failure is ModelException or InvariantException ? failure.Message : "The run failed; the server's log says why.").SetProperty(run => run.FinishedUtc, clock.GetUtcNow().UtcDateTime), cancellation);
        }
        finally
        {
            _running.TryRemove(next.Id, out _);
        }

        return true;
    }

    private async Task<bool> BeginAsync(CadreDb db, Run next, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Runs.Where(run => run.Id == next.Id && run.State == RunState.Queued && run.Attempts == next.Attempts).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.State, RunState.Running).SetProperty(run => run.StartedUtc, now).SetProperty(run => run.Attempts, run => run.Attempts + 1), cancellation) == 1;
    }

    private async Task ComputeAsync(IServiceProvider services, Run run, int attempt, CancellationTokenSource stop)
    {
        var cancellation = stop.Token;
        var framework = await services.GetRequiredService<FrameworkService>().FindAsync(run.FrameworkId, cancellation) ?? throw new InvalidOperationException("Its framework is not there.");
        var progress = new RunProgressWriter(scopes, run.Id, attempt, stop, clock);
        var scenario = await services.GetRequiredService<RunScenarios>().OfAsync(run, framework, cancellation);
        var before = run.RoundId is { } planned ? (await services.GetRequiredService<PlanReader>().RoundAsync(planned, cancellation))?.RunId : null;
        var warm = services.GetRequiredService<WarmRuns>();
        var result = await Task.Run(
            () => run.RoundId is null
                ? NationalRun.Run(framework.Model, new RunOptions { Months = run.Months, Futures = run.Futures, Seed = (ulong)run.Seed, Scenario = scenario }, progress.Report, cancellation)
                : warm.Run(framework, run, scenario, before, progress.Report, cancellation),
            cancellation);
        var db = services.GetRequiredService<CadreDb>();
        var tracked = await TrackedBands.OfAsync(db, services.GetRequiredService<PlanBasisCache>().Of(framework), run, scenario, cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        // Somebody stopped it, or another server that took over computes it again: then its results are not these.
        var done = await db.Runs.Where(item => item.Id == run.Id && item.State == RunState.Running && item.Attempts == attempt)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.State, RunState.Done).SetProperty(item => item.FuturesDone, run.Futures).SetProperty(item => item.FinishedUtc, now), cancellation);
        if (done == 0) return;
        await RunFigures.SaveAsync(db, run.Id, result, cancellation);
        db.TrackedLines.AddRange(tracked);
        await db.SaveChangesAsync(cancellation);
        if (run.RoundId is { } round) await db.PlanRounds.Where(item => item.Id == round).ExecuteUpdateAsync(set => set.SetProperty(item => item.RunId, run.Id), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Error, "Run {run} failed")]
    private partial void Failed(Guid run, Exception failure);

    [LoggerMessage(LogLevel.Warning, "The database was lost; runs go on when it is back")]
    private partial void Lost(Exception reason);
}
