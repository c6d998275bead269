using Cadre.Core.Plans;
using Cadre.Core.Plans.Sections;
using Cadre.Core.Words;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Rounds;

/// <summary>Closes a round, or opens one again that was closed.</summary>
[Authorize(Policy = Access.KeepRounds)]
public sealed class CloseModel(PlanReader reader, RoundService rounds, PlanService plans) : PageModel
{
    /// <summary>The round.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Why, as typed.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Whether it was closed when the form was loaded.</summary>
    [BindProperty]
    public bool WasClosed { get; set; }

    /// <summary>The round.</summary>
    public PlanRound Round { get; private set; } = null!;

    /// <summary>Who closed it; empty while it is open.</summary>
    public string ClosedBy { get; private set; } = "";

    /// <summary>Plans that wait for their planners, and for their reviewers.</summary>
    public (int Open, int Submitted) Waiting { get; private set; }

    /// <summary>What is wrong with the form.</summary>
    public List<(string Field, string Text)> Errors { get; } = [];

    /// <summary>What is wrong with a field; null for nothing.</summary>
    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field).Text;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation) ? Page() : NotFound();

    /// <summary>Closes it, or opens it again.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation)) return NotFound();
        var reason = (Reason ?? "").Trim();
        if (reason.Length == 0) Errors.Add(("reason", "Say why"));
        else if (reason.Length > SectionField.MostText) Errors.Add(("reason", $"The reason must have at most {Figures.Whole(SectionField.MostText)} characters"));
        if (Errors.Count > 0) return Page();
        var me = SignedIn.IdOf(User);
        if (WasClosed ? await rounds.OpenAgainAsync(Id, me, reason, cancellation) : await rounds.CloseAsync(Id, me, reason, cancellation)) return Redirect(Links.Round(Id));
        Errors.Add(("", $"Somebody {(WasClosed ? "opened" : "closed")} the round before you: nothing was changed"));
        ModelState.Clear();
        return Page();
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (await reader.RoundAsync(Id, cancellation) is not { } round) return false;
        Round = round;
        var all = await reader.PlansAsync(Id, cancellation);
        Waiting = (all.Count(plan => plan.IsOpen), all.Count(plan => plan.State == PlanState.Submitted));
        if (round.ClosedBy is { } by) ClosedBy = (await plans.NamesAsync([by], cancellation)).Values.FirstOrDefault() ?? "";
        return true;
    }
}
