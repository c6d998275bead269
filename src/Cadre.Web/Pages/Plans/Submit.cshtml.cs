using Cadre.Core.Plans;
using Microsoft.AspNetCore.Mvc;

namespace Cadre.Web.Pages.Plans;

/// <summary>The last look at a plan before it is submitted.</summary>
public sealed class SubmitModel(PlanReader reader, PlanService plans) : PlanPage(reader, plans)
{
    /// <summary>What differs from the prefilled plan.</summary>
    public IReadOnlyList<PlanDifference> Differences { get; private set; } = [];

    /// <summary>What cannot stay, with the address of its section.</summary>
    public IReadOnlyList<(string Text, string Href)> Problems { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation)) return NotFound();
        if (!Access.MayEdit(Plan, Place.Basis)) return Forbid();
        Look();
        return Page();
    }

    /// <summary>Submits.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation)) return NotFound();
        if (!Access.MayEdit(Plan, Place.Basis)) return Forbid();
        switch (await Service.SubmitAsync(Id, Me, cancellation))
        {
            case SubmitOutcome.Submitted submitted:
                return Redirect(Links.RunOfPlan(submitted.Run, Id));
            case SubmitOutcome.HasProblems:
                Look();
                return Page();
            default:
                Errors.Add(("", IsClosed ? "The round is closed: nothing was submitted." : "The plan is not open any longer: somebody submitted it before you."));
                return Page();
        }
    }

    private void Look()
    {
        Differences = PlanDifference.Between(Place with { Sections = new Dictionary<string, Core.Plans.Sections.SectionContent>() }, Place);
        Problems = [.. Place.Check().Select(problem => (problem.Text, Links.PlanSection(Id, problem.Section)))];
    }
}
