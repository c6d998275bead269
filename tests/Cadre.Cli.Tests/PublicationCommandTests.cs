using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

/// <summary><c>cadre import --publication</c>: what it prints, and which options go with it.</summary>
public class PublicationCommandTests
{
    private const string Turnover = """
        PERIOD,TYPE,NHSE_REGION_CODE,NHSE_REGION_NAME,MAIN_STAFF_GROUP,STAFF_GROUP,HC,FTE
        202410 to 202510,Denominator at start of period,Y56,London,Professionally qualified clinical staff,Nurses,,600
        202410 to 202510,Denominator at end of period,Y56,London,Professionally qualified clinical staff,Nurses,,"1,000"
        202410 to 202510,Leavers,Y56,London,Professionally qualified clinical staff,Nurses,,80
        202410 to 202510,Leavers,Y56,London,Professionally qualified clinical staff,Nurse,,*
        202410 to 202510,Leavers,All NHSE regions,All NHSE regions,All staff groups,All staff groups,,9000

        """;

    private static CadreProcess.Outcome Import(TemporaryFolder folder, int columns, string text, params string[] options)
    {
        File.WriteAllText(Path.Combine(folder.Path, "turnover.csv"), text);
        File.WriteAllText(Path.Combine(folder.Path, "columns.yaml"), "organisations: { Y56: R1 }\n");
        return CadreProcess.Run(
            folder.Path, new Dictionary<string, string> { ["COLUMNS"] = $"{columns}" }, ["import", Path.Combine(folder.Path, SmallFramework.Name), "--publication", "turnover.csv", "--columns", "columns.yaml", .. options]);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(140)]
    public void Import_Publication_ShowsWhatBecameOfItWithinTheWidthAndChecks(int columns)
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        var outcome = Import(folder, columns, Turnover);

        Assert.Equal(("", 0), (outcome.Error, outcome.ExitCode));
        Assert.All(outcome.Output.Split('\n').Where(line => !line.Contains(folder.Path)), line => Assert.True(line.Length <= columns && line == line.TrimEnd(), $"'{line}'"));
        Assert.Contains("Publication: yearly turnover", outcome.Prose);
        Assert.Contains("5 rows: 3 used, 2 left out.", outcome.Prose);
        Assert.Contains("Staff group is none of the framework's: did you mean nurses (Nurses)?", outcome.Prose);
        Assert.Contains("10.00%", outcome.Prose);
        Assert.Contains("What no longer fits Supply was fitted to the rates before", outcome.Prose);
        Assert.EndsWith($"Folder: {copy}\n", outcome.Output);
        Assert.Equal(0, CadreProcess.Run(folder.Path, "check", copy).ExitCode);
        Assert.Equal(0, CadreProcess.Run(folder.Path, "run", copy, "--futures", "2", "--months", "12", "--out", Path.Combine(folder.Path, "runs")).ExitCode);
    }

    [Fact]
    public void Import_Options_ComeBeforeWhatIsUsual()
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        var outcome = Import(folder, 100, Turnover, "--grade", "B", "--known-on", "2026-01-10", "--source", "synthetic");

        Assert.Equal(("", 0), (outcome.Error, outcome.ExitCode));
        Assert.Contains(",pert,,,B,synthetic,2026-01-10,", File.ReadLines(Path.Combine(copy, "assumptions_imported.csv")).Last());
    }

    [Fact]
    public void Import_UnknownHeader_NamesTheFormatsAndChangesNothing()
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        var before = Directory.GetFiles(copy).ToDictionary(file => file, File.ReadAllText);
        var outcome = Import(folder, 80, Turnover.Replace("TYPE", "KIND"));

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("turnover.csv, line 1: found no header TYPE, expected for yearly turnover the headers PERIOD, TYPE, STAFF_GROUP, FTE", outcome.Error);
        Assert.Contains("for four-week waits of community mental health the headers", outcome.Error);
        Assert.EndsWith("nothing was written.\n", outcome.Error);
        Assert.Equal(before, Directory.GetFiles(copy).ToDictionary(file => file, File.ReadAllText));
    }

    [Fact]
    public void Import_FrameworkThatWouldNotCheck_CountsItsProblemsAlone()
    {
        using var folder = new TemporaryFolder();
        SmallFramework.CopyTo(folder.Path);
        var outcome = Import(folder, 80, "month,org_code,staff_group,fte\n2025-SEP,T2,Nurses,0\n");

        Assert.StartsWith("After the publication: found a framework that does not check", outcome.ErrorLines[0]);
        Assert.Equal($"{outcome.ErrorLines.Length - 2} {(outcome.ErrorLines.Length == 3 ? "problem" : "problems")}; nothing was written.", outcome.ErrorLines[^1]);
    }

    [Theory]
    [InlineData("--data and --publication: expected one of them.", "--data", "here", "--publication", "file.csv")]
    [InlineData("--data, --publication and --staff-list: expected one of them.", "--data", "here", "--publication", "file.csv", "--staff-list", "list.csv")]
    [InlineData("--tolerate: expected only beside --staff-list.", "--publication", "file.csv", "--tolerate", "5")]
    [InlineData("--grade: expected only beside --staff-list or --publication.", "--data", "here", "--grade", "A")]
    public void Import_OptionsThatDoNotGo_SayWhy(string problem, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, ["import", SmallFramework.Folder, .. options]);

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal([problem, "1 problem; nothing was written. See 'cadre import --help'."], outcome.ErrorLines);
    }
}
