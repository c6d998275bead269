using Cadre.Core.Plans;
using Cadre.Core.Plans.Mergers;
using Cadre.Core.Words;
using Cadre.Engine.Model;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Rounds;

/// <summary>Places of a round that merge, split or move: what is known of each, carrying it out, and what was carried out.</summary>
[Authorize(Policy = Access.KeepRounds)]
public sealed class MergersModel(PlanReader reader, MergerService mergers, PlanSuccessionService successions) : PageModel
{
    /// <summary>The round.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Code of the successor whose change is carried out.</summary>
    [BindProperty]
    public string? Successor { get; set; }

    /// <summary>Codes of places that are part of it too.</summary>
    [BindProperty]
    public List<string> Added { get; set; } = [];

    /// <summary>Where that is known from.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The round.</summary>
    public PlanRound Round { get; private set; } = null!;

    /// <summary>What the plans begin from.</summary>
    public PlanBasis Basis { get; private set; } = null!;

    /// <summary>The plans that carry others on, with posts before and after.</summary>
    public List<(CarriedPlan Carried, BridgeView View)> Carried { get; } = [];

    /// <summary>Every change that the framework names, with posts before and after where it can be carried out.</summary>
    public List<(PlaceChange Change, BridgeView? View)> Changes { get; } = [];

    /// <summary>Planned posts of each region as the framework has them and as the plans have them; none where no place moved to another.</summary>
    public IReadOnlyList<(string Name, decimal Before, decimal After)> Regions { get; private set; } = [];

    /// <summary>Places whose successor is not known and whose plan could be part of a merger.</summary>
    public IReadOnlyList<LocalPlan> Unknown { get; private set; } = [];

    /// <summary>What is wrong with the form.</summary>
    public List<(string Field, string Text)> Errors { get; } = [];

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation) ? Page() : NotFound();

    /// <summary>Carries out a change of the framework's table.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await reader.RoundAsync(Id, cancellation) is null) return NotFound();
        var outcome = await mergers.MergeAsync(
            new MergeOptions { RoundId = Id, PersonId = SignedIn.IdOf(User), Successor = Successor ?? "", Added = Added, Reason = (Reason ?? "").Trim() }, cancellation);
        if (outcome is not MergeOutcome.Refused refused) return Redirect(Links.Mergers(Id));
        await ShowAsync(cancellation);
        Errors.AddRange(refused.Why.Select(why => (Changes.Any(change => change.Change.Code == Successor && change.View is not null) ? $"merger-{Successor}" : "", why)));
        return Page();
    }

    /// <summary>Name of a place of the framework.</summary>
    public string NameOf(string code) => Basis.PlaceOf(code) is { } place ? Basis.Model.Places[place].Name : code;

    /// <summary>What moves with a place that has no plan of its own: its posts in the last quarter, in a sentence; empty for others.</summary>
    public string WhatMoves(string code)
    {
        if (Basis.PlaceOf(code) is not { } place || Basis.Model.Places[place].Level != PlaceLevel.Trust || Basis.Places.Contains(place)) return "";
        var posts = Basis.Lines.Sum(line => Basis.CohortsOf(place, line).Sum(cohort => cohort.Weight * Basis.PostsOf(cohort.Cohort, Basis.Quarters[^1].Month)));
        var within = Basis.Model.Places[place].Parents.Select(parent => Basis.Model.Places[parent.Place].Name).ToList();
        return $"{Figures.Amount(posts)} FTE of posts in {Wording.Long(Basis.Quarters[^1].Ends)} are those of {NameOf(code)}; the framework counts them in {Wording.List(within)}.";
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (await reader.RoundAsync(Id, cancellation) is not { } round) return false;
        Round = round;
        Basis = await reader.BasisAsync(round, cancellation);
        var carried = await successions.CarriedAsync(Id, cancellation);
        PlanPiece[] pieces = [.. carried.SelectMany(one => one.Pieces)];
        foreach (var one in carried)
            Carried.Add((one, new BridgeView(Basis, one.Plan.Name, one.Pieces, await successions.BridgeAsync(round, one.Pieces, pieces, one.Plan, cancellation))));
        foreach (var change in await mergers.ChangesAsync(round, cancellation))
            Changes.Add((change, change.CanBe ? new BridgeView(Basis, change.Name, change.Pieces, await successions.BridgeAsync(round, change.Pieces, [.. change.Pieces, .. change.Rests], null, cancellation)) : null));
        Unknown = [.. Changes.Where(change => change.Change.Code.Length == 0).SelectMany(change => change.Change.Pieces).Select(piece => piece.Plan)];
        Regions = await successions.RegionsAsync(round, cancellation);
        return true;
    }
}
