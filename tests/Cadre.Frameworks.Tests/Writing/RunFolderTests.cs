using Cadre.Frameworks.Writing;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Writing;

public class RunFolderTests
{
    [Fact]
    public void Keep_NewFolder_TakesItsPlace()
    {
        using var parent = new TemporaryFolder();
        var path = Path.Combine(parent.Path, "deep", "run");
        using (var folder = RunFolder.Begin(path))
        {
            File.WriteAllText(Path.Combine(folder.TemporaryPath, "run.json"), "{}");
            Assert.False(Directory.Exists(path));
            folder.Keep();
        }

        Assert.Equal(["run.json"], Directory.GetFiles(path).Select(Path.GetFileName));
        Assert.Single(Directory.GetFileSystemEntries(Path.Combine(parent.Path, "deep")));
    }

    [Fact]
    public void Dispose_NotKept_LeavesTheEarlierRun()
    {
        using var parent = new TemporaryFolder();
        var path = Earlier(parent);
        using (var folder = RunFolder.Begin(path))
            File.WriteAllText(Path.Combine(folder.TemporaryPath, "run.json"), "new");

        Assert.Equal("old", File.ReadAllText(Path.Combine(path, "run.json")));
        Assert.Single(Directory.GetFileSystemEntries(parent.Path));
    }

    [Fact]
    public void Keep_EarlierRun_IsReplacedWhole()
    {
        using var parent = new TemporaryFolder();
        var path = Earlier(parent);
        File.WriteAllText(Path.Combine(path, "futures.csv"), "old");
        using (var folder = RunFolder.Begin(path))
        {
            File.WriteAllText(Path.Combine(folder.TemporaryPath, "run.json"), "new");
            folder.Keep();
        }

        Assert.Equal("new", File.ReadAllText(Path.Combine(path, "run.json")));
        Assert.Single(Directory.GetFiles(path));
        Assert.Single(Directory.GetFileSystemEntries(parent.Path));
    }

    [Fact]
    public void Keep_LinkToAFolder_StaysALink()
    {
        using var parent = new TemporaryFolder();
        var path = Earlier(parent);
        var link = Path.Combine(parent.Path, "link");
        Directory.CreateSymbolicLink(link, path);
        using (var folder = RunFolder.Begin(link))
        {
            File.WriteAllText(Path.Combine(folder.TemporaryPath, "run.json"), "new");
            folder.Keep();
        }

        Assert.NotNull(new DirectoryInfo(link).LinkTarget);
        Assert.Equal("new", File.ReadAllText(Path.Combine(path, "run.json")));
    }

    [Fact]
    public void Refusal_FolderOfSomebodyElse_SaysWhatIsThere()
    {
        using var parent = new TemporaryFolder();
        File.WriteAllText(Path.Combine(parent.Path, "notes.txt"), "");
        Assert.Equal("a folder that holds notes.txt and no run.json", RunFolder.Refusal(parent.Path));
        Assert.Equal("a file", RunFolder.Refusal(Path.Combine(parent.Path, "notes.txt")));
        Assert.Null(RunFolder.Refusal(Path.Combine(parent.Path, "new")));
        Assert.Throws<IOException>(() => RunFolder.Begin(parent.Path));
    }

    [Fact]
    public void Refusal_EarlierRunWithNotes_IsKept()
    {
        using var parent = new TemporaryFolder();
        var path = Earlier(parent);
        File.WriteAllText(Path.Combine(path, "notes.txt"), "");
        Assert.Equal("a folder that holds notes.txt, which no run writes", RunFolder.Refusal(path));
    }

    private static string Earlier(TemporaryFolder parent)
    {
        var path = Directory.CreateDirectory(Path.Combine(parent.Path, "run")).FullName;
        File.WriteAllText(Path.Combine(path, "run.json"), "old");
        return path;
    }
}
