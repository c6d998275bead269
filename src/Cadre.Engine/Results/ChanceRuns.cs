using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Results;

/// <summary>
/// Chance runs: every assumption at its central value, and what happens to individuals drawn by luck (docs/method.md section 8). Reported
/// apart from the futures.
/// </summary>
public sealed class ChanceRuns
{
    private readonly RecordingPlan _plan;
    private readonly FutureRecords _runs;

    private ChanceRuns(RecordingPlan plan, FutureRecords runs) => (_plan, _runs) = (plan, runs);

    /// <summary>Number of runs.</summary>
    public int Count => _runs.Count;

    /// <summary>Every recorded figure in the order of percentiles.csv; the mean over the runs stands for the central value.</summary>
    public IEnumerable<SummaryRow> Summaries() =>
        from row in _plan.Figures()
        from measure in Enum.GetValues<Measure>()
        select new SummaryRow(row.Month, row.Line, measure, Summarise(row.Line, row.Month, measure)!.Value);

    /// <summary>A measure of a line in a month over the runs; null when it is not recorded.</summary>
    public Summary? Summarise(Line line, int month, Measure measure)
    {
        if (_plan.Find(line, month) is not { } figure) return null;
        var values = new double[Count];
        _runs.Read(figure, measure, values);
        return Summary.Of(values.Average(), values);
    }

    /// <summary>A measure of a line in a month in every run, in the order of their numbers.</summary>
    /// <exception cref="ArgumentException">It is not recorded.</exception>
    public IReadOnlyList<double> InEveryRun(Line line, int month, Measure measure)
    {
        if (_plan.Find(line, month) is not { } figure) throw new ArgumentException($"Month {month} of this line is not recorded.", nameof(month));
        var values = new double[Count];
        _runs.Read(figure, measure, values);
        return values;
    }

    /// <summary>Checks that chance can be drawn for a model: whole people, and nothing that is only known on average.</summary>
    /// <exception cref="ModelException">It cannot; the message says every reason.</exception>
    public static void Check(NationalModel model)
    {
        string[] reasons = [.. Reasons(model)];
        if (reasons.Length > 0) throw new ModelException("Chance cannot be drawn:\n  " + string.Join("\n  ", reasons));
    }

    /// <summary>Runs as many as there are futures.</summary>
    internal static ChanceRuns Of(PreparedModel prepared, RecordingPlan plan, RunOptions options, CancellationToken cancellation)
    {
        var first = options.Only?.First ?? 1;
        var records = new FutureRecords((options.Only?.Last ?? options.Futures) - first + 1, plan.Size);
        var central = FutureParameters.Central(prepared, options.Scenario);
        NationalRun.RunInParallel(options.Threads, records.Count, () => new double[plan.Size], (record, i) =>
        {
            var simulation = new Simulator(prepared, options.Scenario, new Luck(options.Seed, first + i));
            simulation.Run(central, plan.Months, month => plan.Record(simulation.Month, month, record));
            records.Store(i, record);
        }, cancellation);
        return new ChanceRuns(plan, records);
    }

    /// <summary>Why chance cannot be drawn for a model: a line for each reason, naming file and place; none where it can.</summary>
    public static IEnumerable<string> Reasons(NationalModel model)
    {
        if (model.Moves.Count > 0) yield return "transfers.csv and adjustments.csv: found rows, expected none; a move of the average has no place among individuals";
        foreach (var group in model.StaffGroups.Where(group => group.Exits.Any(row => row.Exit == Exit.MovedWithin)))
            yield return $"exits.csv: found moved_within for {group.Code}, expected other exits only";
        foreach (var cohort in model.Cohorts.Where(cohort => cohort.OpeningHeads.Value != Math.Floor(cohort.OpeningHeads.Value)))
            yield return $"stock.csv: found {cohort.OpeningHeads.Value:R} heads for {model.Places[cohort.Place].Code}/{model.Services[cohort.Service].Code}/{model.StaffGroups[cohort.StaffGroup].Code}, expected a whole number";
    }
}
