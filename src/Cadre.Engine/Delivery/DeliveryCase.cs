using Cadre.Engine.Model;

namespace Cadre.Engine.Delivery;

/// <summary>What is delivered otherwise than planned.</summary>
public enum DeliveredPart
{
    /// <summary>Nothing: the plan as it is, which stands first.</summary>
    Plan,

    /// <summary>One lever, with all whose ids begin in the same way.</summary>
    Lever,

    /// <summary>Every lever of the scenario.</summary>
    AllLevers,

    /// <summary>The growth of posts.</summary>
    Funding,

    /// <summary>The growth of what people need.</summary>
    Demand,

    /// <summary>Recruitment from abroad.</summary>
    International,
}

/// <summary>How it is delivered.</summary>
public enum Delivered
{
    /// <summary>As planned.</summary>
    AsPlanned,

    /// <summary>Not at all: at 0% of its size.</summary>
    NotAtAll,

    /// <summary>At 50% of its size.</summary>
    Half,

    /// <summary>Whole, but started 12 months later.</summary>
    YearLate,

    /// <summary>At the low end of its assumptions.</summary>
    Low,

    /// <summary>At the high end of its assumptions.</summary>
    High,

    /// <summary>At the floor of its sources.</summary>
    Floor,
}

/// <summary>A plan with one thing delivered otherwise (docs/method.md section 9).</summary>
/// <param name="Part">What is delivered otherwise.</param>
/// <param name="Lever">Of one lever, its id up to the first full stop; else null.</param>
/// <param name="Delivered">How it is delivered.</param>
/// <param name="Scenario">The scenario that is run.</param>
public sealed record DeliveryCase(DeliveredPart Part, string? Lever, Delivered Delivered, Scenario Scenario)
{
    private const int YearInMonths = 12;

    /// <summary>What one lever is in an under-delivery set: an id up to its first full stop.</summary>
    public static string LeverOf(string id) => id.Split('.', 2)[0];

    /// <summary>
    /// The cases of a scenario: the plan itself, then each lever and all of them (not at all, half, a year late), funding, demand,
    /// international recruitment; those that have nothing to change are left out.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="scenario">The plan.</param>
    public static IReadOnlyList<DeliveryCase> Of(NationalModel model, Scenario scenario)
    {
        string[] levers = [.. scenario.Levers.Select(lever => LeverOf(lever.Id)).Distinct()];
        return
        [
            new DeliveryCase(DeliveredPart.Plan, null, Delivered.AsPlanned, scenario),
            .. levers.SelectMany(lever => OfLevers(DeliveredPart.Lever, lever, scenario, each => LeverOf(each.Id) == lever)),
            .. levers.Length > 0 ? OfLevers(DeliveredPart.AllLevers, null, scenario, _ => true) : [],
            .. OfEnds(DeliveredPart.Funding, [Parameter.PostsGrowth, Parameter.PostsDelivered], model, scenario),
            .. OfEnds(DeliveredPart.Demand, [Parameter.DemandGrowth], model, scenario),
            .. model.Sources.Any(source => source.Kind == SupplyKind.International) ? [AtFloor(model, scenario)] : Array.Empty<DeliveryCase>(),
        ];
    }

    private static IEnumerable<DeliveryCase> OfLevers(DeliveredPart part, string? name, Scenario scenario, Func<Lever, bool> isMeant)
    {
        DeliveryCase Case(Delivered delivered, Func<Lever, Lever?> change) => new(
            part, name, delivered, scenario with { Levers = [.. scenario.Levers.Select(lever => isMeant(lever) ? change(lever) : lever).OfType<Lever>()] });
        yield return Case(Delivered.NotAtAll, _ => null);
        yield return Case(Delivered.Half, lever => lever with { Size = lever.Size * 0.5 });
        yield return Case(Delivered.YearLate, lever => lever with { Start = lever.Start.PlusMonths(YearInMonths) });
    }

    /// <summary>All rows of some parameters at one end, in the central run and in every future; nothing where none has a range.</summary>
    private static IEnumerable<DeliveryCase> OfEnds(DeliveredPart part, Parameter[] parameters, NationalModel model, Scenario scenario)
    {
        KeyValuePair<int, Assumption>[] rows =
        [
            .. model.Assumptions.Index().Where(row => parameters.Contains(row.Item.Parameter))
                .Select(row => KeyValuePair.Create(row.Index, scenario.Changes.GetValueOrDefault(row.Index, row.Item))),
        ];
        if (rows.All(row => row.Value.Low == row.Value.High)) yield break;
        DeliveryCase Case(Delivered delivered, Func<Assumption, double> end) => new(
            part,
            null,
            delivered,
            scenario with
            {
                Changes = new Dictionary<int, Assumption>([.. scenario.Changes.Where(change => !parameters.Contains(model.Assumptions[change.Key].Parameter)), .. rows.Select(row => KeyValuePair.Create(row.Key, FixedAt(row.Value, end(row.Value))))]),
            });
        yield return Case(Delivered.Low, row => row.Low);
        yield return Case(Delivered.High, row => row.High);
    }

    private static Assumption FixedAt(Assumption row, double value) =>
        row with { Low = value, Central = value, High = value, Distribution = DistributionFamily.Fixed, CorrelationGroup = null, Correlation = 0 };

    /// <summary>
    /// From the first month on nobody comes from abroad but for the floor of each source; who came before still did. The scenario's
    /// own levers on it have no say.
    /// </summary>
    private static DeliveryCase AtFloor(NationalModel model, Scenario scenario)
    {
        var stop = new Lever
        {
            Id = "international",
            Parameter = LeverParameter.International,
            Effect = LeverEffect.Multiply,
            Size = -1,
            Start = model.MonthAt(1),
        };
        return new DeliveryCase(
            DeliveredPart.International, null, Delivered.Floor,
            scenario with { Levers = [.. scenario.Levers.Where(lever => lever.Parameter != LeverParameter.International), stop] });
    }
}
