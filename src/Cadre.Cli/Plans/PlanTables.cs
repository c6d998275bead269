using Cadre.Engine.Results;
using Spectre.Console;
using static Cadre.Cli.Plans.SummaryColumns;

namespace Cadre.Cli.Plans;

/// <summary>
/// The tables by staff group and by region: staff at the end of every March, in as many tables as the window needs,
/// and posts, vacancies and flows at the last. The narrower the window, the fewer ranges the last one shows.
/// </summary>
internal sealed class PlanTables(IAnsiConsole console, Plan plan)
{
    private const int NarrowestName = 16;
    private const int NarrowestNameBeside = 24;
    private const int WidestName = 40;
    private const int MostLines = 3;

    private readonly SummaryColumns _columns = new(plan.Result.FuturesRun > 1);

    /// <summary>Writes all of them.</summary>
    public void Show()
    {
        ShowBoth("staff group", "Staff group", plan.StaffGroups);
        ShowBoth("region", "Region", plan.Regions);
        if (plan.SystemsWithoutStaff.Count > 0)
            ShowSystemsWithoutStaff();
    }

    private void ShowBoth(string by, string first, IReadOnlyList<PlanRow> rows)
    {
        var narrow = new TextColumn(first, [.. rows.Select(row => new string(' ', 2 * row.Depth) + row.Name)]) { Narrowest = NarrowestName };
        var names = narrow with { Narrowest = InFewLines(narrow) };
        var staff = $"Staff in post by {by}, FTE at the end of the month";
        TextTable.WriteFirstThatFits(console, [.. Enumerable.Range(1, plan.Marches.Count).Select(tables => Staff(staff, names, rows, tables)), Staff(staff, narrow, rows, plan.Marches.Count)]);
        var period = plan.FlowMonths == 12 ? "the year" : Wording.Count(plan.FlowMonths, "month");
        var last = $"{Wording.Long(plan.Last)} by {by}: posts and vacancies, FTE; joiners and leavers in {period} to then, heads";
        TextTable.WriteFirstThatFits(
            console,
            [Last(last, names with { Narrowest = Math.Max(NarrowestNameBeside, names.Narrowest ?? 0) }, rows, Ranges.Beside, Ranges.Beside, Ranges.Beside)],
            [Last(last, names, rows, Ranges.Below, Ranges.Below, Ranges.Below)],
            [Last(last, names, rows, Ranges.Below, Ranges.Below, Ranges.None)],
            [
                LastStocks($"{Wording.Long(plan.Last)} by {by}: posts and vacancies, FTE", names, rows),
                LastFlows($"{Wording.Long(plan.Last)} by {by}: joiners and leavers in {period} to then, heads", names, rows),
            ],
            [Last(last, narrow, rows, Ranges.None, Ranges.Below, Ranges.None)]);
    }

    /// <summary>The opening day and every March, in a number of tables one after the other.</summary>
    private TextTable[] Staff(string title, TextColumn names, IReadOnlyList<PlanRow> rows, int tables)
    {
        TextColumn opening = new(Wording.Short(plan.Result.Model.MonthAt(0)), [.. rows.Select(row => Figures.Amount(row.OpeningFte))]);
        var marches = Enumerable.Range(0, plan.Marches.Count).SelectMany(march => _columns.OfAmounts(
            Wording.Short(plan.Result.Model.MonthAt(plan.Marches[march])), FiguresOf(rows, row => row.Fte[march]), Ranges.Below));
        return
        [
            .. marches.Chunk((plan.Marches.Count + tables - 1) / tables).Select((columns, table) =>
                table == 0 ? new TextTable(title, [names, opening, .. columns]) : new TextTable($"{title} (continued)", [names, .. columns])),
        ];
    }

    private TextTable Last(string title, TextColumn names, IReadOnlyList<PlanRow> rows, Ranges posts, Ranges vacancies, Ranges flows) => new(
        title,
        [
            names,
            .. _columns.OfAmounts("Posts", FiguresOf(rows, row => row.Posts), posts),
            .. _columns.OfAmounts("Vacant", FiguresOf(rows, row => row.Vacancies), vacancies),
            .. _columns.OfShares("Rate", FiguresOf(rows, row => row.VacancyRate), vacancies),
            .. _columns.OfAmounts("Joiners", FiguresOf(rows, row => row.Joiners), flows),
            .. _columns.OfAmounts("Leavers", FiguresOf(rows, row => row.Leavers), flows),
            .. Density(rows),
        ]);

    private TextTable LastStocks(string title, TextColumn names, IReadOnlyList<PlanRow> rows) => new(
        title,
        [
            names,
            .. _columns.OfAmounts("Posts", FiguresOf(rows, row => row.Posts), Ranges.Below),
            .. _columns.OfAmounts("Vacant", FiguresOf(rows, row => row.Vacancies), Ranges.Below),
            .. _columns.OfShares("Rate", FiguresOf(rows, row => row.VacancyRate), Ranges.Below),
        ]);

    private TextTable LastFlows(string title, TextColumn names, IReadOnlyList<PlanRow> rows) => new(
        title,
        [
            names,
            .. _columns.OfAmounts("Joiners", FiguresOf(rows, row => row.Joiners), Ranges.Below),
            .. _columns.OfAmounts("Leavers", FiguresOf(rows, row => row.Leavers), Ranges.Below),
            .. Density(rows),
        ]);

    /// <summary>The least width at which no name takes more lines than are read at a glance.</summary>
    private static int InFewLines(TextColumn names) =>
        Enumerable.Range(NarrowestName, WidestName - NarrowestName).FirstOrDefault(width => names.Cells.All(name => TextTable.Wrap(name, width).Count <= MostLines), WidestName);

    private static TextColumn[] Density(IReadOnlyList<PlanRow> rows) => rows.Any(row => row.Population is not null)
        ? [new TextColumn("Staff\nper\n100,000", [.. rows.Select(row => row.FtePer100000 is { } density ? Figures.Amount(density) : "")])]
        : [];

    private static IEnumerable<Figure> FiguresOf(IReadOnlyList<PlanRow> rows, Func<PlanRow, Summary> figure) =>
        rows.Select(row => row.Fte.Count == 0 ? default : (Figure)figure(row));

    private void ShowSystemsWithoutStaff()
    {
        foreach (var sameNote in plan.SystemsWithoutStaff.GroupBy(place => place.Note))
        {
            var names = string.Join("; ", sameNote.Select(place => place.Name));
            var note = sameNote.Key.Length > 0 ? sameNote.Key : "no staff in this framework";
            console.WriteProse($"{Wording.Count(sameNote.Count(), "system")} without staff of their own ({names}): {note.TrimEnd('.')}.", "grey");
        }

        console.WriteLine();
    }
}
