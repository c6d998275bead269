using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

public class CheckCommandTests
{
    [Fact]
    public void Check_SmallFramework_SaysWhatItHolds()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "check", SmallFramework.Folder);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("9 cohorts: 2,047 posts held", outcome.Prose);
        Assert.Contains("1 nation, 2 regions, 3 systems, 3 trusts", outcome.Prose);
        Assert.Contains("3 sources of candidates: 1 of education, 1 of return to practice, 1 of international", outcome.Prose);
        Assert.Contains("3 rows: 1 by trajectory, 1 by workload, 1 by cover", outcome.Prose);
        Assert.Contains("No problems found.", outcome.Output);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Check_FrameworkWithSubstitutions_NamesTheNewRoles()
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        SmallFramework.AddWaysOut(copy);

        Assert.Contains("New roles Support staff who take over from nurses", CadreProcess.Run(folder.Path, "check", copy).Prose);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(140)]
    public void Check_Width_NoLineIsWider(int columns)
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, new Dictionary<string, string> { ["COLUMNS"] = $"{columns}", ["CADRE_HOME"] = Repository.Root }, ["check", "england-2025"]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith("england-2025: England: the staff of", outcome.Prose);
        Assert.All(outcome.Output.Split('\n'), line => Assert.True(line.Length <= columns && line == line.TrimEnd(), $"'{line}'"));
    }

    [Theory]
    [InlineData("a negative stock")]
    [InlineData("a quote that is not closed")]
    [InlineData("a cohort that two rows match")]
    public void Check_Fault_NamesItAndExitsWithTwo(string name)
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        var fault = PlantedFaults.Named(name);
        fault.Plant(copy);

        var outcome = CadreProcess.Run(folder.Path, "check", copy);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal([fault.Problem.ToString(), "1 problem; nothing was written."], outcome.ErrorLines);
        Assert.Equal("", outcome.Output);
    }

    [Fact]
    public void Check_MoveBeyondTheStock_NamesTheCohort()
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        File.AppendAllText(Path.Combine(copy, "adjustments.csv"), "40,T1,all,doctors,-4000,test,synthetic,D,2026-01-15\n");

        var outcome = CadreProcess.Run(folder.Path, "check", copy);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("T1/all/doctors", outcome.Error);
    }
}
