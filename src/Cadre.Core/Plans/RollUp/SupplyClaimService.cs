using Cadre.Core.Runs;

namespace Cadre.Core.Plans.RollUp;

/// <summary>Says where the plans of a round's last national run together expect to recruit more people than there are.</summary>
public sealed class SupplyClaimService(PlanReader reader, RunService runs, WarmRuns warm)
{
    /// <summary>The claims on every pool in every financial year, and the national run that they are of; null before there is one.</summary>
    public async Task<(Run Run, PlanBasis Basis, IReadOnlyList<PoolClaims> Claims)?> ClaimsAsync(PlanRound round, CancellationToken cancellation)
    {
        if (round.RunId is not { } last || await runs.FindAsync(last, cancellation) is not { } run) return null;
        var basis = await reader.BasisAsync(round, cancellation);
        var places = await reader.PlacesAsync(run, cancellation);
        // A plan that carries on a single other one has the same members.
        var byMembers = (await reader.PlansAsync(round.Id, cancellation)).OrderByDescending(plan => plan.State == PlanState.Superseded).GroupBy(plan => plan.Members).ToDictionary(same => same.Key, same => same.Last());
        CountedPlan[] plans = [.. places.Select(place => new CountedPlan(byMembers[string.Join(' ', place.Members)], null, place)).OrderBy(plan => plan.Plan.Name, StringComparer.Ordinal)];
        var claims = await Task.Run(() => warm.Kept(("claims", run.Id), () => SupplyClaims.Of(warm.SessionOf(basis.Framework, run.Months, run.Futures, (ulong)run.Seed), plans)), cancellation);
        return (run, basis, claims);
    }
}
