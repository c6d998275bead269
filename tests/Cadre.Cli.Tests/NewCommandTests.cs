using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

/// <summary>A framework of one's own from its first minute.</summary>
public class NewCommandTests
{
    [Fact]
    public void New_Name_ChecksRunsAndComparesAtOnce()
    {
        using var folder = new TemporaryFolder();

        var made = CadreProcess.Run(folder.Path, "new", "my-plan");

        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        Assert.Contains("cadre run my-plan\n", made.Output.ReplaceLineEndings("\n"));
        Assert.Equal(["frameworks"], Directory.GetFileSystemEntries(folder.Path).Select(entry => Path.GetFileName(entry)));
        var check = CadreProcess.Run(folder.Path, "check", "my-plan");
        Assert.True(check.ExitCode == 0, check.Error);
        Assert.Contains("1 nation, 1 region, 1 system, 2 trusts", check.Prose);
        Assert.Contains("1 source of candidates: 1 of education", check.Prose);
        Assert.Contains("A 0, B 0, C 0, D 13", check.Prose);
        var run = CadreProcess.Run(folder.Path, "run", "my-plan", "--futures", "20", "--quiet", "--out", "run");
        Assert.True(run.ExitCode == 0, run.Error);
        var compare = CadreProcess.Run(folder.Path, "compare", "my-plan", "baseline", "retention", "--futures", "20", "--quiet", "--out", "compared");
        Assert.True(compare.ExitCode == 0, compare.Error);
    }

    [Fact]
    public void New_Plan_GrowsLittleWithoutLeversAndMoreNursesWithThem()
    {
        using var folder = new TemporaryFolder();
        CadreProcess.Run(folder.Path, "new", "my-plan");
        double Nurses(string scenario)
        {
            CadreProcess.Run(folder.Path, "run", "my-plan", "--scenario", scenario, "--futures", "1", "--quiet", "--out", scenario);
            return File.ReadLines(Path.Combine(folder.Path, scenario, "account.csv")).Skip(1).Select(line => line.Split(','))
                .Where(cells => cells[0] == "2030-12" && cells[3] == "nurses").Sum(cells => double.Parse(cells[10]));
        }

        var (baseline, retention) = (Nurses("baseline"), Nurses("retention"));
        Assert.InRange(baseline, 0.95 * 1420, 1.1 * 1420);
        Assert.InRange(retention, baseline + 10, 1.2 * 1420);
    }

    [Fact]
    public void New_Files_AreAllInTheReadmeAndOfGradeD()
    {
        using var folder = new TemporaryFolder();
        var made = Path.Combine(folder.Path, "mine");
        Assert.Equal(0, CadreProcess.Run(folder.Path, "new", "mine", "--out", made).ExitCode);

        var readme = File.ReadAllText(Path.Combine(made, "README.md"));
        Assert.StartsWith("# mine\n", readme.ReplaceLineEndings("\n"));
        var files = Directory.GetFiles(made, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(made, file).Replace('\\', '/')).ToArray();
        Assert.Equal(19, files.Length);
        Assert.All(files, file => Assert.True(file == "README.md" || readme.Contains($"| `{file}` |"), file));
        Assert.All(files, file => Assert.DoesNotContain("my-country", File.ReadAllText(Path.Combine(made, file))));
        foreach (var table in files.Where(file => file.EndsWith(".csv", StringComparison.Ordinal) && file != "evidence.csv"))
            Assert.All(File.ReadLines(Path.Combine(made, table)).Skip(1), row => Assert.True(row.Contains(",example,D,") || row.Contains(",D,example,"), row));
    }

    [Fact]
    public void New_FolderWithSomethingInIt_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var taken = Directory.CreateDirectory(Path.Combine(folder.Path, "frameworks", "mine")).FullName;
        File.WriteAllText(Path.Combine(taken, "notes.txt"), "mine");

        var outcome = CadreProcess.Run(folder.Path, "new", "mine");

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("found a folder that holds notes.txt, expected a folder that is not there yet, or an empty one", outcome.Error);
        Assert.Equal(["notes.txt"], Directory.GetFileSystemEntries(taken).Select(entry => Path.GetFileName(entry)));
        Assert.Equal([taken], Directory.GetFileSystemEntries(Path.Combine(folder.Path, "frameworks")));
    }

    [Theory]
    [InlineData("my_plan", "frameworks/my_plan", "the name \"my_plan\", expected letters, digits and -")]
    [InlineData("my-plan", "plans", "a folder of another name than my-plan, expected a folder called as its framework is, such as plans/my-plan")]
    public void New_NameThatWillNotDo_SaysWhy(string name, string path, string problem)
    {
        using var folder = new TemporaryFolder();

        var outcome = CadreProcess.Run(folder.Path, "new", name, "--out", path);

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal([$"{path}: found {problem}", "1 problem; nothing was written."], outcome.ErrorLines);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }
}
