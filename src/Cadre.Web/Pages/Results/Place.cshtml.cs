using Cadre.Core.Accounts;
using Cadre.Core.Frameworks;
using Cadre.Core.Results;
using Cadre.Core.Runs;
using Cadre.Engine.Model;
using Cadre.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Results;

/// <summary>What a run says of a place.</summary>
public sealed class PlaceModel(RunService runs, FrameworkService frameworks, ResultService results, AccountService accounts) : PageModel
{
    /// <summary>The run.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Run { get; set; }

    /// <summary>Code of the place.</summary>
    [BindProperty(SupportsGet = true)]
    public string Place { get; set; } = "";

    /// <summary>Code of the staff group; empty for everybody.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Group { get; set; }

    /// <summary>Code of the service; empty for all of them.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Service { get; set; }

    /// <summary>What is shown.</summary>
    public PlaceView View { get; private set; } = null!;

    /// <summary>The way here.</summary>
    public IReadOnlyList<Crumb> Crumbs { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await runs.FindAsync(Run, cancellation) is not { State: RunState.Done } run) return NotFound();
        var framework = (await frameworks.FindAsync(run.FrameworkId, cancellation))!;
        var model = framework.Model;
        if (IndexOf(model.Places, place => place.Code == Place) is not { } place) return NotFound();
        var group = string.IsNullOrEmpty(Group) ? model.Everybody : IndexOf(model.StaffGroups, item => item.Code == Group);
        if (group is not { } g || (!string.IsNullOrEmpty(Service) && model.Services.All(item => item.Code != Service))) return NotFound();
        if (await results.LineAsync(Run, Place, model.StaffGroups[g].Code, Service ?? "", cancellation) is not { } line) return NotFound();
        View = await new PlaceViewMaker(run, framework, results, accounts).MakeAsync(place, g, Service ?? "", line, cancellation);
        Crumbs = CrumbsTo(run, framework, place);
        return Page();
    }

    private static int? IndexOf<T>(IReadOnlyList<T> items, Func<T, bool> isIt)
    {
        for (var i = 0; i < items.Count; i++)
            if (isIt(items[i])) return i;
        return null;
    }

    private List<Crumb> CrumbsTo(Run run, Cadre.Frameworks.Reading.Framework framework, int place)
    {
        var way = new List<Crumb>();
        for (var at = Above(framework.Model, place); at is { } above; at = Above(framework.Model, above))
            way.Insert(0, new Crumb(framework.Model.Places[above].Name, Links.Place(Run, framework.Model.Places[above].Code, Group, Service)));
        return [new Crumb("Home", Links.Frameworks), new Crumb(framework.Title, Links.Framework(run.FrameworkId)), .. way];
    }

    /// <summary>The main place above: the one of greatest weight.</summary>
    private static int? Above(NationalModel model, int place) =>
        model.Places[place].Parents is { Count: > 0 } parents ? parents.MaxBy(parent => parent.Weight).Place : null;
}
