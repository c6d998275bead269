using Cadre.Engine.Delivery;
using Cadre.Engine.Model;

namespace Cadre.Cli.Plans;

/// <summary>The cases of an under-delivery set in words.</summary>
internal static class DeliveryWords
{
    /// <summary>What is delivered otherwise: nurses (6 levers) at half the size.</summary>
    /// <param name="of">The case.</param>
    /// <param name="plan">The scenario that is the plan.</param>
    public static string Of(DeliveryCase of, Scenario plan) => $"{Part(of, plan)} {How(of)}";

    /// <summary>The same as half a sentence: nurses (6 levers) are at half the size.</summary>
    /// <param name="of">The case.</param>
    /// <param name="plan">The scenario that is the plan.</param>
    public static string Clause(DeliveryCase of, Scenario plan) => $"{Part(of, plan)} {(of.Part == DeliveredPart.AllLevers || LeversOf(of, plan) > 1 ? "are" : "is")} {How(of)}";

    /// <summary>Why a set holds no case of a part.</summary>
    public static string WhyNone(DeliveredPart part) => part switch
    {
        DeliveredPart.Lever or DeliveredPart.AllLevers => "levers (the plan has none)",
        DeliveredPart.Funding => "funding (growth of posts has no range)",
        DeliveredPart.Demand => "demand (no growth of demand with a range)",
        DeliveredPart.International => "recruitment from abroad (no such source)",
        DeliveredPart.Plan => "the plan",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "No such part."),
    };

    private static string Part(DeliveryCase of, Scenario plan) => of.Part switch
    {
        DeliveredPart.Plan => "the plan",
        DeliveredPart.Lever => LeversOf(of, plan) is > 1 and var levers ? $"{of.Lever} ({Wording.Count(levers, "lever")})" : $"{of.Lever}",
        DeliveredPart.AllLevers => "all levers",
        DeliveredPart.Funding => "growth of posts",
        DeliveredPart.Demand => "growth of demand",
        DeliveredPart.International => "recruitment from abroad",
        _ => throw new ArgumentOutOfRangeException(nameof(of), of.Part, "No such part."),
    };

    private static int LeversOf(DeliveryCase of, Scenario plan) => plan.Levers.Count(lever => DeliveryCase.LeverOf(lever.Id) == of.Lever);

    private static string How(DeliveryCase of) => of.Delivered switch
    {
        Delivered.AsPlanned => "as planned",
        Delivered.NotAtAll => "not delivered",
        Delivered.Half => "at half the size",
        Delivered.YearLate => "a year late",
        Delivered.Low => "at its low end",
        Delivered.High => "at its high end",
        Delivered.Floor => "at its floor",
        _ => throw new ArgumentOutOfRangeException(nameof(of), of.Delivered, "No such way."),
    };
}
