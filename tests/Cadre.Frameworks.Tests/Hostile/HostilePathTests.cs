using Cadre.Frameworks.Import;
using Cadre.Frameworks.Import.StaffLists;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Tests.England2025;

namespace Cadre.Frameworks.Tests.Hostile;

/// <summary>Files that name files elsewhere, and links and folders where files should be.</summary>
public sealed class HostilePathTests : IDisposable
{
    private readonly HostileNation _nation = new();

    public void Dispose() => _nation.Dispose();

    [Theory]
    [InlineData("../month.csv")]
    [InlineData("a/../../month.csv")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/month.csv")]
    [InlineData("a\\month.csv")]
    [InlineData("\\\\server\\share\\month.csv")]
    [InlineData("./month.csv")]
    [InlineData("a//month.csv")]
    [InlineData("NUL")]
    [InlineData("a/con.csv")]
    [InlineData("COM1.csv")]
    [InlineData("month.csv:stream")]
    [InlineData("month.csv.")]
    public void Import_PathThatLeadsElsewhere_IsRefusedByItsKey(string file)
    {
        PutEnglandsSettings(file);
        Assert.Equal($"import.yaml, key month.file: found \"{file}\", expected a path under the data folder, with / between folders", _nation.Fault(Import));
        Assert.Contains($"import.yaml, key month.file: found \"{file}\", expected a path under the data folder, with / between folders", _nation.Faults());
    }

    [Fact]
    public void Import_LinkOutOfTheDataFolder_IsRefused()
    {
        PutEnglandsSettings("deep/month.csv");
        var data = Directory.CreateDirectory(Path.Combine(_nation.Around, "data")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(data, "deep"), _nation.Folder);
        Assert.Equal("deep/month.csv: found a link that leads out of the folder, expected a file under data", _nation.Fault(Import));
    }

    [Fact]
    public void Import_FolderInsteadOfAPublication_IsToldFromAMissingFile()
    {
        PutEnglandsSettings("month.csv");
        Directory.CreateDirectory(Path.Combine(_nation.Around, "data", "month.csv"));
        Assert.Equal("month.csv: found a folder, expected the publication that import.yaml names", _nation.Fault(Import));
    }

    [Theory]
    [InlineData("headcount.csv")]
    [InlineData("stock.csv")]
    public void Read_LinkOutOfTheFolder_IsRefusedWithoutReadingIt(string file)
    {
        File.WriteAllText(Path.Combine(_nation.Around, "secret"), "password=hunter2\n");
        File.Delete(_nation[file]);
        File.CreateSymbolicLink(_nation[file], Path.Combine(_nation.Around, "secret"));
        var faults = _nation.Faults();
        Assert.Contains($"{file}: found a link that leads out of the folder, expected a file of the framework's own folder", faults);
        Assert.DoesNotContain(faults, fault => fault.Contains("hunter2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("evidence.csv")]
    [InlineData("import.yaml")]
    [InlineData("framework.yaml")]
    public void Import_LinkOutOfTheFramework_IsRefusedWithoutCopyingIt(string file)
    {
        PutEnglandsSettings("month.csv");
        File.WriteAllText(Path.Combine(_nation.Around, "secret"), "password=hunter2\n");
        File.Delete(_nation[file]);
        File.CreateSymbolicLink(_nation[file], Path.Combine(_nation.Around, "secret"));
        Assert.Equal($"{file}: found a link that leads out of the folder, expected a file of the framework's own folder", _nation.Fault(Import));
    }

    [Fact]
    public void Read_LinkThatLeadsToItself_IsRefused()
    {
        File.Delete(_nation["headcount.csv"]);
        File.CreateSymbolicLink(_nation["headcount.csv"], "headcount.csv");
        Assert.Equal("headcount.csv: found a link that leads nowhere, expected a file of the framework's own folder", Assert.Single(Thrown(() => FrameworkReader.Read(_nation.Folder))));
    }

    [Fact]
    public void Read_FolderOfScenariosThatIsALink_IsRefused()
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(_nation.Around, "elsewhere")).FullName;
        Directory.CreateSymbolicLink(_nation["scenarios"], elsewhere);
        Assert.Equal("scenarios: found a link that leads out of the folder, expected a file of the framework's own folder", _nation.Fault());
    }

    [Fact]
    public void Read_LinkWithinTheFolder_IsRead()
    {
        File.Move(_nation["README.md"], _nation["note.md"]);
        File.CreateSymbolicLink(_nation["README.md"], _nation["stock.csv"]);
        File.Delete(_nation["note.md"]);
        Assert.NotEmpty(FrameworkReader.Read(_nation.Folder).Model.Cohorts);
    }

    [Fact]
    public void Read_FolderInsteadOfAFile_IsToldFromAMissingFile()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_nation.Around, "x.yaml")).FullName;
        File.Delete(_nation["headcount.csv"]);
        Assert.Equal("x.yaml: found a folder, expected the path of a scenario", _nation.Fault(() => ScenarioReader.Read(folder, FrameworkReader.Read(_nation.Folder))));
        Assert.Equal("x.yaml: found a folder, expected the columns file of a staff list (docs/frameworks.md)", _nation.Fault(() => StaffListImport.Import(new StaffListOptions { Framework = _nation.Folder, List = folder, Columns = folder })));
        Assert.Equal("x.yaml: found a folder, expected a staff list (docs/frameworks.md)", _nation.Fault(() => StaffListImport.Import(new StaffListOptions { Framework = _nation.Folder, List = folder })));
        Directory.CreateDirectory(_nation["headcount.csv"]);
        Assert.Equal("headcount.csv: found a folder, expected files only in the folder of a framework", _nation.Fault());
    }

    private void Import() => Importer.Import(_nation.Folder, Path.Combine(_nation.Around, "data"));

    private static string[] Thrown(Action act) => [.. Assert.Throws<FrameworkException>(act).Problems.Select(problem => problem.ToString())];

    private void PutEnglandsSettings(string monthFile)
    {
        var settings = Path.Combine(EnglandRun.Folder, FrameworkTables.ImportFile);
        var text = File.ReadAllText(settings);
        File.WriteAllText(_nation[FrameworkTables.ImportFile], text.Replace(ImportSettings.Read(EnglandRun.Folder).Month.File, $"'{monthFile}'", StringComparison.Ordinal));
    }
}
