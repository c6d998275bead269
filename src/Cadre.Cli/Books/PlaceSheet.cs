using Cadre.Cli.Plans;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Writing;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Cli.Books;

/// <summary>Nation, regions, systems and trusts on the opening day and at the end.</summary>
internal static class PlaceSheet
{
    public static BookSheet Of(Plan plan)
    {
        var (result, model) = (plan.Result, plan.Result.Model);
        var openings = PlaceOpening.Of(result);
        var month = LastMonth(plan);
        var now = Wording.Short(model.MonthAt(0));
        var then = Wording.Short(model.MonthAt(month));
        BookFigure At(int place, Measure measure) => BookFigure.Of(result.Summarise(new Line(place, null, model.Everybody), month, measure));
        int[] places = [.. InReadingOrder(model).Where(openings.ContainsKey)];
        return new BookTable<int>(result.FuturesRun > 1)
            .Add(new BookColumn("Place") { Widest = 56 }, place => BookCell.Of(model.Places[place].Name) with { Indent = (int)model.Places[place].Level })
            .AddText("Level", place => Codes.Of(model.Places[place].Level))
            .AddText("Region", place => NameAbove(model, place, PlaceLevel.Region))
            .AddText("System", place => NameAbove(model, place, PlaceLevel.System), 52)
            .AddText("Code", place => model.Places[place].Code)
            .AddNumber($"Staff {now}, FTE", place => openings[place].Fte)
            .AddNumber($"Posts {now}, FTE", place => openings[place].Posts)
            .AddNumber($"Gap {now}, FTE", place => openings[place].Vacancies)
            .AddFigure($"Staff {then}, FTE", place => At(place, Measure.Fte))
            .AddFigure($"Posts {then}, FTE", place => At(place, Measure.Posts))
            .AddFigure($"Gap {then}, FTE", place => At(place, Measure.Vacancies))
            .AddFigure($"Vacancy rate {then}", place => At(place, Measure.VacancyRate), BookFormat.Share)
            .ToSheet(
                "By place", $"Places: staff, posts and the gap between them, now ({now}) and at the end ({then})", NotesOf(plan),
                places, place => model.Places[place].Level is PlaceLevel.Nation or PlaceLevel.Region);
    }

    private static List<string> NotesOf(Plan plan)
    {
        List<string> notes = ["The gap is vacancies: posts that nobody holds. Where staff stand above the posts of their own place and group, posts less staff are less than that. A place that is shared between several stands under the one with the largest share."];
        if (plan.SystemsWithoutStaff.Count > 0) notes.Add($"{Wording.Count(plan.SystemsWithoutStaff.Count, "system")} without staff of their own are left out: {string.Join("; ", plan.SystemsWithoutStaff.Select(place => place.Name))}.");
        return notes;
    }

    /// <summary>The last month shown that the run holds for every level of place; the last of all where it holds none.</summary>
    private static int LastMonth(Plan plan)
    {
        Line[] lines = [.. plan.Result.Lines.Where(line => line.Service is null && line.Sector is null && line.StaffGroup == plan.Result.Model.Everybody)];
        return plan.Marches.LastOrDefault(month => lines.All(line => plan.Result.Summarise(line, month, Measure.Fte) is not null), plan.Marches[^1]);
    }

    /// <summary>Each place after the one that it is mainly counted in.</summary>
    private static IEnumerable<int> InReadingOrder(NationalModel model)
    {
        var below = model.Places.Index().Where(place => place.Item.Parents.Count > 0).ToLookup(place => WayUp.FromPlace(model.Places, place.Index).ElementAt(1), place => place.Index);
        IEnumerable<int> From(int place) => below[place].SelectMany(From).Prepend(place);
        return From(model.Nation);
    }

    private static string NameAbove(NationalModel model, int place, PlaceLevel level) =>
        WayUp.FromPlace(model.Places, place).Select(above => model.Places[above]).FirstOrDefault(above => above.Level == level)?.Name ?? "";
}
