using Cadre.Core.Plans;
using Cadre.Core.Plans.Tracking;
using Cadre.Web.Pages.Results;
using Microsoft.AspNetCore.Mvc;

namespace Cadre.Web.Pages.Plans;

/// <summary>A plan's fan with actual staff, month by month.</summary>
public sealed class TrackingModel(PlanReader reader, PlanService plans, TrackingService tracking) : PlanPage(reader, plans)
{
    /// <summary>Code of the staff group; empty for everybody.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Group { get; set; }

    /// <summary>What is shown; null before there is a national run with the plan.</summary>
    public TrackingView? View { get; private set; }

    /// <summary>Staff groups to choose from.</summary>
    public IReadOnlyList<(string Value, string Text)> Groups { get; private set; } = [];

    /// <summary>Name of the staff group.</summary>
    public string GroupName { get; private set; } = "";

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation)) return NotFound();
        var model = Place.Basis.Model;
        var group = string.IsNullOrEmpty(Group) ? model.Everybody : model.StaffGroups.Index().FirstOrDefault(item => item.Item.Code == Group, (-1, null!)).Index;
        if (group < 0) return NotFound();
        (Group, GroupName) = (model.StaffGroups[group].Code, model.StaffGroups[group].Name);
        Groups = [.. StaffGroupRows.Of(model).Select(item => (model.StaffGroups[item.Group].Code, $"{new string('\u2003', item.Depth)}{model.StaffGroups[item.Group].Name}"))];
        if (await tracking.OfAsync(Plan.Round, Plan, Place.Basis, group, cancellation) is { } found) View = new TrackingView(found, model, Plan.Name, GroupName);
        return Page();
    }
}
