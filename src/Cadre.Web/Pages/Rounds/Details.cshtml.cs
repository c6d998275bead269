using Cadre.Core.Plans;
using Cadre.Core.Plans.RollUp;
using Cadre.Core.Words;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Rounds;

/// <summary>The local plans of a round beside the national plan.</summary>
[Authorize(Policy = Access.SeeRounds)]
public sealed class DetailsModel(PlanReader reader, RollUpService rollUp, StaffEffectService effects, PlanService plans) : PageModel
{
    /// <summary>The round.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The quarter that is shown, by the month in which it ends; the last one where it is none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Quarter { get; set; }

    /// <summary>Code of the region whose places are listed; empty for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Region { get; set; }

    /// <summary>The column that places are sorted by.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    /// <summary>The round.</summary>
    public PlanRound Round { get; private set; } = null!;

    /// <summary>What is shown.</summary>
    public SumView View { get; private set; } = null!;

    /// <summary>The quarters to choose from.</summary>
    public IReadOnlyList<(string Value, string Text)> Quarters { get; private set; } = [];

    /// <summary>The regions to choose from.</summary>
    public IReadOnlyList<(string Value, string Text)> Regions { get; private set; } = [];

    /// <summary>Month for which effects on staff are shown; null where there are none.</summary>
    public string? EffectMonth { get; private set; }

    /// <summary>Whether whoever looks allocates posts and merges places.</summary>
    public bool IsModeller => Access.IsModeller(User);

    /// <summary>Plans that whoever looks may open.</summary>
    public IReadOnlySet<Guid> Open { get; private set; } = new HashSet<Guid>();

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await reader.RoundAsync(Id, cancellation) is not { } round) return NotFound();
        Round = round;
        var sum = await rollUp.SumAsync(round, cancellation);
        var all = await reader.PlansAsync(Id, cancellation);
        var found = await effects.EffectsAsync(round, sum, cancellation);
        var access = await plans.AccessAsync(SignedIn.IdOf(User), cancellation);
        Open = all.Where(plan => access.MaySee(plan, sum.Basis)).Select(plan => plan.Id).ToHashSet();
        var quarter = sum.Basis.QuarterOf(Quarter ?? "") ?? sum.Basis.Quarters.Count - 1;
        Quarter = sum.Basis.Quarters[quarter].Code;
        var maker = new SumViewMaker(sum, all, found, quarter);
        Regions = [("", "All regions"), .. maker.Regions];
        Quarters = [.. sum.Basis.Quarters.Skip(1).Select(one => (one.Code, $"Quarter to {Wording.Long(one.Ends)}"))];
        EffectMonth = found.Count > 0 ? Wording.Long(sum.Basis.Model.MonthAt(found.Values.First().Month)) : null;
        View = maker.Make(Region ?? "", Sort ?? "");
        return Page();
    }
}
