using System.Security.Cryptography;
using System.Text.Json;
using Cadre.Cli.Plans;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

public class RunCommandTests
{
    private static readonly string[] Files = ["about.json", "account.csv", "cost.csv", "flows.csv", "needs.csv", "percentiles.csv", "places.csv", "plan.xlsx", "report.html", "run.json", "targets.csv"];

    [Fact]
    public void Run_SmallFramework_WritesFilesAndShowsPlan()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "run", SmallFramework.Folder, "--futures", "20");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("", outcome.Error);
        Assert.DoesNotContain('\u001b', outcome.Output);
        Assert.Contains("Staff in post", outcome.Output);
        Assert.Contains("posts held over staff groups by", outcome.Prose);
        Assert.Contains("At least 1120 nurses in post", outcome.Prose);
        Assert.Contains("beyond the run", outcome.Output);
        Assert.Contains("MIT, like the program; no figure is real.", outcome.Prose);
        var written = Assert.Single(Directory.GetDirectories(Path.Combine(folder.Path, "runs")));
        Assert.Matches("^small-nation-[0-9a-f]{12}$", Path.GetFileName(written));
        Assert.Contains(written, outcome.Output);
        Assert.Equal(Files, Directory.GetFiles(written).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(140)]
    public void Run_Width_NoLineIsWider(int columns)
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(
            folder.Path, new Dictionary<string, string> { ["COLUMNS"] = $"{columns}", ["CADRE_HOME"] = Repository.Root },
            ["run", "england-2025", "--futures", "2", "--out", Path.Combine(folder.Path, "out")]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.All(outcome.Output.Split('\n'), line => Assert.True(line.Length <= columns && line == line.TrimEnd(), $"'{line}'"));
    }

    [Theory]
    [InlineData(80, 3, 2)]
    [InlineData(100, 2, 2)]
    [InlineData(140, 1, 1)]
    public void Run_Width_EveryMarchInTheTablesOfStaff(int columns, int tablesOfGroups, int tablesOfRegions)
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(
            folder.Path, new Dictionary<string, string> { ["COLUMNS"] = $"{columns}", ["CADRE_HOME"] = Repository.Root },
            ["run", "england-2025", "--futures", "20", "--out", Path.Combine(folder.Path, "out")]);

        Assert.Equal("", outcome.Error);
        var lines = outcome.Output.Split('\n');
        foreach (var (by, tables) in new[] { ("staff group", tablesOfGroups), ("region", tablesOfRegions) })
        {
            var titles = lines.Index().Where(line => line.Item.StartsWith($"Staff in post by {by},", StringComparison.Ordinal)).ToArray();
            Assert.Equal(tables, titles.Length);
            var header = string.Join(' ', titles.Select(title => lines[title.Index + 1]));
            Assert.Equal(
                ["Sep 2025", "Mar 2026", "Mar 2027", "Mar 2028", "Mar 2029", "Mar 2030", "Mar 2031"],
                System.Text.RegularExpressions.Regex.Matches(header, "[A-Z][a-z]{2} [0-9]{4}").Select(match => match.Value));
        }

        // The chart takes the window but for its labels, and the longest name two lines.
        Assert.InRange(Array.Find(lines, line => line.Contains('└'))!.Length, columns - 16, columns);
        Assert.Contains(lines, line => line.StartsWith("    therapeutic and technical", StringComparison.Ordinal) || line.StartsWith("    Support to scientific, therapeutic", StringComparison.Ordinal));
        Assert.Contains("No more than 40,000 FTE", outcome.Prose);
        Assert.Contains("The nation year by year: staff, posts and vacancies", outcome.Prose);
        Assert.Contains("joiners and leavers in the year to then, heads (* 6 months)", outcome.Prose);
        Assert.Contains("South Gloucestershire): served by trusts elsewhere; no published split.", outcome.Prose);
    }

    [Fact]
    public void Run_ResultsDigest_IsThatOfTheFiles()
    {
        using var folder = new TemporaryFolder();
        var run = RunSmall(folder, "out", "--futures", "20", "--detail");

        byte[] bytes = [.. run.Bytes("account.csv"), .. run.Bytes("percentiles.csv"), .. run.Bytes("targets.csv"), .. run.Bytes("flows.csv"), .. run.Bytes("needs.csv"), .. run.Bytes("cost.csv"), .. run.Bytes("futures.csv")];
        var manifest = run.Manifest();
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), manifest.GetProperty("results_digest").GetString());
        Assert.Equal("small-nation", manifest.GetProperty("framework").GetString());
        Assert.Equal(24, manifest.GetProperty("months").GetInt32());
        Assert.True(manifest.GetProperty("peak_memory_bytes").GetInt64() > 0);
        Assert.True(manifest.GetProperty("seconds").GetDouble() > 0);
    }

    [Fact]
    public void Run_Json_HoldsThePlan()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "run", SmallFramework.Folder, "--futures", "20", "--json");

        Assert.Equal(0, outcome.ExitCode);
        using var plan = JsonDocument.Parse(outcome.Output);
        Assert.StartsWith("Staff in post", plan.RootElement.GetProperty("headline").GetString());
        Assert.Equal(5, plan.RootElement.GetProperty("staff_groups").GetArrayLength());
        Assert.Equal(3, plan.RootElement.GetProperty("regions").GetArrayLength());
        Assert.Equal(24, plan.RootElement.GetProperty("nation").GetArrayLength());
        var years = plan.RootElement.GetProperty("years");
        Assert.Equal(["2026-03", "2027-03", "2027-09"], years.EnumerateArray().Select(year => year.GetProperty("month").GetString()));
        Assert.Equal([6, 12, 12], years.EnumerateArray().Select(year => year.GetProperty("flow_months").GetInt32()));
        var (nation, everybody) = (years[2].GetProperty("joiners"), plan.RootElement.GetProperty("staff_groups")[0].GetProperty("last").GetProperty("joiners"));
        Assert.Equal(nation.GetProperty("p95").GetDouble(), everybody.GetProperty("p95").GetDouble());
        Assert.InRange(nation.GetProperty("central").GetDouble(), 1, 1000);
        Assert.True(nation.GetProperty("p5").GetDouble() < nation.GetProperty("p95").GetDouble());
        var targets = plan.RootElement.GetProperty("targets");
        Assert.InRange(targets[0].GetProperty("reached").GetProperty("probability").GetDouble(), 0, 1);
        Assert.Equal(JsonValueKind.Null, targets[2].GetProperty("reached").ValueKind);
        Assert.True(File.Exists(Path.Combine(plan.RootElement.GetProperty("folder").GetString()!, "run.json")));
    }

    [Fact]
    public void Run_Json_HasEveryPartOfTheScreen()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "run", SmallFramework.Folder, "--futures", "5", "--json", "--under-delivery", "--out", "out");

        Assert.Equal(0, outcome.ExitCode);
        using var plan = JsonDocument.Parse(outcome.Output);
        Assert.Equal(
            [
                "run", "folder", "title", "scenario", "headline", "coverage", "posts_held", "published_headcount", "opening", "nation", "years", "staff_groups", "regions", "flows",
                "employers", "chance", "needs", "money", "systems_without_staff", "targets", "trials", "under_delivery", "explained", "drivers", "licence",
            ],
            plan.RootElement.EnumerateObject().Select(part => part.Name));
        Assert.Equal("""{"people":2036,"trusts":3,"of_trusts":3,"is_at_most":false}""", plan.RootElement.GetProperty("published_headcount").GetRawText().ReplaceLineEndings("").Replace(" ", ""));
        Assert.Equal(JsonValueKind.Null, plan.RootElement.GetProperty("chance").ValueKind);
        Assert.Equal(
            ["month", "fte", "posts", "vacancies", "vacancy_rate", "cover", "flow_months", "joiners", "leavers"],
            plan.RootElement.GetProperty("years")[0].EnumerateObject().Select(part => part.Name));
        Assert.Equal(["abroad"], plan.RootElement.GetProperty("money").GetProperty("sources_without_cost").EnumerateArray().Select(source => source.GetString()));
    }

    [Fact]
    public void Run_Json_FlowsAreThoseOfTheFile()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "run", SmallFramework.Folder, "--futures", "1", "--json", "--out", "out");

        using var plan = JsonDocument.Parse(outcome.Output);
        var flows = plan.RootElement.GetProperty("flows").EnumerateArray().ToList();
        string TextOf(JsonElement flow, string key) => flow.GetProperty(key).GetString()!;
        Assert.Equal(
            [
                ("joiners", "nursing", "Joiners: Nursing courses"), ("joiners", "returning", "Joiners: Return to nursing"), ("joiners", "abroad", "Joiners: Doctors from abroad"),
                ("joiners", "other", "Joiners: everyone else"), ("leavers", "", "Leavers"),
            ],
            flows.Take(5).Select(flow => (TextOf(flow, "flow"), TextOf(flow, "kind"), TextOf(flow, "name"))));
        var file = new ResultFiles(Path.Combine(folder.Path, "out")).Rows("flows.csv").Where(row => row["place"] == "small").ToList();
        Assert.All(flows, flow =>
        {
            var second = flow.GetProperty("years")[1];
            Assert.Equal(("2027-03", 12), (TextOf(second, "month"), second.GetProperty("flow_months").GetInt32()));
            var heads = file.Where(row => (row["flow"], row["kind"]) == (TextOf(flow, "flow"), TextOf(flow, "kind")))
                .Where(row => string.CompareOrdinal(row["month"], "2026-04") >= 0 && string.CompareOrdinal(row["month"], "2027-03") <= 0)
                .Sum(row => ResultFiles.Number(row, "heads"));
            Assert.Equal(heads, second.GetProperty("heads").GetDouble(), 1e-9);
        });
    }

    [Fact]
    public void Run_JsonWithChance_HasHeadsByStaffGroup()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "run", Path.Combine(Repository.Root, "frameworks", "examples", "team-of-five"), "--futures", "20", "--json", "--out", "out");

        Assert.Equal(0, outcome.ExitCode);
        using var plan = JsonDocument.Parse(outcome.Output);
        var chance = plan.RootElement.GetProperty("chance");
        Assert.Equal(20, chance.GetProperty("runs").GetInt32());
        var group = chance.GetProperty("staff_groups")[0];
        Assert.Equal(plan.RootElement.GetProperty("staff_groups")[0].GetProperty("name").GetString(), group.GetProperty("name").GetString());
        var heads = group.GetProperty("heads");
        Assert.Equal(["mean", "p5", "p50", "p95"], heads.EnumerateObject().Select(figure => figure.Name));
        double Of(string figure) => heads.GetProperty(figure).GetDouble();
        Assert.True(Of("p5") <= Of("p50") && Of("p50") <= Of("p95") && Of("p5") < Of("p95"));
        Assert.InRange(Of("mean"), Of("p5"), Of("p95"));
    }

    [Fact]
    public void ScopeOf_RowOfAConversion_NamesIt()
    {
        var model = FrameworkReader.Read(Path.Combine(Repository.Root, "frameworks", "examples", "conversion")).Model;
        var row = model.Assumptions.First(row => row.Parameter == Parameter.Converting);

        Assert.StartsWith(Assert.Single(model.Conversions).Name, Plan.ScopeOf(model, row));
    }

    [Fact]
    public void Run_Quiet_WritesThePathAlone()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "run", SmallFramework.Folder, "--futures", "2", "--quiet", "--out", "here/it is");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(Path.Combine(folder.Path, "here", "it is") + "\n", outcome.Output);
        Assert.Equal("", outcome.Error);
    }

    [Fact]
    public void Run_OneMonthWithoutMarch_ShowsItsLastMonth()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "run", SmallFramework.Folder, "--futures", "1", "--months", "1");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("one future gives no range", outcome.Prose);
        Assert.Contains("Oct 2025", outcome.Output);
    }

    [Theory]
    [InlineData("--only", "50-1", "--only: found \"50-1\", expected the first and the last future, 1 to 200, such as 1-50")]
    [InlineData("--only", "0-5", "--only: found \"0-5\", expected the first and the last future, 1 to 200, such as 1-50")]
    [InlineData("--only", "150-201", "--only: found \"150-201\", expected the first and the last future, 1 to 200, such as 1-50")]
    [InlineData("--futures", "0", "--futures: found \"0\", expected a whole number, 1 to 100,000")]
    [InlineData("--futures", "many", "--futures: found \"many\", expected a whole number, 1 to 100,000")]
    [InlineData("--months", "49", "--months: found \"49\", expected a whole number, 1 to 48, the months of small-nation, to 2029-09")]
    [InlineData("--months", "0", "--months: found \"0\", expected a whole number, 1 to 48, the months of small-nation, to 2029-09")]
    [InlineData("--seed", "-1", "--seed: found \"-1\", expected a whole number, 0 to 18446744073709551615")]
    [InlineData("--threads", "1.5", "--threads: found \"1.5\", expected a whole number, 1 to 512")]
    public void Run_WrongOption_SaysFoundAndExpectedAndWritesNothing(string option, string value, string problem)
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "run", SmallFramework.Folder, option, value);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal([problem, "1 problem; nothing was written."], outcome.ErrorLines);
        Assert.Equal("", outcome.Output);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Run_SeveralWrongOptions_TellsAllAtOnce()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "run", SmallFramework.Folder, "--futures", "0", "--months", "x", "--seed", "y");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal(4, outcome.ErrorLines.Length);
        Assert.Equal("3 problems; nothing was written.", outcome.ErrorLines[^1]);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run", "small-nation", "--bogus", "1")]
    [InlineData("fly")]
    [InlineData("run", "no-such-framework")]
    [InlineData("check", "no-such-framework")]
    public void Run_WrongCommandLine_ExitsWithTwo(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, arguments);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.NotEmpty(outcome.ErrorLines);
    }

    [Fact]
    public void Run_FaultyFramework_NamesEveryFaultAndWritesNothing()
    {
        using var folder = new TemporaryFolder();
        using var frameworks = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(frameworks.Path);
        PlantedFault[] faults = [.. PlantedFaults.All.Where(fault => fault.GoesWithOthers)];
        foreach (var fault in faults)
            fault.Plant(copy);

        var outcome = CadreProcess.Run(folder.Path, "run", copy);

        Assert.Equal(2, outcome.ExitCode);
        Assert.True(faults.Length >= 20);
        Assert.All(faults, fault => Assert.Contains(fault.Problem.ToString(), outcome.ErrorLines));
        Assert.Equal($"{outcome.ErrorLines.Length - 1} problems; nothing was written.", outcome.ErrorLines[^1]);
        Assert.Equal("", outcome.Output);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    /// <summary>Every fifth of the planted faults; the reader's own tests plant each of them.</summary>
    public static TheoryData<string> SomeFaults => [.. PlantedFaults.All.Where((_, i) => i % 5 == 0).Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(SomeFaults))]
    public void Run_OneFault_IsNamedAloneAndNothingIsWritten(string name)
    {
        using var folder = new TemporaryFolder();
        using var frameworks = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(frameworks.Path);
        var fault = PlantedFaults.Named(name);
        fault.Plant(copy);

        var outcome = CadreProcess.Run(folder.Path, "run", copy, "--futures", "2");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal([fault.Problem.ToString(), "1 problem; nothing was written."], outcome.ErrorLines);
        Assert.Equal("", outcome.Output);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Run_OutHoldsSomethingElse_IsRefusedAndKept()
    {
        using var folder = new TemporaryFolder();
        var mine = Path.Combine(folder.Path, "mine");
        Directory.CreateDirectory(mine);
        File.WriteAllText(Path.Combine(mine, "thesis.txt"), "years of work");

        var outcome = CadreProcess.Run(folder.Path, "run", SmallFramework.Folder, "--futures", "2", "--out", "mine");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("thesis.txt", outcome.Error);
        Assert.Equal("years of work", File.ReadAllText(Path.Combine(mine, "thesis.txt")));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Run_OutHoldsAnEarlierRun_ReplacesIt()
    {
        using var folder = new TemporaryFolder();
        RunSmall(folder, "out", "--futures", "2", "--detail");
        var second = RunSmall(folder, "out", "--futures", "3");

        Assert.Equal(3, second.Manifest().GetProperty("futures").GetInt32());
        Assert.Equal(Files, Directory.GetFiles(second.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Run_OutCannotBeMade_FailsWithOne()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "file"), "");
        var outcome = CadreProcess.Run(folder.Path, "run", SmallFramework.Folder, "--futures", "2", "--out", "file/below");

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("Failed: ", outcome.Error);
    }

    [Fact]
    public void Run_Interrupted_LeavesNothingAndExitsWith130()
    {
        using var folder = new TemporaryFolder();
        using var child = CadreProcess.Start(folder.Path, new Dictionary<string, string>(), ["run", SmallFramework.Folder, "--futures", "50000", "--months", "48", "--out", "out"]);
        child.WaitUntilItHasWorked(TimeSpan.FromSeconds(1.5));
        child.Interrupt();
        var outcome = child.Wait();

        Assert.Equal(130, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Run_OnlyFirstFifty_GivesThoseOfTheWholeRun()
    {
        using var folder = new TemporaryFolder();
        var whole = RunSmall(folder, "whole", "--futures", "200", "--detail").Lines("futures.csv");
        var part = RunSmall(folder, "part", "--futures", "200", "--detail", "--only", "1-50").Lines("futures.csv");
        var middle = RunSmall(folder, "middle", "--futures", "200", "--detail", "--only", "51-60").Lines("futures.csv");

        Assert.Equal("future,month,place,staff_group,measure,value", whole[0]);
        Assert.Equal(whole[..part.Length], part);
        Assert.Equal((whole.Length - 1) / 4, part.Length - 1);
        Assert.Equal(whole[part.Length..(part.Length + middle.Length - 1)], middle[1..]);
    }

    [Fact]
    public void Run_OtherSeed_ChangesTheRangeAndNotTheCentralRun()
    {
        using var folder = new TemporaryFolder();
        var seven = RunSmall(folder, "seven", "--futures", "20", "--seed", "7");
        var eight = RunSmall(folder, "eight", "--futures", "20", "--seed", "8");

        Assert.Equal(seven.Bytes("account.csv"), eight.Bytes("account.csv"));
        Assert.NotEqual(seven.Bytes("percentiles.csv"), eight.Bytes("percentiles.csv"));
        Assert.Equal(seven.Rows("percentiles.csv").Select(row => row["central"]), eight.Rows("percentiles.csv").Select(row => row["central"]));
    }

    internal static ResultFiles RunSmall(TemporaryFolder folder, string name, params IEnumerable<string> options)
    {
        var outcome = CadreProcess.Run(folder.Path, ["run", SmallFramework.Folder, "--quiet", "--out", name, .. options]);
        Assert.Equal("", outcome.Error);
        Assert.Equal(0, outcome.ExitCode);
        return new ResultFiles(Path.Combine(folder.Path, name));
    }
}
