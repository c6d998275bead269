using Cadre.Engine.Delivery;
using Cadre.Frameworks.Writing;

namespace Cadre.Cli.Plans;

/// <summary>An under-delivery set as part of the plan's JSON: the plan first, then the cases, the largest loss of staff first.</summary>
internal static class DeliveryJson
{
    public static object Of(Plan plan, UnderDelivery set) => new
    {
        Month = plan.Result.Model.MonthAt(set.Month).ToString(),
        set.Futures,
        Cases = set.ByLoss.Prepend(set.Plan).Select(outcome => new
        {
            Part = Codes.Of(outcome.Case.Part),
            outcome.Case.Lever,
            Delivered = Codes.Of(outcome.Case.Delivered),
            Name = DeliveryWords.Of(outcome.Case, plan.Result.Options.Scenario),
            Staff = Of(outcome.Staff),
            Posts = Of(outcome.Posts),
            Vacancies = Of(outcome.Vacancies),
            Need = Of(outcome.Need),
            GapToNeed = Of(outcome.GapToNeed),
            Targets = outcome.Targets.Select(target => new { target.Target.Id, Figures = Of(target.Figure), target.Probability }),
        }),
    };

    private static object? Of(DeliveryFigure? figure) => figure is not { } known ? null : new
    {
        known.Central,
        Difference = new { Central = known.CentralDifference, known.Difference?.P5, known.Difference?.P50, known.Difference?.P95 },
    };
}
