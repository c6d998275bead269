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
    private readonly int _first;
    private readonly int _count;
    private readonly Lazy<RecordingPlan> _plan;
    private readonly Lazy<Market[]> _markets;
    private readonly Lazy<DrawnRow[]> _baseline;

    /// <summary>Prepares a model. Its futures are drawn when the first of them is run.</summary>
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
        // Nobody waits for another's first run: of threads that wait none is left to draw.
        _plan = new(() => new RecordingPlan(model, options.Months, options.Detail, options.Monthly), LazyThreadSafetyMode.PublicationOnly);
        _markets = new(() => Market.Of(_prepared, Plan), LazyThreadSafetyMode.PublicationOnly);
        _baseline = new(DrawAll, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The model.</summary>
    public NationalModel Model => _prepared.Model;

    private RecordingPlan Plan => _plan.Value;

    /// <summary>Runs a scenario with every assumption at its central value, and no future: the account of <see cref="Run(Scenario, Action{RunProgress}?, CancellationToken)"/>.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="cancellation">Stops between two months.</param>
    /// <exception cref="ModelException">The model cannot be run.</exception>
    /// <exception cref="InvariantException">A rule of the method did not hold.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public CentralRun Central(Scenario scenario, CancellationToken cancellation = default) => NationalRun.Central(_prepared, _options.Months, scenario, cancellation);

    /// <summary>Runs a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="progress">Told as futures are done, from any thread; may be null.</param>
    /// <param name="cancellation">Stops between two blocks of futures.</param>
    /// <exception cref="ModelException">The model cannot be run.</exception>
    /// <exception cref="InvariantException">A rule of the method did not hold.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public RunResult Run(Scenario scenario, Action<RunProgress>? progress = null, CancellationToken cancellation = default) =>
        Run(scenario, MarketReuse.None(_markets.Value), progress, cancellation);

    /// <summary>
    /// Runs a scenario that differs little from one that this session has run: the same result to the bit, sooner where the difference is of few
    /// places or staff groups, because only cohorts that it can reach are run in the futures.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="before">The run that it differs little from.</param>
    /// <param name="progress">Told as futures are done, from any thread; may be null.</param>
    /// <param name="cancellation">Stops between two blocks of futures.</param>
    /// <exception cref="ArgumentException"><paramref name="before"/> is a run of another session.</exception>
    /// <exception cref="ModelException">The model cannot be run.</exception>
    /// <exception cref="InvariantException">A rule of the method did not hold.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public RunResult Run(Scenario scenario, RunResult before, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (!ReferenceEquals(before.Records.Plan, Plan)) throw new ArgumentException("Expected a run of this session.", nameof(before));
        return Run(scenario, MarketReuse.Of(_prepared, _markets.Value, scenario, before.Options.Scenario, before.Records.Futures), progress, cancellation);
    }

    private RunResult Run(Scenario scenario, MarketReuse reuse, Action<RunProgress>? progress, CancellationToken cancellation)
    {
        var options = _options with { Scenario = scenario };
        var starts = new double[1 + _count][][];
        var (account, central, flows) = RunCentral(scenario, starts);
        var draws = DrawsOf(scenario);
        var records = new RunRecords(Plan, central, new FutureRecords(_count, Plan.Size));
        // Without vectors of its own a machine takes longer for eight lanes than for eight futures.
        if (Vector128.IsHardwareAccelerated)
            RunByLanes(scenario, reuse, draws, records.Futures, starts, progress, cancellation);
        else
            RunByScalars(scenario, draws, records.Futures, starts, progress, cancellation);
        return new RunResult(Model, options, records, account, flows, draws)
        {
            Chance = options.Chance ? ChanceRuns.Of(_prepared, Plan, options, cancellation) : null,
            Costs = RunCosts.Of(Model, options, records, starts, [.. draws.Select(row => row.Values)]),
        };
    }

    /// <summary>Runs the futures with the scalar loop: what <see cref="Run(Scenario, Action{RunProgress}?, CancellationToken)"/> gives to the bit, for tests and measurements.</summary>
    internal FutureRecords RunByScalars(Scenario scenario)
    {
        var records = new FutureRecords(_count, Plan.Size);
        RunByScalars(scenario, DrawsOf(scenario), records, new double[1 + _count][][], null, default);
        return records;
    }

    /// <summary>Runs the futures eight at a time.</summary>
    internal FutureRecords RunByLanes(Scenario scenario)
    {
        var records = new FutureRecords(_count, Plan.Size);
        RunByLanes(scenario, MarketReuse.None(_markets.Value), DrawsOf(scenario), records, new double[1 + _count][][], null, default);
        return records;
    }

    private void RunByScalars(Scenario scenario, DrawnRow[] draws, FutureRecords records, double[][][] starts, Action<RunProgress>? progress, CancellationToken cancellation)
    {
        var done = 0;
        NationalRun.RunInParallel(_options.Threads, _count, () => new ScalarFutures(_prepared, Plan, scenario), (futures, i) =>
        {
            starts[1 + i] = futures.Run(ParametersOf(draws, i), i, records);
            progress?.Invoke(new RunProgress(Interlocked.Increment(ref done), _count));
        }, cancellation);
    }

    private void RunByLanes(Scenario scenario, MarketReuse reuse, DrawnRow[] draws, FutureRecords records, double[][][] starts, Action<RunProgress>? progress, CancellationToken cancellation)
    {
        var done = 0;
        var levers = PreparedLever.Of(_prepared, scenario, Plan.Months);
        NationalRun.RunInParallel(_options.Threads, records.Blocks, () => new LaneFutures(_prepared, Plan, _markets.Value, reuse, scenario, levers), (futures, block) =>
        {
            var first = block * Lane.Count;
            FutureParameters[] parameters = [.. Enumerable.Range(first, Math.Min(Lane.Count, _count - first)).Select(i => ParametersOf(draws, i))];
            futures.Run(parameters, block, records.Block(block)).CopyTo(starts, 1 + first);
            progress?.Invoke(new RunProgress(Interlocked.Add(ref done, parameters.Length), _count));
        }, cancellation);
    }

    private FutureParameters ParametersOf(DrawnRow[] draws, int future) =>
        FutureParameters.Of(_prepared, [.. _baseline.Value.Select(row => row.Values[future])], [.. draws.Select(row => row.Values[future])]);

    private (CohortMonth[][] Account, double[] Record, SourceFlows Flows) RunCentral(Scenario scenario, double[][][] starts)
    {
        var simulation = new Simulator(_prepared, scenario);
        var account = new CohortMonth[Plan.Months][];
        var record = new double[Plan.Size];
        var flows = new SourceFlows(_prepared, Plan);
        simulation.Run(FutureParameters.Central(_prepared, scenario), Plan.Months, month =>
        {
            account[month - 1] = simulation.Month.ToArray();
            Plan.Record(simulation.Month, month, record);
            flows.Record(month, simulation);
        });
        starts[0] = simulation.Starts;
        return (account, record, flows);
    }

    /// <summary>By row of the register: the baseline's values, but for the rows that the scenario changes.</summary>
    private DrawnRow[] DrawsOf(Scenario scenario) => [.. _baseline.Value.Select((drawn, row) => scenario.Changes.TryGetValue(row, out var changed) ? Draw(changed) : drawn)];

    private DrawnRow[] DrawAll()
    {
        var drawn = new DrawnRow[Model.Assumptions.Count];
        NationalRun.RunInParallel(_options.Workers, drawn.Length, () => Model.Assumptions, (rows, row) => drawn[row] = Draw(rows[row]), default);
        return drawn;
    }

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
