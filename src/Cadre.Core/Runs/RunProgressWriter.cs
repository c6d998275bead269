using Cadre.Core.Data;
using Cadre.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Core.Runs;

/// <summary>Writes how far a run has come, a few times a second at most; ends it where somebody stopped it by another server.</summary>
internal sealed class RunProgressWriter(IServiceScopeFactory scopes, Guid run, int attempt, CancellationTokenSource stop, TimeProvider clock)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(300);

    private readonly Lock _lock = new();
    private long _last = clock.GetTimestamp();

    /// <summary>Told by the engine, from any thread.</summary>
    public void Report(RunProgress progress)
    {
        if (!_lock.TryEnter()) return;
        try
        {
            if (clock.GetElapsedTime(_last) < Between) return;
            using var scope = scopes.CreateScope();
            var isMine = scope.ServiceProvider.GetRequiredService<CadreDb>().Runs.Where(item => item.Id == run && item.State == RunState.Running && item.Attempts == attempt)
                .ExecuteUpdate(set => set.SetProperty(item => item.FuturesDone, progress.Done)) == 1;
            if (!isMine) stop.Cancel();
            _last = clock.GetTimestamp();
        }
        catch (Exception lost) when (DatabaseLoss.Is(lost))
        {
            // The next report says how far it has come; a database that stays away is noticed when the results are saved.
            _last = clock.GetTimestamp();
        }
        finally
        {
            _lock.Exit();
        }
    }
}
