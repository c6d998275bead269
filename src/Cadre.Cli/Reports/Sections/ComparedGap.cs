namespace Cadre.Cli.Reports.Sections;

/// <summary>Vacancies of two runs by place and by staff group.</summary>
internal static class ComparedGap
{
    public static void Add(ReportPage page, RunPair pair)
    {
        if (!pair.EndTogether)
        {
            page.Add("gap", "The gap by place and by staff group", Html.Of($"<p class=\"says\">{Sentence(pair)}</p>\n"));
            return;
        }

        var regions = Both(pair.A.Regions.Skip(1), pair.B.Regions.Skip(1));
        var groups = Both(HeadlineSentences.Leaves(pair.A.StaffGroups), HeadlineSentences.Leaves(pair.B.StaffGroups));
        page.Add(
            "gap", "The gap by place and by staff group",
            [Html.Of($"<h3>By place</h3>\n"), .. Part(page, pair, "region-chart", "region", regions), Html.Of($"<h3>By staff group</h3>\n"), .. Part(page, pair, "group-chart", "staff group", groups)]);
    }

    /// <summary>How vacancies of the nation differ, in one sentence.</summary>
    public static string Sentence(RunPair pair)
    {
        if (!pair.EndTogether) return "The runs end in different months, so their gaps are not compared.";
        var (a, b) = (pair.A.Total.Vacancies.Central, pair.B.Total.Vacancies.Central);
        var amount = pair.B.Fte(Math.Abs(b - a));
        var rates = $"{Figures.Percent(pair.B.Total.VacancyRate.Central)} of posts against {Figures.Percent(pair.A.Total.VacancyRate.Central)}";
        return amount == "0" ? $"In {Wording.Long(pair.A.Last)} as many posts are vacant in B as in A: {rates}." : $"In {Wording.Long(pair.A.Last)} {amount} FTE {(b < a ? "fewer" : "more")} are vacant in B than in A: {rates}.";
    }

    private static IEnumerable<Html> Part(ReportPage page, RunPair pair, string id, string what, (GapRow A, GapRow B)[] rows)
    {
        var isOne = new[] { pair.A, pair.B }.All(run => (what == "region" ? run.Regions : run.StaffGroups).Count <= 1);
        if (rows.Length == 0)
        {
            yield return isOne ? Html.Of($"<p>Both runs have one {(what == "region" ? "place" : what)}, so there is nothing to compare here.</p>\n") : Html.Of($"<p>The runs have no {what} in common.</p>\n");
            yield break;
        }

        double Difference((GapRow A, GapRow B) row) => row.B.Vacancies.Central - row.A.Vacancies.Central;
        var most = rows.MaxBy(row => Math.Abs(Difference(row)));
        var sentence = Signed.Amount(Difference(most)) == "0" ? $"No {what} has more or fewer vacancies in B." : $"Vacancies differ most for {most.A.Name}: {Signed.Amount(Difference(most))} FTE in B.";
        var (shown, rest) = Largest.Of([.. rows.OrderBy(Difference)], row => Math.Abs(Difference(row)), $"{what}s", total => $"a difference of {Signed.Amount(total).TrimStart('+')} FTE");
        yield return page.Chart(
            id, sentence, $"Central runs; to the left fewer in B.{(pair.A.HasRange || pair.B.HasRange ? " The table has the range of each run." : "")}{rest}",
            ChartData.Bars("FTE vacant, B less A", null, shown.Select(row => (row.A.Name, Difference(row), Signed.Amount(Difference(row)))), isDifference: true));
        yield return new ReportTable(
            $"Staff and vacancies by {what}, {Wording.Long(pair.A.Last)}, FTE",
            [ReportColumn.Words(Wording.Capital(what), rows.Select(row => row.A.Name)), .. pair.Columns("Staff", rows, row => row.Staff), .. pair.Columns("Vacancies", rows, row => row.Vacancies)]).Folded();
    }

    private static (GapRow A, GapRow B)[] Both(IEnumerable<GapRow> a, IEnumerable<GapRow> b) => [.. a.Join(b, row => row.Code, row => row.Code, (left, right) => (left, right))];
}
