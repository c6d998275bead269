using Cadre.Core.People;
using Cadre.Core.Plans;
using Microsoft.AspNetCore.Mvc;

namespace Cadre.Web.Pages.Plans;

/// <summary>Who contributes to a plan; its planner and its reviewer name them and take them from it.</summary>
public sealed class ContributorsModel(PlanReader reader, PlanService plans, PlanTeam team) : PlanPage(reader, plans)
{
    private const string NotNamed = "Nobody was named: the round is closed, or another plan carries this one on";

    /// <summary>E-mail address or name of a contributor, as typed.</summary>
    [BindProperty]
    public string? Who { get; set; }

    /// <summary>What they may save, as ticked.</summary>
    [BindProperty]
    public string[] Parts { get; set; } = [];

    /// <summary>The contributors by name.</summary>
    public IReadOnlyList<(PlanContributor Contributor, Person Person, string NamedBy)> Contributors { get; private set; } = [];

    /// <summary>Whether whoever looks names contributors.</summary>
    public bool MayName => Access.MayName(Plan, Place.Basis) && !IsClosed && Plan.State != PlanState.Superseded;

    /// <summary>What there is to tick.</summary>
    public static IReadOnlyList<(string Value, string Text)> AllParts { get; } =
        [(PlanContributor.All, PlanWords.OfPart(PlanContributor.All)), .. PlanTeam.Parts.Select(part => (part, PlanWords.OfPart(part)))];

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation) ? Page() : NotFound();

    /// <summary>Names a contributor.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation)) return NotFound();
        if (!Access.MayName(Plan, Place.Basis)) return Forbid();
        if (!MayName) Errors.Add(("", NotNamed));
        IReadOnlyList<Person> found = string.IsNullOrWhiteSpace(Who) ? [] : await team.FindAsync(Who, cancellation);
        if (string.IsNullOrWhiteSpace(Who)) Errors.Add(("who", "Enter an e-mail address or a name"));
        else if (found.Count == 0) Errors.Add(("who", $"Nobody here has the e-mail address or name \"{Who.Trim()}\". A national modeller or programme manager adds people"));
        else if (found.Count > 1) Errors.Add(("who", $"{found.Count} people have this name: enter the e-mail address"));
        string[] parts = Parts.Contains(PlanContributor.All) ? [PlanContributor.All] : [.. PlanTeam.Parts.Where(Parts.Contains)];
        if (parts.Length == 0) Errors.Add(("parts", "Choose what they may save"));
        if (Errors.Count > 0) return Page();
        if (await team.NameAsync(Plan, found[0], parts, Me, cancellation)) return Redirect(Links.PlanContributors(Id));
        Errors.Add(("", NotNamed));
        return Page();
    }

    /// <summary>Takes a contributor from the plan.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid person, CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation)) return NotFound();
        if (!Access.MayName(Plan, Place.Basis)) return Forbid();
        await team.RemoveAsync(Plan, person, Me, cancellation);
        return Redirect(Links.PlanContributors(Id));
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation)) return false;
        Contributors = await team.ContributorsAsync(Id, cancellation);
        return true;
    }
}
