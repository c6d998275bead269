using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Results;

/// <summary>
/// What a run found: the central run's account, and a record of sums for the central run and every future.
/// </summary>
public sealed class RunResult
{
    private readonly RunRecords _records;
    private readonly CohortMonth[][] _account;
    private readonly DrawnRow[] _draws;
    private readonly NeedCalculator _needs;

    internal RunResult(NationalModel model, RunOptions options, RunRecords records, CohortMonth[][] account, SourceFlows flows, DrawnRow[] draws)
    {
        (Model, Options, _records, _account, _draws) = (model, options, records, account, draws);
        Flows = flows;
        _needs = new NeedCalculator(model, records.Plan.NeedSums, new NeedRates(model, options.Scenario, [.. draws.Select(row => row.Values)], FuturesRun), FuturesRun, StaffInFutures, StaffInFutures);
        Targets = [.. model.Targets.Select(target => new TargetResult(target, Reach(target)))];
    }

    /// <summary>The model that was run.</summary>
    public NationalModel Model { get; }

    /// <summary>What was run of it.</summary>
    public RunOptions Options { get; }

    /// <summary>The targets, in the framework's order.</summary>
    public IReadOnlyList<TargetResult> Targets { get; }

    /// <summary>Who joined from where in the central run, who left and who moved.</summary>
    public SourceFlows Flows { get; }

    /// <summary>What chance does to individuals; null where it was not asked for.</summary>
    public ChanceRuns? Chance { get; internal init; }

    /// <summary>What each lever of the scenario does in each month of the central run.</summary>
    public IReadOnlyList<LeverMonth> Levers => field ??= LeverMonth.Of(Model, Options.Scenario, Options.Months);

    /// <summary>What it costs; null where the model has no pay (docs/method.md section 11).</summary>
    public RunCosts? Costs { get; internal init; }

    /// <summary>What was kept of the central run and of every future.</summary>
    internal RunRecords Records => _records;

    /// <summary>Futures that were run.</summary>
    public int FuturesRun => _records.Futures.Count;

    /// <summary>Number of the first future that was run, from 1.</summary>
    public int FirstFuture => Options.Only?.First ?? 1;

    /// <summary>The lines recorded every month (nation and regions), then those of sampled months.</summary>
    public IEnumerable<Line> Lines => _records.Plan.MonthlyLines.Concat(_records.Plan.SampledLines);

    /// <summary>Whether a line is in the tables of a month (1 for the first): docs/frameworks.md, "What a run writes".</summary>
    public bool IsListed(Line line, int month) => _records.Plan.IsListed(line, month);

    /// <summary>The central run's account of one month (1 for the first), by cohort.</summary>
    public ReadOnlySpan<CohortMonth> Account(int month) => _account[month - 1];

    /// <summary>
    /// Need beside posts and staff in a month (1 for the first) of the central run, for every place with a need and those above it:
    /// nation to trusts, in each by service and staff group, with the range over the futures. Posts and staff are those of the
    /// cohorts that have a need.
    /// </summary>
    public IReadOnlyList<NeedRow> Needs(int month) => [.. NeedsInFutures(month).Select(need => need.Row)];

    /// <summary>The same added up within each future: each place over all its services and staff groups, then each staff group of it.</summary>
    public IReadOnlyList<NeedTotal> NeedTotals(int month) => NeedTotal.Of(NeedsInFutures(month));

    /// <summary>
    /// Need of every line that a run records in a month (1 for the first): nation and regions in every month, systems and trusts in the sampled months, as
    /// <see cref="IsListed"/> says. Where a line is recorded the futures' staff are, so that each gap has a range.
    /// </summary>
    public IEnumerable<NeedLine> NeedLines(int month) => NeedLine.Of(Model, RecordedNeeds(month), line => IsListed(line, month));

    /// <summary>Staff and posts of every line on the opening day.</summary>
    public IEnumerable<OpeningLine> OpeningLines() => OpeningLine.Of(
        Model, _records.Plan, row => row < 0 ? 0 : Options.Scenario.Changes.GetValueOrDefault(row, Model.Assumptions[row]).Central, row => row < 0 ? new double[FuturesRun] : _draws[row].Values, FuturesRun);

    /// <summary>The rows of <see cref="Needs"/> with the values of every future.</summary>
    internal IReadOnlyList<NeedInFutures> NeedsInFutures(int month) => _needs.InMonth(month, Account(month));

    /// <summary>Those of them whose places are recorded in the month.</summary>
    internal IReadOnlyList<NeedInFutures> RecordedNeeds(int month)
    {
        bool IsRecorded(int place) => Model.Places[place].IsNationOrRegion || _records.Plan.IsSampled(month);
        return _needs.InMonth(month, Account(month), sum => IsRecorded(sum.Place));
    }

    /// <summary>A measure of a line in a month; null when the run does not hold it.</summary>
    public Summary? Summarise(Line line, int month, Measure measure) => _records.Summarise(line, month, measure);

    /// <summary>
    /// A flow of a line added up over months <paramref name="first"/> to <paramref name="last"/> within each future, then
    /// summarised over the futures; null when the run does not hold every one of those months.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="first">The first month added, from 1.</param>
    /// <param name="last">The last month added, not before <paramref name="first"/>.</param>
    /// <param name="flow"><see cref="Measure.Joiners"/>, <see cref="Measure.Leavers"/> or <see cref="Measure.Moves"/>, heads.</param>
    /// <exception cref="ArgumentException"><paramref name="flow"/> is not a flow: months of it do not add up.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="last"/> is before <paramref name="first"/>.</exception>
    public Summary? Summarise(Line line, int first, int last, Measure flow)
    {
        if (flow is not (Measure.Joiners or Measure.Leavers or Measure.Moves)) throw new ArgumentException($"Months of {flow} do not add up.", nameof(flow));
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        double central = 0;
        var values = new double[FuturesRun];
        for (var month = first; month <= last; month++)
        {
            if (_records.InFutures(line, month, flow) is not { } inMonth) return null;
            central += _records.Central(line, month, flow)!.Value;
            for (var i = 0; i < values.Length; i++)
                values[i] += inMonth[i];
        }

        return Summary.Of(central, values);
    }

    /// <summary>A measure of a line in a month in the central run.</summary>
    /// <exception cref="ArgumentException">The run does not hold it.</exception>
    public double Central(Line line, int month, Measure measure) => _records.Central(line, month, measure) ?? throw NotHeld(month);

    /// <summary>A measure of a line in a month in every future run, in the order of their numbers.</summary>
    /// <exception cref="ArgumentException">The run does not hold it.</exception>
    public IReadOnlyList<double> InEveryFuture(Line line, int month, Measure measure) => _records.InFutures(line, month, measure) ?? throw NotHeld(month);

    /// <summary>Every recorded figure in the order of percentiles.csv: month, then nation to trusts, then measure. They are worked out as they are read.</summary>
    public IEnumerable<SummaryRow> Summaries() => _records.Summaries(Options.Workers);

    private static ArgumentException NotHeld(int month) => new($"Month {month} of this line is not recorded.", nameof(month));

    private double[]? StaffInFutures(Line line, int month) => _records.InFutures(line, month, Measure.Fte);

    /// <summary>Staff of those who have a need, where they are a recorded line by themselves or are recorded apart.</summary>
    private double[]? StaffInFutures(NeedSum sum, int month) => sum.IsWholeLine ? StaffInFutures(NeedCalculator.LineOf(Model, sum.Place, sum), month) : _records.StaffInFutures(sum, month);

    /// <summary>The line that a target is measured on; where all employers are of one sector, that of all of them.</summary>
    internal Line LineOf(Target target) => new(target.Place, target.Service, target.StaffGroup, _records.Plan.TellsSectorsApart && target.Sector is { } sector ? Model.Sectors.CountedBy(sector) : null);

    private TargetOutcome? Reach(Target target)
    {
        if (Measured(target) is not { } measured) return null;
        var values = measured.InFutures;
        var holds = values.Count(target.Holds);
        var ranks = RankCorrelation.Ranks(values);
        double[] weights = [.. _draws.Select(row => RankCorrelation.SquaredOfRanks(row.Ranks, ranks))];
        return new TargetOutcome(Summary.Of(measured.Central, [.. values]), (double)holds / values.Length, weights);
    }

    /// <summary>What a target counts at its month, in the central run and in every future; null when the run ends before it.</summary>
    internal (double Central, double[] InFutures)? Measured(Target target)
    {
        var (line, month) = (LineOf(target), target.Month.MonthsSince(Model.MonthAt(0)));
        if (_records.Central(line, month, target.Measure) is not { } central || _records.InFutures(line, month, target.Measure) is not { } values) return null;
        if (!target.SinceOpening) return (central, values);
        var opening = new OpeningDay(Model, _records.Plan.CohortsOf(line), target.Measure);
        return (central - opening.Of(row => Options.Scenario.Changes.GetValueOrDefault(row, Model.Assumptions[row]).Central), [.. values.Select((value, i) => value - opening.Of(row => _draws[row].Values[i]))]);
    }
}
