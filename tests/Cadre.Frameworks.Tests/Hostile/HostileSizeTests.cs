using System.IO.Compression;
using System.Text;
using Cadre.Frameworks.Import;
using Cadre.Frameworks.Import.Publications;
using Cadre.Frameworks.Import.StaffLists;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Tests.Import;

namespace Cadre.Frameworks.Tests.Hostile;

/// <summary>Files that are far larger than any of their kind, or say that they are: refused by name, in little memory.</summary>
[Collection(StaffListSizeTests.Name)]
public sealed class HostileSizeTests : IDisposable
{
    private const long LineLength = 200_000_000;

    /// <summary>What reading the small framework beside it takes, twice over.</summary>
    private const long MostAllocated = 40_000_000;

    private const string TooLong = "found a line that is longer than 65,536 bytes, expected lines that are shorter";

    private readonly HostileNation _nation = new();

    public void Dispose() => _nation.Dispose();

    [Theory]
    [InlineData("headcount.csv", false)]
    [InlineData("headcount.csv", true)]
    [InlineData("framework.yaml", false)]
    [InlineData("framework.yaml", true)]
    public void Read_LineOf200Megabytes_IsRefusedInLittleMemory(string file, bool isQuoted)
    {
        WriteLine(_nation[file], "", isQuoted);
        var faults = Bounded(() => _nation.Faults());
        Assert.Equal($"{file}, line 1: {TooLong}", Assert.Single(faults, fault => fault.StartsWith(file, StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_LongLineBehindShortOnes_NamesItsNumber()
    {
        File.AppendAllText(_nation["headcount.csv"], $"T1,{new string('1', 70_000)}\n");
        Assert.Equal($"headcount.csv, line 6: {TooLong}", _nation.Fault());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ScenarioAndColumns_LineOf200Megabytes_AreRefusedInLittleMemory(bool isQuoted)
    {
        var framework = FrameworkReader.Read(_nation.Folder);
        var file = Path.Combine(_nation.Around, "hostile.yaml");
        WriteLine(file, "name: x\ntext: ", isQuoted);
        Assert.Equal($"hostile.yaml, line 2: {TooLong}", Bounded(() => _nation.Fault(() => ScenarioReader.Read(file, framework))));
        Assert.Equal($"hostile.yaml, line 2: {TooLong}", Bounded(() => _nation.Fault(() => StaffListImport.Import(new StaffListOptions { Framework = _nation.Folder, List = file, Columns = file }))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void StaffList_LineOf200Megabytes_IsRefusedInLittleMemory(bool isQuoted)
    {
        var list = Path.Combine(_nation.Around, "list.csv");
        WriteLine(list, $"{StaffListFixture.Header}\n", isQuoted);
        Assert.Equal(
            "list.csv, line 1: found after this line one of more than 65,536 bytes, expected lines of a staff list, one for each post held",
            Bounded(() => _nation.Fault(() => StaffListImport.Import(new StaffListOptions { Framework = _nation.Folder, List = list, Source = "synthetic" }))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Publication_LineOf200Megabytes_IsRefusedInLittleMemory(bool isQuoted)
    {
        WriteLine(Path.Combine(_nation.Around, "people.csv"), "year,people\n", isQuoted);
        Assert.Equal(
            "people.csv, line 2: found a row that is longer than 65,536 bytes, expected rows that are shorter, and every quote closed",
            Bounded(() => _nation.Fault(() => PublishedFile.Read(_nation.Around, new Publication { File = "people.csv" }, "year", "people"))));
        var options = new PublicationOptions { Framework = _nation.Folder, Publication = Path.Combine(_nation.Around, "people.csv") };
        Assert.Equal(
            "people.csv, line 2: found a row that is longer than 65,536 bytes, expected rows that are shorter, and every quote closed",
            Bounded(() => _nation.Fault(() => PublicationImport.Import(options))));
    }

    [Fact]
    public void ColumnsOfAPublication_LineOf200Megabytes_IsRefusedInLittleMemory()
    {
        var file = Path.Combine(_nation.Around, "hostile.yaml");
        WriteLine(file, "sheet: x\nperiod: ", isQuoted: false);
        Assert.Equal($"hostile.yaml, line 2: {TooLong}", Bounded(() => _nation.Fault(() => PublicationColumns.Read(file, new Problems()))));
    }

    [Fact]
    public void StaffList_GzipBombOfRows_IsRefusedInLittleMemory()
    {
        var list = Pack(StaffListFixture.Header + "\n", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("p1,T1,nurses,,30,2025-01-15,1\n", 4_096))), times: 800);
        var fault = Bounded(() => _nation.Fault(() => StaffListImport.Import(new StaffListOptions { Framework = _nation.Folder, List = list, Source = "synthetic" })));
        Assert.EndsWith(": found after this line compressed data that unpacks to over 250 times its size, expected a staff list, as CSV or packed with gzip", fault);
    }

    [Fact]
    public void StaffList_GzipBombOfOneLine_IsRefusedInLittleMemory()
    {
        var list = Pack(StaffListFixture.Header + "\n", new byte[1 << 17], times: 200);
        Assert.Equal(
            "list.csv.gz, line 1: found after this line one of more than 65,536 bytes, expected lines of a staff list, one for each post held",
            Bounded(() => _nation.Fault(() => StaffListImport.Import(new StaffListOptions { Framework = _nation.Folder, List = list, Source = "synthetic" }))));
    }

    [Fact]
    public void StaffList_GzipCutInASecondMember_IsRefused()
    {
        var list = Pack(StaffListFixture.Header + "\n", "p1,T1,nurses,,30,2025-01-15,1\n"u8.ToArray(), times: 1);
        var whole = File.ReadAllBytes(list);
        File.WriteAllBytes(list, [.. whole, .. whole[..(whole.Length - 9)]]);
        Assert.EndsWith(": found after this line compressed data that breaks off or is spoilt, expected a whole file of gzip", _nation.Fault(() => StaffListImport.Import(new StaffListOptions { Framework = _nation.Folder, List = list, Source = "synthetic" })));
    }

    /// <summary>Does it, and fails where it takes more memory than it should.</summary>
    private static T Bounded<T>(Func<T> act)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var result = act();
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, MostAllocated);
        return result;
    }

    /// <summary>Writes a line of which the first megabyte is letters; the rest takes no room on the disk.</summary>
    private static void WriteLine(string path, string start, bool isQuoted)
    {
        using var file = File.Create(path);
        file.Write(Encoding.UTF8.GetBytes(start + (isQuoted ? "\"" : "")));
        var block = new byte[1 << 20];
        Array.Fill(block, (byte)'x');
        file.Write(block);
        file.SetLength(LineLength);
    }

    private string Pack(string header, byte[] block, int times)
    {
        var path = Path.Combine(_nation.Around, "list.csv.gz");
        using var file = new GZipStream(File.Create(path), CompressionLevel.SmallestSize);
        file.Write(Encoding.UTF8.GetBytes(header));
        for (var i = 0; i < times; i++)
            file.Write(block);
        return path;
    }
}
