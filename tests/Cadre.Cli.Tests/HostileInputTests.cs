using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

/// <summary>Hostile files through the command line: told in words with exit code 2, nothing written, nothing left behind.</summary>
public sealed class HostileInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _framework;
    private readonly string _temporary;

    public HostileInputTests()
    {
        _framework = SmallFramework.CopyTo(_folder.Path);
        _temporary = Directory.CreateDirectory(Path.Combine(_folder.Path, "tmp")).FullName;
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Check_LineOfManyMegabytes_IsRefusedByItsNumber()
    {
        File.AppendAllText(Path.Combine(_framework, "headcount.csv"), new string('x', 20_000_000));
        AssertRefused("headcount.csv, line 6: found a line that is longer than 65,536 bytes, expected lines that are shorter", "check", _framework);
    }

    [Fact]
    public void Run_DeepYaml_IsRefusedAndDoesNotEndTheProgram()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "deep.yaml"), string.Concat(Enumerable.Repeat(new string('[', 1_000) + "\n", 100)));
        AssertRefused("deep.yaml, line 1: found values more than 24 levels deep (column 25), expected the keys and values of docs/frameworks.md, a few levels deep", "run", _framework, "--scenario", "deep.yaml", "--out", "run");
    }

    [Fact]
    public void Compare_ScenarioWithAliases_IsRefused()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "bomb.yaml"), "a: &a [x, x]\nb: *a\n");
        AssertRefused("bomb.yaml, line 1: found an anchor, &a, expected keys and values without anchors, aliases and tags", "compare", _framework, "baseline", "bomb.yaml", "--out", "compared");
    }

    [Fact]
    public void Run_FolderInsteadOfAScenario_IsRefused()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "folder.yaml"));
        AssertRefused("folder.yaml: found a folder, expected the path of a scenario", "run", _framework, "--scenario", "folder.yaml", "--out", "run");
    }

    [Fact]
    public void Import_LinkOutOfTheFramework_IsRefused()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "secret"), "hunter2\n");
        File.Delete(Path.Combine(_framework, "headcount.csv"));
        File.CreateSymbolicLink(Path.Combine(_framework, "headcount.csv"), Path.Combine(_folder.Path, "secret"));
        AssertRefused("headcount.csv: found a link that leads out of the folder, expected a file of the framework's own folder", "check", _framework);
    }

    [Fact]
    public void Import_StaffListCutInItsGzip_IsRefused()
    {
        var list = Path.Combine(_folder.Path, "list.csv.gz");
        using (var gzip = new System.IO.Compression.GZipStream(File.Create(list), System.IO.Compression.CompressionLevel.Optimal))
            gzip.Write("organisation,staff_group,fte\nT1,nurses,1\n"u8);
        File.WriteAllBytes(list, File.ReadAllBytes(list)[..^6]);
        AssertRefused("list.csv.gz, line 1: found after this line compressed data that breaks off or is spoilt, expected a whole file of gzip", "import", _framework, "--staff-list", "list.csv.gz", "--source", "synthetic");
    }

    [Fact]
    public void Import_PathOutOfTheDataFolder_IsRefused()
    {
        var settings = File.ReadAllText(Path.Combine(Repository.Root, "frameworks", "stepping-forward-2017", "import.yaml"));
        var file = settings.Split('\n').Single(line => line.StartsWith("    file: ", StringComparison.Ordinal)).Split(": ")[1];
        File.WriteAllText(Path.Combine(_framework, "import.yaml"), settings.Replace(file, "../../etc/passwd", StringComparison.Ordinal));
        AssertRefused("import.yaml, key plan.stock.file: found \"../../etc/passwd\", expected a path under the data folder, with / between folders", "import", _framework, "--data", _folder.Path);
    }

    private void AssertRefused(string fault, params string[] arguments)
    {
        var before = Files();
        var outcome = CadreProcess.Run(_folder.Path, new Dictionary<string, string> { ["TMPDIR"] = _temporary }, arguments);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal([fault, "1 problem; nothing was written."], outcome.ErrorLines);
        Assert.DoesNotContain("   at ", outcome.Error + outcome.Output, StringComparison.Ordinal);
        Assert.Equal(before, Files());
        Assert.DoesNotContain(Directory.GetFileSystemEntries(_temporary), entry => Path.GetFileName(entry).StartsWith("cadre", StringComparison.Ordinal));
    }

    private Dictionary<string, long> Files() =>
        Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Where(file => !file.StartsWith(_temporary, StringComparison.Ordinal)).ToDictionary(file => file, file => new FileInfo(file).Length);
}
