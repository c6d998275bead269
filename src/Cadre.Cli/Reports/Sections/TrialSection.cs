namespace Cadre.Cli.Reports.Sections;

/// <summary>The targets with no lever, with each lever alone and with all of them, where the framework names levers to try.</summary>
internal static class TrialSection
{
    /// <summary>Targets that have a chart of their own; the table has all.</summary>
    private const int ChartsShown = 4;

    /// <summary>The pieces; none where no lever was tried.</summary>
    public static IEnumerable<Html> Pieces(ReportPage page, ReportRun run)
    {
        if (run.Trials.Count == 0 || run.About.Tried is not { } tried) yield break;
        yield return Html.Of($"<p class=\"says\">{Sentence(run)}</p>\n<p class=\"note\">Each row is a run of its own in the same {Wording.Count(run.Statement.FuturesRun, "future")}. The levers are those of the scenario “{tried.Title}” ({tried.Scenario}). {Wording.LeverSizes}</p>\n");
        yield return Outcomes(run).Show();
        var moved = Moved(run);
        foreach (var target in moved.Take(ChartsShown))
        {
            yield return Html.Of($"<h3>What each lever alone changes: {target.Description}</h3>\n");
            yield return Chart(page, run, target);
        }

        if (moved.Count > 0) yield return Changes(run).Folded();
        if (run.Trials.Any(row => row.Expected is not null)) yield return Expected(run, tried).Show();
        yield return LeverSection.Words("The levers that were tried", tried.Levers).Folded();
    }

    /// <summary>What the levers come to, in one sentence or two.</summary>
    public static string Sentence(ReportRun run)
    {
        var reached = Reached(run);
        string Count(int likely) => likely == 0 ? "none" : $"{likely}";
        int Likely(string levers) => run.Trials.Count(row => row.Levers == levers && row.Figure is not null && row.Probability >= HeadlineSentences.Likely);
        var (with, without) = (Likely("all"), Likely("none"));
        var still = reached.Except(Moved(run)).Select(target => $"“{target.Description}”").ToArray();
        return $"With all the levers {Count(with)} of {Wording.Count(reached.Count, "target")} {(with is 0 or 1 ? "is" : "are")} likely, with no lever {Count(without)}."
            + (still.Length == 0 ? "" : still.Length == reached.Count ? " No lever changes any target." : $" No lever changes {Wording.List(still, "or")}.");
    }

    /// <summary>What the best lever does to a target, and all together, in one sentence.</summary>
    public static string Sentence(ReportRun run, ReportTarget target)
    {
        var sign = target.AtLeast ? 1 : -1;
        var best = RowsOf(run, target, "one").MaxBy(row => sign * row.Added!.Value.Central)!;
        string Of(TrialRow row) => $"{Text(row, row.Added!.Value.Central)}{Unit(row)}{(Range(run, row) is { Length: > 0 } range ? $" ({range})" : "")}";
        var all = RowsOf(run, target, "all").Single();
        var most = sign * best.Added!.Value.Central > 0 ? $"The lever that helps most alone is {best.Lever}: {Of(best)}" : "No lever alone helps";
        return $"{most}; all together change it by {Of(all)}, to {TargetSection.Figure(run, target, all.Figure!.Value.Central)} where {TargetSection.Wanted(target)} is wanted.";
    }

    private static Html Chart(ReportPage page, ReportRun run, ReportTarget target)
    {
        var rows = RowsOf(run, target, "one");
        var shown = rows.Where(row => !IsNothing(row)).OrderByDescending(row => row.Added!.Value.Central).Concat(RowsOf(run, target, "all")).ToArray();
        var without = rows.Where(IsNothing).Select(row => row.Lever).ToArray();
        var unit = $"Change in {Wording.Short(target.Month)},{Unit(rows[0])}";
        var key = $"Difference to the same futures with no lever. Dot: central run; bar: nine futures in ten.{(without.Length == 0 ? "" : $" Alone {Wording.List(without)} {(without.Length == 1 ? "changes" : "change")} nothing here.")}";
        var scale = target.IsShare ? 100 : 1;
        return page.Chart(
            $"trial-{target.Id}-chart", Sentence(run, target), key,
            ChartData.Ranges(unit, shown.Select(row => (Name(row), Scaled(row.Added!.Value, scale), Text(row, row.Added!.Value.Central))), isDifference: true));
    }

    /// <summary>In how many futures each target holds with some levers, over what comes.</summary>
    private static ReportTable Outcomes(ReportRun run)
    {
        var names = run.Trials.DistinctBy(row => (row.Levers, row.Lever)).ToArray();
        var columns = Reached(run).Select(target => ReportColumn.Figures(
            $"{target.Description}: holds in",
            names.Select(name => run.Trials.First(row => row.Target == target.Id && (row.Levers, row.Lever) == (name.Levers, name.Lever)))
                .Select(row => (Figures.Probability(row.Probability, run.Statement.FuturesRun), What(run, target, row.Figure!.Value)))));
        return new ReportTable("Targets with no lever, each lever alone and all: futures in which each holds, over the central run and its range", [ReportColumn.Words("Levers", names.Select(Name)), ReportColumn.Words("Grade", names.Select(row => GradeOf(run, row))), .. columns]);
    }

    private static ReportTable Changes(ReportRun run)
    {
        var targets = Reached(run);
        var names = run.Trials.Where(row => row.Levers != "none").DistinctBy(row => (row.Levers, row.Lever)).ToArray();
        var columns = targets.Select(target => RowsOf(run, target, "one").Concat(RowsOf(run, target, "all")).ToArray())
            .Select((rows, i) => ReportColumn.Figures($"{targets[i].Description},{Unit(rows[0])}", rows.Select(row => (Text(row, row.Added!.Value.Central), IsNothing(row) ? "" : Range(run, row)))));
        return new ReportTable("What each lever alone, and all together, change in each target", [ReportColumn.Words("Levers", names.Select(Name)), .. columns]);
    }

    private static ReportTable Expected(ReportRun run, AboutTrials tried)
    {
        var rows = run.Trials.Where(row => row is { Expected: not null, Figure: not null }).ToArray();
        var targets = rows.Select(row => run.Targets.First(target => target.Id == row.Target)).ToArray();
        string Verdict(double low, double high, (double Low, double High) expected) => Wording.Beside(low, high, expected.Low, expected.High);
        return new ReportTable(
            $"What was expected{(tried.ExpectedOn is { } day ? $", written down on {Wording.Day(day)}" : "")} before anything was run, beside what came",
            ReportColumn.Words("Target", targets.Select(target => target.Description)),
            ReportColumn.Words("Levers", rows.Select(Name)),
            ReportColumn.Numbers("Expected", rows.Select((row, i) => Figures.To(row.Expected!.Value.Low, row.Expected.Value.High, value => TargetSection.Figure(run, targets[i], value)))),
            ReportColumn.Figures("Central run", rows.Select((row, i) => (TargetSection.Figure(run, targets[i], row.Figure!.Value.Central), RangeOf(run, targets[i], row.Figure.Value)))),
            ReportColumn.Words("Central run is", rows.Select(row => Verdict(row.Figure!.Value.Central, row.Figure.Value.Central, row.Expected!.Value))),
            ReportColumn.Words("Nine futures in ten are", rows.Select(row => run.HasRange ? Verdict(row.Figure!.Value.P5, row.Figure.Value.P95, row.Expected!.Value) : "")));
    }

    private static List<ReportTarget> Reached(ReportRun run) => [.. run.Targets.Where(target => run.Trials.Any(row => row.Target == target.Id && row.Figure is not null))];

    /// <summary>The targets that some lever changes.</summary>
    private static List<ReportTarget> Moved(ReportRun run) => [.. Reached(run).Where(target => run.Trials.Any(row => row.Target == target.Id && row.Levers != "none" && !IsNothing(row)))];

    private static TrialRow[] RowsOf(ReportRun run, ReportTarget target, string levers) => [.. run.Trials.Where(row => row.Target == target.Id && row.Levers == levers && row.Added is not null)];

    /// <summary>Whether what a lever adds rounds to nothing, in the central run and in nine futures in ten.</summary>
    private static bool IsNothing(TrialRow row) => row.Added is not { } added || new[] { added.Central, added.P5, added.P95 }.All(value => !Text(row, value).Any(digit => digit is >= '1' and <= '9'));

    private static string What(ReportRun run, ReportTarget target, Ranged figure) =>
        $"{TargetSection.Figure(run, target, figure.Central)}{(RangeOf(run, target, figure) is { Length: > 0 } range ? $" ({range})" : "")}";

    private static string RangeOf(ReportRun run, ReportTarget target, Ranged figure) => run.HasRange ? Figures.To(figure.P5, figure.P95, value => TargetSection.Figure(run, target, value)) : "";

    private static string Range(ReportRun run, TrialRow row) => run.HasRange ? Figures.To(row.Added!.Value.P5, row.Added.Value.P95, value => Text(row, value)) : "";

    private static Ranged Scaled(Ranged figure, double scale) => new(figure.Central * scale, figure.P5 * scale, figure.P95 * scale);

    /// <summary>A change: +1,230; of a share in percentage points, +1.2.</summary>
    private static string Text(TrialRow row, double value) => IsShare(row) ? Signed.Tenth(value * 100) : Math.Abs(value) < 9.95 && Math.Abs(row.Figure?.Central ?? 0) >= 100 ? Signed.Whole((long)Math.Round(value)) : Signed.Amount(value);

    private static string Unit(TrialRow row) => IsShare(row) ? " percentage points" : row.Measure.Split('_')[0] is "heads" or "joiners" or "leavers" or "moves" ? " heads" : " FTE";

    private static bool IsShare(TrialRow row) => row.Measure.StartsWith("vacancy_rate", StringComparison.Ordinal);

    /// <summary>The grades of a lever's rows.</summary>
    private static string GradeOf(ReportRun run, TrialRow row) =>
        row.Levers == "one" ? string.Join(", ", run.About.Tried!.Levers.Where(lever => lever.Id.Split('.')[0] == row.Lever).Select(lever => lever.Grade).Distinct().Order(StringComparer.Ordinal)) : "";

    private static string Name(TrialRow row) => row.Levers switch
    {
        "none" => "No lever",
        "all" => "All levers together",
        _ => $"{Wording.Capital(row.Lever)} alone",
    };
}
