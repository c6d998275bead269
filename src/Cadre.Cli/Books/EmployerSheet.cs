using Cadre.Cli.Plans;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Cli.Books;

/// <summary>The nation by the sector of its employers.</summary>
internal static class EmployerSheet
{
    public static BookSheet Of(Plan plan)
    {
        var then = Wording.Short(plan.Last);
        return new BookTable<PlanRow>(plan.Result.FuturesRun > 1)
            .Add(new BookColumn("Employers"), row => BookCell.Of(row.Name) with { Indent = row.Depth })
            .AddNumber($"Staff {Wording.Short(plan.Result.Model.MonthAt(0))}, FTE", row => row.OpeningFte)
            .AddFigure($"Staff {then}, FTE", row => row.Fte[^1])
            .AddFigure($"Posts {then}, FTE", row => row.Posts)
            .AddFigure($"Vacancies {then}, FTE", row => row.Vacancies)
            .AddFigure($"Vacancy rate {then}", row => row.VacancyRate, BookFormat.Share)
            .ToSheet("By employer", $"Employers by sector: staff, posts and vacancies in {then}", [], plan.Employers.Where(row => row.Fte.Count > 0), row => row.Depth == 0);
    }
}
