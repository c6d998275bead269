using System.Globalization;
using Cadre.Core.Frameworks;
using Cadre.Core.Plans;
using Cadre.Core.Runs;
using Cadre.Core.Words;
using Cadre.Frameworks.Reading;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Frameworks;

/// <summary>What a framework holds, and its runs.</summary>
public sealed class DetailsModel(FrameworkService frameworks, RunService runs, PlanReader plans, RoundService rounds, IAuthorizationService authorization) : PageModel
{
    /// <summary>The version.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The scenario that is asked for.</summary>
    [BindProperty]
    public string Scenario { get; set; } = RequestRunOptions.Baseline;

    /// <summary>The futures that are asked for, as typed.</summary>
    [BindProperty]
    public string Futures { get; set; } = "200";

    /// <summary>The futures of national runs of a round that is opened, as typed.</summary>
    [BindProperty]
    public string RoundFutures { get; set; } = "200";

    /// <summary>The framework.</summary>
    public Framework Framework { get; private set; } = null!;

    /// <summary>Its runs, the newest first.</summary>
    public List<Run> Runs { get; private set; } = [];

    /// <summary>Its newest round of local plans, where whoever looks may see it as the nation does; else null.</summary>
    public Guid? Round { get; private set; }

    /// <summary>Whether whoever looks may run it.</summary>
    public bool MayRun { get; private set; }

    /// <summary>What is wrong with the form.</summary>
    public List<(string Field, string Text)> Errors { get; } = [];

    /// <summary>What a reader wants to know first.</summary>
    public IReadOnlyList<(string Key, string Value)> Facts =>
    [
        ("Opening day", Wording.Day(Framework.Opening)),
        ("Figures published by", Wording.Day(Framework.AsOf)),
        ("A run reaches", Wording.Long(Framework.Model.MonthAt(Framework.RunMonths))),
        ("Places", Wording.Count(Framework.Model.Places.Count, "place")),
        ("Staff groups", Wording.Count(Framework.Model.StaffGroups.Count, "staff group")),
        ("Digest", Framework.Digest[..16]),
    ];

    /// <summary>What there is to run.</summary>
    public IReadOnlyList<(string Value, string Text)> Scenarios =>
        [(RequestRunOptions.Baseline, "No levers"), .. Framework.Scenarios.Select(entry => (entry.Scenario.Name, entry.Scenario.Title))];

    /// <summary>A scenario's title.</summary>
    public string TitleOf(string scenario) => Wording.Capital(RunWords.ScenarioOf(scenario, Framework));

    /// <summary>What is wrong with a field; null for nothing.</summary>
    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field).Text;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation) ? Page() : NotFound();

    /// <summary>Asks for a run.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation)) return NotFound();
        if (!MayRun) return Forbid();
        if (Scenarios.All(entry => entry.Value != Scenario)) Errors.Add(("scenario", "Choose a scenario of the list"));
        if (!int.TryParse(Futures, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var futures) || futures is < 1 or > RequestRunOptions.MostFutures)
            Errors.Add(("futures", $"Futures must be a whole number from 1 to {Figures.Whole(RequestRunOptions.MostFutures)}"));
        if (Errors.Count > 0) return Page();
        var run = await runs.RequestAsync(new RequestRunOptions { FrameworkId = Id, PersonId = SignedIn.IdOf(User), Scenario = Scenario, Futures = futures }, cancellation);
        return Redirect(Links.Run(run.Id));
    }

    /// <summary>Opens a round of local plans inside this version; the one that somebody else opened a moment before stays.</summary>
    public async Task<IActionResult> OnPostRoundAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation)) return NotFound();
        if (!MayRun) return Forbid();
        if (!int.TryParse(RoundFutures, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var futures) || futures is < 1 or > RequestRunOptions.MostFutures)
            Errors.Add(("roundfutures", $"Futures must be a whole number from 1 to {Figures.Whole(RequestRunOptions.MostFutures)}"));
        if (Errors.Count > 0) return Page();
        return Redirect(Links.Round((await rounds.OpenAsync(Id, SignedIn.IdOf(User), futures, cancellation)).Id));
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (await frameworks.FindAsync(Id, cancellation) is not { } framework) return false;
        Framework = framework;
        Runs = await runs.ListAsync(Id, cancellation);
        if ((await authorization.AuthorizeAsync(User, Access.SeeRounds)).Succeeded) Round = (await plans.RoundsAsync(cancellation)).FirstOrDefault(round => round.FrameworkId == Id)?.Id;
        MayRun = (await authorization.AuthorizeAsync(User, Access.RunFrameworks)).Succeeded;
        return true;
    }
}
