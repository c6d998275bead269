using System.Text.Json;
using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

/// <summary>Employers of more than one sector, on the screen and in files.</summary>
public sealed class EmployersTests
{
    private static string TwoEmployers => Path.Combine(Repository.Root, "frameworks", "examples", "two-employers");

    [Fact]
    public void Run_TwoSectors_ShowsThemInTheLastMonth()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "run", TwoEmployers, "--futures", "50");

        Assert.Equal("", outcome.Error);
        Assert.Contains("By employer, October 2025: staff, posts and vacancies, FTE", outcome.Prose);
        var table = outcome.Output[outcome.Output.IndexOf("By employer", StringComparison.Ordinal)..];
        Assert.Matches(@"All employers +121 +12\d–12\d +150 ", table);
        Assert.Matches(@"  NHS mental-health trusts +101 +101–10\d +125 ", table);
        Assert.Matches(@"  Third sector +20 +20–2\d +25 ", table);
    }

    [Fact]
    public void Run_OneSector_ShowsNone()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "run", SmallFramework.Folder, "--futures", "2", "--out", "out");

        Assert.DoesNotContain("By employer", outcome.Output);
        Assert.All(new ResultFiles(Path.Combine(folder.Path, "out")).Rows("percentiles.csv"), row => Assert.Equal("", row["sector"]));
    }

    [Fact]
    public void Run_TwoSectorsJson_HoldsThem()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "run", TwoEmployers, "--futures", "20", "--json");

        using var plan = JsonDocument.Parse(outcome.Output);
        var employers = plan.RootElement.GetProperty("employers");
        Assert.Equal(["all", "nhs_mental_health", "third_sector"], employers.EnumerateArray().Select(row => row.GetProperty("code").GetString()));
        Assert.Equal([120.0, 100, 20], employers.EnumerateArray().Select(row => row.GetProperty("opening_fte").GetDouble()));
        Assert.Equal("nation/all/nurses/third_sector", plan.RootElement.GetProperty("targets")[0].GetProperty("scope").GetString());
    }

    [Fact]
    public void Run_TwoSectors_FilesHaveThemAndTheyAddUp()
    {
        using var folder = new TemporaryFolder();
        CadreProcess.Run(folder.Path, "run", TwoEmployers, "--futures", "20", "--quiet", "--detail", "--out", "out");
        var files = new ResultFiles(Path.Combine(folder.Path, "out"));
        double Central(string sector, string measure) => ResultFiles.Number(
            files.Rows("percentiles.csv").Single(row => row["place"] == "nation" && row["staff_group"] == "nurses" && row["sector"] == sector && row["measure"] == measure), "central");

        foreach (var measure in (string[])["heads", "fte", "posts", "vacancies", "joiners", "leavers"])
            Assert.Equal(Central("", measure), Central("nhs_mental_health", measure) + Central("third_sector", measure), 1e-9);
        Assert.Equal(["nation/all/nurses/third_sector", "nation/all/nurses/nhs_mental_health"], files.Rows("targets.csv").Select(row => row["scope"]));
        Assert.Equal(files.Rows("futures.csv").Count(), files.Rows("futures.csv").DistinctBy(row => (row["future"], row["month"], row["staff_group"], row["measure"])).Count());
    }

    [Fact]
    public void Compare_TwoSectors_DifferenceIsBySector()
    {
        using var folder = new TemporaryFolder();
        var copy = Path.Combine(folder.Path, "two-employers");
        Directory.CreateDirectory(Path.Combine(copy, "scenarios"));
        foreach (var file in Directory.GetFiles(TwoEmployers))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        File.WriteAllText(Path.Combine(copy, "scenarios", "stay.yaml"), """
            name: stay
            title: The charity keeps its nurses
            text: To show a difference by sector.
            levers:
              - id: stay
                parameter: leaving_rate
                place: C1
                effect: multiply
                size: -50
                start: 2025-10
                ramp: step
                reason: A test.
                grade: D
                source: synthetic

            """);
        var outcome = CadreProcess.Run(folder.Path, "compare", copy, "baseline", "stay", "--futures", "20", "--quiet", "--out", "out");
        Assert.Equal("", outcome.Error);
        var rows = new ResultFiles(Path.Combine(folder.Path, "out")).Rows("compare.csv").Where(row => row["staff_group"] == "nurses" && row["measure"] == "leavers").ToDictionary(row => row["sector"], row => ResultFiles.Number(row, "difference"));

        Assert.Equal(["", "nhs_mental_health", "third_sector"], rows.Keys);
        Assert.Equal(0, rows["nhs_mental_health"]);
        Assert.Equal(20 * (Math.Exp(-0.3 / 12) - Math.Exp(-0.15 / 12)), rows["third_sector"], 1e-12);
    }
}
