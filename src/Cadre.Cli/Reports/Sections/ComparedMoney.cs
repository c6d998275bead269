namespace Cadre.Cli.Reports.Sections;

/// <summary>What two runs cost by year.</summary>
internal static class ComparedMoney
{
    public static void Add(ReportPage page, RunPair pair)
    {
        var both = Both(pair);
        if (both.Length == 0)
        {
            page.Add("money", "Money", Html.Of($"<p class=\"says\">{Sentence(pair)}</p>\n"));
            return;
        }

        var unit = MoneyUnit.For(both.Max(row => Math.Max(row.A.Pounds.Central, row.B.Pounds.Central)));
        var word = unit.Pounds > 1 ? "£ million" : "£";
        string Range(ReportRun run, ReportCost cost) => run.HasRange ? $"{unit.Amount(cost.Pounds.P5)} to {unit.Amount(cost.Pounds.P95)}" : "";
        var chart = ChartData.Bars($"{word}, B less A", null, both.Select(row => (row.A.Year, (row.B.Pounds.Central - row.A.Pounds.Central) / unit.Pounds, unit.Change(row.B.Pounds.Central - row.A.Pounds.Central))), isDifference: true);
        page.Add(
            "money", "Money",
            page.Chart("money-chart", Sentence(pair), $"{word} at {pair.A.Statement.Prices} prices, total cost of the central runs, B less A.", chart),
            new ReportTable(
                $"Total cost by financial year, {word} at {pair.A.Statement.Prices} prices",
                ReportColumn.Words("Year", both.Select(row => row.A.Months == 12 ? row.A.Year : $"{row.A.Year} ({Wording.Count(row.A.Months, "month")})")),
                ReportColumn.Figures("A", both.Select(row => (unit.Amount(row.A.Pounds.Central), Range(pair.A, row.A)))),
                ReportColumn.Figures("B", both.Select(row => (unit.Amount(row.B.Pounds.Central), Range(pair.B, row.B)))),
                ReportColumn.Numbers("B less A", both.Select(row => unit.Change(row.B.Pounds.Central - row.A.Pounds.Central)))).Show());
    }

    /// <summary>How the last whole year's cost differs, in one sentence.</summary>
    public static string Sentence(RunPair pair)
    {
        var both = Both(pair);
        if (both.Length == 0) return "The runs have no cost that can be compared.";
        var last = both.LastOrDefault(row => row.A.Months == 12) is { A: not null } whole ? whole : both[^1];
        var difference = last.B.Pounds.Central - last.A.Pounds.Central;
        return $"In {last.A.Year} B costs {(Math.Abs(difference) < 0.5 ? "as much as A" : $"{MoneySection.Pounds(Math.Abs(difference))} {(difference > 0 ? "more" : "less")} than A")}: {MoneySection.Pounds(last.B.Pounds.Central, difference)} against {MoneySection.Pounds(last.A.Pounds.Central, difference)}, at {pair.A.Statement.Prices} prices.";
    }

    /// <summary>The years that both have, at the same prices.</summary>
    private static (ReportCost A, ReportCost B)[] Both(RunPair pair) => pair.A.Statement.Prices != pair.B.Statement.Prices ? [] :
        [.. MoneySection.Totals(pair.A).Join(MoneySection.Totals(pair.B), cost => (cost.Year, cost.Months), cost => (cost.Year, cost.Months), (a, b) => (a, b))];
}
