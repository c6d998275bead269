using Cadre.Engine.Results;
using Spectre.Console;

namespace Cadre.Cli.Comparisons;

/// <summary>
/// The figures side by side: staff and vacancies by staff group and by region in the last month, the nation year by year,
/// and the flows that make the difference.
/// </summary>
internal sealed class DifferenceTables(IAnsiConsole console, Difference difference)
{
    private const int NarrowestName = 16;
    private const int NarrowestNameOfOneLine = 28;
    private const string Faint = "grey";

    private readonly bool _hasRange = difference.Futures > 1;
    private readonly bool _hasMoves = difference.StaffGroups.Concat(difference.Regions).Any(row => Math.Round(row.Flows.Moves, MidpointRounding.AwayFromZero) != 0);
    private readonly string _last = Wording.Long(difference.Last);

    /// <summary>Writes all of them.</summary>
    public void Show()
    {
        ShowYears();
        new CostTable(console, difference).Show();
        ShowFigures("Staff in post by staff group", "Staff group", difference.StaffGroups, row => row.Staff);
        ShowFigures("Vacancies by staff group", "Staff group", difference.StaffGroups, row => row.Vacancies);
        ShowFigures("Staff in post by region", "Region", difference.Regions, row => row.Staff);
        ShowFigures("Vacancies by region", "Region", difference.Regions, row => row.Vacancies);
        ShowFlows("by region", "Region", difference.Regions);
        ShowFlows("by staff group", "Staff group", difference.StaffGroups);
        console.WriteProse(
            $"More joiners + fewer leavers{(_hasMoves ? " + more moves in" : "")} = more staff in every row. Leavers rise where there are more staff to leave, which counts as fewer leavers below 0.",
            Faint);
        console.WriteLine();
    }

    private void ShowYears()
    {
        var rows = difference.Years;
        TextColumn month = new("Month", [.. rows.Select(row => Wording.Short(row.Month))]);
        TextColumn[] posts = rows.All(row => row.Posts.Difference is { Central: 0, P5: 0, P95: 0 })
            ? [Plain("Posts", rows, row => row.Posts.A)]
            : [Plain("Posts A", rows, row => row.Posts.A), Plain("Posts B", rows, row => row.Posts.B)];
        TextColumn[] Of(string header, Func<DifferenceYear, ComparedFigure> figure, bool beside, bool ranges) =>
        [
            Plain($"{header} A", rows, row => figure(row).A), Plain($"{header} B", rows, row => figure(row).B),
            .. ranges ? Differences(rows, figure, beside) : [new TextColumn("B - A", [.. rows.Select(row => Signed.Amount(figure(row).Difference.Central))]) { Style = "bold" }],
        ];
        TextColumn[] Columns(bool beside, bool ranges) =>
            [month, .. posts, .. Of("Staff", row => row.Staff, beside, ranges), .. Of(ranges ? "Vacant" : "Vac.", row => row.Vacancies, beside, ranges)];
        Write("The nation year by year: posts, staff and vacancies, FTE at the end of the month", Columns(beside: true, ranges: true), Columns(beside: false, ranges: true), Columns(beside: false, ranges: false));
    }

    private void ShowFigures(string title, string first, IReadOnlyList<DifferenceRow> rows, Func<DifferenceRow, ComparedFigure> figure)
    {
        var names = Names(first, rows);
        Write(
            $"{title}, {_last}, FTE",
            [names with { Narrowest = NarrowestNameOfOneLine }, .. Own("A", rows, row => figure(row).A, beside: true), .. Own("B", rows, row => figure(row).B, beside: true), .. Differences(rows, figure, beside: true)],
            [names, .. Own("A", rows, row => figure(row).A, beside: false), .. Own("B", rows, row => figure(row).B, beside: false), .. Differences(rows, figure, beside: false)]);
    }

    private void ShowFlows(string by, string first, IReadOnlyList<DifferenceRow> rows)
    {
        int[] depths = [.. rows.Select(row => row.Depth)];
        var joiners = WholeParts.OfTree([.. rows.Select(row => row.Flows.Joiners)], depths);
        var leavers = WholeParts.OfTree([.. rows.Select(row => -row.Flows.Leavers)], depths);
        var moves = WholeParts.OfTree([.. rows.Select(row => row.Flows.Moves)], depths);
        TextColumn[] moved = _hasMoves ? [new TextColumn("+ more moves in", [.. moves.Select(Signed.Whole)])] : [];
        Write(
            $"Where the difference in staff comes from, {by}: heads from {Wording.Short(difference.Comparison.Model.MonthAt(1))} to {Wording.Short(difference.Last)}",
            [
                Names(first, rows),
                new TextColumn("More joiners", [.. joiners.Select(Signed.Whole)]),
                new TextColumn("+ fewer leavers", [.. leavers.Select(Signed.Whole)]),
                .. moved,
                new TextColumn("= more staff", [.. joiners.Zip(leavers, moves).Select(parts => Signed.Whole(parts.First + parts.Second + parts.Third))]) { Style = "bold" },
            ]);
    }

    private static TextColumn Names(string first, IReadOnlyList<DifferenceRow> rows) =>
        new(first, [.. rows.Select(row => new string(' ', 2 * row.Depth) + row.Name)]) { Narrowest = NarrowestName };

    private static TextColumn Plain<T>(string header, IReadOnlyList<T> rows, Func<T, Summary> figure) =>
        new(header, [.. rows.Select(row => Figures.Amount(figure(row).Central))]);

    private TextColumn[] Own<T>(string header, IReadOnlyList<T> rows, Func<T, Summary> figure, bool beside) =>
        WithRange(header, rows, figure, Figures.Amount, Figures.Range, beside, "default");

    private TextColumn[] Differences<T>(IReadOnlyList<T> rows, Func<T, ComparedFigure> figure, bool beside) =>
        WithRange("B less A", rows, row => figure(row).Difference, Signed.Amount, Signed.Range, beside, "bold");

    private TextColumn[] WithRange<T>(string header, IReadOnlyList<T> rows, Func<T, Summary> figure, Func<double, string> central, Func<Summary, string> range, bool beside, string style)
    {
        string Central(T row) => central(figure(row).Central);
        string Range(T row) => range(figure(row));
        if (!_hasRange) return [new TextColumn(header, [.. rows.Select(Central)]) { Style = style }];
        return beside
            ? [new TextColumn(header, [.. rows.Select(Central)]) { Style = style }, new TextColumn("range", [.. rows.Select(Range)]) { Gap = 1, Style = Faint }]
            : [new TextColumn(header, [.. rows.Select(row => $"{Central(row)}\n{Range(row)}".TrimEnd())]) { Style = style }];
    }

    /// <summary>Writes the first choice that fits the window, else the last one.</summary>
    private void Write(string title, params TextColumn[][] choices)
    {
        TextTable[] tables = [.. choices.Select(columns => new TextTable(title, columns))];
        (Array.Find(tables, table => table.LeastWidth <= console.Profile.Width) ?? tables[^1]).Write(console);
    }
}
