using Cadre.Core.Plans.Sections;

namespace Cadre.Core.Plans.RollUp;

/// <summary>Adds up the plans of a round.</summary>
public sealed class RollUpService(PlanReader reader)
{
    /// <summary>The plans of a round as they count, and what they add up to.</summary>
    public async Task<NationalSum> SumAsync(PlanRound round, CancellationToken cancellation)
    {
        var (basis, allocated) = (await reader.BasisAsync(round, cancellation), await reader.AllocationAsync(round.Id, round.Allocation, cancellation));
        var counted = await reader.CountedAsync(round.Id, cancellation);
        var plans = new List<CountedPlan>();
        foreach (var plan in (await reader.PlansAsync(round.Id, cancellation)).Where(plan => plan.State != PlanState.Superseded))
        {
            plans.Add(counted.TryGetValue(plan.Id, out var version)
                ? new CountedPlan(plan, version, await reader.PlaceAsync(plan, version, cancellation))
                : new CountedPlan(plan, null, new PlannedPlace(basis, allocated, plan.MemberCodes, new Dictionary<string, SectionContent>())));
        }

        return new NationalSum(basis, allocated, plans);
    }
}
