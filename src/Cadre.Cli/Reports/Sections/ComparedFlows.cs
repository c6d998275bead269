namespace Cadre.Cli.Reports.Sections;

/// <summary>Joiners by source and leavers by cause of two runs.</summary>
internal static class ComparedFlows
{
    public static void Add(ReportPage page, RunPair pair)
    {
        var (a, b) = (pair.A.About.FlowYears[^1], pair.B.About.FlowYears[^1]);
        if ((a.Month, a.Months) != (b.Month, b.Months))
        {
            page.Add("flows", "Who joins and who leaves", Html.Of($"<p class=\"says\">The runs end in different months, so their flows are not compared.</p>\n"));
            return;
        }

        var rows = Rows(pair, a);
        var chart = ChartData.Bars("Heads, B less A", null, rows.Select(row => (row.Name, row.B - row.A, Signed.Amount(row.B - row.A))), isDifference: true);
        page.Add(
            "flows", "Who joins and who leaves",
            page.Chart("flow-chart", Sentence(pair), $"Heads in {FlowSection.Period(a)}, central runs, B less A. A single source or cause has no range; all joiners and all leavers have.", chart),
            Totals(pair).Show(),
            new ReportTable(
                $"By source of joiners and cause of leaving, heads in {FlowSection.Period(a)}, central runs",
                ReportColumn.Words("Way", rows.Select(row => row.Name)),
                ReportColumn.Numbers("A", rows.Select(row => Figures.Amount(row.A))),
                ReportColumn.Numbers("B", rows.Select(row => Figures.Amount(row.B))),
                ReportColumn.Numbers("B less A", rows.Select(row => Signed.Amount(row.B - row.A)))).Folded());
    }

    /// <summary>How joiners and leavers differ, in one sentence.</summary>
    public static string Sentence(RunPair pair)
    {
        var (a, b) = (pair.A.About.FlowYears[^1], pair.B.About.FlowYears[^1]);
        string Of(double difference, string what) => Figures.Amount(Math.Abs(difference)) is "0" ? $"as many {what}" : $"{Figures.Amount(Math.Abs(difference))} {(difference > 0 ? "more" : "fewer")} {what}";
        return $"Against A, B has {Of(b.Joiners.Central - a.Joiners.Central, "joiners")} and {Of(b.Leavers.Central - a.Leavers.Central, "leavers")} in {FlowSection.Period(a)}.";
    }

    private static List<(string Name, double A, double B)> Rows(RunPair pair, FlowYear year)
    {
        var a = pair.A.Flows.ToLookup(flow => FlowSection.NameOf(pair.A, flow), flow => FlowSection.HeadsIn(flow, year));
        var b = pair.B.Flows.ToLookup(flow => FlowSection.NameOf(pair.B, flow), flow => FlowSection.HeadsIn(flow, year));
        return [.. a.Select(flow => flow.Key).Union(b.Select(flow => flow.Key)).Select(name => (Name: name, A: a[name].Sum(), B: b[name].Sum())).Where(row => row.A >= 0.5 || row.B >= 0.5).OrderByDescending(row => row.B - row.A)];
    }

    private static ReportTable Totals(RunPair pair)
    {
        string Range(ReportRun run, Ranged flow) => run.HasRange ? $"{Figures.Amount(flow.P5)} to {Figures.Amount(flow.P95)}" : "";
        var years = pair.A.About.FlowYears.Join(pair.B.About.FlowYears, year => (year.Month, year.Months), year => (year.Month, year.Months), (a, b) => (A: a, B: b)).ToArray();
        IEnumerable<ReportColumn> Of(string what, Func<FlowYear, Ranged> flow) =>
        [
            ReportColumn.Figures($"{what}, A", years.Select(year => (Figures.Amount(flow(year.A).Central), Range(pair.A, flow(year.A))))),
            ReportColumn.Figures($"{what}, B", years.Select(year => (Figures.Amount(flow(year.B).Central), Range(pair.B, flow(year.B))))),
            ReportColumn.Numbers("B less A", years.Select(year => Signed.Amount(flow(year.B).Central - flow(year.A).Central))),
        ];
        return new ReportTable("All joiners and leavers, heads", [ReportColumn.Words("In", years.Select(year => Wording.Capital(FlowSection.Period(year.A)))), .. Of("Joiners", year => year.Joiners), .. Of("Leavers", year => year.Leavers)]);
    }
}
