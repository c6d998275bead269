using Cadre.Core.Frameworks;
using Cadre.Core.Runs;
using Cadre.Frameworks.Reading;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Runs;

/// <summary>How far a run has come; one that is done leads on to its results.</summary>
public sealed class DetailsModel(RunService runs, RunProgressReader progress, FrameworkService frameworks, IAuthorizationService authorization) : PageModel
{
    /// <summary>The run.</summary>
    public Run Run { get; private set; } = null!;

    /// <summary>The plan with which it was asked for, where somebody comes from submitting it; they are led back to it.</summary>
    [BindProperty(Name = "plan", SupportsGet = true)]
    public Guid? SubmittedPlan { get; set; }

    /// <summary>What is run.</summary>
    public Framework Framework { get; private set; } = null!;

    /// <summary>Whether whoever looks may stop it.</summary>
    public bool MayRun { get; private set; }

    /// <summary>How far it has come.</summary>
    public RunStanding Standing { get; private set; }

    /// <summary>Whether there is something to wait for.</summary>
    public bool IsUnderWay => Run.State is RunState.Queued or RunState.Running;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await runs.FindAsync(id, cancellation) is not { } run || await frameworks.FindAsync(run.FrameworkId, cancellation) is not { } framework) return NotFound();
        (Run, Framework) = (run, framework);
        if (run.State == RunState.Done) return Redirect(SubmittedPlan is { } plan ? Links.Plan(plan) : Links.Place(id, framework.Model.Places[framework.Model.Nation].Code));
        if (IsUnderWay) Standing = (await progress.FindAsync(id, cancellation))!.Value;
        MayRun = (await authorization.AuthorizeAsync(User, Access.RunFrameworks)).Succeeded;
        return Page();
    }

    /// <summary>Stops it.</summary>
    public async Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken cancellation)
    {
        if (!(await authorization.AuthorizeAsync(User, Access.RunFrameworks)).Succeeded) return Forbid();
        await runs.CancelAsync(id, SignedIn.IdOf(User), cancellation);
        return Redirect(Links.Run(id));
    }
}
