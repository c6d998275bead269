using Cadre.Engine.Results;

namespace Cadre.Engine.Tests.Results;

public sealed class RankCorrelationTests
{
    [Theory]
    [InlineData(new[] { 1.0, 2, 3, 4 }, new[] { 1.0, 10, 100, 1000 })]
    [InlineData(new[] { 1.0, 2, 3, 4 }, new[] { 9.0, 3, 1, -5 })]
    public void Squared_SameOrMirroredOrder_IsOne(double[] x, double[] y) => Assert.Equal(1, RankCorrelation.Squared(x, y));

    // without ties rho = 1 - 6 sum d^2 / (n (n^2 - 1)): d = 0, 1, -1, 1, -1, so rho = 1 - 24 / 120 = 0.8
    [Fact]
    public void Squared_NoTies_IsTheTextbookFormula() =>
        Assert.Equal(0.64, RankCorrelation.Squared([10, 20, 30, 40, 50], [1, 3, 2, 5, 4]), 1e-15);

    // ranks 1, 2.5, 2.5, 4 and 1, 2, 3.5, 3.5 less 2.5: squares sum to 4.5 on both sides, products to 2.25 + 1.5
    [Fact]
    public void Squared_Ties_TakeTheirMeanRank() =>
        Assert.Equal(3.75 * 3.75 / (4.5 * 4.5), RankCorrelation.Squared([5, 6, 6, 9], [1, 2, 8, 8]), 1e-15);

    [Fact]
    public void Squared_EitherSideConstant_IsZero()
    {
        Assert.Equal(0, RankCorrelation.Squared([1, 1, 1], [1, 2, 3]));
        Assert.Equal(0, RankCorrelation.Squared([1, 2, 3], [4, 4, 4]));
    }

    [Fact]
    public void Squared_FewerThanThreePairs_IsZero() => Assert.Equal(0, RankCorrelation.Squared([1, 2], [1, 2]));

    [Fact]
    public void Squared_UnequalLengths_Throws() => Assert.Throws<ArgumentException>(() => RankCorrelation.Squared([1, 2, 3], [1, 2]));
}
