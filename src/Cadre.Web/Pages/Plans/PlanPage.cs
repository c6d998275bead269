using Cadre.Core.Plans;
using Cadre.Core.Words;
using Cadre.Web.Components;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Plans;

/// <summary>A page of a plan. Whoever may not see the plan finds nothing there, not a refusal: that there is such a plan is no concern of theirs.</summary>
public abstract class PlanPage(PlanReader reader, PlanService plans) : PageModel
{
    /// <summary>The plan's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The plan.</summary>
    public LocalPlan Plan { get; private set; } = null!;

    /// <summary>What it says, as last saved.</summary>
    public PlannedPlace Place { get; private set; } = null!;

    /// <summary>What whoever looks may do.</summary>
    public PlanAccess Access { get; private set; } = null!;

    /// <summary>What is wrong with a form: the field's id and a sentence.</summary>
    public List<(string Field, string Text)> Errors { get; } = [];

    /// <summary>Whether its round is closed: then it is to be read alone.</summary>
    public bool IsClosed => Plan.Round.ClosedUtc is not null;

    /// <summary>Whether whoever looks may change and submit it now.</summary>
    public bool MayEditNow => Plan.IsOpen && !IsClosed && Access.MayEdit(Plan, Place.Basis);

    /// <summary>Whether whoever looks decides on it.</summary>
    public bool MayDecideNow => Plan.State == PlanState.Submitted && !IsClosed && Access.MayDecide(Plan, Place.Basis);

    /// <summary>Who saved the section of the page last, and when, in a sentence; empty where nobody did.</summary>
    public string LastSave { get; private set; } = "";

    /// <summary>The way to the page.</summary>
    public List<Crumb> Crumbs => [new("Local plans", Links.Plans), new(Plan.Name, Links.Plan(Plan.Id))];

    /// <summary>Reads plans.</summary>
    protected PlanReader Reader => reader;

    /// <summary>Changes plans.</summary>
    protected PlanService Service => plans;

    /// <summary>Who is signed in.</summary>
    protected Guid Me => SignedIn.IdOf(User);

    /// <summary>What is wrong with a field; null for nothing.</summary>
    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field).Text;

    /// <summary>A staff group and service as people read them.</summary>
    public string TitleOf(PlanLine line) => PlanDifference.TitleOf(Place, line);

    /// <summary>A quarter as people read it.</summary>
    public static string TitleOf(PlanQuarter quarter) => quarter.Month == 0 ? "Opening day" : Wording.Long(quarter.Ends);

    /// <summary>Whether whoever looks may change a section of it now.</summary>
    public bool MayEditNowThe(string section) => Plan.IsOpen && !IsClosed && Access.MayEdit(Plan, Place.Basis, section);

    /// <summary>Finds out who saved a section last.</summary>
    protected async Task FindLastSaveAsync(string section, CancellationToken cancellation)
    {
        if (await reader.LastSaveAsync(Id, section, cancellation) is not { } last) return;
        var names = await plans.NamesAsync(last.PersonId is { } person ? [person] : [], cancellation);
        LastSave = $"Last saved by {names.Values.FirstOrDefault() ?? "Cadre"} on {Times.Of(last.SavedUtc)}, save {last.Number}.";
    }

    /// <summary>Loads the plan.</summary>
    /// <returns>Whether whoever looks may see it.</returns>
    protected async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await reader.PlanAsync(Id, cancellation) is not { } plan) return false;
        (Plan, Place, Access) = (plan, await reader.StandingAsync(plan, cancellation), await plans.AccessAsync(Me, cancellation));
        return Access.MaySee(Plan, Place.Basis);
    }
}
