using System.Runtime.Intrinsics;
using Cadre.Engine.Futures;
using Cadre.Engine.Kernel;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Engine.Simulation;

namespace Cadre.Engine;

/// <summary>
/// A model kept warm: what no scenario changes is worked out once and the futures are drawn once, so that another scenario costs its run
/// alone. It may be used by several threads at once.
/// </summary>
public sealed class NationalSession
{
    private readonly RunOptions _options;
    private readonly PreparedModel _prepared;
    private readonly RecordingPlan _plan;
    private readonly Market[] _markets;
    private readonly int _first;
    private readonly int _count;
    private readonly DrawnRow[] _baseline;

    /// <summary>Prepares a model and draws its futures.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">Months, futures, seed, threads of every run; the scenario is that of each run.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message says which.</exception>
    /// <exception cref="ModelException">The model cannot be run.</exception>
    public NationalSession(NationalModel model, RunOptions options)
    {
        (_first, _count) = Selection(model, options);
        if (options.Chance) ChanceRuns.Check(model);
        _options = options;
        _prepared = new PreparedModel(model);
        _plan = new RecordingPlan(model, options.Months, options.Detail);
        _markets = Market.Of(_prepared, _plan);
        _baseline = [.. model.Assumptions.AsParallel().AsOrdered().WithDegreeOfParallelism(options.Workers).Select(Draw)];
    }

    /// <summary>The model.</summary>
    public NationalModel Model => _prepared.Model;

    /// <summary>Runs a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="progress">Told as futures are done, from any thread; may be null.</param>
    /// <param name="cancellation">Stops between two blocks of futures.</param>
    /// <exception cref="ModelException">The model cannot be run.</exception>
    /// <exception cref="InvariantException">A rule of the method did not hold.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public RunResult Run(Scenario scenario, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        var options = _options with { Scenario = scenario };
        var starts = new double[1 + _count][][];
        var (account, central, flows) = RunCentral(scenario, starts);
        var draws = DrawsOf(scenario);
        var records = new RunRecords(_plan, central, new FutureRecords(_count, _plan.Size));
        // Without vectors of its own a machine takes longer for eight lanes than for eight futures.
        if (Vector128.IsHardwareAccelerated)
            RunByLanes(scenario, draws, records.Futures, starts, progress, cancellation);
        else
            RunByScalars(scenario, draws, records.Futures, starts, progress, cancellation);
        return new RunResult(Model, options, records, account, flows, draws)
        {
            Chance = options.Chance ? ChanceRuns.Of(_prepared, _plan, options, cancellation) : null,
            Costs = RunCosts.Of(Model, options, records, starts, [.. draws.Select(row => row.Values)]),
        };
    }

    /// <summary>Runs the futures with the scalar loop: what <see cref="Run"/> gives to the bit, for tests and measurements.</summary>
    internal FutureRecords RunByScalars(Scenario scenario)
    {
        var records = new FutureRecords(_count, _plan.Size);
        RunByScalars(scenario, DrawsOf(scenario), records, new double[1 + _count][][], null, default);
        return records;
    }

    /// <summary>Runs the futures eight at a time.</summary>
    internal FutureRecords RunByLanes(Scenario scenario)
    {
        var records = new FutureRecords(_count, _plan.Size);
        RunByLanes(scenario, DrawsOf(scenario), records, new double[1 + _count][][], null, default);
        return records;
    }

    private void RunByScalars(Scenario scenario, DrawnRow[] draws, FutureRecords records, double[][][] starts, Action<RunProgress>? progress, CancellationToken cancellation)
    {
        var done = 0;
        NationalRun.RunInParallel(_options.Threads, _count, () => new ScalarFutures(_prepared, _plan, scenario), (futures, i) =>
        {
            starts[1 + i] = futures.Run(ParametersOf(draws, i), i, records);
            progress?.Invoke(new RunProgress(Interlocked.Increment(ref done), _count));
        }, cancellation);
    }

    private void RunByLanes(Scenario scenario, DrawnRow[] draws, FutureRecords records, double[][][] starts, Action<RunProgress>? progress, CancellationToken cancellation)
    {
        var done = 0;
        NationalRun.RunInParallel(_options.Threads, records.Blocks, () => new LaneFutures(_prepared, _plan, _markets, scenario), (futures, block) =>
        {
            var first = block * Lane.Count;
            FutureParameters[] parameters = [.. Enumerable.Range(first, Math.Min(Lane.Count, _count - first)).Select(i => ParametersOf(draws, i))];
            futures.Run(parameters, records.Block(block)).CopyTo(starts, 1 + first);
            progress?.Invoke(new RunProgress(Interlocked.Add(ref done, parameters.Length), _count));
        }, cancellation);
    }

    private FutureParameters ParametersOf(DrawnRow[] draws, int future) =>
        FutureParameters.Of(_prepared, [.. _baseline.Select(row => row.Values[future])], [.. draws.Select(row => row.Values[future])]);

    private (CohortMonth[][] Account, double[] Record, SourceFlows Flows) RunCentral(Scenario scenario, double[][][] starts)
    {
        var simulation = new Simulator(_prepared, scenario);
        var account = new CohortMonth[_plan.Months][];
        var record = new double[_plan.Size];
        var flows = new SourceFlows(_prepared, _plan);
        simulation.Run(FutureParameters.Central(_prepared, scenario), _plan.Months, month =>
        {
            account[month - 1] = simulation.Month.ToArray();
            _plan.Record(simulation.Month, month, record);
            flows.Record(month, simulation);
        });
        starts[0] = simulation.Starts;
        return (account, record, flows);
    }

    /// <summary>By row of the register: the baseline's values, but for the rows that the scenario changes.</summary>
    private DrawnRow[] DrawsOf(Scenario scenario) => [.. _baseline.Select((drawn, row) => scenario.Changes.TryGetValue(row, out var changed) ? Draw(changed) : drawn)];

    private DrawnRow Draw(Assumption row) => new(row.Distribution == DistributionFamily.Fixed
        ? [.. Enumerable.Repeat(row.Central, _count)]
        : [.. LatinHypercube.Column(_options.Seed, row, _options.Futures, _first, _first + _count - 1).Select(Distribution.QuantileOf(row))]);

    private static (int First, int Count) Selection(NationalModel model, RunOptions options)
    {
        var only = options.Only ?? new FutureRange(1, options.Futures);
        NationalRun.CheckMonths(model, options.Months, nameof(options));
        if (options.Futures < 1) throw new ArgumentOutOfRangeException(nameof(options), options.Futures, "Futures: expected 1 or more.");
        if (options.Threads < 1) throw new ArgumentOutOfRangeException(nameof(options), options.Threads, "Threads: expected 1 or more.");
        if (only.First < 1 || only.Last < only.First || only.Last > options.Futures)
            throw new ArgumentOutOfRangeException(nameof(options), $"{only.First}-{only.Last}", $"Only: expected a range within 1-{options.Futures}.");
        return (only.First, only.Last - only.First + 1);
    }
}
