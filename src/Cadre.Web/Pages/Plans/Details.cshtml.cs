using Cadre.Core.People;
using Cadre.Core.Plans;
using Cadre.Core.Plans.Mergers;
using Cadre.Core.Plans.Sections;
using Cadre.Core.Runs;
using Cadre.Core.Words;
using Cadre.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cadre.Web.Pages.Plans;

/// <summary>A plan: where it stands, its sections, and what can be done with it.</summary>
public sealed class DetailsModel(PlanReader reader, PlanService plans, PlanTeam team, RunService runs, PlanSuccessionService successions) : PlanPage(reader, plans)
{
    /// <summary>Its versions, the newest first.</summary>
    public List<PlanVersion> Versions { get; private set; } = [];

    /// <summary>Who signed it, and what has changed since.</summary>
    public IReadOnlyList<(PlanSignature Signature, string Person, string Since)> Signatures { get; private set; } = [];

    /// <summary>Who contributes to it.</summary>
    public IReadOnlyList<(PlanContributor Contributor, Person Person, string NamedBy)> Contributors { get; private set; } = [];

    /// <summary>The national run that is under way; null for none.</summary>
    public Run? UnderWay { get; private set; }

    /// <summary>The plans that carry it on; none where none does.</summary>
    public IReadOnlyList<LocalPlan> Successors { get; private set; } = [];

    /// <summary>The reason for opening it again, or the organisation that signs, as typed.</summary>
    [BindProperty]
    public string Text { get; set; } = "";

    /// <summary>Whether whoever looks may sign it.</summary>
    public bool MaySign => Plan.State != PlanState.Superseded && !IsClosed && Access.MaySign(Plan, Place.Basis);

    /// <summary>What the reviewer said when the plan came back; null where it did not.</summary>
    public PlanVersion? CameBack => Plan.State == PlanState.Returned ? Versions.FirstOrDefault() : null;

    /// <summary>The plan in a sentence.</summary>
    public string Headline
    {
        get
        {
            var quarters = Place.Basis.Quarters;
            decimal opening = 0, planned = 0, prefilled = 0;
            foreach (var line in Place.Lines)
            {
                var (posts, given) = (Place.PostsOf(line), Place.PrefilledOf(line));
                (opening, planned, prefilled) = (opening + posts[0], planned + posts[^1], prefilled + given[^1]);
            }

            var change = planned == prefilled ? "as prefilled" : $"{PlanNumbers.Signed(planned - prefilled)} beside the {PlanNumbers.Of(prefilled)} that it was prefilled with";
            return $"{PlanNumbers.Of(opening)} posts on {Wording.Day(Place.Basis.Framework.Opening)} become {PlanNumbers.Of(planned)} by {Wording.Long(quarters[^1].Ends)}: {change}.";
        }
    }

    /// <summary>The sections and how far each is.</summary>
    public IReadOnlyList<NhsTask> Tasks
    {
        get
        {
            var changed = Place.Lines.Count(line => Place.Sections.ContainsKey(line.Section));
            return
            [
                new NhsTask("Posts", Links.PlanPosts(Plan.Id), "By service, staff group and quarter", changed == 0 ? "As prefilled" : $"{Wording.Count(changed, "staff group")} changed", changed == 0 ? null : "blue"),
                .. SectionDefinition.All.Select(definition =>
                {
                    var count = Place.ItemsOf(definition.Name).Count;
                    var status = count == 0 ? "None" : definition.MostItems == 1 ? "Written" : Wording.Count(count, definition.Item.ToLowerInvariant());
                    return new NhsTask(definition.Title, Links.PlanSection(Plan.Id, definition.Name), definition.Intro, status, count == 0 ? null : "blue");
                }),
            ];
        }
    }

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation) ? Page() : NotFound();

    /// <summary>Opens an approved plan for a change.</summary>
    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation)) return NotFound();
        if (!Access.MayEdit(Plan, Place.Basis)) return Forbid();
        Text = (Text ?? "").Trim();
        if (Text.Length > SectionField.MostText) Errors.Add(("text", $"The reason must have at most {SectionField.MostText} characters"));
        if (string.IsNullOrWhiteSpace(Text)) Errors.Add(("text", "Say why the approved plan is to be changed"));
        if (Errors.Count > 0) return Page();
        if (await Service.OpenAgainAsync(Id, Me, Text, cancellation)) return Redirect(Links.Plan(Id));
        Errors.Add(("", IsClosed ? "The round is closed: the plan was not opened" : "The plan is not approved any longer: somebody opened it before you"));
        return Page();
    }

    /// <summary>Signs the plan for a partner.</summary>
    public async Task<IActionResult> OnPostSignAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation)) return NotFound();
        if (!Access.MaySign(Plan, Place.Basis)) return Forbid();
        Text = (Text ?? "").Trim();
        if (string.IsNullOrWhiteSpace(Text)) Errors.Add(("text", "Say for which organisation you sign"));
        if (Text.Length > SectionField.MostLine) Errors.Add(("text", $"The organisation's name must have at most {SectionField.MostLine} characters"));
        if (Errors.Count > 0) return Page();
        if (MaySign && await team.SignAsync(Plan, Me, Text, cancellation)) return Redirect(Links.Plan(Id));
        Errors.Add(("", "Nothing was signed: the round is closed, or another plan carries this one on"));
        return Page();
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation)) return false;
        Versions = await Reader.VersionsAsync(Id, cancellation);
        Signatures = await team.SignaturesAsync(Id, cancellation);
        Contributors = await team.ContributorsAsync(Id, cancellation);
        Successors = Plan.State == PlanState.Superseded ? await successions.SuccessorsAsync(Id, cancellation) : [];
        UnderWay = (await runs.ListAsync(Plan.Round.FrameworkId, cancellation)).FirstOrDefault(run => run.RoundId == Plan.RoundId && run.State is RunState.Queued or RunState.Running);
        return true;
    }
}
