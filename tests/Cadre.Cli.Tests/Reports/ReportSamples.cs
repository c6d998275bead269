using Cadre.Cli.Reports;
using Cadre.Engine.Model;

namespace Cadre.Cli.Tests.Reports;

/// <summary>A run as a report sees it, made up: two staff groups, two regions, 100 futures.</summary>
internal static class ReportSamples
{
    /// <summary>Posts grow by a tenth, staff by a twentieth.</summary>
    public static ReportRun Run { get; } = new()
    {
        Statement = new RunStatement
        {
            Framework = "sample", FrameworkDigest = "f", ResultsDigest = "r", Seed = 7, Futures = 100, Months = 12, Scenario = "baseline", EngineVersion = "0",
        },
        About = About(),
        Nation = [new NationMonth(new CalendarMonth(2027, 3), Wide(9_450), Wide(11_000), Wide(1_550), Wide(0.141))],
        StaffGroups = StaffGroups,
        Regions = Regions,
        AnswerStaffGroups = StaffGroups,
        AnswerRegions = Regions,
        Trials = [],
        Systems = [],
        SystemsMonth = null,
        Targets = [Target("first", 0.8), Target("second", 0.2)],
        Flows = [new ReportFlow("joiners", "other", Year(100)), new ReportFlow("leavers", "retirement", Year(60))],
        Needs = [],
        Costs = [],
        Delivery = [],
        Chance = [],
        LeverCosts = new Dictionary<string, double>(),
    };

    private static GapRow[] StaffGroups => [Row("all", "All staff", 0, 11_000, 1_550), Row("nurses", "Nurses", 1, 8_000, 1_000), Row("doctors", "Doctors", 1, 3_000, 550)];

    private static GapRow[] Regions => [Row("nation", "Nation", 0, 11_000, 1_550), Row("north", "North", 1, 6_000, 1_100), Row("south", "South", 1, 5_000, 450)];

    /// <summary>A target of at least 9,000 FTE.</summary>
    public static ReportTarget Target(string id, double probability) =>
        new(id, $"Target {id}", false, new CalendarMonth(2027, 3), true, 9_000, new Ranged(9_450, 9_000, 9_900), probability);

    public static GapRow Row(string code, string name, int depth, double posts, double vacancies) =>
        new(code, name, depth, Range(posts - vacancies), Range(posts), Range(vacancies), Range(vacancies / posts));

    private static Band Wide(double value) => new(value, value * 0.9, value * 0.95, value * 1.05, value * 1.1);

    private static Ranged Range(double value) => new(value, value * 0.9, value * 1.1);

    private static Dictionary<string, double> Year(double heads) => Enumerable.Range(0, 12).ToDictionary(back => new CalendarMonth(2027, 3).PlusMonths(-back).ToString(), _ => heads);

    private static RunAbout About() => new()
    {
        Format = RunAbout.Version, Title = "A sample", Coverage = "Counted: all.", Licence = "MIT", Command = "./cadre run sample", Opening = new DateOnly(2026, 3, 31), AsOf = new DateOnly(2026, 1, 31),
        PublishedHeadcount = null, Tried = null, Needs = [], PostsHeld = 9_500, ScenarioTitle = "", ScenarioText = "", OpeningPosts = 10_000, OpeningVacancies = 1_000,
        StaffGroups = [new NamedRow("all", "All staff", 0, 9_000)], Regions = [new NamedRow("nation", "Nation", 0, 9_000)], Services = [new NamedRow("s", "Service")], Sources = [],
        FlowYears = [new FlowYear("2027-03", 12, new Ranged(1_200, 1_100, 1_300), new Ranged(720, 700, 740))],
        Envelopes = [], WithoutTrainingCost = [], Levers = [], Explained = "first", ChanceWeight = 0.1,
        Register =
        [
            new AboutAssumption("a", "Leaving rate", "Nurses", "9%", "8 to 10", "pert", "A", "Census", "", 0.4),
            new AboutAssumption("b", "Growth of posts", "all staff", "2%", "0 to 4", "pert", "D", "None", "", 0.2),
        ],
    };
}
