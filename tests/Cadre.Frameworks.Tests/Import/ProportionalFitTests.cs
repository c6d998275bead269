using Cadre.Frameworks.Import.Plans;

namespace Cadre.Frameworks.Tests.Import;

/// <summary>Tables from their margins, and parts that add up to their whole.</summary>
public sealed class ProportionalFitTests
{
    [Fact]
    public void Fit_NothingKnown_IsTheProductOfTheMargins() =>
        Assert.Equal([[1200, 2800], [1800, 4200]], ProportionalFit.Fit([4000, 6000], [3000, 7000], (_, _) => null));

    [Fact]
    public void Fit_KnownCells_AreKeptAndTheOthersShareTheRest() =>
        Assert.Equal([[0, 4000, 0], [1000, 1500, 2500], [1000, 1500, 2500]], ProportionalFit.Fit([4000, 5000, 5000], [2000, 7000, 5000], (r, c) => r > 0 ? null : c == 1 ? 4000 : 0));

    [Fact]
    public void Fit_CellsThatAreNoWholeHundredths_StillAddUpExactly()
    {
        long[] rows = [100, 100, 101], columns = [99, 101, 101];
        var table = ProportionalFit.Fit(rows, columns, (_, _) => null);
        Assert.Equal(rows, table.Select(row => row.Sum()));
        Assert.Equal(columns, columns.Select((_, c) => table.Sum(row => row[c])));
    }

    [Theory]
    [InlineData(100, 101, null)]
    [InlineData(100, 100, 150L)]
    [InlineData(100, 100, 50L)]
    public void Fit_MarginsThatCannotBeMet_AreRefused(long rows, long columns, long? onlyCell) =>
        Assert.Throws<InvalidDataException>(() => ProportionalFit.Fit([rows], [columns], (_, _) => onlyCell));

    [Fact]
    public void Spread_Remainders_GoToTheLargestAndAmongEqualsTheFirst()
    {
        Assert.Equal([34, 33, 33], Hundredths.Spread(100, [1.0, 1, 1]));
        Assert.Equal([12, 25, 63], Hundredths.Spread(100, [1.0, 2, 5.05]));
        Assert.Equal([0, 0], Hundredths.Spread(0, [0.0, 0]));
        Assert.Throws<InvalidDataException>(() => Hundredths.Spread(1, [0.0, 0]));
    }
}
