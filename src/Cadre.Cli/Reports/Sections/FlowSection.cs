namespace Cadre.Cli.Reports.Sections;

/// <summary>Where joiners come from and why staff go.</summary>
internal static class FlowSection
{
    public static void Add(ReportPage page, ReportRun run)
    {
        var last = run.About.FlowYears[^1];
        var ways = WaysIn(run, last);
        var chart = ChartData.Bars("Heads: in to the right, out to the left", null, ways.Select(way => (way.Name, way.IsOut ? -way.Heads : way.Heads, Figures.Amount(way.Heads))));
        var key = $"Heads in {Period(last)}, central run: joiners and moves in to the right, leavers and moves out to the left. The table has the range of all joiners and all leavers; a single source or cause has none.";
        page.Add("flows", "Who joins and who leaves", page.Chart("flow-chart", Sentence(run), key, chart), Totals(run).Show(), BySource(run).Folded());
    }

    /// <summary>How many join and leave, in one sentence.</summary>
    public static string Sentence(ReportRun run)
    {
        var last = run.About.FlowYears[^1];
        string Of(Ranged flow, string verb) => $"{Figures.Amount(flow.Central)} people {verb}{(run.HasRange && Figures.To(flow.P5, flow.P95, Figures.Amount) is { Length: > 0 } range ? $" ({range})" : "")}";
        var net = last.Joiners.Central - last.Leavers.Central;
        return $"In {Period(last)} {Of(last.Joiners, "join")} and {Of(last.Leavers, "leave")}: {Figures.Amount(Math.Abs(net))} {(net >= 0 ? "more join than leave" : "more leave than join")}.";
    }

    /// <summary>A way in or out in words.</summary>
    public static string NameOf(ReportRun run, ReportFlow flow) => (flow.Flow, flow.Kind) switch
    {
        ("joiners", "other") => "Joiners: everyone else",
        ("joiners", var source) => $"Joiners: {run.About.Sources.FirstOrDefault(other => other.Code == source)?.Name ?? source}",
        ("leavers", "") => run.Flows.Any(other => other is { Flow: "leavers", Kind.Length: > 0 }) ? "Leavers: cause not told apart" : "Leavers",
        ("leavers", var cause) => $"Leavers: {cause}",
        ("moves_in", var kind) => $"Moves in: {Move(kind)}",
        ("moves_out", var kind) => $"Moves out: {Move(kind)}",
        _ => "Regrading and the like",
    };

    /// <summary>Heads of a flow in a year.</summary>
    public static double HeadsIn(ReportFlow flow, FlowYear year)
    {
        var end = RunTable.Month(year.Month);
        return Enumerable.Range(0, year.Months).Sum(back => flow.HeadsByMonth.GetValueOrDefault(end.PlusMonths(-back).ToString()));
    }

    /// <summary>The year to March 2031; 6 months to March 2026.</summary>
    public static string Period(FlowYear year) => $"{(year.Months == 12 ? "the year" : $"the {Wording.Count(year.Months, "month")}")} to {Wording.Long(RunTable.Month(year.Month))}";

    private static List<(string Name, bool IsOut, double Heads)> WaysIn(ReportRun run, FlowYear year) =>
    [
        .. run.Flows.Where(flow => flow.Flow != "adjustment").Select(flow => (Name: NameOf(run, flow), IsOut: flow.Flow is "leavers" or "moves_out", Heads: HeadsIn(flow, year)))
            .Where(way => way.Heads >= 0.5).OrderBy(way => way.IsOut).ThenByDescending(way => way.Heads),
    ];

    private static string Move(string kind) => kind switch
    {
        "within" => "from place to place",
        "outside" => "to other NHS bodies",
        "conversion" => "between staff groups",
        _ => "with a transferred service",
    };

    private static ReportTable Totals(ReportRun run)
    {
        var years = run.About.FlowYears;
        string Range(Ranged flow) => run.HasRange ? Figures.To(flow.P5, flow.P95, Figures.Amount) : "";
        return new ReportTable(
            "All joiners and leavers, heads",
            ReportColumn.Words("In", years.Select(year => Wording.Capital(Period(year)))),
            ReportColumn.Figures("Joiners", years.Select(year => (Figures.Amount(year.Joiners.Central), Range(year.Joiners)))),
            ReportColumn.Figures("Leavers", years.Select(year => (Figures.Amount(year.Leavers.Central), Range(year.Leavers)))),
            ReportColumn.Numbers("Joiners less leavers", years.Select(year => Signed.Amount(year.Joiners.Central - year.Leavers.Central))));
    }

    private static ReportTable BySource(ReportRun run)
    {
        var flows = run.Flows.OrderBy(flow => Array.IndexOf(["joiners", "leavers", "moves_in", "moves_out", "adjustment"], flow.Flow)).ToArray();
        return new ReportTable(
            "By source of joiners and cause of leaving, heads in the year to then, central run",
            [
                ReportColumn.Words("Way", flows.Select(flow => NameOf(run, flow))),
                .. run.About.FlowYears.Select(year => ReportColumn.Numbers(
                    $"{Wording.Short(RunTable.Month(year.Month))}{(year.Months == 12 ? "" : $" ({Wording.Count(year.Months, "month")})")}", flows.Select(flow => Figures.Amount(HeadsIn(flow, year))))),
            ]);
    }
}
