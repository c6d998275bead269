using Cadre.Core.Plans;
using Cadre.Core.Plans.Tracking;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Plans;

/// <summary>The plans that concern whoever looks, by round.</summary>
public sealed class IndexModel(PlanReader reader, PlanService plans, TrackingService tracking) : PageModel
{
    /// <summary>Rounds with the plans that whoever looks may see, those waiting for them first; for modellers and reviewers how they stand to what came.</summary>
    public List<(PlanRound Round, IReadOnlyList<(LocalPlan Plan, bool Waits)> Plans, bool IsNational, LeftBands? Tracked)> Rounds { get; } = [];

    /// <summary>The plans that whoever looks submits; to others of theirs they contribute.</summary>
    public HashSet<Guid> Submits { get; } = [];

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var access = await plans.AccessAsync(SignedIn.IdOf(User), cancellation);
        foreach (var round in await reader.RoundsAsync(cancellation))
        {
            var basis = await reader.BasisAsync(round, cancellation);
            (LocalPlan Plan, bool Waits)[] seen =
            [
                .. (await reader.PlansAsync(round.Id, cancellation)).Where(plan => access.MaySee(plan, basis))
                    .Select(plan => (plan, round.ClosedUtc is null && ((plan.IsOpen && access.MayContribute(plan, basis)) || (plan.State == PlanState.Submitted && access.MayDecide(plan, basis)))))
                    .OrderByDescending(plan => plan.Item2),
            ];
            Submits.UnionWith(seen.Where(one => access.MayEdit(one.Plan, basis)).Select(one => one.Plan.Id));
            var national = access.SeesRounds;
            if (seen.Length == 0 && !national) continue;
            LocalPlan[] shown = [.. seen.Select(one => one.Plan).Where(plan => plan.State != PlanState.Superseded)];
            Rounds.Add((round, seen, national, national && shown.Length > 0 ? new LeftBands(shown, basis, await tracking.OfAllAsync(round, shown, basis, cancellation)) : null));
        }
    }
}
