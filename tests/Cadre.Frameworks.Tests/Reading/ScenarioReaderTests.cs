using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Reading;

/// <summary>Scenario files of a copy of the small framework: what is read, and what is said of each fault.</summary>
public sealed class ScenarioReaderTests
{
    private const string File = "scenarios/stay.yaml";

    private static readonly string[] Good =
    [
        "name: stay",
        "title: People stay",
        "text: >-",
        "  Nurses stay longer",
        "  and posts grow less.",
        "assumptions:",
        "  - id: posts_growth",
        "    low: 0",
        "    central: 1",
        "    high: 2",
        "    reason: less money",
        "    grade: C",
        "    source: synthetic",
        "  - id: months_to_fill",
        "    distribution: fixed",
        "    central: 2.5",
        "    reason: known now",
        "    grade: B",
        "    source: synthetic",
        "levers:",
        "  - id: nurses.stay",
        "    parameter: leaving_rate",
        "    place: R1",
        "    staff_group: nurses",
        "    effect: multiply",
        "    size: -10",
        "    start: 2026-04",
        "    lead_months: 3",
        "    ramp: s_curve",
        "    ramp_months: 24",
        "    limit: 8",
        "    cost_per_year: 250000",
        "    reason: \"a programme: like the first\"",
        "    grade: C",
        "    source: synthetic",
        "  - id: hire",
        "    parameter: months_to_fill",
        "    effect: add",
        "    size: -1",
        "    start: 2026-04",
        "    on: false",
        "    reason: tried elsewhere",
        "    grade: D",
        "    source: synthetic",
    ];

    /// <summary>Text in a line of the good file, what takes its place, and the one problem: line, key, found, expected.</summary>
    public static TheoryData<string, string, int, string?, string, string> Faults => new()
    {
        { "name: stay", "name: go", 1, "name", "\"go\"", "letters, digits and -, the same as the file's name, stay" },
        { "name: stay", "name: baseline", 1, "name", "\"baseline\"", "another name: baseline is the framework as it is" },
        { "title: People stay", "titel: People stay", 2, "titel", "an unknown key", "the key title" },
        { "  - id: posts_growth", "  - id: post_growth", 7, "id", "\"post_growth\"", "the id of a row in the register; did you mean posts_growth?" },
        { "  - id: posts_growth", "  - id: net_change.nurses", 7, "id", "\"net_change.nurses\"", "another row: net_change only fits the baseline's supply, which a scenario keeps; a lever on inflow changes it" },
        { "  - id: months_to_fill", "  - id: posts_growth", 14, "id", "\"posts_growth\"", "each row once; line 7 changes it already" },
        { "    central: 1", "    central: 1.5", 9, "central", "\"1.5\"", "central the middle of low and high (1), as normal asks" },
        { "    central: 1", "    central: 60", 9, "central", "\"60\"", "percent_per_year, -50 to 50" },
        { "    low: 0", "    low: 3", 8, "low", "\"3\"", "no more than high, 2" },
        { "    low: 0", "    distribution: pert", 7, "low", "no such key", "percent_per_year, as the distribution pert asks" },
        { "    distribution: fixed", "    distribution: fixd", 15, "distribution", "\"fixd\"", "fixed, pert, triangular, uniform, normal, lognormal, beta; did you mean fixed?" },
        { "    reason: less money", "    reason: ", 11, "reason", "nothing", "a text" },
        { "    grade: B", "    grade: F", 18, "grade", "\"F\"", "A, B, C, D" },
        { "  - id: hire", "  - id: nurses.stay", 36, "id", "\"nurses.stay\"", "each id once; the lever of line 21 has it already" },
        { "    parameter: leaving_rate", "    parameter: leaving_rates", 22, "parameter", "\"leaving_rates\"", "leaving_rate, months_to_fill, candidates_kept, inflow, posts_growth, places, places_filled, never_qualifying, going_on, seeking_post, uptake, completion, international, converting, participation, cover_share, hours_available, substitution; did you mean leaving_rate?" },
        { "    place: R1", "    place: R9", 23, "place", "\"R9\"", "the code of a place in places.csv; did you mean R1?" },
        { "    staff_group: nurses", "    staff_group: nurse", 24, "staff_group", "\"nurse\"", "the code of a staff group in staff_groups.csv; did you mean nurses?" },
        { "    staff_group: nurses", "    service: day", 24, "service", "\"day\"", "the code of a service in framework.yaml" },
        { "    effect: multiply", "    effect: times", 25, "effect", "\"times\"", "multiply, add" },
        { "    size: -10", "    size: -101", 26, "size", "\"-101\"", "percent, -100 or more" },
        { "    size: -10", "    size: ten", 26, "size", "\"ten\"", "percent, -100 or more" },
        { "    start: 2026-04", "    start: 2025-09", 27, "start", "\"2025-09\"", "a month from 2025-10 to 2029-09" },
        { "    start: 2026-04", "    start: April", 27, "start", "\"April\"", "a month from 2025-10 to 2029-09" },
        { "    lead_months: 3", "    lead_months: -3", 28, "lead_months", "\"-3\"", "months, a whole number, 0 to 600" },
        { "    ramp_months: 24", "", 29, "ramp", "\"s_curve\"", "ramp_months beside it: over how many months it grows" },
        { "    ramp: s_curve", "", 30, "ramp_months", "\"24\"", "no such key: a step is whole from its first month" },
        { "    limit: 8", "    limit: -1", 31, "limit", "\"-1\"", "percent_per_year, 0 or more" },
        { "    cost_per_year: 250000", "    cost_per_year: \"250,000\"", 32, "cost_per_year", "\"250,000\"", "pounds, 0 or more, without thousands separators" },
        { "    source: synthetic", "    source: sinthetic", 13, "source", "\"sinthetic\"", "the id of an item in evidence.csv; did you mean synthetic?" },
        { "    on: false", "    on: no", 41, "on", "\"no\"", "true, false" },
        { "    on: false", "    place: R1", 41, "place", "\"R1\"", "no such key: months_to_fill works by staff_group" },
        { "    on: false", "    supply: R1", 41, "supply", "\"R1\"", "no such key: months_to_fill works by staff_group" },
        { "    on: false", "    colour: blue", 41, "colour", "an unknown key", "only the keys id, parameter, effect, size, start, reason, grade, source, place, service, staff_group, supply, exits, from_age, to_age, lead_months, ramp, ramp_months, limit, cost_per_year, on" },
        { "    parameter: leaving_rate", "    parameter: candidates_kept", 23, "place", "\"R1\"", "no such key: candidates_kept works by staff_group" },
        { "    reason: tried elsewhere", "    grade: D", 43, null, "the key grade a second time", "valid YAML, each key once" },
        { "levers:", "levers: none", 20, null, "", "" },
    };

    [Fact]
    public void Read_GoodFile_HasTheScenarioInTheModelsUnits()
    {
        var entry = Assert.Single(Read(Good).Scenarios);
        Assert.Equal(("stay", "People stay", "Nurses stay longer and posts grow less."), (entry.Scenario.Name, entry.Scenario.Title, entry.Scenario.Text));
        Assert.Equal(File, entry.File);
        Assert.Matches("^[0-9a-f]{64}$", entry.Digest);
        var lever = Assert.Single(entry.Scenario.Levers);
        Assert.Equal(
            new Lever
            {
                Id = "nurses.stay",
                Parameter = LeverParameter.LeavingRate,
                Place = 1,
                StaffGroup = 2,
                Effect = LeverEffect.Multiply,
                Size = -0.1,
                Start = new CalendarMonth(2026, 4),
                LeadMonths = 3,
                Ramp = Ramp.SCurve,
                RampMonths = 24,
                Limit = 0.08,
                CostPerYear = 250_000,
            },
            lever);
        Assert.Equal((true, -10.0, 8.0, "a programme: like the first", Grade.C, "synthetic"), (entry.Levers[0].IsOn, entry.Levers[0].Size, entry.Levers[0].Limit, entry.Levers[0].Reason, entry.Levers[0].Grade, entry.Levers[0].Source));
        Assert.False(entry.Levers[1].IsOn);
    }

    [Fact]
    public void Read_GoodFile_ChangesRowsThatKeepTheirIdAndScope()
    {
        var framework = Read(Good);
        var changes = framework.Scenarios[0].Scenario.Changes;
        var growth = framework.Model.Assumptions.ToList().FindIndex(row => row.Id == "posts_growth");
        var fill = framework.Model.Assumptions.ToList().FindIndex(row => row.Id == "months_to_fill");
        Assert.Equal([growth, fill], changes.Keys.Order());
        Assert.Equal(framework.Model.Assumptions[growth] with { Low = 0, Central = 0.01, High = 0.02, Grade = Grade.C, Note = "less money" }, changes[growth]);
        Assert.Equal((2.5, 2.5, 2.5, DistributionFamily.Fixed), (changes[fill].Low, changes[fill].Central, changes[fill].High, changes[fill].Distribution));
    }

    [Fact]
    public void Read_Scenarios_LeaveTheFrameworksDigest() => Assert.Equal(FrameworkReader.Read(SmallFramework.Folder).Digest, Read(Good).Digest);

    [Fact]
    public void Read_NoDifferences_IsAllowed()
    {
        foreach (var rest in (string[][])[[], ["levers: []"], ["assumptions: []", "levers: []"]])
        {
            var scenario = Read([.. Good[..5], .. rest]).Scenarios[0].Scenario;
            Assert.Equal((0, 0), (scenario.Levers.Count, scenario.Changes.Count));
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Read_OneFault_IsReportedAlone(string text, string instead, int line, string? key, string found, string expected)
    {
        string[] lines = [.. Good];
        var at = Array.IndexOf(lines, text);
        Assert.True(at >= 0, text);
        if (instead.Length > 0) lines[at] = instead;
        else lines[at] = "    # left out";

        var thrown = Assert.Throws<FrameworkException>(() => Read(lines));

        if (found.Length > 0) Assert.Equal([new Problem(File, line, key, found, expected)], thrown.Problems);
        else Assert.NotEmpty(thrown.Problems);
    }

    [Fact]
    public void Read_ManyFaultsInTwoFilesAndTheFramework_ReportsAllAtOnce()
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        Directory.CreateDirectory(Path.Combine(copy, "scenarios"));
        System.IO.File.WriteAllLines(Path.Combine(copy, File), Good.Select(line => line.Replace("size: -10", "size: -200").Replace("place: R1", "place: R9")));
        System.IO.File.WriteAllLines(Path.Combine(copy, "scenarios", "go.yaml"), Good.Select(line => line.Replace("name: stay", "name: go").Replace("size: -10", "size: -300")));
        System.IO.File.WriteAllText(Path.Combine(copy, "scenarios", "notes.txt"), "");
        Directory.CreateDirectory(Path.Combine(copy, "scenarios", "old"));
        PlantedFaults.Named("a negative stock").Plant(copy);

        var thrown = Assert.Throws<FrameworkException>(() => FrameworkReader.Read(copy));

        Assert.Equal(
            [
                ("scenarios/go.yaml", 26), ("scenarios/notes.txt", 0), ("scenarios/old", 0), (File, 23), (File, 26), ("stock.csv", 2),
            ],
            thrown.Problems.Select(problem => (problem.File, problem.Line)));
    }

    [Theory]
    [InlineData("leaving_rate", "place: T1", "staff_group: nurses", null)]
    [InlineData("inflow", "place: R1", "staff_group: nurses", null)]
    [InlineData("inflow", "place: T1", "staff_group: nurses", "a place that holds a catchment of supply.csv for its staff group")]
    public void Read_LeverThatWorksNowhere_IsAFault(string parameter, string place, string group, string? expected)
    {
        string[] lines = [.. Good.Select(line => line.Replace("parameter: leaving_rate", $"parameter: {parameter}").Replace("place: R1", place).Replace("staff_group: nurses", group))];
        if (expected is null)
            Assert.Single(Read(lines).Scenarios);
        else
            Assert.Equal([new Problem(File, 21, null, "a lever that works nowhere", expected)], Assert.Throws<FrameworkException>(() => Read(lines)).Problems);
    }

    [Fact]
    public void Find_NamePathOrBaseline_GivesTheScenario()
    {
        using var folder = new TemporaryFolder();
        var framework = Read(Good);
        var path = Path.Combine(folder.Path, "mine.yaml");
        System.IO.File.WriteAllLines(path, ["name: mine", .. Good[1..]]);

        Assert.Same(ScenarioEntry.Baseline, ScenarioLocator.Find("baseline", framework));
        Assert.Equal("stay", ScenarioLocator.Find("stay", framework).Scenario.Name);
        Assert.Equal("mine", ScenarioLocator.Find(path, framework).Scenario.Name);
        var thrown = Assert.Throws<FrameworkException>(() => ScenarioLocator.Find("stey", framework));
        Assert.Equal("stey: found no such scenario, expected one of baseline, stay, or the path of a .yaml file; did you mean stay?", thrown.Message);
        System.IO.File.WriteAllLines(path, Good);
        Assert.Contains("the same as the file's name, mine", Assert.Throws<FrameworkException>(() => ScenarioLocator.Find(path, framework)).Message);
        Assert.Contains("no such file", Assert.Throws<FrameworkException>(() => ScenarioLocator.Find("nowhere.yaml", framework)).Message);
    }

    private static Framework Read(IEnumerable<string> lines)
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        Directory.CreateDirectory(Path.Combine(copy, "scenarios"));
        System.IO.File.WriteAllLines(Path.Combine(copy, File), lines);
        return FrameworkReader.Read(copy);
    }
}
