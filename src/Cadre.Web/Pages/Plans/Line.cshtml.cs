using Cadre.Core.Plans;
using Cadre.Core.Plans.Sections;
using Microsoft.AspNetCore.Mvc;

namespace Cadre.Web.Pages.Plans;

/// <summary>The posts of one service and staff group by quarter, to read or to change.</summary>
public sealed class LineModel(PlanReader reader, PlanService plans) : PlanPage(reader, plans)
{
    private const string PostsStart = "q-";

    /// <summary>Number of the save that the form began from.</summary>
    [BindProperty]
    public int From { get; set; }

    /// <summary>Why the posts differ from the prefilled ones, as typed.</summary>
    [BindProperty]
    public string Reason { get; set; } = "";

    /// <summary>So many posts more, as typed, to fill into the quarters.</summary>
    [BindProperty]
    public string More { get; set; } = "";

    /// <summary>The first quarter that they are filled into.</summary>
    [BindProperty]
    public string Since { get; set; } = "";

    /// <summary>The line.</summary>
    public PlanLine Line { get; private set; }

    /// <summary>Posts by quarter as typed, or as they are.</summary>
    public Dictionary<string, string> Typed { get; } = [];

    /// <summary>The section as somebody else saved it meanwhile; null where nobody did.</summary>
    public OtherSave? Theirs { get; private set; }

    /// <summary>Whether the form is open to whoever looks.</summary>
    public bool MayEdit => MayEditNowThe(Line.Section);

    /// <summary>The prefilled posts by quarter.</summary>
    public decimal[] Prefilled => Place.PrefilledOf(Line);

    /// <summary>What the prefilled figures rest on.</summary>
    public IReadOnlyList<PrefillSource> Sources { get; private set; } = [];

    /// <summary>Where the line stands among those of the other places.</summary>
    public IReadOnlyList<PeerRow> Peers { get; private set; } = [];

    /// <summary>The quarters, for the list to choose from.</summary>
    public IReadOnlyList<(string Value, string Text)> Quarters => [.. Place.Basis.Quarters.Skip(1).Select(quarter => (quarter.Code, TitleOf(quarter)))];

    /// <summary>The id of a quarter's field.</summary>
    public static string FieldOf(PlanQuarter quarter) => PostsStart + quarter.Code;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(string service, string group, CancellationToken cancellation)
    {
        if (!await ShowAsync(service, group, cancellation)) return NotFound();
        From = (await Reader.NumbersAsync(Id, cancellation)).Of(Line.Section);
        Fill(Place.PostsOf(Line));
        Reason = Place.Sections.TryGetValue(Line.Section, out var section) ? ((PostsContent)section).Reason : "";
        return Page();
    }

    /// <summary>Adds so many posts to what is typed in every quarter from one on; nothing is saved.</summary>
    public async Task<IActionResult> OnPostFillAsync(string service, string group, CancellationToken cancellation)
    {
        if (!await ShowAsync(service, group, cancellation)) return NotFound();
        if (!Access.MayEdit(Plan, Place.Basis, Line.Section)) return Forbid();
        Read();
        if (!PlanNumbers.TryParse(More, out var more) || Math.Abs(more) > PostsContent.Most) Errors.Add(("more", "Posts to add must be a number, such as 7 or -2.5"));
        if (Place.Basis.QuarterOf(Since) is not { } since) Errors.Add(("since", "Choose a quarter of the list"));
        else if (Errors.Count == 0) Fill([.. Prefilled.Select((fte, q) => (PlanNumbers.TryParse(Typed.GetValueOrDefault(Place.Basis.Quarters[q].Code), out var typed) ? typed : fte) + (q >= since ? more : 0))]);
        return Page();
    }

    /// <summary>Says what is wrong with the form as it stands, for a browser that asks while somebody types.</summary>
    public async Task<IActionResult> OnPostCheckAsync(string service, string group, CancellationToken cancellation)
    {
        if (!await ShowAsync(service, group, cancellation)) return NotFound();
        if (!Access.MayEdit(Plan, Place.Basis, Line.Section)) return Forbid();
        var content = Read();
        AddErrors(content.Check(Line.Section, Place));
        return new JsonResult(Errors.Select(error => new { field = error.Field, text = error.Text }));
    }

    /// <summary>Saves.</summary>
    public async Task<IActionResult> OnPostAsync(string service, string group, CancellationToken cancellation)
    {
        if (!await ShowAsync(service, group, cancellation)) return NotFound();
        if (!Access.MayEdit(Plan, Place.Basis, Line.Section)) return Forbid();
        var content = Read();
        if (Errors.Count > 0)
        {
            AddErrors(content.Check(Line.Section, Place));
            return Page();
        }

        switch (await Service.SaveAsync(new SavePlanOptions { PlanId = Id, PersonId = Me, Sections = new Dictionary<string, (SectionContent, int)> { [Line.Section] = (content, From) } }, cancellation))
        {
            case SaveOutcome.Saved:
                return Redirect(Links.PlanPosts(Id));
            case SaveOutcome.HasProblems faults:
                AddErrors(faults.Problems);
                return Page();
            case SaveOutcome.SavedByOthers others:
                Theirs = await OtherSave.OfAsync(Service, others.Theirs[0], cancellation);
                Errors.Add(("", Theirs.Sentence));
                From = Theirs.Number;
                ModelState.Clear();
                return Page();
            default:
                Errors.Add(("", "The plan is not open any longer: nothing was saved. Your figures are still below."));
                return Page();
        }
    }

    private async Task<bool> ShowAsync(string service, string group, CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation)) return false;
        Line = new PlanLine(service, group);
        if (Prefilled.Length == 0) return false;
        await FindLastSaveAsync(Line.Section, cancellation);
        Sources = PrefillSource.Of(Place, Line, PlanWords.Of((await Reader.AllocationSummaryAsync(Plan.RoundId, Plan.Round.Allocation, cancellation)).Rule));
        Peers = [.. new PlanPeers(Place).Of(Line).Select(PeerRow.Of)];
        return true;
    }

    private void Fill(decimal[] posts)
    {
        foreach (var (q, quarter) in Place.Basis.Quarters.Index().Skip(1))
            Typed[quarter.Code] = PlanNumbers.Exact(posts[q]);
    }

    /// <summary>The form as a section: what is typed as it was prefilled is not a change.</summary>
    private PostsContent Read()
    {
        var fte = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (q, quarter) in Place.Basis.Quarters.Index().Skip(1))
        {
            var typed = Typed[quarter.Code] = Request.Form[FieldOf(quarter)].ToString();
            if (!PlanNumbers.TryParse(typed, out var number))
                Errors.Add((FieldOf(quarter), $"Posts in the quarter to {TitleOf(quarter)}: found \"{typed}\", expected a number such as {PlanNumbers.Exact(Prefilled[q])}"));
            else if (number != Prefilled[q])
                fte[quarter.Code] = number;
        }

        var parts = Place.Sections.TryGetValue(Line.Section, out var saved) ? ((PostsContent)saved).Parts : null;
        return new PostsContent { Fte = fte, Reason = (Reason ?? "").Trim().ReplaceLineEndings("\n"), Parts = parts };
    }

    private void AddErrors(IEnumerable<PlanProblem> problems) =>
        Errors.AddRange(problems.Select(problem => (problem.Field == "reason" ? "reason" : PostsStart + problem.Field, problem.Text)));
}
