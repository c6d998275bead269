using Cadre.Core.Plans;
using Cadre.Core.Plans.Sections;
using Microsoft.AspNetCore.Mvc;

namespace Cadre.Web.Pages.Plans;

/// <summary>What a reviewer decides on: the submitted version beside the prefilled plan and the version before.</summary>
public sealed class ReviewModel(PlanReader reader, PlanService plans, PreviewService previews) : PlanPage(reader, plans)
{
    /// <summary>What the reviewer says, as typed.</summary>
    [BindProperty]
    public string Comment { get; set; } = "";

    /// <summary>Number of the version that the decision is on.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>What differs from the prefilled plan.</summary>
    public IReadOnlyList<PlanDifference> FromPrefilled { get; private set; } = [];

    /// <summary>What differs from the version before; empty where there is none.</summary>
    public IReadOnlyList<PlanDifference> FromBefore { get; private set; } = [];

    /// <summary>The version before; null where there is none.</summary>
    public PlanVersion? Before { get; private set; }

    /// <summary>Number of the newest version; 0 where there is none.</summary>
    public int Newest { get; private set; }

    /// <summary>What the plan changes beside the framework; null before there is a national run.</summary>
    public PreviewTable? Table { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation) switch
    {
        null => NotFound(),
        false => Forbid(),
        true => Page(),
    };

    /// <summary>Approves.</summary>
    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancellation) => DecideAsync(approve: true, cancellation);

    /// <summary>Returns with comments.</summary>
    public Task<IActionResult> OnPostReturnAsync(CancellationToken cancellation) => DecideAsync(approve: false, cancellation);

    private async Task<IActionResult> DecideAsync(bool approve, CancellationToken cancellation)
    {
        switch (await ShowAsync(cancellation))
        {
            case null: return NotFound();
            case false: return Forbid();
        }

        Comment = (Comment ?? "").Trim();
        if (!approve && Comment.Length == 0) Errors.Add(("comment", "Say what is to be changed before the plan comes back"));
        if (Comment.Length > SectionField.MostText) Errors.Add(("comment", $"The comment must have at most {SectionField.MostText} characters"));
        if (Errors.Count > 0) return Page();
        var done = approve ? await Service.ApproveAsync(Id, Version, Me, Comment, cancellation) : await Service.ReturnAsync(Id, Version, Me, Comment, cancellation);
        if (done) return Redirect(Links.Plan(Id));
        Version = Newest;
        ModelState.Clear();
        Errors.Add(("", IsClosed ? "The round is closed: nothing was decided." : "This version does not wait for a decision any longer: somebody decided before you, or the planner submitted another. What is shown now is the newest."));
        return Page();
    }

    private async Task<bool?> ShowAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation)) return null;
        if (!Access.MayDecide(Plan, Place.Basis)) return false;
        var versions = await Reader.VersionsAsync(Id, cancellation);
        FromPrefilled = PlanDifference.Between(Place with { Sections = new Dictionary<string, SectionContent>() }, Place);
        Newest = versions.FirstOrDefault()?.Number ?? 0;
        Before = versions.Skip(1).FirstOrDefault();
        if (Before is not null) FromBefore = PlanDifference.Between(await Reader.PlaceAsync(Plan, Before, cancellation), Place);
        if (await previews.BesideFrameworkAsync(Plan, Place, cancellation) is { } preview) Table = PreviewTable.Of(Plan, Place.Basis, preview);
        return true;
    }
}
