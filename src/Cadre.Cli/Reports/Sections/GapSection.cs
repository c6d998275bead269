using Cadre.Engine.Model;

namespace Cadre.Cli.Reports.Sections;

/// <summary>Vacancies by place and by staff group.</summary>
internal static class GapSection
{
    /// <summary>About a point: shares closer than this are not told apart.</summary>
    private const double HardlyDiffers = 0.0125;

    public static void Add(ReportPage page, ReportRun run) => page.Add("gap", "The gap by place and by staff group", [.. Places(page, run), Groups(page, run), .. NeedGapSection.Pieces(page, run)]);

    /// <summary>Where most is vacant, in one sentence.</summary>
    /// <param name="run">The run.</param>
    /// <param name="rows">The rows to choose from.</param>
    /// <param name="what">What they are, and the word before a name: region, in.</param>
    /// <param name="month">When.</param>
    public static string Sentence(ReportRun run, IReadOnlyList<GapRow> rows, (string Noun, string At) what, CalendarMonth month)
    {
        var most = rows.MaxBy(row => row.Vacancies.Central)!;
        var highest = rows.MaxBy(row => row.VacancyRate.Central)!;
        if (most.Vacancies.Central < 0.05) return $"No {what.Noun} has a vacancy in {Wording.Long(month)} in the central run.";
        string NameOf(GapRow row) => what.Noun == "region" ? Wording.InPlace(row.Name) : row.Name;
        var first = $"Of any {what.Noun}, the most vacancies in {Wording.Long(month)} are {what.At} {NameOf(most)}, {run.Fte(most.Vacancies.Central)} FTE{run.InBrackets(most.Vacancies)}";
        if (rows.Count > 1 && Alike(rows) is { } alike) return $"{first}; shares of posts vacant hardly differ ({alike}).";
        return highest == most
            ? $"{first}, and so is the largest share of posts vacant, {Figures.Percent(most.VacancyRate.Central)}."
            : $"{first}; the largest share of posts vacant is {what.At} {NameOf(highest)}, {Figures.Percent(highest.VacancyRate.Central)}.";
    }

    /// <summary>Shares of posts vacant that hardly differ: 15%, or 15 to 16%; null where they differ.</summary>
    public static string? Alike(IReadOnlyList<GapRow> rows)
    {
        var (low, high) = (rows.Min(row => row.VacancyRate.Central), rows.Max(row => row.VacancyRate.Central));
        if (high - low > HardlyDiffers) return null;
        return Figures.Percent(low) == Figures.Percent(high) ? Figures.Percent(high) : $"{Figures.Percent(low).TrimEnd('%')} to {Figures.Percent(high)}";
    }

    /// <summary>The range of a share.</summary>
    public static string ShareRange(ReportRun run, Ranged share) => run.HasRange ? Figures.To(share.P5, share.P95, Figures.FinePercent) : "";

    private static IEnumerable<Html> Places(ReportPage page, ReportRun run)
    {
        var regions = run.Regions.Skip(1).Where(row => row.Posts.Central > 0).ToArray();
        if (regions.Length == 0 && run.Systems.Count == 0)
        {
            yield return Html.Of($"<p>The framework has one place, so there is no gap by place.</p>\n");
            yield break;
        }

        yield return Html.Of($"<h3>By place</h3>\n");
        if (regions.Length > 0)
        {
            yield return Chart(page, run, "region-chart", regions, ("region", "in"), run.Last);
            yield return TableOf(run, $"Staff, posts and vacancies by region, {Wording.Long(run.Last)}, FTE", "Region", run.Regions).Folded();
        }

        if (run.Systems.Count > 0)
        {
            yield return Chart(page, run, "system-chart", run.Systems, ("system", "in"), run.SystemsMonth!.Value);
            yield return TableOf(run, $"Staff, posts and vacancies by system, {Wording.Long(run.SystemsMonth!.Value)}, FTE", "System", [.. run.Systems.OrderByDescending(row => row.Vacancies.Central)]).Folded();
        }
    }

    private static Html Groups(ReportPage page, ReportRun run)
    {
        var leaves = HeadlineSentences.Leaves(run.StaffGroups);
        return Html.Join(
        [
            Html.Of($"<h3>By staff group</h3>\n"),
            leaves.Length == 0 ? Html.None : Chart(page, run, "group-chart", leaves, ("staff group", "among"), run.Last),
            TableOf(run, $"Staff, posts and vacancies by staff group, {Wording.Long(run.Last)}, FTE", "Staff group", run.StaffGroups).Folded(),
        ]);
    }

    private static Html Chart(ReportPage page, ReportRun run, string id, IReadOnlyList<GapRow> rows, (string Noun, string At) what, CalendarMonth month)
    {
        GapRow[] sorted = [.. rows.OrderByDescending(row => row.Vacancies.Central)];
        var (shown, rest) = Largest.Of(sorted, row => row.Vacancies.Central, $"{what.Noun}s", total => $"{run.Fte(total)} FTE");
        return page.Chart(
            id, Sentence(run, rows, what, month), $"Dot: central run; bar: nine futures in ten; in brackets the share of posts vacant.{rest}",
            ChartData.Ranges("FTE vacant", shown.Select(row => (row.Name, row.Vacancies, $"{run.Fte(row.Vacancies.Central)} ({Figures.Percent(row.VacancyRate.Central)})"))));
    }

    private static ReportTable TableOf(ReportRun run, string caption, string first, IReadOnlyList<GapRow> rows)
    {
        ReportColumn Of(string header, Func<GapRow, Ranged> figure) => ReportColumn.Figures(header, rows.Select(row => (run.Fte(figure(row).Central), run.Range(figure(row)))));
        return new ReportTable(
            caption,
            ReportColumn.Words(first, rows.Select(row => row.Name)),
            Of("Staff", row => row.Staff),
            Of("Posts", row => row.Posts),
            Of("Vacancies", row => row.Vacancies),
            ReportColumn.Figures("Share of posts vacant", rows.Select(row => (Figures.FinePercent(row.VacancyRate.Central), ShareRange(run, row.VacancyRate)))))
        { Depths = [.. rows.Select(row => row.Depth)] };
    }
}
