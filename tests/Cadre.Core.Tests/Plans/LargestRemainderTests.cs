using Cadre.Core.Plans;

namespace Cadre.Core.Tests.Plans;

public sealed class LargestRemainderTests
{
    [Theory]
    [InlineData("10", new double[] { 1, 1, 1 }, new double[] { 3.34, 3.33, 3.33 })]
    [InlineData("-10", new double[] { 1, 1, 1 }, new double[] { -3.34, -3.33, -3.33 })]
    [InlineData("0.01", new double[] { 1, 5, 2 }, new double[] { 0, 0.01, 0 })]
    [InlineData("0.02", new double[] { 0, 0 }, new double[] { 0.01, 0.01 })]
    [InlineData("7", new double[] { 0, 3 }, new double[] { 0, 7 })]
    public void Share_KnownCases_GivesTheLargestRemaindersMore(string whole, double[] weights, double[] parts) =>
        Assert.Equal(parts.Select(part => (decimal)part), LargestRemainder.Share(decimal.Parse(whole, System.Globalization.CultureInfo.InvariantCulture), weights));

    [Fact]
    public void ShareExactly_DecimalShares_AreExactWhereFloatingNumbersAreNot()
    {
        // 0.1 + 0.2 per cent of 1,000.00 are 1.00 and 2.00 exactly, and the rest stays whole.
        Assert.Equal([1, 2, 997], LargestRemainder.ShareExactly(1000m, (decimal[])[0.1m, 0.2m, 99.7m]));
        Assert.Equal([0.34m, 0.33m, 0.33m], LargestRemainder.ShareExactly(1m, (decimal[])[1, 1, 1]));
        Assert.Equal([0, -0.01m], LargestRemainder.ShareExactly(-0.01m, (decimal[])[1, 2]));
        Assert.Throws<ArgumentException>(() => LargestRemainder.ShareExactly(1m, (decimal[])[0, 0]));
        Assert.Throws<ArgumentException>(() => LargestRemainder.ShareExactly(1m, (decimal[])[1, -1]));
        Assert.Throws<ArgumentException>(() => LargestRemainder.ShareExactly(0.001m, (decimal[])[1]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Share_ManyWholesAndWeights_AddsUpExactlyAndStaysWithinAHundredth(int seed)
    {
        // A linear congruence: the same cases every time.
        ulong state = (ulong)seed;
        double Next() => (state = (state * 6364136223846793005UL) + 1442695040888963407UL) / (double)ulong.MaxValue;
        for (var i = 0; i < 500; i++)
        {
            var whole = Math.Round((decimal)((Next() - 0.5) * Math.Pow(10, Next() * 7)), 2);
            double[] weights = [.. Enumerable.Range(0, 1 + (int)(Next() * 60)).Select(_ => Next() * Math.Pow(10, Next() * 6))];
            var parts = LargestRemainder.Share(whole, weights);
            Assert.Equal(whole, parts.Sum());
            Assert.All(parts.Zip(weights), part => Assert.InRange(Math.Abs((double)part.First - ((double)whole * part.Second / weights.Sum())), 0, 0.0100001));
        }
    }

    [Fact]
    public void Share_WhatCannotBeShared_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => LargestRemainder.Share(0.001m, [1]));
        Assert.Throws<ArgumentException>(() => LargestRemainder.Share(1, []));
        Assert.Throws<ArgumentException>(() => LargestRemainder.Share(1, [1, -1]));
        Assert.Throws<ArgumentException>(() => LargestRemainder.Share(1, [double.NaN]));
    }
}
