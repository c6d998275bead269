using Cadre.Cli.Plans;
using Cadre.Engine.Delivery;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Cli.Books;

/// <summary>What happens when the plan is not delivered, the largest loss of staff first.</summary>
internal static class UnderDeliverySheet
{
    public static BookSheet Of(Plan plan, UnderDelivery set)
    {
        var scenario = plan.Result.Options.Scenario;
        var table = new BookTable<DeliveryOutcome>(set.Futures > 1)
            .AddText("If", row => Wording.Capital(DeliveryWords.Of(row.Case, scenario)), 52)
            .AddNumber("Staff, FTE", row => row.Staff.Central)
            .AddFigure("Change in staff, FTE", row => Of(row.Staff))
            .AddFigure("Change in posts, FTE", row => Of(row.Posts))
            .AddFigure("Change in vacancies, FTE", row => Of(row.Vacancies));
        if (set.Plan.GapToNeed is not null) table.AddFigure("Change in gap to need, FTE", row => row.GapToNeed is { } gap ? Of(gap) : default);
        foreach (var (i, target) in set.Plan.Targets.Index().Where(target => target.Item.Probability is not null))
            table.Add(new BookColumn($"Probability: {target.Target.Description}") { Narrowest = 20, IsNumber = true }, row => BookCell.Of(row.Targets[i].Probability, BookFormat.Share));
        return table.ToSheet(
            "Under-delivery", $"If the plan is not delivered: the nation in {Wording.Long(plan.Result.Model.MonthAt(set.Month))}",
            [
                $"Each row is the plan with that one thing delivered otherwise; changes are against the plan, which stands first. Low and high hold nine in ten of the differences in the same {Wording.Count(set.Futures, "future")} of both; probabilities are over these futures too, so that they may differ a little from those on the sheet Targets.",
            ],
            [set.Plan, .. set.ByLoss], row => row.Case.Part == DeliveredPart.Plan);
    }

    private static BookFigure Of(DeliveryFigure figure) => new(figure.CentralDifference, figure.Difference?.P5, figure.Difference?.P95);
}
