using System.Security.Claims;
using Cadre.Core.Plans;

namespace Cadre.Web.Api;

/// <summary>A plan as last saved, and what the person of a key may do with it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Place">What it says.</param>
/// <param name="Access">What the person may do.</param>
internal sealed record VisiblePlan(LocalPlan Plan, PlannedPlace Place, PlanAccess Access)
{
    /// <summary>The plan of an id; null where there is none that the person may see.</summary>
    public static async Task<VisiblePlan?> FindAsync(Guid id, PlanReader reader, PlanService plans, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (await reader.PlanAsync(id, cancellation) is not { } plan) return null;
        var (place, access) = (await reader.StandingAsync(plan, cancellation), await plans.AccessAsync(ApiAccess.PersonOf(user), cancellation));
        return access.MaySee(plan, place.Basis) ? new VisiblePlan(plan, place, access) : null;
    }
}
