namespace Cadre.Frameworks.Reading;

/// <summary>A plan's posts: published totals, the shape that is known, and the months in which the posts come.</summary>
public sealed class PlanPostSettings
{
    /// <summary>Id of the evidence item.</summary>
    public string Source { get; set => field = value ?? ""; } = "";

    /// <summary>Day on which the plan became public.</summary>
    public string KnownOn { get; set => field = value ?? ""; } = "";

    /// <summary>Note of every row.</summary>
    public string Note { get; set => field = value ?? ""; } = "";

    /// <summary>Professional posts by service, FTE.</summary>
    public Dictionary<string, double> Services { get; set => field = value ?? []; } = [];

    /// <summary>Professional posts by leaf staff group, FTE; their sum is that of the services.</summary>
    public Dictionary<string, double> StaffGroups { get; set => field = value ?? []; } = [];

    /// <summary>Cells that are known, by service and staff group, FTE.</summary>
    public Dictionary<string, Dictionary<string, double>> Known { get; set => field = value ?? []; } = [];

    /// <summary>Posts with employers outside the NHS.</summary>
    public PlanOutside Outside { get; set => field = value ?? new(); } = new();

    /// <summary>Posts of support and administration.</summary>
    public PlanSupport Support { get; set => field = value ?? new(); } = new();

    /// <summary>By month, such as <c>2018-04</c>: percent of the posts that are funded from then on; they sum to 100.</summary>
    public Dictionary<string, double> Path { get; set => field = value ?? []; } = [];

    /// <summary>Keys without a value that fits.</summary>
    internal IEnumerable<string> Missing()
    {
        if (Source.Length == 0) yield return "plan.posts.source";
        if (KnownOn.Length == 0) yield return "plan.posts.known_on";
        if (Services.Count == 0) yield return "plan.posts.services";
        if (StaffGroups.Count == 0) yield return "plan.posts.staff_groups";
        if (Services.Values.Sum() != StaffGroups.Values.Sum()) yield return "plan.posts.staff_groups (the sum of the services)";
        if (Path.Values.Sum() != 100) yield return "plan.posts.path (sum 100)";
        foreach (var service in Known.Where(row => row.Value is null || !Services.ContainsKey(row.Key)).Select(row => row.Key))
            yield return $"plan.posts.known.{service} (a service of plan.posts.services)";
        foreach (var (service, groups) in Known)
        {
            foreach (var group in groups?.Keys.Where(group => !StaffGroups.ContainsKey(group)) ?? [])
                yield return $"plan.posts.known.{service}.{group} (a staff group of plan.posts.staff_groups)";
        }

        if (!Services.ContainsKey(Outside.Service)) yield return "plan.posts.outside.service";
        if (!StaffGroups.ContainsKey(Outside.StaffGroup)) yield return "plan.posts.outside.staff_group";
        if (Support.StaffGroups.Count == 0) yield return "plan.posts.support.staff_groups";
    }
}

/// <summary>Posts with employers outside the NHS: the places of sector third_sector, one a region.</summary>
public sealed class PlanOutside
{
    /// <summary>Their service.</summary>
    public string Service { get; set => field = value ?? ""; } = "";

    /// <summary>Their staff group.</summary>
    public string StaffGroup { get; set => field = value ?? ""; } = "";

    /// <summary>How many, FTE, of the professional posts.</summary>
    public double Fte { get; set; }

    /// <summary>Note of their rows.</summary>
    public string Note { get; set => field = value ?? ""; } = "";
}

/// <summary>Posts of support and administration, all with the NHS.</summary>
public sealed class PlanSupport
{
    /// <summary>How many, FTE.</summary>
    public double Fte { get; set; }

    /// <summary>The leaves that they are of, in proportion to the opening stock.</summary>
    public List<string> StaffGroups { get; set => field = value ?? []; } = [];
}
