using System.IO.Compression;
using System.Text;
using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

/// <summary><c>cadre import --staff-list</c>, on the made-up list that the documentation shows.</summary>
public class StaffListCommandTests
{
    private static string Examples => Path.Combine(Repository.Root, "docs", "examples");

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(140)]
    public void Import_TheExampleIntoANewFramework_ShowsWhatBecameOfItAndChecks(int columns)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, CadreProcess.Run(folder.Path, "new", "my-country").ExitCode);
        var list = Path.Combine(Examples, "staff-list.csv");
        var outcome = CadreProcess.Run(
            folder.Path, new Dictionary<string, string> { ["COLUMNS"] = $"{columns}" },
            ["import", "my-country", "--staff-list", list, "--columns", Path.Combine(Examples, "staff-list.yaml")]);

        Assert.Equal(("", 0), (outcome.Error, outcome.ExitCode));
        Assert.All(outcome.Output.Split('\n').Where(line => !line.Contains(folder.Path) && line != list), line => Assert.True(line.Length <= columns && line == line.TrimEnd(), $"'{line}'"));
        Assert.Contains("Staff list of 31 December 2025", outcome.Prose);
        Assert.Contains("200 rows: 197 posts held by 196 people, ", outcome.Prose);
        Assert.Contains("Left out: 3 rows", outcome.Prose);
        Assert.Contains("Columns: pseudonym (Person), organisation (Employer), occupation_code (Role), age (Age), start_date (Started), fte (WTE).", outcome.Prose);
        Assert.Contains("Small counts can still point at people: no cohorts of the list have fewer than 5 posts; 2 age bands of ages.csv stand for fewer than 5 (psychologists 25 to 34, psychologists 35 to 49).", outcome.Prose);
        Assert.Contains("Warning: changed by more than 20%: Mental-health nurses (1,263.0 FTE before, 63.0 now)", outcome.Prose);
        Assert.Contains("Still of the size of the staff before: supply.csv, intakes.csv and targets.csv", outcome.Prose);
        Assert.DoesNotContain("Warning: 1.5%", outcome.Prose);
        Assert.Contains("Tables written: stock.csv, ages.csv, headcount.csv.", outcome.Prose);
        Assert.Equal(0, CadreProcess.Run(folder.Path, "check", "my-country").ExitCode);
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(folder.Path, "frameworks", "my-country")), file => File.ReadAllText(file).Contains("made-up"));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(140)]
    public void Import_ListWithAnotherSpelling_WarnsAndNamesTheNearestAndTellsTheOthersApart(int columns)
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        var list = Path.Combine(folder.Path, "list.csv");
        string[] rows = [.. Enumerable.Range(0, 9).Select(i => $"T1,{(i < 7 ? "nurses" : "support")},1"), "T1,doctors,1", "Hills NHS Foundation Trust,nurses,1", ",nurses,1"];
        File.WriteAllLines(list, rows.Prepend("organisation,staff_group,fte"));
        var outcome = CadreProcess.Run(folder.Path, new Dictionary<string, string> { ["COLUMNS"] = $"{columns}" }, ["import", copy, "--staff-list", list, "--source", "synthetic"]);

        Assert.Equal(("", 0), (outcome.Error, outcome.ExitCode));
        Assert.All(outcome.Output.Split('\n').Where(line => !line.Contains(folder.Path)), line => Assert.True(line.Length <= columns, $"'{line}'"));
        Assert.Contains("1 row: the organisation is none of the framework's but near one; did you mean T1 (Hills Trust)?", outcome.Prose);
        Assert.Contains("Warning: 16.7% of the list's rows were left out, 16.7% for an organisation that is no trust of the framework.", outcome.Prose);
        Assert.Contains("(blank)", outcome.Output);
        Assert.Contains("trusts of the list 775 10 679.1 10.0", outcome.Prose);
        Assert.Contains("others, as they were 1,272 1,272 1,109.9 1,109.9", outcome.Prose);
        Assert.Contains("2 cohorts of the list have fewer than 5 posts (T1 doctors, T1 support)", outcome.Prose);
    }

    [Fact]
    public void Import_NoSourceIntoANewFramework_SaysWhatToGive()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, CadreProcess.Run(folder.Path, "new", "my-country").ExitCode);
        File.WriteAllText(Path.Combine(folder.Path, "list.csv"), "organisation,staff_group,fte\nhill,nurses,1\n");
        var outcome = CadreProcess.Run(folder.Path, "import", "my-country", "--staff-list", "list.csv");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("expected --source ID, or source: ID in the columns file, with the id of an item in evidence.csv, such as example", outcome.Error);
    }

    [Theory]
    [InlineData("Expected --data with a folder of publications, --publication with a file, or --staff-list with a file.")]
    [InlineData("--data and --staff-list: expected one of them.", "--data", "here", "--staff-list", "list.csv")]
    [InlineData("--on: expected only beside --staff-list.", "--data", "here", "--on", "2025-09-30")]
    [InlineData("--on yesterday: expected a day, written like 2026-01-29.", "--staff-list", "list.csv", "--on", "yesterday")]
    [InlineData("--grade E: expected A, B, C, D.", "--staff-list", "list.csv", "--grade", "E")]
    [InlineData("--tolerate 101: expected a percentage, 0 to 100.", "--staff-list", "list.csv", "--tolerate", "101")]
    public void Import_OptionsThatDoNotGo_SayWhy(string problem, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, ["import", SmallFramework.Folder, .. options]);

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal([problem, "1 problem; nothing was written. See 'cadre import --help'."], outcome.ErrorLines);
    }

    [Fact]
    public void Import_FaultyList_NamesEverythingAndChangesNothing()
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        var before = Directory.GetFiles(copy).ToDictionary(file => file, File.ReadAllText);
        var list = Path.Combine(folder.Path, "list.csv");
        File.WriteAllText(list, "organisation,staff_group,fte\nT1,nurses,37.5\nT1,doctors,\"1,0\"\n");
        var outcome = CadreProcess.Run(folder.Path, "import", copy, "--staff-list", list, "--source", "synthetic", "--tolerate", "5");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("line 2, column fte: found 1 row such as \"99.9\" (line 2), expected an FTE over 0 and up to 1.5", outcome.Error);
        Assert.Contains("line 3, column fte: found 1 row such as \"9,9\" (line 3), expected an FTE with a decimal point", outcome.Error);
        Assert.EndsWith("nothing was written.\n", outcome.Error);
        Assert.Equal(before, Directory.GetFiles(copy).ToDictionary(file => file, File.ReadAllText));
    }

    [Fact]
    public void Import_GzipThatBreaksOff_IsAFault()
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        var list = Path.Combine(folder.Path, "list.csv.gz");
        using (var gzip = new GZipStream(File.Create(list), CompressionLevel.Optimal))
            gzip.Write(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 20_000).Select(i => $"q{i * 7919 % 20011},T1,nurses,1").Prepend("pseudonym,organisation,staff_group,fte"))));
        File.WriteAllBytes(list, File.ReadAllBytes(list)[..^2000]);
        var outcome = CadreProcess.Run(folder.Path, "import", copy, "--staff-list", list, "--source", "synthetic");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("compressed data that breaks off or is spoilt", outcome.Error);
    }

    [Fact]
    public void Import_InterruptedWhileItReads_ChangesNothingAndExitsWith130()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a named pipe holds the list back");
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        var before = Directory.GetFiles(copy).ToDictionary(file => file, File.ReadAllText);
        var pipe = Path.Combine(folder.Path, "list.csv");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [pipe]))
            made.WaitForExit();
        using var child = CadreProcess.Start(folder.Path, new Dictionary<string, string>(), ["import", copy, "--staff-list", pipe, "--source", "synthetic"]);
        using (var list = new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0))
        {
            list.Write("organisation,staff_group,fte\n"u8);
            var rows = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("T1,nurses,1\n", 10_000)));
            list.Write(rows);
            child.Interrupt();
            try
            {
                for (var i = 0; i < 100; i++)
                    list.Write(rows);
            }
            catch (IOException)
            {
                // It has gone before it has read all of these.
            }
        }

        var outcome = child.Wait();
        Assert.Equal((130, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal(["Stopped; nothing was written."], outcome.ErrorLines);
        Assert.Equal(before, Directory.GetFiles(copy).ToDictionary(file => file, File.ReadAllText));
    }
}
