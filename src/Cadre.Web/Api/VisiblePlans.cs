using System.Security.Claims;
using Cadre.Core.Plans;

namespace Cadre.Web.Api;

/// <summary>The plans of a round that the person of a key may see.</summary>
/// <param name="Round">The round.</param>
/// <param name="Basis">What its plans begin from.</param>
/// <param name="Plans">The plans by name.</param>
/// <param name="Access">What the person may do with them.</param>
internal sealed record VisiblePlans(PlanRound Round, PlanBasis Basis, IReadOnlyList<LocalPlan> Plans, PlanAccess Access)
{
    /// <summary>By round, the newest first; rounds that do not concern the person are left out.</summary>
    public static async Task<IReadOnlyList<VisiblePlans>> OfAsync(PlanReader reader, PlanService plans, ClaimsPrincipal user, Guid? only, CancellationToken cancellation)
    {
        var access = await plans.AccessAsync(ApiAccess.PersonOf(user), cancellation);
        var seen = new List<VisiblePlans>();
        foreach (var round in (await reader.RoundsAsync(cancellation)).Where(round => only is null || round.Id == only))
        {
            var basis = await reader.BasisAsync(round, cancellation);
            LocalPlan[] visible = [.. (await reader.PlansAsync(round.Id, cancellation)).Where(plan => access.MaySee(plan, basis))];
            if (visible.Length > 0 || access.SeesRounds) seen.Add(new VisiblePlans(round, basis, visible, access));
        }

        return seen;
    }
}
