using Cadre.Cli.Plans;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Cli.Books;

/// <summary>The targets with their probabilities.</summary>
internal static class TargetSheet
{
    public static BookSheet Of(Plan plan)
    {
        var (model, futures) = (plan.Result.Model, plan.Result.FuturesRun);
        var table = new BookTable<TargetResult>(futures > 1)
            .AddText("Target", row => row.Target.Description, 48)
            .AddText("Measure", row => MeasureOf(row.Target.Measure) + (row.Target.SinceOpening ? ", more than on the opening day" : ""))
            .AddText("Place", row => model.Places[row.Target.Place].Name)
            .AddText("Service", row => row.Target.Service is { } service ? model.Services[service].Name : "all")
            .AddText("Staff group", row => model.StaffGroups[row.Target.StaffGroup].Name);
        if (model.Targets.Any(target => target.Sector is not null))
            table.AddText("Employers", row => row.Target.Sector is { } sector ? Wording.Of(sector) : "all");
        table
            .Add(new BookColumn("Month"), row => BookCell.Of(row.Target.Month) with { IsLeft = true })
            .AddText("Wanted", row => row.Target.AtLeast ? "at least" : "at most")
            .Add(new BookColumn("Value wanted") { IsNumber = true }, row => BookCell.Of(row.Target.Value, FormatOf(row.Target)))
            .Add(new BookColumn("Central run") { IsNumber = true }, row => BookCell.Of(row.Reached?.Summary.Central, FormatOf(row.Target)));
        if (futures > 1)
        {
            table
                .Add(new BookColumn("Low") { IsNumber = true }, row => BookCell.Of(row.Reached?.Summary.P5, FormatOf(row.Target)) with { IsFaint = true })
                .Add(new BookColumn("High") { IsNumber = true }, row => BookCell.Of(row.Reached?.Summary.P95, FormatOf(row.Target)) with { IsFaint = true });
        }

        table.Add(
            new BookColumn("Probability") { Narrowest = 15, IsNumber = true },
            row => row.Reached is { } reached ? BookCell.Of(reached.Probability, BookFormat.Share) : BookCell.Of("beyond the run"));
        return table.ToSheet(
            "Targets",
            "Targets and the probability of each",
            [$"The probability is the share of {Wording.Count(futures, "future")} in which the target holds. Vacancy rates are shares of posts."],
            plan.Result.Targets);
    }

    /// <summary>How figures of a target are written.</summary>
    public static BookFormat FormatOf(Target target) => target.Measure == Measure.VacancyRate ? BookFormat.Share : BookFormat.Whole;

    private static string MeasureOf(Measure measure) => measure switch
    {
        Measure.Heads => "Staff, heads",
        Measure.Fte => "Staff, FTE",
        Measure.Posts => "Posts, FTE",
        Measure.Vacancies => "Vacancies, FTE",
        Measure.VacancyRate => "Vacancy rate",
        Measure.OverEstablishment => "Staff above posts, FTE",
        Measure.Joiners => "Joiners, heads",
        Measure.Leavers => "Leavers, heads",
        Measure.Moves => "Moves, heads",
        Measure.Cover => "Temporary cover, FTE",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "No such measure."),
    };
}
