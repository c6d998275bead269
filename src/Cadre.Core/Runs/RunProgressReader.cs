using System.Runtime.CompilerServices;
using Cadre.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Core.Runs;

/// <summary>
/// Follows a run until it ends. It looks into the database, which a worker of any process writes, and holds no connection of it between two looks.
/// </summary>
public sealed class RunProgressReader(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(300);

    /// <summary>After so many looks nothing new is told again, so that whoever listens knows that there is still somebody here.</summary>
    private static readonly int MostSilent = (int)(TimeSpan.FromSeconds(15) / Between);

    /// <summary>Where a run stands now; null where there is none.</summary>
    public async Task<RunStanding?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CadreDb>();
        var found = await db.Runs.AsNoTracking().Where(run => run.Id == id).Select(run => new { run.State, run.FuturesDone, run.Futures, run.RequestedUtc }).FirstOrDefaultAsync(cancellation);
        if (found is null) return null;
        var ahead = found.State != RunState.Queued ? 0 : await db.Runs.CountAsync(
            run => run.State == RunState.Running || (run.State == RunState.Queued && (run.RequestedUtc < found.RequestedUtc || (run.RequestedUtc == found.RequestedUtc && run.Id < id))), cancellation);
        return new RunStanding(found.State, found.FuturesDone, found.Futures, ahead);
    }

    /// <summary>Where a run stands now and whenever that changes; the last is of its end. Nothing where there is no such run.</summary>
    /// <param name="id">The run.</param>
    /// <param name="cancellation">Ends it.</param>
    public async IAsyncEnumerable<RunStanding> FollowAsync(Guid id, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Between, clock);
        RunStanding? told = null;
        var silent = 0;
        do
        {
            if (await FindAsync(id, cancellation) is not { } now) yield break;
            if (now == told && ++silent < MostSilent) continue;
            yield return now;
            if (!now.IsUnderWay) yield break;
            (told, silent) = (now, 0);
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }
}
