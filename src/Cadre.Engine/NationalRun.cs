using Cadre.Engine.Futures;
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
    /// <param name="progress">Told after every future, from any thread; may be null.</param>
    /// <param name="cancellation">Stops between two futures.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message says which.</exception>
    /// <exception cref="ModelException">The model cannot be run.</exception>
    /// <exception cref="InvariantException">A rule of the method did not hold.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static RunResult Run(NationalModel model, RunOptions options, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        var (first, count) = Selection(model, options);
        var scenario = options.Scenario;
        if (options.Chance) ChanceRuns.Check(model);
        var prepared = new PreparedModel(model);
        var plan = new RecordingPlan(model, options.Months, options.Detail);
        var (account, central, flows, centralStarts) = RunCentral(prepared, plan, scenario);
        var baseline = Draw(model.Assumptions, options, first, count);
        var draws = scenario.Changes.Count == 0
            ? baseline
            : Draw([.. model.Assumptions.Select((row, i) => scenario.Changes.GetValueOrDefault(i, row))], options, first, count);
        var futures = new FutureRecords(count, plan.Size);
        var starts = new double[1 + count][][];
        starts[0] = centralStarts;
        var done = 0;
        RunInParallel(options.Threads, count, () => new ScalarFutures(prepared, plan, scenario), (simulation, i) =>
        {
            starts[1 + i] = simulation.Run(FutureParameters.Of(prepared, [.. baseline.Select(row => row[i])], [.. draws.Select(row => row[i])]), i, futures);
            progress?.Invoke(new RunProgress(Interlocked.Increment(ref done), count));
        }, cancellation);
        var records = new RunRecords(plan, central, futures);
        return new RunResult(model, options, records, account, flows, draws)
        {
            Chance = options.Chance ? ChanceRuns.Of(prepared, plan, options, cancellation) : null,
            Costs = RunCosts.Of(model, options, records, starts, draws),
        };
    }

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

    internal static CentralRun Central(PreparedModel prepared, int months, Scenario scenario, CancellationToken cancellation)
    {
        CheckMonths(prepared.Model, months, nameof(months));
        var simulation = new Simulator(prepared, scenario);
        var account = new CohortMonth[months][];
        simulation.Run(FutureParameters.Central(prepared, scenario), months, month =>
        {
            cancellation.ThrowIfCancellationRequested();
            account[month - 1] = simulation.Month.ToArray();
        });
        return new CentralRun(prepared.Model, account, simulation.Starts);
    }

    private static void CheckMonths(NationalModel model, int months, string parameter)
    {
        if (months < 1 || months > model.Months)
            throw new ArgumentOutOfRangeException(parameter, months, $"Months: expected 1 to {model.Months}.");
    }

    private static (int First, int Count) Selection(NationalModel model, RunOptions options)
    {
        var only = options.Only ?? new FutureRange(1, options.Futures);
        CheckMonths(model, options.Months, nameof(options));
        if (options.Futures < 1) throw new ArgumentOutOfRangeException(nameof(options), options.Futures, "Futures: expected 1 or more.");
        if (options.Threads < 1) throw new ArgumentOutOfRangeException(nameof(options), options.Threads, "Threads: expected 1 or more.");
        if (only.First < 1 || only.Last < only.First || only.Last > options.Futures)
            throw new ArgumentOutOfRangeException(nameof(options), $"{only.First}-{only.Last}", $"Only: expected a range within 1-{options.Futures}.");
        return (only.First, only.Last - only.First + 1);
    }

    private static (CohortMonth[][] Account, double[] Record, SourceFlows Flows, double[][] Starts) RunCentral(PreparedModel prepared, RecordingPlan plan, Scenario scenario)
    {
        var simulation = new Simulator(prepared, scenario);
        var account = new CohortMonth[plan.Months][];
        var record = new double[plan.Size];
        var flows = new SourceFlows(prepared, plan);
        simulation.Run(FutureParameters.Central(prepared, scenario), plan.Months, month =>
        {
            account[month - 1] = simulation.Month.ToArray();
            plan.Record(simulation.Month, month, record);
            flows.Record(month, simulation);
        });
        return (account, record, flows, simulation.Starts);
    }

    /// <summary>By row of the register, then future: the values drawn.</summary>
    private static double[][] Draw(IReadOnlyList<Assumption> register, RunOptions options, int first, int count) =>
    [
        .. register.Select(row => row.Distribution == DistributionFamily.Fixed
            ? [.. Enumerable.Repeat(row.Central, count)]
            : LatinHypercube.Column(options.Seed, row, options.Futures, first, first + count - 1)
                .Select(Distribution.QuantileOf(row)).ToArray()),
    ];

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
