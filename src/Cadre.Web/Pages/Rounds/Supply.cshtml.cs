using Cadre.Core.Plans;
using Cadre.Core.Plans.RollUp;
using Cadre.Core.Runs;
using Cadre.Engine.Model;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Rounds;

/// <summary>Where the plans of a round together expect to recruit more people than there are.</summary>
[Authorize(Policy = Access.SeeRounds)]
public sealed class SupplyModel(PlanReader reader, SupplyClaimService supply, PlanService plans) : PageModel
{
    /// <summary>The round.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The financial year that is shown; the one with the most people claimed twice where it is none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Year { get; set; }

    /// <summary>The round.</summary>
    public PlanRound Round { get; private set; } = null!;

    /// <summary>The national run that the claims are of; null before there is one.</summary>
    public Run? Run { get; private set; }

    /// <summary>What is shown; null before there is a national run.</summary>
    public SupplyView? View { get; private set; }

    /// <summary>The years to choose from.</summary>
    public IReadOnlyList<(string Value, string Text)> Years { get; private set; } = [];

    /// <summary>Plans that whoever looks may open.</summary>
    public IReadOnlySet<Guid> Open { get; private set; } = new HashSet<Guid>();

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await reader.RoundAsync(Id, cancellation) is not { } round) return NotFound();
        Round = round;
        if (await supply.ClaimsAsync(round, cancellation) is not { } found) return Page();
        Run = found.Run;
        var years = found.Claims.GroupBy(pool => pool.Year).ToList();
        var worst = years.MaxBy(year => year.Where(pool => pool.IsOverClaimed).Sum(pool => pool.Over))!.Key;
        var shown = FinancialYear.TryParse(Year, out var asked) && years.Any(year => year.Key == asked) ? asked : worst;
        Year = shown.ToString();
        Years = [.. years.Select(year => (year.Key.ToString(), year.First().Months == 12 ? year.Key.ToString() : $"{year.Key}, {year.First().Months} months"))];
        View = new SupplyView(found.Basis, [.. years.First(year => year.Key == shown)]);
        var access = await plans.AccessAsync(SignedIn.IdOf(User), cancellation);
        Open = found.Claims.SelectMany(pool => pool.Places).Select(place => place.Plan).DistinctBy(plan => plan.Id).Where(plan => access.MaySee(plan, found.Basis)).Select(plan => plan.Id).ToHashSet();
        return Page();
    }
}
