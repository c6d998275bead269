namespace Cadre.Cli.Reports.Sections;

/// <summary>Staff, posts and vacancies of two runs over time.</summary>
internal static class ComparedTrend
{
    public static void Add(ReportPage page, RunPair pair)
    {
        var both = Both(pair);
        if (both.Length == 0)
        {
            page.Add("trend", "Staff and posts over time", Html.Of($"<p class=\"says\">{Sentence(pair)}</p>\n"));
            return;
        }

        var chart = ChartData.Fan("FTE", new[] { (Name: "Staff in A", Run: pair.A), (Name: "Staff in B", Run: pair.B) }.Select(series =>
            ChartData.Series(series.Name, series.Run.Fte(series.Run.Nation[^1].Staff.Central), series.Run.Nation.Select(row => ($"{row.Month}", row.Staff)))));
        var marches = both.Where(row => row.A.Month.Month == 3 || row == both[^1]).ToArray();
        ReportTable Table(string what, Func<NationMonth, Band> figure) => new(
            $"{what}, FTE at the end of the month",
            [ReportColumn.Words("Month", marches.Select(row => Wording.Long(row.A.Month))), .. pair.Columns(what, marches, row => figure(row).Ranged)]);
        page.Add(
            "trend", "Staff and posts over time",
            page.Chart("trend-chart", Sentence(pair), "Staff in post, FTE. Line: central run (dashed: A); dark band: half of the futures; light band: nine in ten. The axis does not begin at 0.", chart),
            Table("Staff in post", row => row.Staff).Show(), Table("Funded posts", row => row.Posts).Folded(), Table("Vacancies", row => row.Vacancies).Folded());
    }

    /// <summary>How staff differ in the last month of both, in one sentence.</summary>
    public static string Sentence(RunPair pair)
    {
        if (Both(pair) is not [.., var last]) return "The runs have no month in common.";
        var difference = last.B.Staff.Central - last.A.Staff.Central;
        var amount = pair.B.Fte(Math.Abs(difference));
        return amount == "0"
            ? $"In {Wording.Long(last.A.Month)} both central runs have as many staff, {pair.A.Fte(last.A.Staff.Central)} FTE."
            : $"In {Wording.Long(last.A.Month)} the central run of B has {amount} FTE {(difference > 0 ? "more" : "fewer")} staff than A: {pair.B.Fte(last.B.Staff.Central)}{pair.B.InBrackets(last.B.Staff.Ranged)} against {pair.A.Fte(last.A.Staff.Central)}{pair.A.InBrackets(last.A.Staff.Ranged)}.";
    }

    private static (NationMonth A, NationMonth B)[] Both(RunPair pair) => [.. pair.A.Nation.Join(pair.B.Nation, row => row.Month, row => row.Month, (a, b) => (a, b))];
}
