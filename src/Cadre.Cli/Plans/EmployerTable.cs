using Cadre.Engine.Results;
using Spectre.Console;
using static Cadre.Cli.Plans.SummaryColumns;

namespace Cadre.Cli.Plans;

/// <summary>Staff, posts and vacancies of the nation in the last month shown by the sector of their employer, where there is more than one.</summary>
internal sealed class EmployerTable(IAnsiConsole console, Plan plan)
{
    private readonly SummaryColumns _columns = new(plan.Result.FuturesRun > 1);

    /// <summary>Writes the table; nothing where all employers are of one sector.</summary>
    public void Show()
    {
        if (plan.Employers.Count == 0) return;
        TextTable.WriteFirstThatFits(console, [Table(Ranges.Beside)], [Table(Ranges.Below)]);
    }

    private TextTable Table(Ranges ranges) => new(
        $"By employer, {Wording.Long(plan.Last)}: staff, posts and vacancies, FTE",
        [
            new TextColumn("Employers", [.. plan.Employers.Select(row => new string(' ', 2 * row.Depth) + row.Name)]) { Narrowest = 16 },
            .. _columns.OfAmounts("Staff", FiguresOf(row => row.Fte[^1]), ranges),
            .. _columns.OfAmounts("Posts", FiguresOf(row => row.Posts), ranges),
            .. _columns.OfAmounts("Vacant", FiguresOf(row => row.Vacancies), ranges),
            .. _columns.OfShares("Rate", FiguresOf(row => row.VacancyRate), ranges),
        ]);

    private IEnumerable<Figure> FiguresOf(Func<PlanRow, Summary> figure) => plan.Employers.Select(row => (Figure)figure(row));
}
