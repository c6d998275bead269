using Cadre.Engine.Results;
using Spectre.Console;
using static Cadre.Cli.Plans.SummaryColumns;

namespace Cadre.Cli.Plans;

/// <summary>The nation on the opening day and in each March; a narrow window shows joiners and leavers in a table of their own.</summary>
internal sealed class YearTable(IAnsiConsole console, Plan plan)
{
    private const string Title = "The nation year by year: ";
    private const string Stocks = "staff, posts and vacancies, FTE";

    private readonly SummaryColumns _columns = new(plan.Result.FuturesRun > 1);

    /// <summary>Writes the table, or both.</summary>
    public void Show() => TextTable.WriteFirstThatFits(console, [OneTable(Ranges.Beside)], [OneTable(Ranges.Below)], TwoTables());

    private TextTable OneTable(Ranges ranges) => new($"{Title}{Stocks}; {Flows}", [Months, .. StockColumns(ranges), .. CoverColumns(ranges), .. FlowColumns(ranges)]);

    private TextTable[] TwoTables() =>
    [
        new($"{Title}{Stocks}", [Months, .. StockColumns(Ranges.Below)]),
        new($"{Title}{(HasCover ? "temporary cover, FTE; " : "")}{Flows}", [.. new[] { Months }.Concat(CoverColumns(Ranges.Below)).Concat(FlowColumns(Ranges.Below)).Select(WithoutOpening)]),
    ];

    private bool HasCover => plan.Years.Any(year => year.Cover.Central > 0);

    private string Flows => $"joiners and leavers in the year to then, heads{(ShortYear is { } year ? $" (* {Wording.Count(year.FlowMonths, "month")})" : "")}";

    /// <summary>The first year, where the run begins within it.</summary>
    private PlanYear? ShortYear => plan.Years[0].FlowMonths < 12 ? plan.Years[0] : null;

    private TextColumn Months => new("Month", [NameOf(0), .. plan.Years.Select(year => NameOf(year.Month) + (year == ShortYear ? "*" : ""))]) { Narrowest = 9 };

    private string NameOf(int month) => Wording.Short(plan.Result.Model.MonthAt(month));

    private TextColumn[] StockColumns(Ranges ranges) =>
    [
        .. _columns.OfAmounts("Staff", WithOpening(plan.Total.OpeningFte, year => year.Fte), ranges),
        .. _columns.OfAmounts("Posts", WithOpening(plan.OpeningPosts, year => year.Posts), ranges),
        .. _columns.OfAmounts("Vacant", WithOpening(plan.OpeningVacancies, year => year.Vacancies), ranges),
        .. _columns.OfShares("Rate", WithOpening(plan.OpeningVacancyRate, year => year.VacancyRate), ranges),
    ];

    private TextColumn[] CoverColumns(Ranges ranges) => HasCover ? _columns.OfAmounts("Cover", WithOpening(null, year => year.Cover), ranges) : [];

    private TextColumn[] FlowColumns(Ranges ranges) =>
    [
        .. _columns.OfAmounts("Joiners", WithOpening(null, year => year.Joiners), ranges),
        .. _columns.OfAmounts("Leavers", WithOpening(null, year => year.Leavers), ranges),
    ];

    private IEnumerable<Figure> WithOpening(double? opening, Func<PlanYear, Summary> figure) =>
        plan.Years.Select(year => (Figure)figure(year)).Prepend(new Figure(opening, null));

    private static TextColumn WithoutOpening(TextColumn column) => column with { Cells = [.. column.Cells.Skip(1)] };
}
