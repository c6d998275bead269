using System.Text;

namespace Cadre.Frameworks.Tests.Hostile;

/// <summary>Tables whose bytes, lines or columns are not those of a table.</summary>
public sealed class HostileTextTests : IDisposable
{
    private const string Stock = "place,service,staff_group,heads,fte,source,grade,known_on,note";

    private readonly HostileNation _nation = new();

    public void Dispose() => _nation.Dispose();

    [Fact]
    public void Read_CutInAQuotedCell_NamesTheLine()
    {
        File.WriteAllText(_nation["headcount.csv"], "place,headcount,source,grade,known_on,note\nT1,770,synthetic,D,2026-02-26,\"half a no");
        Assert.Equal("headcount.csv, line 2: found a quote that is not closed, expected a quote at both ends of the cell, on one line, and two for each quote within", _nation.Fault());
    }

    public static TheoryData<string, byte[]> NoUtf8 => new()
    {
        { "a letter cut in two", [0xC3] },
        { "a lone surrogate", [0xED, 0xA0, 0x80] },
        { "an overlong slash", [0xC0, 0xAF] },
        { "beyond Unicode", [0xF4, 0x90, 0x80, 0x80] },
    };

    [Theory]
    [MemberData(nameof(NoUtf8))]
    public void Read_BytesThatAreNoText_NamesTheLine(string what, byte[] bytes)
    {
        Assert.NotEmpty(what);
        File.WriteAllBytes(_nation["headcount.csv"], [.. "place,headcount,source,grade,known_on,note\nT1,770,synthetic,D,2026-02-26,caf"u8, .. bytes]);
        Assert.Equal("headcount.csv, line 2: found bytes that are not UTF-8, expected plain text in UTF-8", _nation.Fault());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_Utf16_IsRefused(bool hasMark)
    {
        var text = Encoding.Unicode.GetBytes(File.ReadAllText(_nation["stock.csv"]));
        File.WriteAllBytes(_nation["stock.csv"], hasMark ? [.. Encoding.Unicode.Preamble, .. text] : text);
        Assert.Equal("stock.csv, line 1: found a NUL character, expected plain text in UTF-8", _nation.Faults().First(fault => fault.StartsWith("stock.csv", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_OneMillionColumns_IsRefusedByTheLengthOfTheLine()
    {
        File.WriteAllText(_nation["stock.csv"], $"{Stock},{string.Join(',', Enumerable.Range(0, 1_000_000))}\n");
        Assert.Contains("stock.csv, line 1: found a line that is longer than 65,536 bytes, expected lines that are shorter", _nation.Faults());
    }

    [Fact]
    public void Read_ManyUnknownColumns_NamesThemAndShowsNoMoreThanItsBeginning()
    {
        File.WriteAllText(_nation["headcount.csv"], $"place,headcount,source,grade,known_on,note,{new string('x', 60_000)}\n");
        var fault = _nation.Fault();
        Assert.StartsWith($"headcount.csv, line 1, column {new string('x', 200)}… (60,000 letters): found an unknown column", fault);
        Assert.True(fault.Length < 500);
    }

    [Fact]
    public void Read_OneMillionBlankLines_IsOneFault()
    {
        File.AppendAllText(_nation["headcount.csv"], new string('\n', 1_000_000));
        var line = File.ReadLines(_nation["headcount.csv"]).TakeWhile(text => text.Length > 0).Count() + 1;
        Assert.Equal($"headcount.csv, line {line}: found 1,000,000 blank lines from here on, expected 6 cells, as in the header", _nation.Fault());
    }

    [Fact]
    public void Read_LongCell_ShowsItsBeginning()
    {
        FaultyCell(new string('9', 60_000));
        var fault = _nation.Faults().Single(text => text.StartsWith("stock.csv, line 2, column heads", StringComparison.Ordinal));
        Assert.StartsWith($"stock.csv, line 2, column heads: found \"{new string('9', 200)}… (60,000 letters)\", expected a number of heads", fault);
    }

    /// <summary>Found by fuzzing: it was above itself, and what added up the places below it never ended.</summary>
    [Fact]
    public void Read_PlaceThatIsItsOwnParentOnAnotherLevel_IsToldOnce()
    {
        var places = File.ReadAllLines(_nation["places.csv"]);
        var region = Array.FindIndex(places, line => line.Contains(",region,", StringComparison.Ordinal));
        var code = places[region].Split(',')[0];
        var cells = places[region].Replace(",region,", ",trust,", StringComparison.Ordinal).Split(',');
        cells[3] = code;
        File.WriteAllLines(_nation["places.csv"], [.. places, string.Join(',', cells)]);
        Assert.Contains($"places.csv, line {places.Length + 1}, column level: found \"trust\", expected the level of this place in line {region + 1}", _nation.Faults());
    }

    private void FaultyCell(string heads)
    {
        var lines = File.ReadAllLines(_nation["stock.csv"]);
        var cells = lines[1].Split(',');
        cells[3] = heads;
        lines[1] = string.Join(',', cells);
        File.WriteAllLines(_nation["stock.csv"], lines);
    }
}
