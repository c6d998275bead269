namespace Cadre.Frameworks.Reading;

/// <summary>What the people to be treated require, as far as a plan says it.</summary>
public sealed class PlanNeedSettings
{
    /// <summary>Hours of an FTE in a year that are left for work, over 0.</summary>
    public double HoursAvailable { get; set; }

    /// <summary>Id of the evidence item.</summary>
    public string Source { get; set => field = value ?? ""; } = "";

    /// <summary>Day on which it became public.</summary>
    public string KnownOn { get; set => field = value ?? ""; } = "";

    /// <summary>People by year and the hours that they take.</summary>
    public List<PlanPeople> People { get; set => field = value ?? []; } = [];

    /// <summary>A rota that is kept day and night.</summary>
    public PlanCover Cover { get; set => field = value ?? new(); } = new();

    /// <summary>By service: new roles that may take over work there, with a need of 0 of their own.</summary>
    public Dictionary<string, List<string>> NewRoles { get; set => field = value ?? []; } = [];

    /// <summary>Keys without a value that fits.</summary>
    internal IEnumerable<string> Missing()
    {
        if (HoursAvailable <= 0) yield return "plan.need.hours_available (over 0)";
        if (Source.Length == 0) yield return "plan.need.source";
        if (KnownOn.Length == 0) yield return "plan.need.known_on";
        if (People.Any(people => people is null || people.Years.Count == 0 || people.Hours.Count == 0)) yield return "plan.need.people (years and hours of each)";
        foreach (var service in People.OfType<PlanPeople>().GroupBy(people => people.Service).Where(lines => lines.Select(people => string.Join(' ', people.Years.Keys.Order(StringComparer.Ordinal))).Distinct().Count() > 1))
            yield return $"plan.need.people (the same years for all of {service.Key})";
        if (Cover.Service.Length == 0 || Cover.StaffGroup.Length == 0) yield return "plan.need.cover";
        if (Cover.HoursPerWeek <= 0 || Cover.PositionsPerThousand <= 0) yield return "plan.need.cover (hours_per_week and positions_per_thousand over 0)";
    }
}

/// <summary>More people who are treated in a service.</summary>
public sealed class PlanPeople
{
    /// <summary>Who they are.</summary>
    public string Name { get; set => field = value ?? ""; } = "";

    /// <summary>The service that treats them.</summary>
    public string Service { get; set => field = value ?? ""; } = "";

    /// <summary>By month, such as <c>2018-03</c>: how many more a year than before the plan.</summary>
    public Dictionary<string, double> Years { get; set => field = value ?? []; } = [];

    /// <summary>By leaf staff group: hours for each of them.</summary>
    public Dictionary<string, double> Hours { get; set => field = value ?? []; } = [];
}

/// <summary>Positions that are filled whenever the service is open.</summary>
public sealed class PlanCover
{
    /// <summary>The service.</summary>
    public string Service { get; set => field = value ?? ""; } = "";

    /// <summary>The staff group that fills them.</summary>
    public string StaffGroup { get; set => field = value ?? ""; } = "";

    /// <summary>Hours open in a week.</summary>
    public double HoursPerWeek { get; set; }

    /// <summary>Positions for every thousand FTE of the staff group that a trust employs on the opening day; each trust has one at least.</summary>
    public double PositionsPerThousand { get; set; }
}
