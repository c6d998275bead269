namespace Cadre.Cli.Reports.Sections;

/// <summary>What luck alone does to staff, beside what the assumptions leave open; where chance was drawn.</summary>
internal static class ChanceSection
{
    private const double FewPeople = 9.95;

    /// <summary>Adds the section; none without chance.</summary>
    public static void Add(ReportPage page, ReportRun run)
    {
        ReportChance[] rows = [.. run.About.StaffGroups.Select(group => run.Chance.FirstOrDefault(row => row.StaffGroup == group.Code && row.Month == run.Last)).OfType<ReportChance>()];
        if (rows.Length == 0) return;
        page.Add(
            "chance", "What luck alone does",
            Html.Of($"<p class=\"says\">{Sentence(rows[0])}</p>\n<p class=\"note\">Luck alone: what happens to whole people by chance, nine chance runs in ten, at central assumptions. The other sections leave it out.</p>\n"),
            TableOf(run, rows).Show());
    }

    /// <summary>How many people luck alone leaves, in one sentence.</summary>
    public static string Sentence(ReportChance row) => $"Luck alone leaves {Ends(row.Heads)} people in {Wording.Long(row.Month)}, on average {Figures.Amount(row.Heads.Central)}.";

    /// <summary>From the lower to the upper end, in people: 2 to 5.</summary>
    public static string Ends(Ranged heads) => Figures.To(heads.P5, heads.P95, People) is { Length: > 0 } ends ? ends : People(heads.Central);

    private static ReportTable TableOf(ReportRun run, ReportChance[] rows)
    {
        var groups = rows.Select(row => run.About.StaffGroups.First(group => group.Code == row.StaffGroup)).ToArray();
        List<ReportColumn> columns =
        [
            ReportColumn.Words("Staff group", groups.Select(group => group.Name)),
            ReportColumn.Numbers("Mean of chance runs", rows.Select(row => Figures.Amount(row.Heads.Central))),
            ReportColumn.Numbers("Luck alone", rows.Select(row => Ends(row.Heads))),
        ];
        if (run.HasRange && rows.All(row => row.Assumptions is not null))
            columns.Add(ReportColumn.Numbers("Assumptions alone", rows.Select(row => Ends(row.Assumptions!.Value))));
        return new ReportTable($"Staff by luck alone, heads, {Wording.Long(run.Last)}", columns) { Depths = [.. groups.Select(group => group.Depth)] };
    }

    /// <summary>Few people are shown whole where they are.</summary>
    private static string People(double heads) => Math.Abs(heads) < FewPeople && heads == Math.Round(heads) ? Figures.Whole(heads) : Figures.Amount(heads);
}
