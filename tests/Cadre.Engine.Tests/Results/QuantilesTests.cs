using Cadre.Engine.Results;

namespace Cadre.Engine.Tests.Results;

public sealed class QuantilesTests
{
    // position (n - 1) p from 0: for 1, 2, 4, 8 and p = 0.05 that is 0.15 of the way from 1 to 2
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.05, 1.15)]
    [InlineData(0.5, 3)]
    [InlineData(0.75, 5)]
    [InlineData(0.95, 7.4)]
    [InlineData(1, 8)]
    public void Type7_FourValues_InterpolatesByHand(double p, double expected) =>
        Assert.Equal(expected, Quantiles.Type7([1, 2, 4, 8], p), 1e-14);

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void Type7_OneValue_IsThatValue(double p) => Assert.Equal(3, Quantiles.Type7([3], p));

    [Fact]
    public void Type7_PositionIsWhole_IsTheOrderStatistic() => Assert.Equal(7, Quantiles.Type7([1, 2, 7, 9, 11], 0.5));

    [Fact]
    public void Type7_NoValues_Throws() => Assert.Throws<ArgumentException>(() => Quantiles.Type7([], 0.5));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Type7_NotAProbability_Throws(double p) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Type7([1, 2], p));
}
