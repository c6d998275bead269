namespace Cadre.Cli.Reports.Sections;

/// <summary>Need less staff by place and by staff group, where the framework has need.</summary>
internal static class NeedGapSection
{
    /// <summary>The pieces; none without need.</summary>
    public static IEnumerable<Html> Pieces(ReportPage page, ReportRun run)
    {
        var nation = run.About.Needs.FirstOrDefault(row => row.IsPlace);
        if (nation is null) yield break;
        yield return Html.Of($"<h3>Staff short of need</h3>\n");
        var regions = run.About.Needs.Where(row => row.IsPlace).Skip(1).ToArray();
        if (regions.Length > 1) yield return Part(page, run, "need-region-chart", "region", regions, nation);
        var groups = run.About.Needs.Where(row => !row.IsPlace && (row.Need.Central > 0 || row.Staff > 0)).ToArray();
        if (groups.Length > 0) yield return Part(page, run, "need-group-chart", "staff group", groups, nation);
    }

    /// <summary>Where most is lacking, in one sentence.</summary>
    /// <param name="run">The run.</param>
    /// <param name="rows">The rows to choose from.</param>
    /// <param name="noun">What they are.</param>
    public static string Sentence(ReportRun run, IReadOnlyList<AboutNeed> rows, string noun)
    {
        var most = rows.MaxBy(row => row.Gap.Central)!;
        var at = noun == "region" ? "in" : "among";
        var lacking = rows.Count(row => row.Gap.Central > 0 && run.Fte(row.Gap.Central) != run.Fte(0));
        return lacking == 0
            ? $"No {noun} has fewer staff than its need in {Wording.Long(run.Last)} in the central run."
            : $"In {Wording.Long(run.Last)} need is above staff in {lacking} of {Wording.Count(rows.Count, noun)}; most is lacking {at} {(noun == "region" ? Wording.InPlace(most.Name) : most.Name)}, {run.Fte(most.Gap.Central)} of {run.Fte(most.Need.Central)} FTE needed{run.InBrackets(most.Gap)}.";
    }

    private static Html Part(ReportPage page, ReportRun run, string id, string noun, AboutNeed[] rows, AboutNeed nation)
    {
        AboutNeed[] sorted = [.. rows.OrderByDescending(row => row.Gap.Central)];
        var (shown, rest) = Largest.Of(sorted, row => Math.Abs(row.Gap.Central), $"{noun}s", total => $"{run.Fte(total)} FTE");
        var key = $"Staff groups and services that have a need. Dot: central run; bar: nine futures in ten. Below 0 staff are above need; one service's surplus counts against what another lacks.{rest}";
        var chart = ChartData.Ranges("FTE short of need", shown.Select(row => (row.Name, row.Gap, run.Fte(row.Gap.Central))));
        ReportColumn Of(string header, Func<AboutNeed, Ranged> figure) => ReportColumn.Figures(header, sorted.Prepend(nation).Select(row => (run.Fte(figure(row).Central), run.Range(figure(row)))));
        ReportColumn Central(string header, Func<AboutNeed, double> figure) => ReportColumn.Numbers(header, sorted.Prepend(nation).Select(row => run.Fte(figure(row))));
        var table = new ReportTable(
            $"Need, posts and staff by {noun} of those who have a need, {Wording.Long(run.Last)}, FTE",
            ReportColumn.Words(Wording.Capital(noun), sorted.Prepend(nation).Select(row => row.Name)),
            Of("Need", row => row.Need), Central("Posts", row => row.Posts), Central("Staff", row => row.Staff), Of("Need less staff", row => row.Gap))
        { Depths = [0, .. sorted.Select(_ => 1)] };
        return Html.Join([page.Chart(id, Sentence(run, rows, noun), key, chart), table.Folded()]);
    }
}
