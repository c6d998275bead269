using Cadre.Cli.Plans;
using Cadre.Engine.Results;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Cli.Books;

/// <summary>The nation on the opening day and in every March.</summary>
internal static class YearSheet
{
    public static BookSheet Of(Plan plan)
    {
        var model = plan.Result.Model;
        Row[] rows = [new Row(0, null), .. plan.Years.Select(year => new Row(year.Month, year))];
        var table = new BookTable<Row>(plan.Result.FuturesRun > 1)
            .Add(new BookColumn("Month"), row => BookCell.Of(model.MonthAt(row.Month)) with { IsLeft = true })
            .AddFigure("Staff, FTE", row => row.Year?.Fte ?? Opening(plan.Total.OpeningFte))
            .AddFigure("Posts, FTE", row => row.Year?.Posts ?? Opening(plan.OpeningPosts))
            .AddFigure("Vacancies, FTE", row => row.Year?.Vacancies ?? Opening(plan.OpeningVacancies))
            .AddFigure("Vacancy rate", row => row.Year?.VacancyRate ?? Opening(plan.OpeningVacancyRate), BookFormat.Share);
        if (plan.Years.Any(year => year.Cover.Central > 0)) table.AddFigure("Cover, FTE", row => BookFigure.Of(row.Year?.Cover));
        if (plan.Needs.Count > 0)
        {
            var needs = plan.Marches.ToDictionary(month => month, month => plan.Result.NeedTotals(month).First(row => row.Place == model.Nation && row.StaffGroup is null));
            table.AddFigure("Need, FTE", row => row.Year is null ? default : needs[row.Month].NeedSummary)
                .AddFigure("Gap to need, FTE", row => row.Year is null ? default : BookFigure.Of(needs[row.Month].GapSummary) with { Central = needs[row.Month].Gap });
        }

        table
            .AddNumber("Months of flows", row => row.Year?.FlowMonths)
            .AddFigure("Joiners, heads", row => BookFigure.Of(row.Year?.Joiners))
            .AddFigure("Leavers, heads", row => BookFigure.Of(row.Year?.Leavers));
        return table.ToSheet("Staff", $"{model.Places[model.Nation].Name} year by year: staff, posts, vacancies{(plan.Needs.Count > 0 ? ", need" : "")}, joiners and leavers", NotesOf(plan), rows);
    }

    /// <summary>The rows of need of the nation in a month.</summary>
    public static NeedRow[] NationalNeeds(Plan plan, int month) => [.. plan.Result.Needs(month).Where(row => row.Place == plan.Result.Model.Nation)];

    private static List<string> NotesOf(Plan plan)
    {
        List<string> notes = ["The first row is the opening day, whose posts and vacancies follow from assumed vacancy rates. Joiners and leavers are those of the months of flows up to the month."];
        if (plan.Needs.Count > 0) notes.Add("Need and gap to need are sums over services and staff groups, taken within each future; one service's surplus counts against what another lacks. The sheet Need has each.");
        return notes;
    }

    private static BookFigure Opening(double value) => new(value, null, null);

    private sealed record Row(int Month, PlanYear? Year);
}
