using System.Text.Encodings.Web;
using System.Text.Json;
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
        var model = plan.Result.Model;
        var months = plan.Marches.Select(month => model.MonthAt(month).ToString()).ToArray();
        JsonSerializer.Serialize(
            output,
            new
            {
                Run = manifest,
                Folder = folder,
                plan.Framework.Title,
                Scenario = new { plan.Result.Options.Scenario.Name, plan.Result.Options.Scenario.Title, plan.Result.Options.Scenario.Text },
                Headline = Headline.Of(plan),
                plan.Framework.Coverage,
                plan.PostsHeld,
                PublishedHeadcount = plan.Framework.PublishedHeadcount.Count > 0 ? plan.Framework.PublishedHeadcount.Values.Sum() : (double?)null,
                Opening = new
                {
                    Day = plan.Framework.Opening,
                    Fte = plan.Total.OpeningFte,
                    Posts = plan.OpeningPosts,
                    Vacancies = plan.OpeningVacancies,
                },
                Nation = plan.Nation.Select(month => new { Month = model.MonthAt(month.Month).ToString(), Fte = Of(month.Fte), Posts = Of(month.Posts) }),
                Years = plan.Years.Select(year => new
                {
                    Month = model.MonthAt(year.Month).ToString(),
                    Fte = Of(year.Fte),
                    Posts = Of(year.Posts),
                    Vacancies = Of(year.Vacancies),
                    VacancyRate = Of(year.VacancyRate),
                    year.FlowMonths,
                    Joiners = Of(year.Joiners),
                    Leavers = Of(year.Leavers),
                }),
                StaffGroups = plan.StaffGroups.Select(row => Of(row, months, plan.FlowMonths)),
                Regions = plan.Regions.Select(row => Of(row, months, plan.FlowMonths)),
                Employers = plan.Employers.Select(row => Of(row, months, plan.FlowMonths)),
                Needs = plan.Needs.Select(row => new
                {
                    Month = plan.Last.ToString(),
                    Service = model.Services[row.Service].Code,
                    StaffGroup = model.StaffGroups[row.StaffGroup].Code,
                    row.Need,
                    row.Posts,
                    row.Staff,
                    GapToNeed = row.Gap,
                    NeedFigures = Of(row.NeedSummary),
                    GapFigures = row.GapSummary is { } gap ? Of(gap) : null,
                }),
                Money = plan.Result.Costs is { } costs ? Of(costs) : null,
                SystemsWithoutStaff = plan.SystemsWithoutStaff.Select(place => new { Place = place.Code, place.Name, place.Note }),
                Targets = plan.Result.Targets.Select(result => new
                {
                    result.Target.Id,
                    result.Target.Description,
                    Measure = Codes.Of(result.Target.Measure),
                    Scope = Codes.OfScope(model, result.Target),
                    Month = result.Target.Month.ToString(),
                    Op = result.Target.AtLeast ? ">=" : "<=",
                    result.Target.Value,
                    Reached = result.Reached is { } reached ? new { Figures = Of(reached.Summary), reached.Probability } : null,
                }),
                UnderDelivery = plan.UnderDelivery is { } set ? DeliveryJson.Of(plan, set) : null,
                Explained = plan.Explained?.Target.Id,
                Drivers = plan.Drivers.Select(driver => new
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
                }),
                plan.Framework.Licence,
            },
            Format);
        output.WriteByte((byte)'\n');
    }

    private static object Of(PlanRow row, string[] months, int flowMonths) => new
    {
        row.Code,
        row.Name,
        row.Depth,
        row.OpeningFte,
        Fte = row.Fte.Select((figures, i) => new { Month = months[i], Figures = Of(figures) }),
        Last = row.Fte.Count == 0
            ? null
            : new
            {
                Month = months[^1],
                Posts = Of(row.Posts),
                Vacancies = Of(row.Vacancies),
                VacancyRate = Of(row.VacancyRate),
                FlowMonths = flowMonths,
                Joiners = Of(row.Joiners),
                Leavers = Of(row.Leavers),
                row.Population,
                row.FtePer100000,
            },
    };

    private static object Of(RunCosts costs) => new
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
    };

    private static object Of(Summary summary) => new { summary.Central, summary.P5, summary.P50, summary.P95 };
}
