using Cadre.Core.Comparisons;
using Cadre.Core.Frameworks;
using Cadre.Core.Runs;
using Cadre.Core.Words;
using Cadre.Frameworks.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Runs;

/// <summary>Two runs of a framework side by side.</summary>
public sealed class CompareModel(RunService runs, FrameworkService frameworks, ComparisonService comparisons, TimeProvider clock) : PageModel
{
    /// <summary>A browser is not kept waiting longer for a comparison; it asks again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>The version of the framework.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Framework { get; set; }

    /// <summary>The run from which differences are taken; null until it is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? A { get; set; }

    /// <summary>The run that is compared with it.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? B { get; set; }

    /// <summary>Code of the place; empty for the nation.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    /// <summary>The framework as it was read.</summary>
    public Framework Read { get; private set; } = null!;

    /// <summary>Its runs with results, the newest first.</summary>
    public IReadOnlyList<Run> Runs { get; private set; } = [];

    /// <summary>What is wrong with the choice.</summary>
    public List<(string Field, string Text)> Errors { get; } = [];

    /// <summary>Whether the comparison is still being computed.</summary>
    public bool IsUnderWay { get; private set; }

    /// <summary>What is shown; null until there is something.</summary>
    public CompareView? View { get; private set; }

    /// <summary>The runs to choose from.</summary>
    public IReadOnlyList<(string Value, string Text)> Choices =>
        [.. Runs.Select(run => (run.Id.ToString(), $"{TitleOf(run)}, {Wording.Count(run.Futures, "future")}, seed {run.Seed}, {Times.Of(run.RequestedUtc)}"))];

    /// <summary>The places to choose from.</summary>
    public IReadOnlyList<(string Value, string Text)> Places => [.. Read.Model.Places.OrderBy(place => place.Level).Select(place => (place.Code, place.Name))];

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await frameworks.FindAsync(Framework, cancellation) is not { } framework) return NotFound();
        Read = framework;
        Runs = [.. (await runs.ListAsync(Framework, cancellation)).Where(run => run.State == RunState.Done)];
        if (A is null || B is null) return Page();
        if (Runs.FirstOrDefault(run => run.Id == A) is not { } a || Runs.FirstOrDefault(run => run.Id == B) is not { } b) return NotFound();
        var place = string.IsNullOrEmpty(Place) ? framework.Model.Nation : framework.Model.Places.Index().FirstOrDefault(item => item.Item.Code == Place, (-1, null!)).Index;
        if (place < 0) return NotFound();
        if (ComparisonService.Refusal(a, b) is { } refusal) Errors.Add(("b", refusal));
        else await ShowAsync(a, b, place, cancellation);
        return Page();
    }

    private async Task ShowAsync(Run a, Run b, int place, CancellationToken cancellation)
    {
        if (!comparisons.TryCompare(Read, a, b, out var computed))
        {
            Errors.Add(("", "Too many comparisons are being computed. Try again in a minute"));
            return;
        }

        try
        {
            View = CompareView.Of(Read, await computed.WaitAsync(Patience, clock, cancellation), TitleOf(a), TitleOf(b), place);
        }
        catch (TimeoutException)
        {
            IsUnderWay = true;
        }
    }

    private string TitleOf(Run run) => Wording.Capital(RunWords.ScenarioOf(run.Scenario, Read));
}
