using Cadre.Engine.Futures;
using Cadre.Engine.Model;
using Cadre.Engine.Numerics;

namespace Cadre.Engine.Tests.Futures;

public sealed class CorrelatedColumnTests
{
    private const ulong Seed = 20261031;
    private const int Size = 2000;

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(7, -0.9)]
    [InlineData(1000, 1)]
    [InlineData(1000, 0.3)]
    public void Column_RowOfAGroup_HoldsEachStratumOnce(int size, double correlation)
    {
        var strata = LatinHypercube.Column(Seed, Row("a", "pay", correlation), size, 1, size).Select(u => (int)Math.Floor(u * size));

        Assert.Equal(Enumerable.Range(0, size), strata.Order());
    }

    // the normal copula's rank correlation, and Bonett and Wright's standard error of Spearman's (Psychometrika 65, 2000)
    [Theory]
    [InlineData(0.9, 0.8)]
    [InlineData(0.5, 0.5)]
    [InlineData(0.9, -0.7)]
    [InlineData(-0.6, -0.6)]
    [InlineData(1, 0.6)]
    [InlineData(0.2, 0.1)]
    public void Column_TwoRowsOfAGroup_RankCorrelationIsTheNormalCopulas(double first, double second)
    {
        var expected = 6 / Math.PI * Math.Asin(first * second / 2);
        var error = Math.Sqrt((1 + (expected * expected / 2)) / (Size - 3)) * (1 - (expected * expected));

        Assert.InRange(RankCorrelation(Row("a", "pay", first), Row("b", "pay", second)), expected - (4 * error), expected + (4 * error));
    }

    [Fact]
    public void Column_WhollyCorrelatedRows_HaveTheSameOrderOrItsReverse()
    {
        int[] Strata(Assumption row) => [.. LatinHypercube.Column(Seed, row, Size, 1, Size).Select(u => (int)Math.Floor(u * Size))];
        var one = Strata(Row("a", "pay", 1));

        Assert.Equal(one, Strata(Row("b", "pay", 1)));
        Assert.Equal(one, Strata(Row("c", "pay", -1)).Select(stratum => Size - 1 - stratum));
    }

    [Fact]
    public void Column_RowsOfDifferentGroups_AreNotCorrelated() =>
        Assert.InRange(RankCorrelation(Row("a", "pay", 0.9), Row("b", "training", 0.9)), -4 / Math.Sqrt(Size), 4 / Math.Sqrt(Size));

    // the strata and places of docs/method.md section 6, put together here from columns without a group
    [Fact]
    public void Column_RowOfAGroup_IsTheRankOfItsScoreAndTheRowsOwnPlace()
    {
        const double correlation = 0.6;
        var common = LatinHypercube.Column(Seed, "group:pay", 50, 1, 50);
        var own = LatinHypercube.Column(Seed, "a", 50, 1, 50);
        double[] scores = [.. common.Zip(own, (g, u) => (0.6 * Elementary.InverseNormal(g)) + (Math.Sqrt(1 - (0.6 * 0.6)) * Elementary.InverseNormal(u)))];
        var column = LatinHypercube.Column(Seed, Row("a", "pay", correlation), 50, 1, 50);

        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(scores.Count(score => score < scores[i]), (int)Math.Floor(column[i] * 50));
            Assert.Equal((own[i] * 50) - Math.Floor(own[i] * 50), (column[i] * 50) - Math.Floor(column[i] * 50), 1e-12);
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(37, 141)]
    [InlineData(250, 250)]
    public void Column_PartOfTheDesign_IsThePartOfTheWhole(int first, int last)
    {
        var row = Row("a", "pay", 0.7);

        Assert.Equal(LatinHypercube.Column(Seed, row, 250, 1, 250)[(first - 1)..last], LatinHypercube.Column(Seed, row, 250, first, last));
    }

    [Fact]
    public void Column_RowWithoutAGroup_KeepsItsBits() =>
        Assert.Equal(LatinHypercube.Column(Seed, "a", 100, 1, 100), LatinHypercube.Column(Seed, Row("a", null, 0), 100, 1, 100));

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(10, 6, 5)]
    [InlineData(10, 1, 11)]
    public void Column_FuturesOutsideTheDesign_Throws(int size, int first, int last) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LatinHypercube.Column(Seed, Row("a", "pay", 0.5), size, first, last));

    private static double RankCorrelation(Assumption first, Assumption second)
    {
        double[] Ranks(Assumption row) => [.. LatinHypercube.Column(Seed, row, Size, 1, Size).Select(u => Math.Floor(u * Size) - ((Size - 1) / 2.0))];
        return Ranks(first).Zip(Ranks(second), (x, y) => x * y).Sum() * 12 / (Size * (((double)Size * Size) - 1));
    }

    private static Assumption Row(string id, string? group, double correlation) => new()
    {
        Id = id,
        Parameter = Parameter.LeavingRate,
        Low = 0,
        Central = 0.5,
        High = 1,
        Distribution = DistributionFamily.Uniform,
        CorrelationGroup = group,
        Correlation = correlation,
        Grade = Grade.D,
        Source = "test",
    };
}
