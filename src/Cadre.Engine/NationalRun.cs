using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Engine.Simulation;

namespace Cadre.Engine;

/// <summary>Runs a model: the central run, then the futures (docs/method.md sections 3 and 6).</summary>
public static class NationalRun
{
    /// <summary>Runs <paramref name="model"/> as <paramref name="options"/> say.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">Months, futures, seed, threads.</param>
    /// <param name="progress">Told as futures are done, from any thread; may be null.</param>
    /// <param name="cancellation">Stops between two blocks of futures.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message says which.</exception>
    /// <exception cref="ModelException">The model cannot be run.</exception>
    /// <exception cref="InvariantException">A rule of the method did not hold.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static RunResult Run(NationalModel model, RunOptions options, Action<RunProgress>? progress = null, CancellationToken cancellation = default) =>
        new NationalSession(model, options).Run(options.Scenario, progress, cancellation);

    /// <summary>Runs every assumption at its central value, and no future.</summary>
    /// <param name="model">The model.</param>
    /// <param name="months">Months, 1 up to the framework's.</param>
    /// <param name="scenario">The scenario to run; the baseline where it is null.</param>
    /// <param name="cancellation">Stops between two months.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="months"/> is out of its range.</exception>
    /// <exception cref="ModelException">The model cannot be run.</exception>
    /// <exception cref="InvariantException">A rule of the method did not hold.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static CentralRun Central(NationalModel model, int months, Scenario? scenario = null, CancellationToken cancellation = default) =>
        Central(new PreparedModel(model), months, scenario ?? Scenario.Baseline, cancellation);

    /// <summary>
    /// Runs a model to its last published move, every assumption at its central value: what cannot be seen in a framework's files is whether a
    /// move takes more people than there are.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="scenarios">The scenarios to run, one after the other.</param>
    /// <param name="cancellation">Stops between two months.</param>
    /// <exception cref="ModelException">A move takes a cohort below 0.</exception>
    /// <exception cref="InvariantException">A rule of the method did not hold.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static void CheckMoves(NationalModel model, IEnumerable<Scenario> scenarios, CancellationToken cancellation = default)
    {
        if (model.Moves.Count == 0) return;
        var months = model.Moves.Max(move => move.Month);
        var prepared = new PreparedModel(model);
        foreach (var scenario in scenarios)
            new Simulator(prepared, scenario).Run(FutureParameters.Central(prepared, scenario), months, _ => cancellation.ThrowIfCancellationRequested());
    }

    internal static CentralRun Central(PreparedModel prepared, int months, Scenario scenario, CancellationToken cancellation)
    {
        CheckMonths(prepared.Model, months, nameof(months));
        var simulation = new Simulator(prepared, scenario);
        var account = new CohortMonth[months][];
        var pools = new PoolFlows(prepared, months);
        simulation.Run(FutureParameters.Central(prepared, scenario), months, month =>
        {
            cancellation.ThrowIfCancellationRequested();
            account[month - 1] = simulation.Month.ToArray();
            pools.Record(month, simulation);
        });
        return new CentralRun(prepared.Model, account, simulation.Starts, pools);
    }

    /// <exception cref="ArgumentOutOfRangeException">The framework does not reach so far.</exception>
    internal static void CheckMonths(NationalModel model, int months, string parameter)
    {
        if (months < 1 || months > model.Months)
            throw new ArgumentOutOfRangeException(parameter, months, $"Months: expected 1 to {model.Months}.");
    }

    /// <summary>Calls <paramref name="work"/> for 0 to <paramref name="count"/> - 1; each thread has a tool of its own.</summary>
    internal static void RunInParallel<T>(int threads, int count, Func<T> tool, Action<T, int> work, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        try
        {
            Parallel.For(0, count, options, tool, (i, _, own) =>
            {
                work(own, i);
                return own;
            }, _ => { });
        }
        catch (AggregateException failures)
        {
            // One is enough for a reader; a fault of the program goes before one of the input.
            var all = failures.Flatten().InnerExceptions;
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(all.OfType<InvariantException>().FirstOrDefault() ?? all[0]);
        }
    }
}
