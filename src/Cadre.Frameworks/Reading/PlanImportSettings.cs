namespace Cadre.Frameworks.Reading;

/// <summary>
/// The key <c>plan</c> of <c>import.yaml</c>: an opening stock from one publication, a plan's totals, and how both are spread over
/// places, services and staff groups (docs/method.md section 5.7).
/// </summary>
public sealed class PlanImportSettings
{
    /// <summary>The publication of staff by organisation and staff group on the opening day.</summary>
    public Publication Stock { get; set => field = value ?? new(); } = new();

    /// <summary>FTE of a head, over 0 and up to 1: the publication gives FTE alone.</summary>
    public double FtePerHead { get; set; }

    /// <summary>Why <see cref="FtePerHead"/>.</summary>
    public string FtePerHeadNote { get; set => field = value ?? ""; } = "";

    /// <summary>The service that holds the opening stock.</summary>
    public string Service { get; set => field = value ?? ""; } = "";

    /// <summary>What is not counted by organisation: the whole nation's staff, and the place that holds those of no listed trust.</summary>
    public PlanRest Rest { get; set => field = value ?? new(); } = new();

    /// <summary>By code of a leaf staff group: what the publication calls it.</summary>
    public Dictionary<string, PlanStaffGroup> StaffGroups { get; set => field = value ?? []; } = [];

    /// <summary>The plan's posts.</summary>
    public PlanPostSettings Posts { get; set => field = value ?? new(); } = new();

    /// <summary>What the people to be treated require.</summary>
    public PlanNeedSettings Need { get; set => field = value ?? new(); } = new();

    /// <summary>Day on which what is fitted could be known, for rows that rest on the opening stock and on judgements.</summary>
    public string FittedKnownOn { get; set => field = value ?? ""; } = "";

    /// <summary>Keys without a value that fits.</summary>
    internal IEnumerable<string> Missing()
    {
        if (FtePerHead is not (> 0 and <= 1)) yield return "plan.fte_per_head (over 0, up to 1)";
        if (Service.Length == 0) yield return "plan.service";
        if (FittedKnownOn.Length == 0) yield return "plan.fitted_known_on";
        if (Rest.Place.Length == 0) yield return "plan.rest.place";
        if (Rest.Whole <= 0) yield return "plan.rest.whole (over 0)";
        if (StaffGroups.Count == 0) yield return "plan.staff_groups";
        foreach (var key in StaffGroups.Where(group => group.Value is null).Select(group => $"plan.staff_groups.{group.Key}").Concat(Posts.Missing()).Concat(Need.Missing()))
            yield return key;
    }
}

/// <summary>The staff of organisations that are not listed.</summary>
public sealed class PlanRest
{
    /// <summary>The place that holds them.</summary>
    public string Place { get; set => field = value ?? ""; } = "";

    /// <summary>FTE of the whole nation, of which the listed trusts' are taken off.</summary>
    public double Whole { get; set; }

    /// <summary>Note of its rows.</summary>
    public string Note { get; set => field = value ?? ""; } = "";
}

/// <summary>A leaf staff group in the publication.</summary>
public sealed class PlanStaffGroup
{
    /// <summary>Its name in the publication; blank for a new role that nobody holds on the opening day.</summary>
    public string Published { get; set => field = value ?? ""; } = "";

    /// <summary>
    /// Where several leaves have one published name: FTE of the whole nation of this leaf, spread over the places in proportion to the published group; the leaf without
    /// one holds what is left.
    /// </summary>
    public double? Part { get; set; }

    /// <summary>Why <see cref="Part"/>.</summary>
    public string PartNote { get; set => field = value ?? ""; } = "";

    /// <summary>False for staff of unknown classification and for new roles, whose arrivals replace their leavers.</summary>
    public bool Fitted { get; set; } = true;
}
