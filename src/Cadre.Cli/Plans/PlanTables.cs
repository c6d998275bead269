using Cadre.Engine.Results;
using Spectre.Console;

namespace Cadre.Cli.Plans;

/// <summary>
/// The tables by staff group and by region, two each: staff at the end of each March, and posts, vacancies and
/// flows at the last. A narrow window shows every second or third March, always the last.
/// </summary>
internal sealed class PlanTables(IAnsiConsole console, Plan plan)
{
    private const int NarrowestName = 16;
    private const int NarrowestNameOfOneLine = 30;
    private const string NoStaff = "no staff";

    private readonly bool _hasRange = plan.Result.FuturesRun > 1;

    /// <summary>Writes all four.</summary>
    public void Show()
    {
        ShowBoth("staff group", "Staff group", plan.StaffGroups);
        ShowBoth("region", "Region", plan.Regions);
        if (plan.SystemsWithoutStaff.Count > 0)
            ShowSystemsWithoutStaff();
    }

    private void ShowBoth(string by, string first, IReadOnlyList<PlanRow> rows)
    {
        var names = new TextColumn(first, [.. rows.Select(row => new string(' ', 2 * row.Depth) + row.Name)]) { Narrowest = NarrowestName };
        var last = Wording.Long(plan.Last);
        Fitting($"Staff in post by {by}, FTE at the end of the month", Enumerable.Range(1, plan.Marches.Count).Select(stride => Staff(names, rows, stride))).Write(console);
        var period = plan.FlowMonths == 12 ? "the year" : Wording.Count(plan.FlowMonths, "month");
        Fitting(
            $"{last} by {by}: posts and vacancies, FTE; joiners and leavers in {period} to then, heads",
            [Flows(names with { Narrowest = NarrowestNameOfOneLine }, rows, beside: true, postsRange: true), Flows(names, rows, beside: false, postsRange: true), Flows(names, rows, beside: false, postsRange: false)]).Write(console);
    }

    /// <summary>The first choice that fits the window, else the last one.</summary>
    private TextTable Fitting(string title, IEnumerable<List<TextColumn>> choices)
    {
        TextTable[] tables = [.. choices.Select(columns => new TextTable(title, columns))];
        return Array.Find(tables, table => table.LeastWidth <= console.Profile.Width) ?? tables[^1];
    }

    private List<TextColumn> Staff(TextColumn names, IReadOnlyList<PlanRow> rows, int stride)
    {
        List<TextColumn> columns = [names, new TextColumn(Wording.Short(plan.Result.Model.MonthAt(0)), [.. rows.Select(row => Figures.Amount(row.OpeningFte))])];
        for (var i = 0; i < plan.Marches.Count; i++)
        {
            var march = i;
            if ((plan.Marches.Count - 1 - march) % stride == 0)
                columns.Add(Stacked(Wording.Short(plan.Result.Model.MonthAt(plan.Marches[march])), rows, row => row.Fte[march], Figures.Amount, Figures.Range));
        }

        return columns;
    }

    private List<TextColumn> Flows(TextColumn names, IReadOnlyList<PlanRow> rows, bool beside, bool postsRange)
    {
        IEnumerable<TextColumn> Of(string header, Func<PlanRow, Summary> figure, Func<double, string> central, Func<Summary, string> range) =>
            beside && _hasRange ? Beside(header, rows, figure, central, range) : [Stacked(header, rows, figure, central, range)];
        TextColumn Plain(string header, Func<PlanRow, double> figure) => new(header, [.. rows.Select(row => row.Fte.Count == 0 ? "" : Figures.Amount(figure(row)))]);
        List<TextColumn> columns =
        [
            names,
            .. postsRange ? Of("Posts", row => row.Posts, Figures.Amount, Figures.Range) : [Plain("Posts", row => row.Posts.Central)],
            .. Of("Vacancies", row => row.Vacancies, Figures.Amount, Figures.Range),
            .. Of("Rate", row => row.VacancyRate, Figures.Percent, Figures.PercentRange),
            Plain("Joiners", row => row.Joiners),
            Plain("Leavers", row => row.Leavers),
        ];
        if (rows.Any(row => row.Population is not null))
            columns.Add(new TextColumn("Staff per\n100,000", [.. rows.Select(row => row.FtePer100000 is { } density ? Figures.Amount(density) : "")]));
        return columns;
    }

    private TextColumn Stacked(string header, IReadOnlyList<PlanRow> rows, Func<PlanRow, Summary> figure, Func<double, string> central, Func<Summary, string> range) =>
        new(header, [.. rows.Select(row => row.Fte.Count == 0 ? NoStaff : _hasRange ? $"{central(figure(row).Central)}\n{range(figure(row))}" : central(figure(row).Central))]);

    private static TextColumn[] Beside(string header, IReadOnlyList<PlanRow> rows, Func<PlanRow, Summary> figure, Func<double, string> central, Func<Summary, string> range) =>
    [
        new(header, [.. rows.Select(row => row.Fte.Count == 0 ? NoStaff : central(figure(row).Central))]),
        new("range", [.. rows.Select(row => row.Fte.Count == 0 ? "" : range(figure(row)))]) { Gap = 1, Style = "grey" },
    ];

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
