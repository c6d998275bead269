using Cadre.Engine.Model;

namespace Cadre.Cli.Reports.Sections;

/// <summary>Staff, posts and need of the nation over time.</summary>
internal static class TrendSection
{
    private const string Key = "FTE. Line: central run. Dark band: half of the futures; light band: nine in ten. The axis does not begin at 0.";

    public static void Add(ReportPage page, ReportRun run) =>
        page.Add("trend", "Staff, posts and need over time", [StaffAndPosts(page, run), .. Needs(page, run)]);

    /// <summary>How staff and posts change, in one sentence.</summary>
    public static string Sentence(ReportRun run)
    {
        string Change(double from, Ranged to) => run.Fte(from) == run.Fte(to.Central)
            ? $"stay at {run.Fte(from)} FTE{run.InBrackets(to)}"
            : $"{(to.Central >= from ? "rise" : "fall")} from {run.Fte(from)} to {run.Fte(to.Central)} FTE{run.InBrackets(to)}";
        return $"Between {Wording.Day(run.About.Opening)} and {Wording.Long(run.Last)} staff in post {Change(run.OpeningFte, run.Total.Staff)} and funded posts {Change(run.About.OpeningPosts, run.Total.Posts)}.";
    }

    /// <summary>How need compares with staff, in one sentence.</summary>
    public static string NeedSentence(ReportRun run)
    {
        var last = NationalNeed(run)[^1];
        var gap = last.Need.Central - last.Staff;
        var range = run.About.Needs.FirstOrDefault(row => row.IsPlace) is { } total ? run.InBrackets(gap > 0 ? total.Gap : new Ranged(-total.Gap.Central, -total.Gap.P95, -total.Gap.P5)) : "";
        return $"In {Wording.Long(last.Month)} the need counted is {run.Fte(last.Need.Central)} FTE and the staff of those with a need {run.Fte(last.Staff)}: {run.Fte(Math.Abs(gap))} {(gap > 0 ? "too few" : "more than needed")}{range}.{BeginEmpty(run)}";
    }

    /// <summary>After a space, what is needed from the first month on where nobody is yet; nothing where staff are everywhere.</summary>
    private static string BeginEmpty(ReportRun run)
    {
        var first = run.Needs.Where(row => row.Month == run.Needs[0].Month).GroupBy(row => row.Service).Where(rows => rows.Sum(row => row.Staff) < 0.05 && rows.Sum(row => row.Need.Central) >= 0.05).ToArray();
        return first.Length == 0 ? "" : $" In {Wording.Long(run.Needs[0].Month)} {run.Fte(first.Sum(rows => rows.Sum(row => row.Need.Central)))} FTE are needed in services that begin empty.";
    }

    private static Html StaffAndPosts(ReportPage page, ReportRun run)
    {
        Band At(double opening) => new(opening, opening, opening, opening, opening);
        IEnumerable<(string, Band)> Points(double opening, Func<NationMonth, Band> figure) =>
            run.Nation.Select(row => (row.Month.ToString(), figure(row))).Prepend((run.Opening.ToString(), At(opening)));
        var chart = ChartData.Fan(
            "FTE",
            ChartData.Series("Funded posts", run.Fte(run.Total.Posts.Central), Points(run.About.OpeningPosts, row => row.Posts)),
            ChartData.Series("Staff in post", run.Fte(run.Total.Staff.Central), Points(run.OpeningFte, row => row.Staff)));
        return Html.Join([page.Chart("trend-chart", Sentence(run), Key, chart), TableOf(run).Show()]);
    }

    private static ReportTable TableOf(ReportRun run)
    {
        var years = run.Marches.ToArray();
        ReportColumn Of(string header, double opening, Func<NationMonth, Band> figure) =>
            ReportColumn.Figures(header, years.Select(row => (run.Fte(figure(row).Central), run.Range(figure(row).Ranged))).Prepend((run.Fte(opening), "")));
        var rate = run.About.OpeningPosts > 0 ? run.About.OpeningVacancies / run.About.OpeningPosts : 0;
        return new ReportTable(
            $"Staff, posts and vacancies of {run.About.Regions[0].Name}, FTE at the end of the month",
            ReportColumn.Words("Month", years.Select(row => Wording.Long(row.Month)).Prepend(Wording.Long(run.Opening))),
            Of("Staff in post", run.OpeningFte, row => row.Staff),
            Of("Funded posts", run.About.OpeningPosts, row => row.Posts),
            Of("Vacancies", run.About.OpeningVacancies, row => row.Vacancies),
            ReportColumn.Figures("Share of posts vacant", years.Select(row => (Figures.FinePercent(row.VacancyRate.Central), GapSection.ShareRange(run, row.VacancyRate.Ranged))).Prepend((Figures.FinePercent(rate), ""))));
    }

    /// <summary>A month's need, added up where one service and staff group has it; its range only then, as ranges do not add up.</summary>
    private static List<(CalendarMonth Month, Ranged Need, double Posts, double Staff)> NationalNeed(ReportRun run) =>
    [
        .. run.Needs.GroupBy(row => row.Month).Select(rows => (rows.Key, new Ranged(rows.Sum(row => row.Need.Central), rows.Sum(row => row.Need.P5), rows.Sum(row => row.Need.P95)), rows.Sum(row => row.Posts), rows.Sum(row => row.Staff))),
    ];

    private static IEnumerable<Html> Needs(ReportPage page, ReportRun run)
    {
        if (run.Needs.Count == 0) yield break;
        var isOne = run.Needs.Select(row => (row.Service, row.StaffGroup)).Distinct().Count() == 1;
        var months = NationalNeed(run);
        Band Alone(double value) => new(value, value, value, value, value);
        var chart = ChartData.Fan(
            "FTE",
            ChartData.Series("Need", run.Fte(months[^1].Need.Central), months.Select(row => (row.Month.ToString(), isOne ? new Band(row.Need.Central, row.Need.P5, row.Need.Central, row.Need.Central, row.Need.P95) : Alone(row.Need.Central)))),
            ChartData.Series("Staff", run.Fte(months[^1].Staff), months.Select(row => (row.Month.ToString(), Alone(row.Staff)))));
        yield return Html.Of($"<h3>Need</h3>\n");
        yield return page.Chart(
            "need-chart", NeedSentence(run),
            isOne ? "FTE. Lines: central run; band: nine futures in ten of the need." : "FTE, central run, all needs added up. The table has the range of each need; ranges do not add up.", chart);
        yield return NeedTable(run).Show();
    }

    private static ReportTable NeedTable(ReportRun run)
    {
        var rows = run.Needs.Where(row => row.Month == run.Needs[^1].Month && (row.Need.Central > 0 || row.Staff > 0)).ToArray();
        string NameOf(ReportNeed row)
        {
            var group = run.About.StaffGroups.First(other => other.Code == row.StaffGroup).Name;
            return run.About.Services.Count > 1 ? $"{group}, {run.About.Services.First(other => other.Code == row.Service).Name}" : group;
        }

        return new ReportTable(
            $"Need beside posts and staff of those who have a need, {Wording.Long(run.Needs[^1].Month)}, FTE",
            ReportColumn.Words("Need for", rows.Select(NameOf)),
            ReportColumn.Figures("Need", rows.Select(row => (run.Fte(row.Need.Central), run.Range(row.Need)))),
            ReportColumn.Numbers("Posts", rows.Select(row => run.Fte(row.Posts))),
            ReportColumn.Numbers("Staff", rows.Select(row => run.Fte(row.Staff))),
            ReportColumn.Figures("Need less staff", rows.Select(row => (run.Fte(row.Gap), row.GapRange is { } range ? run.Range(range) : ""))));
    }
}
