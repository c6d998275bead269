using Cadre.Cli.Plans;
using Cadre.Engine.Model;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Cli.Books;

/// <summary>Every staff group of the nation in every March.</summary>
internal static class StaffGroupSheet
{
    public static BookSheet Of(Plan plan)
    {
        var result = plan.Result;
        PlanRow[] groups = [.. plan.StaffGroups.Where(row => row.Fte.Count > 0)];
        Row[] rows = [.. plan.Marches.SelectMany((month, i) => groups.Select(group => new Row(group, month, i)))];
        BookFigure At(Row row, Measure measure) => BookFigure.Of(result.Summarise(row.Group.Line, row.Month, measure));
        BookFigure InYear(Row row, Measure flow) => BookFigure.Of(result.Summarise(row.Group.Line, row.Month - PlanRows.FlowMonthsTo(row.Month) + 1, row.Month, flow));
        return new BookTable<Row>(result.FuturesRun > 1)
            .Add(new BookColumn("Month"), row => BookCell.Of(result.Model.MonthAt(row.Month)) with { IsLeft = true })
            .Add(new BookColumn("Staff group") { Widest = 60 }, row => BookCell.Of(row.Group.Name) with { Indent = row.Group.Depth })
            .AddNumber($"Staff {Wording.Short(result.Model.MonthAt(0))}, FTE", row => row.Group.OpeningFte)
            .AddFigure("Staff, FTE", row => row.Group.Fte[row.March])
            .AddFigure("Posts, FTE", row => At(row, Measure.Posts))
            .AddFigure("Vacancies, FTE", row => At(row, Measure.Vacancies))
            .AddFigure("Vacancy rate", row => At(row, Measure.VacancyRate), BookFormat.Share)
            .AddFigure("Joiners, heads", row => InYear(row, Measure.Joiners))
            .AddFigure("Leavers, heads", row => InYear(row, Measure.Leavers))
            .ToSheet(
                "By staff group", "Staff groups: staff, posts, vacancies, joiners and leavers in every March",
                [$"Groups that hold others stand before them, further left. Joiners and leavers are those of the twelve months to then{(plan.Marches[0] < 12 ? $"; of {Wording.Count(plan.Marches[0], "month")} in the first" : "")}. Filter by month to see one year."],
                rows, row => row.Group.Depth == 0, frozen: 2);
    }

    /// <param name="Group">The staff group.</param>
    /// <param name="Month">Number of the month.</param>
    /// <param name="March">Its place among the months shown.</param>
    private sealed record Row(PlanRow Group, int Month, int March);
}
