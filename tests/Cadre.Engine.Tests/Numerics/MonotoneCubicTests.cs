using Cadre.Engine.Numerics;

namespace Cadre.Engine.Tests.Numerics;

public sealed class MonotoneCubicTests
{
    private static readonly int[] PublishedEdges = [16, 25, 35, 45, 55, 65, 76];
    private static readonly double[] PublishedShares = [0.05, 0.25, 0.27, 0.25, 0.15, 0.03];

    // the same formulas in exact fractions
    [Theory]
    [InlineData(16, 0.0008267234403465272)]
    [InlineData(24, 0.008818311242659882)]
    [InlineData(30, 0.02946005217180296)]
    [InlineData(44, 0.026252307692307693)]
    [InlineData(60, 0.015875833333333332)]
    [InlineData(75, 0.00031304783370899073)]
    public void SpreadToAges_PublishedBands_IsTheExactValue(int age, double expected) =>
        Assert.Equal(expected, MonotoneCubic.SpreadToAges(PublishedEdges, PublishedShares)[age - 16], 1e-15);

    // the end slope's limits: a band without staff beside the first and the last
    [Theory]
    [InlineData(16, 0.0)]
    [InlineData(20, 0.08825)]
    [InlineData(29, 0.00575)]
    [InlineData(30, 0.0)]
    [InlineData(32, 0.0006787536443148689)]
    [InlineData(59, 0.03396956997084548)]
    [InlineData(60, 0.0)]
    public void SpreadToAges_EmptyBandBetween_IsTheExactValue(int age, double expected) =>
        Assert.Equal(expected, MonotoneCubic.SpreadToAges([20, 30, 32, 60], [0.5, 0, 0.5])[age - 16], 1e-15);

    public static TheoryData<int[], double[]> Bands => new()
    {
        { PublishedEdges, PublishedShares },
        { [16, 17, 76], [0.9, 0.1] },
        { [16, 75, 76], [1, 0] },
        { [18, 20, 21, 40, 70], [0, 0.5, 0, 0.5] },
        { [20, 30, 40, 50], [0, 1, 0] },
        { [16, 25, 30, 35, 40, 45, 50, 55, 60, 65, 76], [0.001, 0.4, 0.001, 0.2, 0.0001, 0.1979, 0.05, 0.1, 0.02, 0.03] },
    };

    [Theory]
    [MemberData(nameof(Bands))]
    public void SpreadToAges_AnyBands_GivesBackEveryBand(int[] edges, double[] shares)
    {
        var ages = MonotoneCubic.SpreadToAges(edges, shares);

        Assert.Equal(60, ages.Length);
        Assert.All(ages, share => Assert.InRange(share, 0, 1));
        Assert.Equal(1, ages.Sum(), 1e-14);
        for (var k = 0; k < shares.Length; k++)
            Assert.Equal(shares[k], ages[(edges[k] - 16)..(edges[k + 1] - 16)].Sum(), 1e-14);
    }

    [Fact]
    public void SpreadToAges_SingleBand_IsFlat()
    {
        var ages = MonotoneCubic.SpreadToAges([20, 60], [1]);

        Assert.All(ages[..4], share => Assert.Equal(0, share));
        Assert.All(ages[4..44], share => Assert.Equal(1 / 40.0, share, 1e-15));
        Assert.All(ages[44..], share => Assert.Equal(0, share));
    }

    [Theory]
    [InlineData(new[] { 16, 25 }, new[] { 0.5, 0.5 })]
    [InlineData(new[] { 16 }, new double[0])]
    [InlineData(new[] { 16, 25, 25 }, new[] { 0.5, 0.5 })]
    [InlineData(new[] { 15, 25 }, new[] { 1.0 })]
    [InlineData(new[] { 16, 77 }, new[] { 1.0 })]
    public void SpreadToAges_WrongEdges_Throws(int[] edges, double[] shares) =>
        Assert.Throws<ArgumentException>(() => MonotoneCubic.SpreadToAges(edges, shares));
}
