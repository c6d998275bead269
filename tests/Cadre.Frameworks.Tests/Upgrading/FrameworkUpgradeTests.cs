using System.Collections;
using System.Text;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Upgrading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Upgrading;

/// <summary>The folder tests/TestCommon/format-1 on its way to the present format.</summary>
public sealed class FrameworkUpgradeTests
{
    private static readonly string[] Changed = ["places.csv", "assumptions.csv", "assumptions_imported.csv", "framework.yaml"];

    [Fact]
    public void Read_FirstFormat_IsOneFaultThatNamesTheCommand()
    {
        var folder = OldFramework.Folder;

        var thrown = Assert.Throws<FrameworkException>(() => FrameworkReader.Read(folder));

        Assert.Equal([new Problem("framework.yaml", 2, "format", "\"1\"", $"2, the version of the format that this program reads; run: cadre upgrade {folder}")], thrown.Problems);
    }

    [Fact]
    public void Upgrade_FirstFormat_AddsWhatIsNewAndLeavesTheRest()
    {
        using var temporary = new TemporaryFolder();
        var copy = OldFramework.CopyTo(temporary.Path);

        var report = FrameworkUpgrade.Upgrade(copy);

        Assert.Equal((1, 2), (report.From, report.To));
        Assert.Equal(Changed, report.Changes.Select(change => change.File));
        Assert.Equal(File.ReadAllText(Path.Combine(OldFramework.Folder, "framework.yaml")).Replace("format: 1 ", "format: 2 "), File.ReadAllText(Path.Combine(copy, "framework.yaml")));
        Assert.Equal(
            """"
            place,name,level,weight,sector,parent,source,grade,known_on,note
            nation,Nation,nation,,,,synthetic,D,2025-09-30,
            R1,North,region,1,,nation,synthetic,D,2025-09-30,
            R2,South,region,1,,nation,synthetic,D,2025-09-30,
            T1,"Hills, Lakes and ""Moors"" Trust",trust,1,nhs_mental_health,R1,synthetic,D,2025-09-30,"columns in an order of one's own, quotes and all"
            T2,Coast Trust,trust,0.7,nhs_mental_health,R1,synthetic,D,2025-09-30,serves two regions
            T2,Coast Trust,trust,0.3,nhs_mental_health,R2,synthetic,D,2025-09-30,

            """",
            File.ReadAllText(Path.Combine(copy, "places.csv")).ReplaceLineEndings());
        Assert.Equal("net_change,net_change,,,,,percent_per_year,,0,,fixed,,,D,synthetic,2025-09-30,,\"a note, with a comma\"", File.ReadLines(Path.Combine(copy, "assumptions.csv")).ElementAt(1));
        var rest = OldFramework.Files(OldFramework.Folder).Keys.Except(Changed).ToArray();
        Assert.Contains("scenarios/retention.yaml", rest);
        Assert.All(rest, file => Assert.Equal(OldFramework.Files(OldFramework.Folder)[file], OldFramework.Files(copy)[file]));
        Assert.Equal(OldFramework.Files(OldFramework.Folder).Keys, OldFramework.Files(copy).Keys);
        Assert.Equal(["T1", "T2"], FrameworkReader.Read(copy).Model.Places.Where(place => place.Sector is not null).Select(place => place.Code));
    }

    [Fact]
    public void Upgrade_ByteOrderMarksCarriageReturnsAndNoLastLineEnd_StayAsTheyAre()
    {
        using var temporary = new TemporaryFolder();
        var copy = OldFramework.CopyTo(temporary.Path);
        string Marked(string text) => "\uFEFF" + text.ReplaceLineEndings("\r\n").TrimEnd();
        foreach (var file in Changed)
            File.WriteAllText(Path.Combine(copy, file), Marked(File.ReadAllText(Path.Combine(copy, file))));
        using var plain = new TemporaryFolder();
        var expected = OldFramework.CopyTo(plain.Path);
        FrameworkUpgrade.Upgrade(expected);

        FrameworkUpgrade.Upgrade(copy);

        Assert.All(Changed, file => Assert.Equal(Encoding.UTF8.GetBytes(Marked(File.ReadAllText(Path.Combine(expected, file)))), File.ReadAllBytes(Path.Combine(copy, file))));
        Assert.Equivalent(FrameworkReader.Read(expected).Model, FrameworkReader.Read(copy).Model, strict: true);
    }

    [Fact]
    public void Upgrade_PresentFormat_ChangesNothing()
    {
        using var temporary = new TemporaryFolder();
        var copy = OldFramework.CopyTo(temporary.Path);
        FrameworkUpgrade.Upgrade(copy);
        var before = OldFramework.Files(copy);

        var report = FrameworkUpgrade.Upgrade(copy);

        Assert.Equal((2, 2, 0), (report.From, report.To, report.Changes.Count));
        Assert.Equal(before, OldFramework.Files(copy));
    }

    [Theory]
    [InlineData("format: 3", "\"3\"")]
    [InlineData("format: 0", "\"0\"")]
    [InlineData("format: two", "\"two\"")]
    [InlineData("format:", "nothing")]
    [InlineData("", "no such key")]
    public void Upgrade_UnknownVersion_IsAFaultAndChangesNothing(string key, string found)
    {
        using var temporary = new TemporaryFolder();
        var copy = OldFramework.CopyTo(temporary.Path);
        FaultyFile.Replace(copy, "framework.yaml", 2, "format: 1", key);
        var before = OldFramework.Files(copy);

        var thrown = Assert.Throws<FrameworkException>(() => FrameworkUpgrade.Upgrade(copy));

        var problem = Assert.Single(thrown.Problems);
        Assert.Equal(("framework.yaml", "format", found, "1 to 2, the versions of the format that this program knows"), (problem.File, problem.Column, problem.Found, problem.Expected));
        Assert.Equal(before, OldFramework.Files(copy));
    }

    [Fact]
    public void Upgrade_TablesThatCannotBeSplit_NamesAllFaultsAndChangesNothing()
    {
        using var temporary = new TemporaryFolder();
        var copy = OldFramework.CopyTo(temporary.Path);
        FaultyFile.Replace(copy, "places.csv", 6, "Coast Trust", "\"Coast Trust");
        FaultyFile.Replace(copy, "assumptions.csv", 3, "pert,", "pert,,");
        var before = OldFramework.Files(copy);

        var thrown = Assert.Throws<FrameworkException>(() => FrameworkUpgrade.Upgrade(copy));

        Assert.Equal([("assumptions.csv", 3), ("places.csv", 6)], thrown.Problems.Select(problem => (problem.File, problem.Line)));
        Assert.Equal(before, OldFramework.Files(copy));
    }

    [Fact]
    public void Upgrade_CutShortBefore_IsFinishedByAnother()
    {
        using var temporary = new TemporaryFolder();
        using var whole = new TemporaryFolder();
        var (copy, expected) = (OldFramework.CopyTo(temporary.Path), OldFramework.CopyTo(whole.Path));
        FrameworkUpgrade.Upgrade(expected);
        // What a kill after the first file leaves: that file new, the others old, the folder of the new ones still there.
        File.Copy(Path.Combine(expected, "places.csv"), Path.Combine(copy, "places.csv"), overwrite: true);
        Directory.CreateDirectory(Path.Combine(copy, ".upgrade"));
        File.Copy(Path.Combine(OldFramework.Folder, "places.csv"), Path.Combine(copy, ".upgrade", "places.csv.old"));
        // A kill within the second: its new version lies aside, and what was begun of its backup is no original.
        File.Copy(Path.Combine(expected, "assumptions.csv"), Path.Combine(copy, ".upgrade", "assumptions.csv"));
        File.WriteAllText(Path.Combine(copy, ".upgrade", "assumptions.csv.old"), "half a co");

        FrameworkUpgrade.Upgrade(copy);

        Assert.Equal(OldFramework.Files(expected), OldFramework.Files(copy));
    }

    [Fact]
    public void Upgrade_CutShortBeforeTheLastFiles_BeginsFromTheOriginals()
    {
        using var temporary = new TemporaryFolder();
        using var whole = new TemporaryFolder();
        var (copy, expected) = (OldFramework.CopyTo(temporary.Path), OldFramework.CopyTo(whole.Path));
        FrameworkUpgrade.Upgrade(expected);
        Directory.CreateDirectory(Path.Combine(copy, ".upgrade"));
        File.Move(Path.Combine(copy, "places.csv"), Path.Combine(copy, ".upgrade", "places.csv.old"));

        FrameworkUpgrade.Upgrade(copy);

        Assert.Equal(OldFramework.Files(expected), OldFramework.Files(copy));
    }

    [Fact]
    public void Upgrade_PresentFormatBesideOriginals_SaysWhereTheyAreAndKeepsThem()
    {
        using var temporary = new TemporaryFolder();
        var copy = OldFramework.CopyTo(temporary.Path);
        FrameworkUpgrade.Upgrade(copy);
        Directory.CreateDirectory(Path.Combine(copy, ".upgrade"));
        File.Copy(Path.Combine(OldFramework.Folder, "places.csv"), Path.Combine(copy, ".upgrade", "places.csv.old"));
        var before = OldFramework.Files(copy);

        var thrown = Assert.Throws<IOException>(() => FrameworkUpgrade.Upgrade(copy));

        Assert.Contains($"places.csv: the originals are in {Path.Combine(copy, ".upgrade")}", thrown.Message);
        Assert.Equal(before, OldFramework.Files(copy));
    }

    [Fact]
    public void Replace_AFileThatCannotBe_LeavesAllAsTheyWere()
    {
        using var temporary = new TemporaryFolder();
        var copy = OldFramework.CopyTo(temporary.Path);
        var before = OldFramework.Files(copy);
        FileChange[] changes = [new("places.csv", "new"u8.ToArray(), ""), new("ages.csv", "new"u8.ToArray(), ""), new("not-there.csv", "new"u8.ToArray(), "")];

        Assert.ThrowsAny<IOException>(() => new FileSwap(copy).Replace(changes));

        Assert.Equal(before, OldFramework.Files(copy));
        Assert.False(Directory.Exists(Path.Combine(copy, ".upgrade")));
    }

    [Fact]
    public void Replace_AFileThatCannotGoBack_KeepsItsOriginalAndSaysWhere()
    {
        using var temporary = new TemporaryFolder();
        var copy = OldFramework.CopyTo(temporary.Path);
        var (places, aside) = (Path.Combine(copy, "places.csv"), Path.Combine(copy, ".upgrade"));
        var before = OldFramework.Files(copy);
        // While the second file takes its place, a folder takes that of the first.
        IReadOnlyList<FileChange> changes = new ChangesWithAMishap(
            [new("places.csv", "new"u8.ToArray(), ""), new("ages.csv", "new"u8.ToArray(), ""), new("not-there.csv", "new"u8.ToArray(), "")],
            () =>
            {
                File.Delete(places);
                Directory.CreateDirectory(places);
            });

        var thrown = Assert.ThrowsAny<IOException>(() => new FileSwap(copy).Replace(changes));

        Assert.Contains("not-there.csv", thrown.Message);
        Assert.Contains("Could not put back places.csv: ", thrown.Message);
        Assert.Contains($"The originals are in {aside}, with .old behind their names", thrown.Message);
        Assert.Equal(before["places.csv"], File.ReadAllText(Path.Combine(aside, "places.csv.old")));
        Assert.Equal(before["ages.csv"], File.ReadAllText(Path.Combine(copy, "ages.csv")));

        Directory.Delete(places);
        new FileSwap(copy).PutBack();
        Assert.Equal(before, OldFramework.Files(copy));
    }

    /// <summary>Changes; something happens before the last is read for the second time, when files take their places.</summary>
    private sealed class ChangesWithAMishap(FileChange[] changes, Action mishap) : IReadOnlyList<FileChange>
    {
        private int _times;

        public int Count => changes.Length;

        public FileChange this[int index] => changes[index];

        public IEnumerator<FileChange> GetEnumerator()
        {
            _times++;
            foreach (var change in changes)
            {
                if (_times == 2 && change == changes[^1]) mishap();
                yield return change;
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
