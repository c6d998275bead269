using System.Text.Encodings.Web;
using System.Text.Json;
using Cadre.Engine.Delivery;
using Cadre.Engine.Results;
using Cadre.Frameworks.Writing;

namespace Cadre.Cli.Plans;

/// <summary>The plan as one JSON object for a program: what the screen shows, with every digit.</summary>
internal static class PlanJson
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public static void Write(Plan plan, RunManifest manifest, string folder, Stream output)
    {
        JsonSerializer.Serialize(output, Of(plan, manifest, folder), Format);
        output.WriteByte((byte)'\n');
    }

    private static object Of(Plan plan, RunManifest manifest, string folder) => new
    {
        Run = manifest,
        Folder = folder,
        plan.Framework.Title,
        Scenario = new { plan.Result.Options.Scenario.Name, plan.Result.Options.Scenario.Title, plan.Result.Options.Scenario.Text },
        Headline = Headline.Of(plan),
        plan.Framework.Coverage,
        plan.PostsHeld,
        PublishedHeadcount = plan.People is { } people ? new { people.People, people.Trusts, people.OfTrusts, people.IsAtMost } : null,
        Opening = new { Day = plan.Framework.Opening, Fte = plan.Total.OpeningFte, Posts = plan.OpeningPosts, Vacancies = plan.OpeningVacancies },
        Nation = plan.Nation.Select(month => new { Month = MonthOf(plan, month.Month), Fte = Of(month.Fte), Posts = Of(month.Posts) }),
        Years = plan.Years.Select(year => Of(plan, year)),
        StaffGroups = plan.StaffGroups.Select(row => Of(plan, row)),
        Regions = plan.Regions.Select(row => Of(plan, row)),
        Flows = plan.Flows.Select(flow => Of(plan, flow)),
        Employers = plan.Employers.Select(row => Of(plan, row)),
        Chance = plan.Chance is { } rows ? Of(plan, rows) : null,
        Needs = plan.Needs.Select(row => Of(plan, row)),
        Money = plan.Result.Costs is { } costs ? Of(plan, costs) : null,
        SystemsWithoutStaff = plan.SystemsWithoutStaff.Select(place => new { Place = place.Code, place.Name, place.Note }),
        Targets = plan.Result.Targets.Select(result => Of(plan, result)),
        Trials = plan.Trials.Select(trial => Of(plan, trial)),
        UnderDelivery = plan.UnderDelivery is { } set ? DeliveryJson.Of(plan, set) : null,
        Explained = plan.Explained?.Target.Id,
        Drivers = plan.Drivers.Select(Of),
        plan.Framework.Licence,
    };

    private static object Of(Plan plan, PlanYear year) => new
    {
        Month = MonthOf(plan, year.Month),
        Fte = Of(year.Fte),
        Posts = Of(year.Posts),
        Vacancies = Of(year.Vacancies),
        VacancyRate = Of(year.VacancyRate),
        Cover = Of(year.Cover),
        year.FlowMonths,
        Joiners = Of(year.Joiners),
        Leavers = Of(year.Leavers),
    };

    private static object Of(Plan plan, PlanRow row) => new
    {
        row.Code,
        row.Name,
        row.Depth,
        row.OpeningFte,
        Fte = row.Fte.Select((figures, i) => new { Month = MonthOf(plan, plan.Marches[i]), Figures = Of(figures) }),
        Last = row.Fte.Count == 0
            ? null
            : new
            {
                Month = plan.Last.ToString(),
                Posts = Of(row.Posts),
                Vacancies = Of(row.Vacancies),
                VacancyRate = Of(row.VacancyRate),
                plan.FlowMonths,
                Joiners = Of(row.Joiners),
                Leavers = Of(row.Leavers),
                row.Population,
                row.FtePer100000,
            },
    };

    /// <summary>Names the flow and what it is told apart by as flows.csv does.</summary>
    private static object Of(Plan plan, PlanFlow flow) => new
    {
        Flow = Codes.Of(flow.Flow),
        Kind = flow.Flow == Flow.Joiners ? Codes.OfSource(plan.Result.Model, flow.Source) : Codes.Of(flow.Kind),
        Name = flow.NameIn(plan.Result.Model),
        Years = flow.Heads.Select((heads, i) => new { Month = MonthOf(plan, plan.Marches[i]), FlowMonths = PlanRows.FlowMonthsTo(plan.Marches[i]), Heads = heads }),
    };

    private static object Of(Plan plan, IReadOnlyList<PlanChance> rows) => new
    {
        Month = plan.Last.ToString(),
        Runs = plan.Result.Chance!.Count,
        StaffGroups = rows.Select(row => new
        {
            row.Row.Code,
            row.Row.Name,
            row.Row.Depth,
            Heads = new { row.Luck.Mean, row.Luck.P5, row.Luck.P50, row.Luck.P95 },
            HeadsOfFutures = row.Assumptions is { } futures ? Of(futures) : null,
        }),
    };

    private static object Of(Plan plan, NeedRow row) => new
    {
        Month = plan.Last.ToString(),
        Service = plan.Result.Model.Services[row.Service].Code,
        StaffGroup = plan.Result.Model.StaffGroups[row.StaffGroup].Code,
        row.Need,
        row.Posts,
        row.Staff,
        GapToNeed = row.Gap,
        NeedFigures = Of(row.NeedSummary),
        GapFigures = row.GapSummary is { } gap ? Of(gap) : null,
    };

    private static object Of(Plan plan, RunCosts costs) => new
    {
        Prices = costs.Prices.ToString(),
        Years = costs.Envelopes.Select(year => new
        {
            Year = year.Year.Year.ToString(),
            year.Year.Months,
            Staff = Of(costs.Summarise(costs.National(year.Year, CostItem.Staff))),
            Cover = Of(costs.Summarise(costs.National(year.Year, CostItem.Cover))),
            Training = Of(costs.Summarise(costs.National(year.Year, CostItem.Training))),
            Levers = Of(costs.Summarise(costs.National(year.Year, CostItem.Levers))),
            Total = Of(year.Total),
            year.Envelope,
            year.Over,
            year.Probability,
        }),
        SourcesWithoutCost = costs.SourcesWithoutCost.Select(source => plan.Result.Model.Sources[source].Code),
    };

    private static object Of(Plan plan, TargetResult result) => new
    {
        result.Target.Id,
        result.Target.Description,
        Measure = Codes.OfMeasure(result.Target),
        Scope = Codes.OfScope(plan.Result.Model, result.Target),
        Month = result.Target.Month.ToString(),
        Op = result.Target.AtLeast ? ">=" : "<=",
        result.Target.Value,
        Reached = result.Reached is { } reached ? new { Figures = Of(reached.Summary), reached.Probability } : null,
    };

    private static object Of(Plan plan, LeverTrial trial) => new
    {
        Levers = Codes.Of(trial.Pulled),
        trial.Lever,
        Targets = trial.Targets.Select((result, at) => new
        {
            result.Target.Id,
            Reached = result.Reached is { } reached ? new { Figures = Of(reached.Summary), reached.Probability } : null,
            Added = trial.Added[at] is { } added ? Of(added) : null,
            Expected = plan.Framework.ExpectationOf(at, trial.Pulled) is { } expected ? new { expected.Low, expected.High, expected.Why, expected.WrittenOn } : null,
        }),
    };

    private static object Of(PlanDriver driver) => new
    {
        driver.Assumption.Id,
        driver.Scope,
        driver.Weight,
        driver.Assumption.Low,
        driver.Assumption.Central,
        driver.Assumption.High,
        Grade = driver.Assumption.Grade.ToString(),
        driver.Assumption.Source,
        SourceTitle = driver.Source,
    };

    private static string MonthOf(Plan plan, int month) => plan.Result.Model.MonthAt(month).ToString();

    private static object Of(Summary summary) => new { summary.Central, summary.P5, summary.P50, summary.P95 };
}
