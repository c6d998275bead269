using Cadre.Core.Accounts;
using Cadre.Core.Frameworks;
using Cadre.Core.Runs;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Cadre.Web.Components;
using Cadre.Web.Pages.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Accounts;

/// <summary>What a number of a place is made of: the year's account, the assumptions in force and the opening stock.</summary>
public sealed class PlaceModel(RunService runs, FrameworkService frameworks, AccountService accounts) : PageModel
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

    /// <summary>The calendar year in which the financial year begins; empty for the last.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>What is shown; null where too many accounts are being opened.</summary>
    public AccountView? View { get; private set; }

    /// <summary>Staff groups to choose from.</summary>
    public IReadOnlyList<(string Value, string Text)> Groups { get; private set; } = [];

    /// <summary>Services to choose from.</summary>
    public IReadOnlyList<(string Value, string Text)> Services { get; private set; } = [];

    /// <summary>Years to choose from.</summary>
    public IReadOnlyList<(string Value, string Text)> Years { get; private set; } = [];

    /// <summary>The way here.</summary>
    public IReadOnlyList<Crumb> Crumbs { get; private set; } = [];

    /// <summary>Name of the place.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await runs.FindAsync(Run, cancellation) is not { State: RunState.Done } run) return NotFound();
        var framework = (await frameworks.FindAsync(run.FrameworkId, cancellation))!;
        if (ChoiceOf(framework.Model, run) is not { } choice) return NotFound();
        Fill(framework, run, choice);
        if (await accounts.OpenAsync(framework, run, choice, cancellation) is { } account)
        {
            if (account.Stock.Count == 0) return NotFound();
            View = new AccountViewMaker(framework, run, choice).Make(account);
        }

        return Page();
    }

    private AccountChoice? ChoiceOf(NationalModel model, Run run)
    {
        var place = model.Places.Index().FirstOrDefault(item => item.Item.Code == Place, (-1, null!)).Index;
        var group = string.IsNullOrEmpty(Group) ? model.Everybody : model.StaffGroups.Index().FirstOrDefault(item => item.Item.Code == Group, (-1, null!)).Index;
        var service = string.IsNullOrEmpty(Service) ? -1 : model.Services.Index().FirstOrDefault(item => item.Item.Code == Service, (-2, null!)).Index;
        var years = AccountChoice.Years(model, run.Months);
        var year = Year is null ? years[^1] : years.FirstOrDefault(item => item.Year.Start == Year);
        return place < 0 || group < 0 || service < -1 || year.First == 0 ? null : new AccountChoice(place, group, service < 0 ? null : service, year.First, year.Last);
    }

    private void Fill(Framework framework, Run run, AccountChoice choice)
    {
        var model = framework.Model;
        Name = model.Places[choice.Place].Name;
        Groups = [.. StaffGroupRows.Of(model).Select(item => (model.StaffGroups[item.Group].Code, $"{new string('\u2003', item.Depth)}{model.StaffGroups[item.Group].Name}"))];
        Group = model.StaffGroups[choice.StaffGroup].Code;
        Services = [("", "All services"), .. model.Services.Count > 1 ? model.Services.Select(item => (item.Code, item.Name)) : []];
        Years = [.. AccountChoice.Years(model, run.Months).Select(item => (item.Year.Start.ToString(System.Globalization.CultureInfo.InvariantCulture), AccountViewMaker.NameOf(model, item.First, item.Last)))];
        Year = FinancialYear.Of(model.MonthAt(choice.Last)).Start;
        Crumbs =
        [
            new Crumb("Home", Links.Frameworks), new Crumb(framework.Title, Links.Framework(run.FrameworkId)),
            new Crumb(Name, Links.Place(Run, Place, choice.StaffGroup == model.Everybody ? null : Group, Service)),
        ];
    }
}
