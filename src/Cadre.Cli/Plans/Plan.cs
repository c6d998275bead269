using Cadre.Engine.Delivery;
using Cadre.Engine.Model;
using Cadre.Engine.Numerics;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;

namespace Cadre.Cli.Plans;

/// <summary>What a run tells a planner: picked out of its results once, shown on the screen or as JSON.</summary>
internal sealed record Plan
{
    private const int DriversShown = 5;

    public required Framework Framework { get; init; }

    public required RunResult Result { get; init; }

    /// <summary>Numbers of the months shown: every March of the run, and its last month.</summary>
    public required IReadOnlyList<int> Marches { get; init; }

    /// <summary>Months that <see cref="PlanRow.Joiners"/> adds up.</summary>
    public int FlowMonths => PlanRows.FlowMonthsTo(Marches[^1]);

    /// <summary>Posts on the opening day, central run, FTE.</summary>
    public required double OpeningPosts { get; init; }

    /// <summary>Vacancies on the opening day, central run, FTE.</summary>
    public required double OpeningVacancies { get; init; }

    /// <summary>Vacancies over posts on the opening day, central run.</summary>
    public double OpeningVacancyRate => OpeningPosts > 0 ? OpeningVacancies / OpeningPosts : 0;

    /// <summary>Staff groups, the tree in reading order; the first row is everybody.</summary>
    public required IReadOnlyList<PlanRow> StaffGroups { get; init; }

    /// <summary>The nation and its regions.</summary>
    public required IReadOnlyList<PlanRow> Regions { get; init; }

    /// <summary>All employers of the nation, then those of each sector; empty where all are of one sector.</summary>
    public required IReadOnlyList<PlanRow> Employers { get; init; }

    /// <summary>The nation month by month.</summary>
    public required IReadOnlyList<PlanMonth> Nation { get; init; }

    /// <summary>The nation in each of <see cref="Marches"/>.</summary>
    public required IReadOnlyList<PlanYear> Years { get; init; }

    /// <summary>Need, posts and staff of the nation in the last of <see cref="Marches"/>, by service and staff group; empty where the framework has no need.</summary>
    public required IReadOnlyList<NeedRow> Needs { get; init; }

    /// <summary>Where the nation's joiners come from and where its staff go; empty where the framework does not tell them apart.</summary>
    public required IReadOnlyList<PlanFlow> Flows { get; init; }

    /// <summary>What chance does to the nation's staff in the last of <see cref="Marches"/>; null where it was not drawn.</summary>
    public required IReadOnlyList<PlanChance>? Chance { get; init; }

    /// <summary>What comes when the plan is not delivered; null where that was not asked for.</summary>
    public UnderDelivery? UnderDelivery { get; init; }

    /// <summary>What comes of the targets with some levers; empty where none were tried.</summary>
    public IReadOnlyList<LeverTrial> Trials { get; init; } = [];

    /// <summary>The first target that the run reaches; null when it reaches none.</summary>
    public required TargetResult? Explained { get; init; }

    /// <summary>The assumptions that move <see cref="Explained"/> most.</summary>
    public required IReadOnlyList<PlanDriver> Drivers { get; init; }

    /// <summary>Systems where no cohort works, with what the framework says about them.</summary>
    public required IReadOnlyList<Place> SystemsWithoutStaff { get; init; }

    /// <summary>The last month shown.</summary>
    public CalendarMonth Last => Result.Model.MonthAt(Marches[^1]);

    /// <summary>Everybody.</summary>
    public PlanRow Total => StaffGroups[0];

    /// <summary>Posts held, added over staff groups, on the opening day.</summary>
    public double PostsHeld => Result.Model.Cohorts.Sum(cohort => cohort.OpeningHeads.Value);

    /// <summary>People as published beside them; null where none are.</summary>
    public PublishedPeople? People => PublishedPeople.Of(Framework);

    /// <summary>
    /// The squared rank correlation that the largest of all assumptions' passes by chance alone one time in twenty: each is about a squared
    /// normal number over the futures.
    /// </summary>
    public double ChanceWeight
    {
        get
        {
            var rows = Math.Max(1, Result.Model.Assumptions.Count(row => row.Low < row.High));
            var normal = Elementary.InverseNormal(1 - (0.05 / (2 * rows)));
            return Math.Min(1, normal * normal / Result.FuturesRun);
        }
    }

    /// <summary>Picks the plan out of the results.</summary>
    public static Plan Of(Framework framework, RunResult result, UnderDelivery? underDelivery = null)
    {
        var model = result.Model;
        var marches = MarchesOf(result);
        var everybody = Array.FindIndex([.. model.StaffGroups], group => group.Parent is null);
        var rows = new PlanRows(result, marches);
        var explained = result.Targets.FirstOrDefault(target => target.Reached is not null);
        var nation = new Line(model.Nation, null, everybody);
        var (posts, vacancies) = OpeningDay(result);
        var staffGroups = rows.OfStaffGroups();
        return new Plan
        {
            Framework = framework,
            Result = result,
            Marches = marches,
            OpeningPosts = posts,
            OpeningVacancies = vacancies,
            StaffGroups = staffGroups,
            Regions = rows.OfRegions(everybody),
            Employers = rows.OfEmployers(everybody),
            Nation =
            [
                .. Enumerable.Range(1, result.Options.Months).Select(month => new PlanMonth(
                    month, result.Summarise(nation, month, Measure.Fte) ?? default, result.Summarise(nation, month, Measure.Posts) ?? default)),
            ],
            Years = rows.OfYears(everybody),
            Needs = [.. result.Needs(marches[^1]).Where(row => row.Place == model.Nation)],
            Flows = PlanFlow.Of(result, marches),
            Chance = PlanChance.Of(result, staffGroups, marches[^1]),
            UnderDelivery = underDelivery,
            Explained = explained,
            Drivers = explained is null ? [] : DriversOf(framework, result, explained),
            SystemsWithoutStaff = WithoutStaff(result),
        };
    }

    /// <summary>Numbers of the months that tables show: every March of a run, and its last month.</summary>
    internal static int[] MarchesOf(RunResult result) =>
        [.. Enumerable.Range(1, result.Options.Months).Where(month => result.Model.MonthAt(month).Month == 3 || month == result.Options.Months)];

    /// <summary>Docs/method.md section 3.1 on the opening day, with every assumption at its central value.</summary>
    private static (double Posts, double Vacancies) OpeningDay(RunResult result)
    {
        var (model, register) = (result.Model, RegisterOf(result));
        var rows = AssumptionResolver.ForCohorts(model, Parameter.VacancyRate);
        double posts = 0, vacancies = 0;
        foreach (var (c, cohort) in model.Cohorts.Index())
        {
            var rate = register[rows[c]].Central;
            posts += cohort.OpeningFte.Value / (1 - rate);
            vacancies += cohort.OpeningFte.Value / (1 - rate) * rate;
        }

        return (posts, vacancies);
    }

    /// <summary>The register as the run's scenario has it.</summary>
    internal static Assumption[] RegisterOf(RunResult result) =>
        [.. result.Model.Assumptions.Select((row, i) => result.Options.Scenario.Changes.GetValueOrDefault(i, row))];

    /// <summary>The assumptions that move a target most, that which moves it most first.</summary>
    internal static List<PlanDriver> DriversOf(Framework framework, RunResult result, TargetResult target)
    {
        var model = framework.Model;
        var titles = framework.Evidence.ToDictionary(item => item.Id, item => item.Title);
        return
        [
            // Need and money change nothing in the run: a correlation of what they take with a target is chance.
            .. target.Reached!.Weights.Zip(RegisterOf(result)).Where(row => row.First > 0 && Moves(row.Second.Parameter, target.Target.Measure)).OrderByDescending(row => row.First).Take(DriversShown)
                .Select(row => new PlanDriver(row.Second, ScopeOf(model, row.Second), row.First, titles.GetValueOrDefault(row.Second.Source, row.Second.Source))),
        ];
    }

    /// <summary>Whether an assumption can change a measure of a run.</summary>
    internal static bool Moves(Parameter parameter, Measure measure) => parameter switch
    {
        Parameter.HoursAvailable or Parameter.DemandGrowth or Parameter.CoverPremium => false,
        Parameter.CoverShare or Parameter.CoverCap => measure == Measure.Cover,
        _ => true,
    };

    /// <summary>Where an assumption applies, in words.</summary>
    internal static string ScopeOf(NationalModel model, Assumption assumption)
    {
        string?[] parts =
        [
            assumption.Supply is { } supply ? model.Sources[supply].Name : null,
            assumption is { Supply: { } whole, Stage: { } stage } ? model.Sources[whole].Stages[stage].Name : null,
            assumption.Conversion is { } conversion ? model.Conversions[conversion].Name : null,
            assumption.StaffGroup is { } group ? model.StaffGroups[group].Name : null,
            assumption.Service is { } service && model.Services.Count > 1 ? model.Services[service].Name : null,
            assumption.Place is { } place && place != model.Nation ? model.Places[place].Name : null,
        ];
        return parts.OfType<string>().ToArray() is { Length: > 0 } named ? string.Join(", ", named) : "all staff";
    }

    private static List<Place> WithoutStaff(RunResult result)
    {
        var staffed = result.Lines.Select(line => line.Place).ToHashSet();
        return [.. result.Model.Places.Where((place, index) => place.Level == PlaceLevel.System && !staffed.Contains(index))];
    }
}
