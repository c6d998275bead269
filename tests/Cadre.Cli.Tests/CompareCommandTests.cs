using System.Security.Cryptography;
using System.Text.Json;
using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

/// <summary><c>cadre compare</c>.</summary>
public class CompareCommandTests
{
    private static readonly string[] Files = ["compare.csv", "compare.json", "cost_difference.csv", "flows_difference.csv", "needs_difference.csv"];

    [Fact]
    public void Compare_BaselineWithRetention_SaysTheDifferenceFirst()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(
            folder.Path, new Dictionary<string, string> { ["COLUMNS"] = "200" }, ["compare", ScenarioFiles.CopyTo(folder.Path), "baseline", "stay", "--futures", "20"]);

        Assert.Equal("", outcome.Error);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Matches(@"In September 2027, stay has [\d.]+ FTE more in post \(90% range of the difference [\d.]+–[\d.]+\) and [\d.]+ FTE fewer vacant \([\d.]+–[\d.]+\) than baseline: ", outcome.Prose);
        Assert.Contains("A: baseline – The framework as it is", outcome.Output);
        Assert.Contains("B: stay – The scenario stay What stay stands for.", outcome.Prose);
        Assert.Contains("Leaving rate times 0.8; Nurses; from Apr 2026, at once", outcome.Prose);
        // A year and a half at 120,000 pounds, to September 2027.
        Assert.Contains("£180,000", outcome.Output);
        Assert.Contains("stay, off", outcome.Output);
        var written = Assert.Single(Directory.GetDirectories(Path.Combine(folder.Path, "runs")));
        Assert.Matches("^small-nation-baseline-to-stay-[0-9a-f]{12}$", Path.GetFileName(written));
        Assert.Equal(Files, Directory.GetFiles(written).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Compare_ChangedAssumption_SaysWhatItWasAndIs()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "compare", ScenarioFiles.CopyTo(folder.Path), "stay", "poor", "--futures", "2");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("posts_growth 2.0% a year 0.0% a year D [1] no money", outcome.Prose);
    }

    [Fact]
    public void Compare_FewerTrainingPlaces_ShowsWhatIsSaved()
    {
        using var folder = new TemporaryFolder();
        var copy = ScenarioFiles.CopyTo(folder.Path);
        ScenarioFiles.Write(copy, "fewer", """
            levers:
              - id: nursing.fewer
                parameter: places
                supply: nursing
                effect: add
                size: -60
                start: 2026-01
                reason: test
                grade: D
                source: synthetic
            """);
        var outcome = CadreProcess.Run(folder.Path, new Dictionary<string, string> { ["COLUMNS"] = "200" }, ["compare", copy, "baseline", "fewer", "--futures", "2"]);

        Assert.Equal("", outcome.Error);
        Assert.Matches(@"nursing\.fewer .* -£\d+\.\dm", outcome.Output);
        Assert.DoesNotContain("No lever has a cost", outcome.Prose);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Compare_Flows_TheSentenceNamesTheColumnsShown(bool hasMoves)
    {
        using var folder = new TemporaryFolder();
        var copy = ScenarioFiles.CopyTo(folder.Path);
        if (hasMoves)
        {
            copy = Path.Combine(folder.Path, "conversion");
            Directory.CreateDirectory(Path.Combine(copy, "scenarios"));
            foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "frameworks", "examples", "conversion")))
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            ScenarioFiles.Write(copy, "stay", """
                levers:
                  - id: more
                    parameter: converting
                    effect: multiply
                    size: 100
                    start: 2025-10
                    reason: test
                    grade: D
                    source: synthetic
                """);
        }

        var outcome = CadreProcess.Run(folder.Path, "compare", copy, "baseline", "stay", "--futures", "2");

        Assert.Equal("", outcome.Error);
        Assert.Equal(hasMoves ? 2 : 0, outcome.Output.Split('\n').Count(line => line.Contains("+ fewer leavers  + more moves in  = more staff")));
        Assert.Contains($"More joiners + fewer leavers{(hasMoves ? " + more moves in" : "")} = more staff in every row.", outcome.Prose);
    }

    [Fact]
    public void Compare_SameScenario_HasNoDifference()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "compare", ScenarioFiles.CopyTo(folder.Path), "baseline", "nothing", "--futures", "5");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("nothing has as many in post and as many vacant as baseline", outcome.Prose);
        var files = new ResultFiles(Assert.Single(Directory.GetDirectories(Path.Combine(folder.Path, "runs"))));
        Assert.All(files.Rows("compare.csv"), row => Assert.Equal(("0", "0", "0"), (row["difference"], row["p5"], row["p95"])));
    }

    [Fact]
    public void Compare_Files_AgreeWithTheTwoRunsAndAddUp()
    {
        using var folder = new TemporaryFolder();
        var copy = ScenarioFiles.CopyTo(folder.Path);
        var files = Compare(folder, copy, "out");
        ResultFiles Run(string scenario)
        {
            var outcome = CadreProcess.Run(folder.Path, "run", copy, "--futures", "20", "--quiet", "--scenario", scenario, "--out", scenario);
            Assert.Equal("", outcome.Error);
            return new ResultFiles(Path.Combine(folder.Path, scenario));
        }

        Dictionary<string, string> CentralOf(ResultFiles run) => run.Rows("percentiles.csv").ToDictionary(KeyOf, row => row["central"]);
        var (a, b) = (CentralOf(Run("baseline")), CentralOf(Run("stay")));
        var rows = files.Rows("compare.csv").ToList();
        Assert.Equal(24 * 3 * 5 * 10, rows.Count);
        Assert.All(rows, row => Assert.Equal((a[KeyOf(row)], b[KeyOf(row)]), (row["a"], row["b"])));
        Assert.All(rows, row => Assert.True(ResultFiles.Number(row, "p5") <= ResultFiles.Number(row, "p50") && ResultFiles.Number(row, "p50") <= ResultFiles.Number(row, "p95")));

        var flows = files.Rows("flows_difference.csv").ToList();
        Assert.Equal(24 * 3 * 5, flows.Count);
        Assert.All(flows, row => Assert.Equal(ResultFiles.Number(row, "difference"), ResultFiles.Number(row, "joiners") - ResultFiles.Number(row, "leavers") + ResultFiles.Number(row, "moves"), 1e-9));
        var heads = rows.Where(row => row["measure"] == "heads").ToDictionary(row => (row["month"], row["place"], row["staff_group"]), row => row["difference"]);
        Assert.All(flows, row => Assert.Equal(heads[(row["month"], row["place"], row["staff_group"])], row["difference"]));

        byte[] bytes = [.. files.Bytes("compare.csv"), .. files.Bytes("flows_difference.csv"), .. files.Bytes("needs_difference.csv"), .. files.Bytes("cost_difference.csv")];
        using var manifest = JsonDocument.Parse(files.Bytes("compare.json"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), manifest.RootElement.GetProperty("results_digest").GetString());
        Assert.Equal(("baseline", "stay"), (manifest.RootElement.GetProperty("a").GetString(), manifest.RootElement.GetProperty("b").GetString()));
    }

    [Fact]
    public void Compare_OneOrManyThreads_SameBytes()
    {
        using var folder = new TemporaryFolder();
        var copy = ScenarioFiles.CopyTo(folder.Path);
        var (one, many) = (Compare(folder, copy, "one", "--threads", "1"), Compare(folder, copy, "many", "--threads", "4"));
        Assert.All((string[])["compare.csv", "flows_difference.csv", "cost_difference.csv"], file => Assert.Equal(one.Bytes(file), many.Bytes(file)));
    }

    [Fact]
    public void Compare_Json_HoldsTheDifference()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "compare", ScenarioFiles.CopyTo(folder.Path), "baseline", "stay", "--futures", "20", "--json");

        Assert.Equal(0, outcome.ExitCode);
        using var json = JsonDocument.Parse(outcome.Output);
        var root = json.RootElement;
        Assert.StartsWith("In September 2027, stay has", root.GetProperty("headline").GetString());
        Assert.Equal((5, 3, 2), (root.GetProperty("staff_groups").GetArrayLength(), root.GetProperty("regions").GetArrayLength(), root.GetProperty("levers").GetArrayLength()));
        var staff = root.GetProperty("staff_groups")[0].GetProperty("staff");
        double Central(string of) => staff.GetProperty(of).GetProperty("central").GetDouble();
        Assert.Equal(Central("b") - Central("a"), Central("difference"));
        var lever = root.GetProperty("levers")[0];
        Assert.Equal(Central("difference"), lever.GetProperty("extra_fte").GetDouble(), 1e-9);
        // A year and a half at 120,000 pounds, April 2026 to September 2027.
        Assert.Equal(180_000, lever.GetProperty("cost").GetDouble(), 1e-6);
        Assert.Equal(JsonValueKind.Null, root.GetProperty("levers")[1].GetProperty("extra_fte").ValueKind);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(140)]
    public void Compare_Width_NoLineIsWider(int columns)
    {
        using var folder = new TemporaryFolder();
        foreach (var (a, b) in new[] { ("baseline", "together"), ("slower-funding", "faster-hiring") })
        {
            var outcome = CadreProcess.Run(
                folder.Path, new Dictionary<string, string> { ["COLUMNS"] = $"{columns}", ["CADRE_HOME"] = Repository.Root },
                ["compare", "england-2025", a, b, "--futures", "3", "--months", "42", "--out", Path.Combine(folder.Path, b)]);

            Assert.Equal(0, outcome.ExitCode);
            Assert.All(outcome.Output.Split('\n'), line => Assert.True((line.Length <= columns || line.StartsWith("Files:", StringComparison.Ordinal)) && line == line.TrimEnd(), $"'{line}'"));
        }
    }

    [Fact]
    public void Compare_WrongInput_TellsAllAtOnceAndWritesNothing()
    {
        using var folder = new TemporaryFolder();
        using var frameworks = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "compare", ScenarioFiles.CopyTo(frameworks.Path), "bas", "por", "--months", "0");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("3 problems; nothing was written.", outcome.ErrorLines[^1]);
        Assert.Contains("did you mean poor?", outcome.ErrorLines[1]);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Compare_OutHoldsARun_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var copy = ScenarioFiles.CopyTo(folder.Path);
        CadreProcess.Run(folder.Path, "run", copy, "--futures", "2", "--quiet", "--out", "out");
        var outcome = CadreProcess.Run(folder.Path, "compare", copy, "baseline", "stay", "--futures", "2", "--out", "out");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("and no compare.json", outcome.Error);
        Assert.True(File.Exists(Path.Combine(folder.Path, "out", "run.json")));
    }

    private static string KeyOf(Dictionary<string, string> row) => string.Join('/', row["month"], row["place"], row["service"], row["staff_group"], row["measure"]);

    private static ResultFiles Compare(TemporaryFolder folder, string framework, string name, params string[] options)
    {
        var outcome = CadreProcess.Run(folder.Path, ["compare", framework, "baseline", "stay", "--futures", "20", "--quiet", "--out", name, .. options]);
        Assert.Equal("", outcome.Error);
        Assert.Equal(Path.Combine(folder.Path, name) + "\n", outcome.Output);
        return new ResultFiles(Path.Combine(folder.Path, name));
    }
}
