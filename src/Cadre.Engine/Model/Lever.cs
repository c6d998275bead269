namespace Cadre.Engine.Model;

/// <summary>What a lever changes (docs/method.md section 9 names the unit of each).</summary>
public enum LeverParameter
{
    /// <summary>The leaving rate of cohorts: retention.</summary>
    LeavingRate,

    /// <summary>The mean time to fill a vacancy of staff groups.</summary>
    MonthsToFill,

    /// <summary>The share of left-over candidates who stay candidates, of staff groups.</summary>
    CandidatesKept,

    /// <summary>The candidates who arrive in a year in the pools of a staff group and catchment.</summary>
    Inflow,

    /// <summary>The growth of posts each April, of cohorts.</summary>
    PostsGrowth,

    /// <summary>The places of an education source's intakes.</summary>
    Places,

    /// <summary>The share of places filled, of education sources: choosing the specialty.</summary>
    PlacesFilled,

    /// <summary>The share of starters who never finish, of sources or one stage: losses in training.</summary>
    NeverQualifying,

    /// <summary>The share who start the next stage, of sources or one stage.</summary>
    GoingOn,

    /// <summary>The share of finishers who seek a post here, of education sources.</summary>
    SeekingPost,

    /// <summary>The hazard of starting to return to practice.</summary>
    Uptake,

    /// <summary>The share of returners who complete.</summary>
    Completion,

    /// <summary>International recruits a year.</summary>
    International,

    /// <summary>The hazard of conversions: new roles and careers.</summary>
    Converting,

    /// <summary>FTE per head over what it would be, of staff groups, all ages or some: participation and flexible retirement.</summary>
    Participation,

    /// <summary>The share of vacancies that temporary staff cover, of cohorts: bank to substantive.</summary>
    CoverShare,

    /// <summary>Hours of an FTE left for work, of staff groups: sickness and wellbeing, productivity. It changes need alone.</summary>
    HoursAvailable,

    /// <summary>The share of a staff group's need that a new role takes over: new roles and skill mix. It changes need alone.</summary>
    Substitution,
}

/// <summary>How a lever's size is meant.</summary>
public enum LeverEffect
{
    /// <summary>The value times 1 + size: a size of -0.1 takes a tenth off.</summary>
    Multiply,

    /// <summary>The value plus size, in the parameter's unit.</summary>
    Add,
}

/// <summary>How a lever grows from nothing to its whole size.</summary>
public enum Ramp
{
    /// <summary>Whole from its first month.</summary>
    Step,

    /// <summary>In equal steps over the ramp's months.</summary>
    Linear,

    /// <summary>Slow, fast, slow: 3x^2 - 2x^3 of the way x through the ramp's months.</summary>
    SCurve,
}

/// <summary>Something that is done to change the future: a parameter, where, how much, from when.</summary>
public sealed record Lever
{
    /// <summary>Unique id within its scenario.</summary>
    public required string Id { get; init; }

    /// <summary>What it changes.</summary>
    public required LeverParameter Parameter { get; init; }

    /// <summary>Index of the place it works in and below; null for everywhere.</summary>
    public int? Place { get; init; }

    /// <summary>Index of the service it works in; null for every one.</summary>
    public int? Service { get; init; }

    /// <summary>Index of the staff group it works on and below; null for every one.</summary>
    public int? StaffGroup { get; init; }

    /// <summary>Index of the source of candidates it works on; null for every one, or for other parameters.</summary>
    public int? Supply { get; init; }

    /// <summary>Index of the stage within the source; null for every one.</summary>
    public int? Stage { get; init; }

    /// <summary>Index of the conversion it works on; null for every one, or for other parameters.</summary>
    public int? Conversion { get; init; }

    /// <summary>Index of the substitution it works on; null for every one, or for other parameters.</summary>
    public int? Substitution { get; init; }

    /// <summary>The exits it works on, for the leaving rate; empty for all of them.</summary>
    public IReadOnlyList<Exit> Exits { get; init; } = [];

    /// <summary>First age it works on, for the leaving rate and participation.</summary>
    public int FromAge { get; init; } = 16;

    /// <summary>Age at which it ends, itself not in it; 76 holds everybody of 75 and over.</summary>
    public int ToAge { get; init; } = 76;

    /// <summary>How <see cref="Size"/> is meant.</summary>
    public required LeverEffect Effect { get; init; }

    /// <summary>Its whole size; either sign; 0 changes nothing.</summary>
    public required double Size { get; init; }

    /// <summary>The month in which it is started.</summary>
    public required CalendarMonth Start { get; init; }

    /// <summary>Months from the start until it begins to work, 0 or more.</summary>
    public int LeadMonths { get; init; }

    /// <summary>How it grows.</summary>
    public Ramp Ramp { get; init; }

    /// <summary>Months from its first effect to its whole size, 1 or more; a step has none.</summary>
    public int RampMonths { get; init; } = 1;

    /// <summary>The value that the parameter does not pass because of this lever: a floor when it lowers, a ceiling when it raises; null for none.</summary>
    public double? Limit { get; init; }

    /// <summary>Cost of a year at whole size, pounds; 0 where none is known.</summary>
    public double CostPerYear { get; init; }

    /// <summary>Whether it works on some exits or ages of leaving, not on leaving as a whole.</summary>
    public bool NamesExits => Parameter == LeverParameter.LeavingRate && (Exits.Count > 0 || FromAge > Simulation.Ages.First || ToAge <= Simulation.Ages.Last);

    /// <summary>
    /// The share of its size that the lever has in month <paramref name="month"/>: 0 before it works, 1 once it is whole.
    /// </summary>
    public double ShareAt(CalendarMonth month)
    {
        var working = month.MonthsSince(Start) - LeadMonths + 1;
        if (working <= 0) return 0;
        if (Ramp == Ramp.Step || working >= RampMonths) return 1;
        var way = (double)working / RampMonths;
        return Ramp == Ramp.Linear ? way : way * way * (3 - (2 * way));
    }

    /// <summary>What it costs in a month, pounds: a twelfth of a year at whole size, by the share of its size that it has; one of size 0 costs nothing.</summary>
    public double CostIn(CalendarMonth month) => Size == 0 ? 0 : CostPerYear / 12 * ShareAt(month);

    /// <summary>
    /// Indexes of what it works on in <paramref name="model"/>: cohorts, staff groups that hold staff, pools or sources, by
    /// its parameter; empty when it works nowhere.
    /// </summary>
    public IReadOnlyList<int> WorksOn(NationalModel model)
    {
        bool[] inPlace = [.. model.Places.Select((_, place) => Place is not { } named || WayUp.FromPlace(model.Places, place).Contains(named))];
        bool[] inGroup = [.. model.StaffGroups.Select((_, group) => StaffGroup is not { } named || WayUp.FromStaffGroup(model.StaffGroups, group).Contains(named))];
        bool InPlace(int place) => inPlace[place];
        bool InGroup(int group) => inGroup[group];
        return Parameter switch
        {
            LeverParameter.LeavingRate or LeverParameter.PostsGrowth or LeverParameter.CoverShare => Where(model.Cohorts, cohort =>
                InPlace(cohort.Place) && InGroup(cohort.StaffGroup) && (Service is null || cohort.Service == Service)),
            LeverParameter.Inflow => Where(model.Pools, pool => InPlace(pool.Catchment) && InGroup(pool.StaffGroup)),
            LeverParameter.MonthsToFill or LeverParameter.CandidatesKept or LeverParameter.Participation or LeverParameter.HoursAvailable =>
                [.. Enumerable.Range(0, model.StaffGroups.Count).Where(group => model.StaffGroups[group].AgeBands.Count > 0 && InGroup(group))],
            LeverParameter.Converting => [.. Enumerable.Range(0, model.Conversions.Count).Where(conversion => (Conversion ?? conversion) == conversion)],
            LeverParameter.Substitution => [.. Enumerable.Range(0, model.Substitutions.Count).Where(substitution => (Substitution ?? substitution) == substitution)],
            LeverParameter.International => OfKind(model, SupplyKind.International),
            LeverParameter.Uptake or LeverParameter.Completion => OfKind(model, SupplyKind.ReturnToPractice),
            LeverParameter.Places or LeverParameter.PlacesFilled or LeverParameter.NeverQualifying or LeverParameter.GoingOn or LeverParameter.SeekingPost =>
                OfKind(model, SupplyKind.Education),
        };
    }

    private int[] OfKind(NationalModel model, SupplyKind kind) =>
        [.. Enumerable.Range(0, model.Sources.Count).Where(source => model.Sources[source].Kind == kind && (Supply ?? source) == source)];

    private static int[] Where<T>(IReadOnlyList<T> list, Func<T, bool> holds) =>
        [.. Enumerable.Range(0, list.Count).Where(i => holds(list[i]))];
}
