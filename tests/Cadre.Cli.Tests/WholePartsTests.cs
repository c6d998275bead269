using Cadre.Cli.Comparisons;

namespace Cadre.Cli.Tests;

public class WholePartsTests
{
    [Theory]
    [InlineData(3, new[] { 1.5, 1.25, 0.25 }, new long[] { 2, 1, 0 })]
    [InlineData(-4, new[] { -1.5, -2.5 }, new long[] { -1, -3 })]
    [InlineData(1, new[] { 0.25, 0.25 }, new long[] { 1, 0 })]
    [InlineData(0, new[] { 0.4, 0.4 }, new long[] { 0, 0 })]
    [InlineData(1, new[] { 1.0, 1.0 }, new long[] { 1, 0 })]
    public void Of_Parts_SumToTheTotal(long total, double[] parts, long[] whole) => Assert.Equal(whole, WholeParts.Of(total, parts));

    [Fact]
    public void OfTree_EveryRow_IsTheSumOfThoseBelowAndWithinOneOfItsValue()
    {
        double[] values = [10.5, 4.2, 1.4, 1.4, 1.4, 6.3, 3.15, 3.15];
        int[] depths = [0, 1, 2, 2, 2, 1, 2, 2];
        var whole = WholeParts.OfTree(values, depths);
        Assert.Equal(whole[0], whole[1] + whole[5]);
        Assert.Equal(whole[1], whole[2] + whole[3] + whole[4]);
        Assert.Equal(whole[5], whole[6] + whole[7]);
        Assert.All(whole.Zip(values), pair => Assert.InRange(pair.First - pair.Second, -1.0001, 1.0001));
    }
}
