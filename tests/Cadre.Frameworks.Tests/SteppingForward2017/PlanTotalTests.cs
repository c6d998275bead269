using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.SteppingForward2017;

/// <summary>What stepping-forward-2017 holds, against the published totals of the plan.</summary>
public sealed class PlanTotalTests
{
    private static readonly Lazy<Framework> Read = new(() => FrameworkReader.Read(Folder));

    /// <summary>The framework's folder.</summary>
    internal static string Folder => Path.Combine(Repository.Root, "frameworks", "stepping-forward-2017");

    private static NationalModel Model => Read.Value.Model;

    /// <summary>Rows of planned_posts.csv; FTE as decimals, so that a sum is exact or is not.</summary>
    private static List<(string Place, string Service, string Group, string Month, decimal Fte)> Posts =>
        [.. Rows("planned_posts.csv").Select(row => (row["place"], row["service"], row["staff_group"], row["month"], decimal.Parse(row["fte"])))];

    [Theory]
    [InlineData("children", 2000)]
    [InlineData("talking_therapies", 2900)]
    [InlineData("crisis", 4800)]
    [InlineData("other_programmes", 3300)]
    public void PlannedPosts_ProfessionalOfAProgramme_AddUpExactly(string service, int posts) =>
        Assert.Equal(posts, Posts.Where(row => row.Service == service && IsProfessional(row.Group)).Sum(row => row.Fte));

    [Theory]
    [InlineData("nurses", 8100)]
    [InlineData("consultants", 570)]
    [InlineData("other_doctors", 130)]
    [InlineData("scientific", 4200)]
    public void PlannedPosts_StaffGroup_AddUpExactly(string group, int posts) =>
        Assert.Equal(posts, Posts.Where(row => row.Group == group).Sum(row => row.Fte));

    [Fact]
    public void PlannedPosts_Totals_AddUpExactly()
    {
        bool IsNhs(string place) => !place.StartsWith("other_Y", StringComparison.Ordinal);
        Assert.Equal(21000, Posts.Sum(row => row.Fte));
        Assert.Equal(13000, Posts.Where(row => IsProfessional(row.Group)).Sum(row => row.Fte));
        Assert.Equal(19000, Posts.Where(row => IsNhs(row.Place)).Sum(row => row.Fte));
        Assert.Equal(11000, Posts.Where(row => IsNhs(row.Place) && IsProfessional(row.Group)).Sum(row => row.Fte));
        Assert.Equal(8000, Posts.Where(row => !IsProfessional(row.Group)).Sum(row => row.Fte));
        Assert.All(Posts.Where(row => !IsNhs(row.Place)), row => Assert.Equal(("talking_therapies", "scientific"), (row.Service, row.Group)));
    }

    [Fact]
    public void PlannedPosts_KnownCells_AreThosePublished()
    {
        decimal Cell(string service, string group) => Posts.Where(row => row.Service == service && row.Group == group).Sum(row => row.Fte);
        Assert.Equal([4600, 200, 0, 0], new[] { "nurses", "scientific", "consultants", "other_doctors" }.Select(group => Cell("crisis", group)));
        Assert.Equal([0, 2900, 0, 0], new[] { "nurses", "scientific", "consultants", "other_doctors" }.Select(group => Cell("talking_therapies", group)));
    }

    [Fact]
    public void PlannedPosts_Path_BringsAQuarterAYearAndAllByMarch2021()
    {
        var byMonth = Posts.GroupBy(row => row.Month).OrderBy(month => month.Key, StringComparer.Ordinal).ToList();
        Assert.Equal(["2018-01", "2018-04", "2019-04", "2020-04"], byMonth.Select(month => month.Key));
        // Each cohort's quarters are cut to hundredths of an FTE.
        Assert.All(byMonth, month => Assert.Equal(5250, (double)month.Sum(row => row.Fte), 10.0));
    }

    [Fact]
    public void PlannedPosts_EveryRow_IsMarkedAsFitted() =>
        Assert.All(Rows("planned_posts.csv"), row => Assert.Equal(("D", "fitted"), (row["grade"], row["note"][..6])));

    [Fact]
    public void Stock_WholeNation_IsThePublishedTotal()
    {
        Assert.Equal(182560, Model.Cohorts.Sum(cohort => cohort.OpeningFte.Value), 0.001);
        Assert.Equal(53, Model.Cohorts.Select(cohort => Model.Places[cohort.Place]).Distinct().Count(place => place.Sector == EmployerSector.NhsMentalHealth));
    }

    [Fact]
    public void Stock_Vacancies_AreTheReported20000()
    {
        var rates = AssumptionResolver.ForCohorts(Model, Parameter.VacancyRate);
        var vacancies = Model.Cohorts.Select((cohort, c) => Opening(rates, c) - cohort.OpeningFte.Value).Sum();
        Assert.Equal(20000, vacancies, 100.0);
    }

    [Theory]
    [InlineData("qualified-nhs", "fte_added", 11000)]
    [InlineData("professional-posts", "posts_added", 13000)]
    [InlineData("nhs-staff", "fte_added", 19000)]
    [InlineData("posts", "posts_added", 21000)]
    public void Targets_EachCount_IsThePlansGrowth(string id, string measure, double growth)
    {
        var target = Rows("targets.csv").Single(row => row["id"] == id);
        Assert.Equal((measure, growth, "2021-03"), (target["measure"], double.Parse(target["value"]), target["month"]));
    }

    [Fact]
    public void Sources_EveryRowOfEveryTable_IsInTheEvidence()
    {
        var ids = Rows("evidence.csv").Select(row => row["id"]).ToHashSet();
        var tables = Directory.GetFiles(Folder, "*.csv").Select(path => Path.GetFileName(path)!).Where(file => Rows(file)[0].ContainsKey("source")).ToList();
        Assert.Equal(FrameworkTables.All.Count(table => table.Columns.Contains("source") && File.Exists(Path.Combine(Folder, table.File))), tables.Count);
        foreach (var file in tables)
            Assert.All(Rows(file), row => Assert.Contains(row["source"], ids));
    }

    [Fact]
    public void Read_AssumptionKnownAfterTheStart_IsRefused()
    {
        using var temporary = new TemporaryFolder();
        var copy = PlanImportTests.CopyOf(temporary, Folder);
        var path = Path.Combine(copy, "assumptions.csv");
        var lines = File.ReadAllLines(path);
        var line = Array.FindIndex(lines, text => text.StartsWith("vacancy_rate.nurses,", StringComparison.Ordinal));
        lines[line] = lines[line].Replace("2017-09-30", "2017-10-01");
        File.WriteAllLines(path, lines);
        var problem = Assert.Single(Assert.Throws<FrameworkException>(() => FrameworkReader.Read(copy)).Problems);
        Assert.Equal(("assumptions.csv", line + 1, "known_on", "\"2017-10-01\""), (problem.File, problem.Line, problem.Column, problem.Found));
    }

    [Fact]
    public void Expectations_EveryTarget_AreThoseOfThePage()
    {
        var page = File.ReadLines(Path.Combine(Repository.Root, "docs", "stepping-forward.md")).TakeWhile(line => !line.StartsWith("## 2. ", StringComparison.Ordinal)).ToList();
        foreach (var row in Rows("expectations.csv"))
        {
            var cells = page.Single(line => line.StartsWith($"| `{row["target"]}`", StringComparison.Ordinal)).Split('|', StringSplitOptions.TrimEntries);
            var growth = row["levers"] == "none" || cells[4] == "the same" ? cells[3] : cells[4];
            Assert.Equal([Number(row["low"]), Number(row["high"])], growth.Split(" to ").Select(Number));
        }
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void Plan_Levers_AreTheEightOfThePlan()
    {
        var plan = Read.Value.Scenarios.Single(entry => entry.Scenario.Name == "plan").Scenario;
        Assert.Equal("All levers of the plan", plan.Title);
        Assert.Equal(
            ["choosing", "international", "pathways", "psychiatry", "retention", "return", "roles", "wellbeing"],
            plan.Levers.Select(lever => lever.Id.Split('.')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    private static double Opening(int[] rates, int c) => Model.Cohorts[c].OpeningFte.Value / (1 - Model.Assumptions[rates[c]].Central);

    private static bool IsWithin(int? group, string code) => group is { } g && (Model.StaffGroups[g].Code == code || IsWithin(Model.StaffGroups[g].Parent, code));

    private static bool IsProfessional(string group) => group is "nurses" or "consultants" or "other_doctors" or "scientific";

    private static List<Dictionary<string, string>> Rows(string file)
    {
        var problems = new Problems();
        var path = Path.Combine(Folder, file);
        string[] header = [.. File.ReadLines(path).First().Split(',')];
        var table = CsvTable.Read(File.ReadAllBytes(path), new TableSchema(file, true, header), problems);
        problems.ThrowIfAny();
        return [.. table.Rows.Select(row => header.ToDictionary(column => column, row.OptionalText))];
    }
}
