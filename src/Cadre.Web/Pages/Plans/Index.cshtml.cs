using Cadre.Core.Plans;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Plans;

/// <summary>The plans that concern whoever looks, by round.</summary>
public sealed class IndexModel(PlanReader reader, PlanService plans) : PageModel
{
    /// <summary>Rounds with the plans that whoever looks may see, those waiting for them first.</summary>
    public List<(PlanRound Round, IReadOnlyList<(LocalPlan Plan, bool Waits)> Plans, bool IsNational)> Rounds { get; } = [];

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
                    .Select(plan => (plan, (plan.IsOpen && access.MayEdit(plan, basis)) || (plan.State == PlanState.Submitted && access.MayDecide(plan, basis))))
                    .OrderByDescending(plan => plan.Item2),
            ];
            if (seen.Length > 0 || access.SeesRounds) Rounds.Add((round, seen, access.SeesRounds));
        }
    }
}
