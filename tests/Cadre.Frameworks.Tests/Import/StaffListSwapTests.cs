using System.Collections;
using Cadre.Frameworks.Import;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Import;

/// <summary>New tables take the place of a framework's, all or none.</summary>
public sealed class StaffListSwapTests : IDisposable
{
    private readonly StaffListFixture _fixture = new();
    private readonly TemporaryFolder _from = new();

    public StaffListSwapTests()
    {
        File.WriteAllText(Path.Combine(_from.Path, "stock.csv"), "new");
        File.WriteAllText(Path.Combine(_from.Path, "new.csv"), "new");
        File.WriteAllText(Path.Combine(_from.Path, "ages.csv"), "new");
        File.WriteAllText(Path.Combine(_from.Path, "folder"), "a folder stands where it should go");
    }

    public void Dispose()
    {
        _fixture.Dispose();
        _from.Dispose();
    }

    [Fact]
    public void Replace_OneThatWasNotThere_IsThereWithTheOthers()
    {
        var expected = _fixture.Tables();
        (expected["stock.csv"], expected["new.csv"]) = ("new", "new");
        TableSwap.Replace(_fixture.Framework, _from.Path, ["stock.csv", "new.csv"]);

        Assert.Equal(expected, _fixture.Tables());
    }

    [Fact]
    public void Replace_OneThatCannotBe_PutsTheOthersBack()
    {
        var before = _fixture.Tables();
        Directory.CreateDirectory(Path.Combine(_fixture.Framework, "folder"));

        Assert.ThrowsAny<Exception>(() => TableSwap.Replace(_fixture.Framework, _from.Path, ["stock.csv", "new.csv", "folder"]));
        Assert.Equal(before, _fixture.Tables());
    }

    [Fact]
    public void Replace_OneThatCannotBePutBack_PutsTheOthersBackAndTellsTheFirstFault()
    {
        var before = _fixture.Tables();
        var stock = Path.Combine(_fixture.Framework, "stock.csv");
        Directory.CreateDirectory(Path.Combine(_fixture.Framework, "folder"));
        var tables = new MeddledTables(["stock.csv", "ages.csv", "new.csv", "folder"], () =>
        {
            if (!File.Exists(stock) || File.ReadAllText(stock) != "new")
                return;
            File.Delete(stock);
            Directory.CreateDirectory(stock);
        });

        var fault = Assert.Throws<IOException>(() => TableSwap.Replace(_fixture.Framework, _from.Path, tables));
        Assert.Contains(Path.Combine(_fixture.Framework, "folder"), fault.Message);
        Assert.EndsWith("Could not be put back: stock.csv.", fault.Message);
        before.Remove("stock.csv");
        Assert.Equal(before, _fixture.Tables());
    }

    [Fact]
    public void Replace_OneThatCannotBeLaidAside_LeavesNothingBehind()
    {
        var before = _fixture.Tables();
        Directory.CreateDirectory(Path.Combine(_fixture.Framework, ".new.csv.tmp"));
        Directory.CreateDirectory(Path.Combine(_fixture.Framework, "folder"));

        Assert.ThrowsAny<Exception>(() => TableSwap.Replace(_fixture.Framework, _from.Path, ["new.csv", "stock.csv"]));
        Assert.ThrowsAny<Exception>(() => TableSwap.Replace(_fixture.Framework, _from.Path, ["stock.csv", "new.csv"]));
        Assert.Equal(before, _fixture.Tables());
    }

    /// <summary>Names of tables; somebody else is at work in the folder before the last is taken.</summary>
    private sealed class MeddledTables(string[] names, Action beforeLast) : IReadOnlyList<string>
    {
        public int Count => names.Length;

        public string this[int index] => names[index];

        public IEnumerator<string> GetEnumerator()
        {
            foreach (var (index, name) in names.Index())
            {
                if (index == names.Length - 1)
                    beforeLast();
                yield return name;
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
