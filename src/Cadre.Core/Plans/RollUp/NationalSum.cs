using System.Globalization;
using Cadre.Core.Plans.Sections;
using Cadre.Frameworks.Reading;

namespace Cadre.Core.Plans.RollUp;

/// <summary>
/// The local plans of a round added up beside the national plan. Sums are of hundredths and exact: national plan + every entry of the bridge = sum of the
/// local plans, in each line and quarter.
/// </summary>
public sealed class NationalSum
{
    private readonly PostsGrid _allocated;

    /// <param name="basis">What the plans begin from.</param>
    /// <param name="allocated">The round's allocation.</param>
    /// <param name="plans">Every plan of the round, as it counts.</param>
    public NationalSum(PlanBasis basis, PostsGrid allocated, IReadOnlyList<CountedPlan> plans)
    {
        (Basis, _allocated, Plans) = (basis, allocated, plans);
        Bridge = [.. plans.SelectMany(EntriesOf)];
    }

    /// <summary>What the plans begin from.</summary>
    public PlanBasis Basis { get; }

    /// <summary>The plans, as they count.</summary>
    public IReadOnlyList<CountedPlan> Plans { get; }

    /// <summary>Every difference, by plan.</summary>
    public IReadOnlyList<BridgeEntry> Bridge { get; }

    /// <summary>The national plan's posts of a line by quarter, the opening day's first.</summary>
    public ReadOnlySpan<decimal> NationalOf(PlanLine line) => Basis.National.Of(Basis.NationCode, line);

    /// <summary>The sum of the local plans' posts of a line by quarter.</summary>
    public decimal[] SumOf(PlanLine line)
    {
        var sum = new decimal[Basis.Quarters.Count];
        foreach (var posts in Plans.Select(plan => plan.Place.PostsOf(line)))
        {
            for (var q = 0; q < posts.Length; q++)
                sum[q] += posts[q];
        }

        return sum;
    }

    /// <summary>The plans' posts of all lines in a quarter, and the national plan's.</summary>
    public (decimal National, decimal Sum) TotalIn(int quarter)
    {
        decimal national = 0, sum = 0;
        foreach (var line in Basis.Lines)
        {
            national += NationalOf(line)[quarter];
            sum += SumOf(line)[quarter];
        }

        return (national, sum);
    }

    /// <summary>What tells this sum from any other of its round: the plans with their versions, and the allocation.</summary>
    /// <param name="round">The round.</param>
    public string KeyIn(PlanRound round) => string.Create(CultureInfo.InvariantCulture, $"{round.Id} {round.Allocation} {string.Join(' ', Plans.Select(plan => $"{plan.Plan.Id}={plan.Version?.Number ?? 0}").Order(StringComparer.Ordinal))}");

    private IEnumerable<BridgeEntry> EntriesOf(CountedPlan plan)
    {
        if (plan.Version is null)
        {
            yield return new BridgeEntry(BridgeKind.NotSubmitted, plan.Plan, null, new decimal[Basis.Quarters.Count], "", "");
            yield break;
        }

        foreach (var entry in plan.Place.Lines.SelectMany(line => PostsOf(plan, line)).Concat(AssumptionsOf(plan)).Concat(LeversOf(plan)))
            yield return entry;
    }

    private IEnumerable<BridgeEntry> PostsOf(CountedPlan plan, PlanLine line)
    {
        var (planned, prefilled, now) = (plan.Place.PostsOf(line), plan.Place.PrefilledOf(line), Basis.AllocatedOf(_allocated, plan.Plan.MemberCodes, line));
        var reason = plan.Place.Sections.TryGetValue(line.Section, out var section) ? ((PostsContent)section).Reason : "";
        foreach (var (kind, keep) in new (BridgeKind, Func<decimal, bool>)[] { (BridgeKind.BeyondAllocation, part => part > 0), (BridgeKind.NotTakenUp, part => part < 0) })
        {
            decimal[] parts = [.. planned.Zip(prefilled, (plan, given) => plan - given).Select(part => keep(part) ? part : 0)];
            if (parts.Any(part => part != 0)) yield return new BridgeEntry(kind, plan.Plan, line, parts, "", reason);
        }

        decimal[] earlier = [.. prefilled.Zip(now, (then, given) => then - given)];
        if (earlier.Any(part => part != 0)) yield return new BridgeEntry(BridgeKind.EarlierAllocation, plan.Plan, line, earlier, $"allocation {plan.Version!.Allocation}", "");
    }

    private IEnumerable<BridgeEntry> AssumptionsOf(CountedPlan plan) =>
        from indexed in plan.Place.ItemsOf(SectionName.Assumptions).Index()
        let item = indexed.Item
        let rule = LeverRule.Of(SectionDefinition.ParameterOf(item["parameter"]))
        let before = PlanScenario.RulingIn(plan.Place, item).Select(ruling => PlanNumbers.Exact(Math.Round((decimal)rule.FromModel(ruling.Value), 2))).Distinct()
        select new BridgeEntry(
            BridgeKind.OtherAssumption, plan.Plan, null, new decimal[Basis.Quarters.Count],
            $"{NameOf("parameter", item, SectionName.Assumptions)}, {NameOf("staff_group", item, SectionName.Assumptions)}: {item["value"]} instead of {string.Join(" and ", before)}{MemberOf(item)}", item["reason"]) { Item = (SectionName.Assumptions, indexed.Index) };

    private IEnumerable<BridgeEntry> LeversOf(CountedPlan plan) =>
        from indexed in plan.Place.ItemsOf(SectionName.Levers).Index()
        let item = indexed.Item
        let size = PlanNumbers.TryParse(item["size"], out var number) ? number : 0
        select new BridgeEntry(
            BridgeKind.Levers, plan.Plan, null, new decimal[Basis.Quarters.Count],
            $"{NameOf("parameter", item, SectionName.Levers)}, {NameOf("staff_group", item, SectionName.Levers)}: {(size > 0 ? "+" : "")}{PlanNumbers.Exact(size)} points from {item["start"]}{MemberOf(item)}", item["reason"]) { Item = (SectionName.Levers, indexed.Index) };

    private string MemberOf(IReadOnlyDictionary<string, string> item) =>
        item.GetValueOrDefault(SectionDefinition.MemberField, "") is { Length: > 0 } member ? $", in {PlanMember.Parse(member).NameIn(Basis)} alone" : "";

    private string NameOf(string field, IReadOnlyDictionary<string, string> item, string section) =>
        SectionDefinition.Of(section).Fields.First(one => one.Name == field).TextOf(item[field], Basis);
}
