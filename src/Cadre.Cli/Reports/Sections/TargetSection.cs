namespace Cadre.Cli.Reports.Sections;

/// <summary>The targets and how likely each is.</summary>
internal static class TargetSection
{
    public static void Add(ReportPage page, ReportRun run)
    {
        if (run.Targets.Count == 0)
        {
            page.Add("targets", "Targets", Html.Of($"<p>The framework sets no target.</p>\n"));
            return;
        }

        var reached = run.Targets.Where(target => target.Figure is not null).ToArray();
        var key = "Bars: the share of futures in which a target holds. Very likely: at least 90%; likely: at least two thirds; about as likely as not: at least a third; unlikely: at least 10%; very unlikely: less.";
        var chart = run.HasRange && reached.Length > 0
            ? page.Chart("targets-chart", Sentence(run), key, ChartData.Bars("Probability, %", 100, reached.Select(target => (target.Description, target.Probability * 100, ProbabilityOf(run, target)))))
            : Html.Of($"<p class=\"says\">{Sentence(run)}</p>\n");
        page.Add("targets", "Targets", chart, TableOf(run).Show());
    }

    /// <summary>What the targets come to, in one sentence.</summary>
    public static string Sentence(ReportRun run)
    {
        var reached = run.Targets.Where(target => target.Figure is not null).ToArray();
        var beyond = run.Targets.Count - reached.Length;
        var after = beyond == 0 ? "" : $"; {Wording.Count(beyond, "target")} {(beyond == 1 ? "lies" : "lie")} beyond the run";
        if (reached.Length == 0) return $"Every target lies beyond {Wording.Long(run.Last)}, when the run ends.";
        var central = reached.Count(target => target.HoldsCentrally);
        var most = reached.MaxBy(target => target.Probability)!;
        return $"The central run meets {(central == 0 ? "none" : $"{central}")} of {Wording.Count(reached.Length, "target")}"
            + (run.HasRange ? $"; the likeliest, “{most.Description}”, holds in {ProbabilityOf(run, most)} and is {HeadlineSentences.Word(most.Probability)}" : "") + $"{after}.";
    }

    /// <summary>A figure of a target in its unit.</summary>
    public static string Figure(ReportRun run, ReportTarget target, double value) => target.IsShare ? Figures.FinePercent(value) : run.Fte(value);

    /// <summary>What a target asks for.</summary>
    public static string Wanted(ReportTarget target) =>
        $"{(target.AtLeast ? "at least" : "at most")} {(target.IsShare ? $"{target.Value * 100:0.##}%" : $"{target.Value:#,0.##}")} in {Wording.Short(target.Month)}";

    private static string ProbabilityOf(ReportRun run, ReportTarget target) => Figures.Probability(target.Probability, run.Statement.FuturesRun);

    private static ReportTable TableOf(ReportRun run)
    {
        string Range(ReportTarget target) => target.Figure is { } figure && run.HasRange ? Figures.To(figure.P5, figure.P95, value => Figure(run, target, value)) : "";
        return new ReportTable(
            "Targets, what comes, and how likely they are",
            ReportColumn.Words("Target", run.Targets.Select(target => target.Description)),
            ReportColumn.Words("Wanted", run.Targets.Select(Wanted)),
            ReportColumn.Figures("Central run", run.Targets.Select(target => (target.Figure is { } figure ? Figure(run, target, figure.Central) : "beyond the run", Range(target)))),
            ReportColumn.Numbers("Holds in", run.Targets.Select(target => target.Figure is null ? "" : ProbabilityOf(run, target))),
            ReportColumn.Words("In words", run.Targets.Select(target => target.Figure is null || !run.HasRange ? "" : HeadlineSentences.Word(target.Probability))));
    }
}
