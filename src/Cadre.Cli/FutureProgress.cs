using Cadre.Engine;
using Spectre.Console;

namespace Cadre.Cli;

/// <summary>A bar on standard error while futures run; none where nobody watches.</summary>
internal static class FutureProgress
{
    /// <summary>Does the work and shows how far it has come.</summary>
    /// <param name="quiet">Whether to show nothing.</param>
    /// <param name="work">The work; it tells the share that is done, 0 to 1, from any thread.</param>
    public static T Show<T>(bool quiet, Func<Action<double>?, T> work)
    {
        if (quiet || Console.IsErrorRedirected) return work(null);
        return Terminal.Error().Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var bar = context.AddTask("Futures");
                return work(share => bar.Value = Math.Max(bar.Value, 100.0 * share));
            });
    }

    /// <summary>The share that is done of a run.</summary>
    public static double Share(this RunProgress progress) => (double)progress.Done / progress.Total;
}
