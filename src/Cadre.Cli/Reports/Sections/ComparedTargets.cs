namespace Cadre.Cli.Reports.Sections;

/// <summary>The targets of two runs side by side.</summary>
internal static class ComparedTargets
{
    public static void Add(ReportPage page, RunPair pair)
    {
        var both = Both(pair);
        if (both.Length == 0)
        {
            page.Add("targets", "Targets", Html.Of($"<p class=\"says\">{Sentence(pair)}</p>\n"));
            return;
        }

        var chart = ChartData.Bars("Probability in B less that in A, percentage points", null, both.Select(row => (row.A.Description, (row.B.Probability - row.A.Probability) * 100, $"{Share(row.A)} → {Share(row.B)}")), isDifference: true);
        var table = new ReportTable(
            "Targets in both runs",
            ReportColumn.Words("Target", both.Select(row => row.A.Description)),
            ReportColumn.Words("Wanted", both.Select(row => TargetSection.Wanted(row.A))),
            Reached("A", pair.A, both.Select(row => row.A)),
            Reached("B", pair.B, both.Select(row => row.B)),
            ReportColumn.Numbers("Probability, A", both.Select(row => Share(row.A))),
            ReportColumn.Numbers("Probability, B", both.Select(row => Share(row.B))),
            ReportColumn.Numbers("Percentage points", both.Select(row => Signed.Points(row.B.Probability - row.A.Probability))));
        page.Add("targets", "Targets", page.Chart("targets-chart", Sentence(pair), "Percentage points by which the share of futures that meet the target differs; at the right the share in A, then in B.", chart), table.Show());
    }

    /// <summary>How many targets are likelier, in one sentence.</summary>
    public static string Sentence(RunPair pair)
    {
        var both = Both(pair);
        if (both.Length == 0) return "The runs share no target that both reach.";
        var better = both.Count(row => row.B.Probability > row.A.Probability);
        var worse = both.Count(row => row.B.Probability < row.A.Probability);
        if (better + worse == 0) return $"No: {Wording.Count(both.Length, "target")} {(both.Length == 1 ? "is" : "are")} as likely in B as in A.";
        var most = both.MaxBy(row => Math.Abs(row.B.Probability - row.A.Probability));
        string Count(int count) => count == 0 ? "none" : $"{count}";
        string Verb(int count) => count is 0 or 1 ? "is" : "are";
        return $"In B {Count(better)} of {Wording.Count(both.Length, "target")} {Verb(better)} likelier than in A and {Count(worse)} {Verb(worse)} less likely; the largest change: “{most.A.Description}”, {Share(most.A)} to {Share(most.B)}.";
    }

    private static (ReportTarget A, ReportTarget B)[] Both(RunPair pair) =>
        [.. pair.A.Targets.Join(pair.B.Targets, target => (target.Id, target.Month, target.Value), target => (target.Id, target.Month, target.Value), (a, b) => (a, b)).Where(row => row.a.Figure is not null && row.b.Figure is not null)];

    private static ReportColumn Reached(string run, ReportRun of, IEnumerable<ReportTarget> targets) => ReportColumn.Figures(
        $"Central, {run}", targets.Select(target => (TargetSection.Figure(of, target, target.Figure!.Value.Central), of.HasRange ? $"{TargetSection.Figure(of, target, target.Figure.Value.P5)} to {TargetSection.Figure(of, target, target.Figure.Value.P95)}" : "")));

    private static string Share(ReportTarget target) => Figures.Percent(target.Probability);
}
