using Cadre.Core.Plans;
using Cadre.Core.Plans.Sections;
using Cadre.Core.Words;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Rounds;

/// <summary>How the posts of a round are shared over its places: so far, and anew.</summary>
[Authorize(Policy = Access.KeepRounds)]
public sealed class AllocationModel(PlanReader reader, RoundService rounds, PlanService plans) : PageModel
{
    /// <summary>The round.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Number of the allocation to compare; the one in force where it is none.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Left { get; set; }

    /// <summary>Number of the allocation to compare it with.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Right { get; set; }

    /// <summary>The rule of which the page says what each place gets and why.</summary>
    [BindProperty(SupportsGet = true)]
    public AllocationRule? Why { get; set; }

    /// <summary>The column that those places are sorted by.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    /// <summary>The rule of a new allocation.</summary>
    [BindProperty]
    public string Rule { get; set; } = nameof(AllocationRule.ExistingStaff);

    /// <summary>Typed shares, a line for each place.</summary>
    [BindProperty]
    public string? Shares { get; set; }

    /// <summary>Why it is made.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Number of the allocation that was in force when the form was loaded.</summary>
    [BindProperty]
    public int From { get; set; }

    /// <summary>The round.</summary>
    public PlanRound Round { get; private set; } = null!;

    /// <summary>The allocations, the newest first, and who made each.</summary>
    public IReadOnlyList<(AllocationSummary Allocation, string Person)> Allocations { get; private set; } = [];

    /// <summary>Two of them side by side; null where there is one alone.</summary>
    public AllocationComparison? Compared { get; private set; }

    /// <summary>The one in force beside the new one; null before it is asked for.</summary>
    public AllocationComparison? Preview { get; private set; }

    /// <summary>What each place gets by a rule and why; null for a rule of which nothing can be said before shares are typed, or that the framework cannot carry.</summary>
    public SharesView? Explained { get; private set; }

    /// <summary>What a rule shares posts by in this framework, in a sentence.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>Why the rule cannot be; empty where it can.</summary>
    public string Refused { get; private set; } = "";

    /// <summary>The last quarter, in words.</summary>
    public string LastQuarter { get; private set; } = "";

    /// <summary>What is wrong with the form.</summary>
    public List<(string Field, string Text)> Errors { get; } = [];

    /// <summary>What is wrong with a field; null for nothing.</summary>
    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field).Text;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation) ? Page() : NotFound();

    /// <summary>Shows what a new allocation would change.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation)) return NotFound();
        var basis = await reader.BasisAsync(Round, cancellation);
        if (Check(basis) is not { } made) return Page();
        Preview = AllocationComparison.Of(basis, await reader.PlansAsync(Id, cancellation), await reader.AllocationAsync(Id, Round.Allocation, cancellation), made.Posts, basis.Quarters.Count - 1);
        From = Round.Allocation;
        (Why, Sort) = (made.Rule, null);
        Explain(basis);
        return Page();
    }

    /// <summary>Makes it.</summary>
    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation)) return NotFound();
        if (From != Round.Allocation) Errors.Add(("", $"Somebody made allocation {Round.Allocation} since you looked. Look at what yours would change again."));
        if (Check(await reader.BasisAsync(Round, cancellation)) is not { } made || Errors.Count > 0) return Page();
        if (await rounds.AllocateAsync(Id, From, made.Rule, made.Shares, Reason!.Trim(), SignedIn.IdOf(User), cancellation) is not null) return Redirect(Links.Allocation(Id));
        Errors.Add(("", Round.ClosedUtc is not null ? "The round is closed: nothing was allocated." : "Somebody made another allocation a moment ago. Look at what yours would change again."));
        return Page();
    }

    private (AllocationRule Rule, IReadOnlyDictionary<string, double>? Shares, PostsGrid Posts)? Check(PlanBasis basis)
    {
        if (string.IsNullOrWhiteSpace(Reason)) Errors.Add(("reason", "Say why the posts are shared anew"));
        else if (Reason.Length > SectionField.MostText) Errors.Add(("reason", $"The reason must have at most {Figures.Whole(SectionField.MostText)} characters"));
        if (!Enum.TryParse<AllocationRule>(Rule, out var rule) || !Enum.IsDefined(rule))
        {
            Errors.Add(("rule-0", "Choose a rule"));
            return null;
        }

        IReadOnlyDictionary<string, double>? shares = null;
        if (rule == AllocationRule.Typed)
        {
            (shares, var faults) = TypedShares.Read(Shares ?? "", basis);
            Errors.AddRange(faults.Select(fault => ("shares", fault)));
        }

        if (Errors.Count > 0) return null;
        var (posts, refused) = AllocationMaker.TryMake(basis, rule, shares);
        if (posts is null) Errors.Add(("rule-0", refused));
        return posts is null ? null : (rule, shares, posts);
    }

    /// <summary>Says what each place gets by the rule that is asked for, and why.</summary>
    private void Explain(PlanBasis basis)
    {
        Why ??= SharesView.Rules.First(rule => AllocationMaker.TryMake(basis, rule).Posts is not null || rule == SharesView.Rules[^1]);
        Origin = AllocationOrigin.Of(basis, Why.Value);
        if (!SharesView.Rules.Contains(Why.Value)) return;
        var (posts, refused) = AllocationMaker.TryMake(basis, Why.Value);
        Refused = refused;
        if (posts is not null) Explained = new SharesView(AllocationShares.Of(basis, Why.Value, posts), Id, Request.Method == "GET" ? Sort ?? "" : null, LastQuarter);
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (await reader.RoundAsync(Id, cancellation) is not { } round) return false;
        Round = round;
        var basis = await reader.BasisAsync(round, cancellation);
        if (Request.Method == "GET") Shares = TypedShares.Example(basis);
        LastQuarter = Wording.Long(basis.Quarters[^1].Ends);
        if (Request.Method == "GET") Explain(basis);
        var allocations = await rounds.AllocationsAsync(Id, cancellation);
        var names = await plans.NamesAsync(allocations.Select(allocation => allocation.PersonId).OfType<Guid>(), cancellation);
        Allocations = [.. allocations.Select(allocation => (allocation, allocation.PersonId is { } person ? names.GetValueOrDefault(person, "Somebody who left") : "Cadre"))];
        From = Request.Method == "GET" ? round.Allocation : From;
        if (allocations.Count < 2) return true;
        int Known(int? number, int otherwise) => allocations.Any(allocation => allocation.Number == number) ? number!.Value : otherwise;
        (Left, Right) = (Known(Left, round.Allocation - 1), Known(Right, round.Allocation));
        Compared = AllocationComparison.Of(
            basis, await reader.PlansAsync(Id, cancellation), await reader.AllocationAsync(Id, Left.Value, cancellation), await reader.AllocationAsync(Id, Right.Value, cancellation), basis.Quarters.Count - 1);
        return true;
    }
}
