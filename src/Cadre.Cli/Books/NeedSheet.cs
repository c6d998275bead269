using Cadre.Cli.Plans;
using Cadre.Engine.Results;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Cli.Books;

/// <summary>Need beside posts and staff of the nation in every March, by service and staff group.</summary>
internal static class NeedSheet
{
    public static BookSheet Of(Plan plan)
    {
        var model = plan.Result.Model;
        return new BookTable<(int Month, NeedRow Need)>(plan.Result.FuturesRun > 1)
            .Add(new BookColumn("Month"), row => BookCell.Of(model.MonthAt(row.Month)) with { IsLeft = true })
            .AddText("Service", row => model.Services[row.Need.Service].Name)
            .AddText("Staff group", row => model.StaffGroups[row.Need.StaffGroup].Name)
            .AddFigure("Need, FTE", row => row.Need.NeedSummary with { Central = row.Need.Need })
            .AddNumber("Posts, FTE", row => row.Need.Posts)
            .AddNumber("Staff, FTE", row => row.Need.Staff)
            .AddFigure("Gap to need, FTE", row => BookFigure.Of(row.Need.GapSummary) with { Central = row.Need.Gap })
            .ToSheet(
                "Need", "Need, posts, staff and the gap to need in every March",
                ["Posts and staff are those of the cohorts that have a need. The gap is need less staff; below nothing there are more staff than are needed."],
                plan.Marches.SelectMany(month => YearSheet.NationalNeeds(plan, month).Select(need => (month, need))), frozen: 3);
    }
}
