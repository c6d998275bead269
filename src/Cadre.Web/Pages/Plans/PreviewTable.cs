using Cadre.Core.Plans;
using Cadre.Core.Words;
using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Web.Pages.Plans;

/// <summary>What a plan changes, in words and rows.</summary>
/// <param name="Headline">The answer in a sentence.</param>
/// <param name="Held">What is held.</param>
/// <param name="Years">A row for each March: staff and vacancies before, with the plan, and the difference with its range.</param>
/// <param name="Groups">The same by staff group at the last March, those that differ.</param>
/// <param name="Last">The last March.</param>
public sealed record PreviewTable(string Headline, string Held, IReadOnlyList<PreviewTable.Row> Years, IReadOnlyList<PreviewTable.Row> Groups, string Last)
{
    /// <summary>The table of a preview.</summary>
    public static PreviewTable Of(LocalPlan plan, PlanBasis basis, Preview preview)
    {
        var (model, last) = (basis.Model, preview.Months[^1]);
        var staff = preview.Of(model.Everybody, last, Measure.Fte)!.Value;
        var vacant = preview.Of(model.Everybody, last, Measure.Vacancies)!.Value;
        var when = Wording.Long(model.MonthAt(last));
        Row[] years = [.. preview.Months.Select(month => RowOf(Wording.Long(model.MonthAt(month)), preview, model.Everybody, month)).OfType<Row>()];
        Row[] groups = [.. Enumerable.Range(0, model.StaffGroups.Count).Where(g => model.StaffGroups[g].AgeBands.Count > 0).Select(g => RowOf(model.StaffGroups[g].Name, preview, g, last)).OfType<Row>().Where(row => row.Differs)];
        return new PreviewTable(
            groups.Length == 0 && !years.Any(year => year.Differs)
                ? $"As it stands this plan changes nothing: {plan.Name} has the posts, staff and vacancies that it would have without it."
                : $"With this plan {plan.Name} has {More(staff.Difference, "FTE of staff more", "FTE of staff less")} and {More(vacant.Difference, "vacant posts more", "vacant posts less")} in {when}.",
            $"All other places are held at what they claimed in the national run of {Times.Of(preview.LastNationalRun)}; submitting runs all plans together. Ranges are nine futures in ten of {preview.Futures}, each future's difference taken first.",
            years, groups, when);
    }

    private static Row? RowOf(string name, Preview preview, int group, int month)
    {
        if (preview.Of(group, month, Measure.Fte) is not { } staff || preview.Of(group, month, Measure.Posts) is not { } posts || preview.Of(group, month, Measure.Vacancies) is not { } vacant) return null;
        return new Row(
            name,
            [
                (Figures.Tenth(posts.B.Central), Math.Abs(posts.Difference.Central) < 0.05 ? "" : Change(posts.Difference)), (Figures.Tenth(staff.A.Central), ""), (Figures.Tenth(staff.B.Central), ""), (Change(staff.Difference), Range(staff.Difference)),
                (Figures.Tenth(vacant.B.Central), ""), (Change(vacant.Difference), Range(vacant.Difference)),
            ],
            Differs(staff) || Differs(posts) || Differs(vacant));
    }

    private static bool Differs(ComparedFigure figure) => Math.Abs(figure.Difference.Central) >= 0.05 || figure.Difference.P95 - figure.Difference.P5 >= 0.05;

    private static string More(Summary difference, string more, string less) => Math.Abs(difference.Central) < 0.05
        ? $"0.0 {more}"
        : $"{Figures.Tenth(Math.Abs(difference.Central))} {(difference.Central > 0 ? more : less)} (nine futures in ten: {Range(difference)})";

    private static string Change(Summary difference) => Signed(difference.Central);

    private static string Range(Summary difference) => (Signed(difference.P5), Signed(difference.P95)) is var (low, high) && (low, high) == ("0.0", "0.0") ? "" : $"{low} to {high}";

    private static string Signed(double value) => Math.Abs(value) < 0.05 ? "0.0" : $"{(value > 0 ? "+" : "-")}{Figures.Tenth(Math.Abs(value))}";

    /// <summary>A row.</summary>
    /// <param name="Name">What it is of.</param>
    /// <param name="Cells">Posts with their change, staff before, staff with the plan, its change, vacancies with the plan, their change; each with its range.</param>
    /// <param name="Differs">Whether anything differs.</param>
    public sealed record Row(string Name, IReadOnlyList<(string Value, string Range)> Cells, bool Differs);
}
