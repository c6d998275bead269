using Cadre.Frameworks.Reading;
using CsvHelper;

namespace Cadre.Frameworks.Tests.Reading;

public sealed class CsvCellsTests
{
    private static readonly CsvReaderOptions OneLine = new() { HasHeader = false, Separator = ',', AllowLineBreaksInQuotes = false, SkipEmptyLines = false };

    /// <summary>Every line of up to eight of these letters: the library either splits it into the same cells, or finds a quote in it that should not be there.</summary>
    [Fact]
    public void Split_AnyLine_IsAsTheLibrarySplitsIt()
    {
        var cells = new CsvCells();
        foreach (var line in Lines(8).Where(line => line.Length > 0))
        {
            if (cells.Split(line) is { } found)
                Assert.Equal(ByTheLibrary(line), found);
            else
                Assert.Null(ByTheLibrary(line));
        }
    }

    [Fact]
    public void Split_CellAsAbove_IsTheSameString()
    {
        var cells = new CsvCells();
        var above = cells.Split("a,same,\"same, quoted\"")!;
        var below = cells.Split("b,same,\"same, quoted\"")!;

        Assert.Equal(["b", "same", "same, quoted"], below);
        Assert.Same(above[1], below[1]);
        Assert.Same(above[2], below[2]);
    }

    private static IEnumerable<string> Lines(int length) =>
        length == 0 ? [""] : Lines(length - 1).SelectMany(line => line.Length < length - 1 ? [line] : new[] { line, line + 'a', line + ',', line + '"', line + ' ' }).Distinct();

    /// <summary>The cells; null where the library finds a fault.</summary>
    private static string[]? ByTheLibrary(string line)
    {
        var isBad = false;
        using var reader = CsvReader.FromText(line, OneLine with { OnMalformedRecord = _ => isBad = true });
        reader.Read();
        return isBad ? null : [.. reader.Current.ToArray()];
    }
}
