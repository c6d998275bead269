using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

/// <summary><c>cadre run --scenario</c>.</summary>
public class ScenarioRunTests
{
    private static readonly string[] Results = ["account.csv", "percentiles.csv", "targets.csv", "flows.csv", "futures.csv", "places.csv"];

    [Theory]
    [InlineData("baseline")]
    [InlineData("nothing")]
    [InlineData("off")]
    [InlineData("zero")]
    public void Run_ScenarioThatChangesNothing_SameBytesAsTheBaseline(string scenario)
    {
        using var folder = new TemporaryFolder();
        var copy = ScenarioFiles.CopyTo(folder.Path);
        var baseline = Run(folder, copy, "base", []);
        var same = Run(folder, copy, "same", ["--scenario", scenario]);

        Assert.All(Results, file => Assert.Equal(baseline.Bytes(file), same.Bytes(file)));
        Assert.Equal(baseline.Manifest().GetProperty("results_digest").GetString(), same.Manifest().GetProperty("results_digest").GetString());
    }

    [Fact]
    public void Run_Scenario_IsNamedOnTheScreenInTheFolderAndInRunJson()
    {
        using var folder = new TemporaryFolder();
        var copy = ScenarioFiles.CopyTo(folder.Path);
        var outcome = CadreProcess.Run(folder.Path, "run", copy, "--futures", "3", "--scenario", "stay");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("Scenario stay: The scenario stay What stay stands for.", outcome.Prose);
        var written = Assert.Single(Directory.GetDirectories(Path.Combine(folder.Path, "runs")));
        Assert.Matches("^small-nation-stay-[0-9a-f]{12}$", Path.GetFileName(written));
        var manifest = new ResultFiles(written).Manifest();
        Assert.Equal("stay", manifest.GetProperty("scenario").GetString());
        Assert.Matches("^[0-9a-f]{64}$", manifest.GetProperty("scenario_digest").GetString());
        var unnamed = CadreProcess.Run(folder.Path, "run", copy, "--futures", "3", "--quiet").Output.Trim();
        Assert.Equal("baseline", new ResultFiles(unnamed).Manifest().GetProperty("scenario").GetString());
    }

    [Fact]
    public void Run_ScenarioFromAFileElsewhere_EqualsTheNamedOne()
    {
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        var copy = ScenarioFiles.CopyTo(folder.Path);
        var file = Path.Combine(elsewhere.Path, "stay.yaml");
        File.Copy(Path.Combine(copy, "scenarios", "stay.yaml"), file);

        var named = Run(folder, copy, "named", ["--scenario", "stay"]);
        var other = Run(folder, copy, "other", ["--scenario", file]);

        Assert.Equal(named.Bytes("percentiles.csv"), other.Bytes("percentiles.csv"));
        Assert.NotEqual(Run(folder, copy, "base", []).Bytes("account.csv"), named.Bytes("account.csv"));
    }

    [Fact]
    public void Run_NoSuchScenario_NamesThoseThatExistWithEveryOtherProblem()
    {
        using var folder = new TemporaryFolder();
        using var frameworks = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "run", ScenarioFiles.CopyTo(frameworks.Path), "--scenario", "stey", "--futures", "0");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal(
            [
                "stey: found no such scenario, expected one of baseline, nothing, off, poor, stay, zero, or the path of a .yaml file; did you mean stay?",
                "--futures: found \"0\", expected a whole number, 1 to 100,000",
                "2 problems; nothing was written.",
            ],
            outcome.ErrorLines);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("check")]
    public void Run_FaultyScenarioThatIsNotAskedFor_IsReported(string command)
    {
        using var folder = new TemporaryFolder();
        using var frameworks = new TemporaryFolder();
        var copy = ScenarioFiles.CopyTo(frameworks.Path);
        ScenarioFiles.Write(copy, "stay", ScenarioFiles.Stay.Replace("size: -20", "size: -120"));
        var outcome = CadreProcess.Run(folder.Path, command, copy);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal(["scenarios/stay.yaml, line 9, key size: found \"-120\", expected percent, -100 or more", "1 problem; nothing was written."], outcome.ErrorLines);
    }

    private static ResultFiles Run(TemporaryFolder folder, string framework, string name, string[] options)
    {
        var outcome = CadreProcess.Run(folder.Path, ["run", framework, "--futures", "12", "--detail", "--quiet", "--out", name, .. options]);
        Assert.Equal("", outcome.Error);
        return new ResultFiles(Path.Combine(folder.Path, name));
    }
}
