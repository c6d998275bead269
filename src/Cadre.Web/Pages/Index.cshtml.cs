using Cadre.Core.Frameworks;
using Cadre.Core.Plans;
using Cadre.Core.Runs;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages;

/// <summary>The first page: the plans of whoever looks, then what there is to plan with.</summary>
public sealed class IndexModel(FrameworkService frameworks, RunService runs, PlanReader reader, PlanService plans, IAuthorizationService authorization) : PageModel
{
    private const int MostPlans = 6;

    /// <summary>The plans that whoever looks writes, reviews or signs, those that wait for them first, each with its round and what there is to do.</summary>
    public IReadOnlyList<(LocalPlan Plan, PlanRound Round, string Task)> Plans { get; private set; } = [];

    /// <summary>How many more there are.</summary>
    public int MorePlans { get; private set; }

    /// <summary>The newest version of each framework, with its newest run.</summary>
    public List<(FrameworkSummary Framework, Run? Run)> Frameworks { get; } = [];

    /// <summary>Whether whoever looks may add one.</summary>
    public bool MayUpload { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var own = await PlansAsync(cancellation);
        (Plans, MorePlans) = ([.. own.Take(MostPlans)], Math.Max(0, own.Count - MostPlans));
        MayUpload = (await authorization.AuthorizeAsync(User, Access.RunFrameworks)).Succeeded;
        foreach (var framework in await frameworks.ListAsync(cancellation))
            Frameworks.Add((framework, (await runs.ListAsync(framework.Id, cancellation)).FirstOrDefault()));
    }

    /// <summary>The plans that somebody has a part in; a modeller, who sees all, has the page of plans.</summary>
    private async Task<IReadOnlyList<(LocalPlan Plan, PlanRound Round, string Task)>> PlansAsync(CancellationToken cancellation)
    {
        var access = await plans.AccessAsync(SignedIn.IdOf(User), cancellation);
        if (access.Grants.Count == 0 && access.Contributions.Count == 0) return [];
        var found = new List<(LocalPlan Plan, PlanRound Round, int Order, string Task)>();
        foreach (var round in await reader.RoundsAsync(cancellation))
        {
            var basis = await reader.BasisAsync(round, cancellation);
            foreach (var plan in (await reader.PlansAsync(round.Id, cancellation)).Where(plan => plan.State != PlanState.Superseded))
            {
                if (TaskOf(plan, basis, access, isOpen: round.ClosedUtc is null) is { } task) found.Add((plan, round, task.Order, task.Text));
            }
        }

        return [.. found.OrderBy(item => item.Order).ThenByDescending(item => item.Round.OpenedUtc).Select(item => (item.Plan, item.Round, item.Task))];
    }

    /// <summary>What there is to do in a plan, what waits first; null where somebody has no part in it.</summary>
    private static (int Order, string Text)? TaskOf(LocalPlan plan, PlanBasis basis, PlanAccess access, bool isOpen)
    {
        var (edits, writes, decides, signs) = (access.MayEdit(plan, basis), access.MayContribute(plan, basis), access.MayDecide(plan, basis), access.MaySign(plan, basis));
        if (isOpen && plan.IsOpen && edits) return (0, "Yours to write and submit");
        if (isOpen && plan.State == PlanState.Submitted && decides) return (0, "Waits for your decision");
        if (isOpen && signs) return (plan.IsOpen && writes ? 0 : 1, "Yours to contribute to and sign");
        if (isOpen && plan.IsOpen && writes) return (0, "Yours to contribute to");
        return writes || decides || signs ? (2, isOpen ? "To read" : "To read: the round is closed") : null;
    }
}
