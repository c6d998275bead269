using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

public class ImportCommandTests
{
    private static string England => Path.Combine(Repository.Root, "frameworks", "england-2025");

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(140)]
    public void Import_Width_NoLineIsWider(int columns)
    {
        using var folder = new TemporaryFolder();
        var copy = CopyOfEngland(folder);
        var outcome = CadreProcess.Run(
            folder.Path, new Dictionary<string, string> { ["COLUMNS"] = $"{columns}" }, ["import", copy, "--data", PublishedData.Folder]);

        Assert.Equal("", outcome.Error);
        Assert.Equal(0, outcome.ExitCode);
        // The path of the folder is never broken.
        Assert.All(outcome.Output.Split('\n').Where(line => !line.Contains(copy)), line => Assert.True(line.Length <= columns && line == line.TrimEnd(), $"'{line}'"));
        Assert.Contains("280 rows not used: a single grade", outcome.Prose);
        Assert.Contains("The framework meets all 180 figures", outcome.Prose);
        Assert.Contains("Nurses and health visitors", outcome.Prose);
        Assert.EndsWith($"Folder: {copy}\n", outcome.Output);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(140)]
    public void Import_PlanWithoutAnObservedMonth_ShowsTheYearWithinTheWidth(int columns)
    {
        Assert.SkipWhen(PublishedData.MayBeMissing, "the publications are not on this machine");
        using var folder = new TemporaryFolder();
        var copy = CopyOf(folder, Path.Combine(Repository.Root, "frameworks", "stepping-forward-2017"));
        var outcome = CadreProcess.Run(
            folder.Path, new Dictionary<string, string> { ["COLUMNS"] = $"{columns}" }, ["import", copy, "--data", PublishedData.Folder]);

        Assert.Equal("", outcome.Error);
        Assert.Equal(0, outcome.ExitCode);
        Assert.All(outcome.Output.Split('\n').Where(line => !line.Contains(copy)), line => Assert.True(line.Length <= columns && line == line.TrimEnd(), $"'{line}'"));
        Assert.Contains("Leavers and joiners a year as assumed", outcome.Prose);
        Assert.Contains("The framework meets all 115 figures", outcome.Prose);
        Assert.DoesNotContain("transfers.csv", outcome.Output);
    }

    [Fact]
    public void Import_Interrupted_ChangesNothingAndExitsWith130()
    {
        using var folder = new TemporaryFolder();
        using var temporary = new TemporaryFolder();
        var copy = CopyOfEngland(folder);
        var before = Contents(copy);
        using var child = CadreProcess.Start(folder.Path, new Dictionary<string, string> { ["TMPDIR"] = temporary.Path }, ["import", copy, "--data", PublishedData.Folder]);
        SpinWait.SpinUntil(() => Directory.GetDirectories(temporary.Path, "cadre-import-*").Length > 0, TimeSpan.FromSeconds(30));
        child.Interrupt();
        var outcome = child.Wait();

        Assert.Equal(130, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.Equal(["Stopped; nothing was written."], outcome.ErrorLines);
        Assert.Equal(before, Contents(copy));
        Assert.Empty(Directory.GetDirectories(temporary.Path, "cadre-import-*"));
    }

    [Fact]
    public void Import_NoPublications_SaysWhichAndChangesNothing()
    {
        using var folder = new TemporaryFolder();
        using var empty = new TemporaryFolder();
        var copy = CopyOf(folder, England);
        var before = Contents(copy);
        var outcome = CadreProcess.Run(folder.Path, "import", copy, "--data", empty.Path);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains($"no such file under {empty.Path}", outcome.Error);
        Assert.EndsWith("nothing was written.\n", outcome.Error);
        Assert.Equal(before, Contents(copy));
    }

    private static string CopyOfEngland(TemporaryFolder folder)
    {
        Assert.SkipWhen(PublishedData.MayBeMissing, "the publications are not on this machine");
        return CopyOf(folder, England);
    }

    private static string CopyOf(TemporaryFolder folder, string framework)
    {
        var copy = Directory.CreateDirectory(Path.Combine(folder.Path, Path.GetFileName(framework))).FullName;
        foreach (var file in Directory.GetFiles(framework, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(framework, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    /// <summary>Text and time of every file: an import writes the same text again.</summary>
    private static Dictionary<string, (string Text, DateTime Written)> Contents(string folder) =>
        Directory.GetFiles(folder).ToDictionary(file => file, file => (File.ReadAllText(file), File.GetLastWriteTimeUtc(file)));
}
