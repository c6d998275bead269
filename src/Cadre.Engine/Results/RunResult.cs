using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Results;

/// <summary>
/// What a run found: the central run's account, and a record of sums for the central run and every future.
/// </summary>
public sealed class RunResult
{
    private readonly RecordingPlan _plan;
    private readonly CohortMonth[][] _account;
    private readonly double[] _central;
    private readonly double[][] _futures;
    private readonly double[][] _draws;

    internal RunResult(NationalModel model, RunOptions options, RecordingPlan plan, CohortMonth[][] account, double[] central, double[][] futures, double[][] draws)
    {
        (Model, Options, _plan, _account, _central, _futures, _draws) = (model, options, plan, account, central, futures, draws);
        Targets = [.. model.Targets.Select(target => new TargetResult(target, Reach(target)))];
    }

    /// <summary>The model that was run.</summary>
    public NationalModel Model { get; }

    /// <summary>What was run of it.</summary>
    public RunOptions Options { get; }

    /// <summary>The targets, in the framework's order.</summary>
    public IReadOnlyList<TargetResult> Targets { get; }

    /// <summary>Futures that were run.</summary>
    public int FuturesRun => _futures.Length;

    /// <summary>Number of the first future that was run, from 1.</summary>
    public int FirstFuture => Options.Only?.First ?? 1;

    /// <summary>The lines recorded every month (nation and regions), then those of sampled months.</summary>
    public IEnumerable<Line> Lines => _plan.MonthlyLines.Concat(_plan.SampledLines);

    /// <summary>The central run's account of one month (1 for the first), by cohort.</summary>
    public ReadOnlySpan<CohortMonth> Account(int month) => _account[month - 1];

    /// <summary>A measure of a line in a month; null when the run does not hold it.</summary>
    public Summary? Summarise(Line line, int month, Measure measure)
    {
        if (_plan.SlotOf(line, month) is not { } slot) return null;
        var sorted = Over(slot, measure);
        var central = RecordingPlan.Read(_central, slot, measure);
        if (sorted.Length == 0) return new Summary(central, central, central, central, central, central, central, central, central);
        double sum = 0;
        foreach (var value in sorted)
            sum += value;
        Array.Sort(sorted);
        double P(double p) => Quantiles.Type7(sorted, p);
        return new Summary(central, sum / sorted.Length, P(0.05), P(0.1), P(0.25), P(0.5), P(0.75), P(0.9), P(0.95));
    }

    /// <summary>A measure of a line in a month in every future run, in the order of their numbers.</summary>
    /// <exception cref="ArgumentException">The run does not hold it.</exception>
    public IReadOnlyList<double> InEveryFuture(Line line, int month, Measure measure) =>
        _plan.SlotOf(line, month) is { } slot
            ? Over(slot, measure)
            : throw new ArgumentException($"Month {month} of this line is not recorded.", nameof(month));

    /// <summary>Every recorded figure in the order of percentiles.csv: month, then nation to trusts, then measure.</summary>
    public IEnumerable<SummaryRow> Summaries()
    {
        var lines = Lines.OrderBy(line => Model.Places[line.Place].Level).ThenBy(line => line.Place)
            .ThenBy(line => line.Service ?? -1).ThenBy(line => line.StaffGroup).ToArray();
        var measures = Enum.GetValues<Measure>();
        return Enumerable.Range(1, Options.Months)
            .SelectMany(month => lines.Where(line => _plan.SlotOf(line, month) is not null)
                .SelectMany(line => measures.Select(measure => (month, line, measure))))
            .AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Clamp(Options.Threads, 1, 512))
            .Select(row => new SummaryRow(row.month, row.line, row.measure, Summarise(row.line, row.month, row.measure)!.Value));
    }

    private double[] Over(int slot, Measure measure) => [.. _futures.Select(record => RecordingPlan.Read(record, slot, measure))];

    private TargetOutcome? Reach(Target target)
    {
        var month = target.Month.MonthsSince(Model.MonthAt(0));
        var line = new Line(target.Place, target.Service, target.StaffGroup);
        if (Summarise(line, month, target.Measure) is not { } summary) return null;
        var values = InEveryFuture(line, month, target.Measure);
        var holds = values.Count(value => target.AtLeast ? value >= target.Value : value <= target.Value);
        double[] measured = [.. values];
        double[] weights = [.. _draws.Select(draws => RankCorrelation.Squared(draws, measured))];
        return new TargetOutcome(summary, (double)holds / values.Count, weights);
    }
}
