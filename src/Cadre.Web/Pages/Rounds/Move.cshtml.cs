using Cadre.Core.Plans;
using Cadre.Core.Plans.Mergers;
using Cadre.Engine.Model;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Rounds;

/// <summary>Splits a place, moves a trust to another place, or a place to another region.</summary>
[Authorize(Policy = Access.KeepRounds)]
public sealed class MoveModel(PlanReader reader, MergerService mergers) : PageModel
{
    /// <summary>The most shares of a place that the form has room for.</summary>
    public const int MostShares = 5;

    /// <summary>The round.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Code of the place that is split.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    /// <summary>Codes of the places that its shares go to, as typed.</summary>
    [BindProperty]
    public List<string?> Codes { get; set; } = [];

    /// <summary>Their names, as typed.</summary>
    [BindProperty]
    public List<string?> Names { get; set; } = [];

    /// <summary>Their shares, as typed.</summary>
    [BindProperty]
    public List<string?> Percents { get; set; } = [];

    /// <summary>Where the split is known from.</summary>
    [BindProperty]
    public string? SplitReason { get; set; }

    /// <summary>Code of the trust that moves.</summary>
    [BindProperty]
    public string? Trust { get; set; }

    /// <summary>Code of the place that it moves to.</summary>
    [BindProperty]
    public string? To { get; set; }

    /// <summary>Name of that place.</summary>
    [BindProperty]
    public string? ToName { get; set; }

    /// <summary>Where that is known from.</summary>
    [BindProperty]
    public string? TrustReason { get; set; }

    /// <summary>Code of the place that moves to another region.</summary>
    [BindProperty]
    public string? Moving { get; set; }

    /// <summary>Code of the region.</summary>
    [BindProperty]
    public string? ToRegion { get; set; }

    /// <summary>Where that is known from.</summary>
    [BindProperty]
    public string? RegionReason { get; set; }

    /// <summary>The round.</summary>
    public PlanRound Round { get; private set; } = null!;

    /// <summary>Places whose plan goes on, by name.</summary>
    public IReadOnlyList<(string Value, string Text)> Planned { get; private set; } = [];

    /// <summary>Trusts that are counted in a place; none where trusts plan themselves.</summary>
    public IReadOnlyList<(string Value, string Text)> Trusts { get; private set; } = [];

    /// <summary>The regions.</summary>
    public IReadOnlyList<(string Value, string Text)> Regions { get; private set; } = [];

    /// <summary>What is wrong with a form.</summary>
    public List<(string Field, string Text)> Errors { get; } = [];

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation) ? Page() : NotFound();

    /// <summary>Splits a place.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation)) return NotFound();
        var shares = new List<(string Code, string Name, decimal Percent)>();
        foreach (var i in Enumerable.Range(0, MostShares))
        {
            var (code, name, typed) = (Text(Codes, i), Text(Names, i), Text(Percents, i));
            if (code.Length == 0 && name.Length == 0 && typed.Length == 0) continue;
            if (!PlanNumbers.TryParse(typed, out var percent)) Errors.Add(($"percents-{i}", $"Share {i + 1}: found \"{typed}\", expected per cent, a number like 40 or 37.5."));
            shares.Add((code, name, percent));
        }

        if (Errors.Count > 0) return Page();
        var plan = (await reader.PlansAsync(Id, cancellation)).FirstOrDefault(plan => plan.Place == Place && plan.State != PlanState.Superseded);
        return Done(await mergers.SplitAsync(new SplitOptions { RoundId = Id, PersonId = SignedIn.IdOf(User), PlanId = plan?.Id ?? Guid.Empty, Shares = shares, Reason = SplitReason ?? "" }, cancellation), "split");
    }

    /// <summary>Moves a trust.</summary>
    public async Task<IActionResult> OnPostTrustAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation)) return NotFound();
        return Done(await mergers.MoveTrustAsync(Moves(Trust, To, ToName, TrustReason), cancellation), "trust");
    }

    /// <summary>Moves a place to another region.</summary>
    public async Task<IActionResult> OnPostRegionAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation)) return NotFound();
        return Done(await mergers.MoveRegionAsync(Moves(Moving, ToRegion, "", RegionReason), cancellation), "region");
    }

    private IActionResult Done(MergeOutcome outcome, string form)
    {
        if (outcome is not MergeOutcome.Refused refused) return Redirect(Links.Mergers(Id));
        Errors.AddRange(refused.Why.Select(why => (form, why)));
        return Page();
    }

    private MoveOptions Moves(string? moves, string? to, string? name, string? reason) =>
        new() { RoundId = Id, PersonId = SignedIn.IdOf(User), Moves = moves ?? "", To = (to ?? "").Trim(), Name = name ?? "", Reason = reason ?? "" };

    private static string Text(List<string?> typed, int i) => (typed.ElementAtOrDefault(i) ?? "").Trim();

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (await reader.RoundAsync(Id, cancellation) is not { } round) return false;
        Round = round;
        var basis = await reader.BasisAsync(round, cancellation);
        var plans = (await reader.PlansAsync(Id, cancellation)).Where(plan => plan.State != PlanState.Superseded).ToList();
        Planned = [("", "Choose"), .. plans.Select(plan => (plan.Place, $"{plan.Name} ({plan.Place})"))];
        var places = basis.Model.Places;
        Regions = [("", "Choose"), .. places.Where(place => place.Level == PlaceLevel.Region).Select(place => (place.Code, place.Name)).OrderBy(region => region.Name, StringComparer.Ordinal)];
        var trusts = plans.SelectMany(plan => plan.MemberCodes).SelectMany(basis.TrustsOf).Select(trust => trust.Trust).Distinct().Except(basis.Places).Select(trust => places[trust]).OrderBy(trust => trust.Name, StringComparer.Ordinal).ToList();
        Trusts = trusts.Count == 0 ? [] : [("", "Choose"), .. trusts.Select(trust => (trust.Code, $"{trust.Name} ({trust.Code})"))];
        return true;
    }
}
