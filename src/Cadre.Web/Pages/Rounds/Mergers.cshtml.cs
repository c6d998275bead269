using Cadre.Core.Plans;
using Cadre.Core.Plans.Mergers;
using Cadre.Core.Words;
using Cadre.Engine.Model;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Rounds;

/// <summary>Places of a round that merge: what is known of each, and carrying it out.</summary>
[Authorize(Policy = Access.KeepRounds)]
public sealed class MergersModel(PlanReader reader, MergerService mergers) : PageModel
{
    /// <summary>The round.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Code of the successor whose merger is carried out.</summary>
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

    /// <summary>Every change that the framework names, and posts before and after where it can be or is carried out.</summary>
    public List<(PlaceChange Change, IReadOnlyList<LocalPlan> Before, MergerBridge? Bridge)> Changes { get; } = [];

    /// <summary>Places whose successor is not known and whose plan could be part of a merger.</summary>
    public IReadOnlyList<LocalPlan> Unknown { get; private set; } = [];

    /// <summary>What is wrong with the form.</summary>
    public List<(string Field, string Text)> Errors { get; } = [];

    /// <summary>The last quarter (its index).</summary>
    public int Last => Basis.Quarters.Count - 1;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation) ? Page() : NotFound();

    /// <summary>Carries out a merger.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await reader.RoundAsync(Id, cancellation) is null) return NotFound();
        var outcome = await mergers.MergeAsync(
            new MergeOptions { RoundId = Id, PersonId = SignedIn.IdOf(User), Successor = Successor ?? "", Added = Added, Reason = (Reason ?? "").Trim() }, cancellation);
        if (outcome is not MergeOutcome.Refused refused) return Redirect(Links.Mergers(Id));
        await ShowAsync(cancellation);
        Errors.Add((Changes.Any(change => change.Change.Code == Successor && change.Bridge is not null) ? $"merger-{Successor}" : "", refused.Why));
        return Page();
    }

    /// <summary>Staff group of a line, with its service where there are several.</summary>
    public string NameOf(PlanLine line)
    {
        var (service, group) = Basis.IndexOf(line)!.Value;
        return Basis.Model.Services.Count > 1 ? $"{Basis.Model.StaffGroups[group].Name}, {Basis.Model.Services[service].Name}" : Basis.Model.StaffGroups[group].Name;
    }

    /// <summary>What moves with a place that has no plan of its own: its posts in the last quarter, in a sentence; empty for others.</summary>
    public string WhatMoves(string code)
    {
        if (Basis.PlaceOf(code) is not { } place || Basis.Model.Places[place].Level != PlaceLevel.Trust || Basis.Places.Contains(place)) return "";
        var posts = Basis.Lines.Sum(line => Basis.CohortsOf(place, line).Sum(cohort => cohort.Weight * Basis.PostsOf(cohort.Cohort, Basis.Quarters[Last].Month)));
        var within = Basis.Model.Places[place].Parents.Select(parent => Basis.Model.Places[parent.Place].Name).ToList();
        return $"{Figures.Amount(posts)} FTE of posts in {Wording.Long(Basis.Quarters[Last].Ends)} are its own; they are planned for in {Wording.List(within)}.";
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (await reader.RoundAsync(Id, cancellation) is not { } round) return false;
        Round = round;
        Basis = await reader.BasisAsync(round, cancellation);
        var plans = await reader.PlansAsync(Id, cancellation);
        foreach (var change in await mergers.ChangesAsync(round, cancellation))
        {
            LocalPlan[] before = change.Carried is { } carried ? [.. plans.Where(plan => plan.SuccessorId == carried.Id)] : [.. change.Plans.Select(row => row.Plan).OfType<LocalPlan>()];
            var shows = change.Code.Length > 0 && (change.Carried is not null || change.NotCarriedOut.Length == 0);
            Changes.Add((change, before, shows ? await mergers.BridgeAsync(round, before, change.Carried, cancellation) : null));
        }

        Unknown = [.. Changes.Where(change => change.Change.Code.Length == 0).SelectMany(change => change.Before).Where(plan => plan.State != PlanState.Superseded)];
        return true;
    }
}
