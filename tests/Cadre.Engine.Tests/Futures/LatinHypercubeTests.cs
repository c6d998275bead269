using Cadre.Engine.Futures;

namespace Cadre.Engine.Tests.Futures;

public sealed class LatinHypercubeTests
{
    private const ulong Seed = 20261031;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Column_WholeDesign_HoldsEachStratumOnce(int size)
    {
        var strata = LatinHypercube.Column(Seed, "leaving-all", size, 1, size).Select(u => (int)Math.Floor(u * size));

        Assert.Equal(Enumerable.Range(0, size), strata.Order());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 250)]
    [InlineData(37, 141)]
    [InlineData(250, 250)]
    public void Column_PartOfTheDesign_IsThePartOfTheWhole(int first, int last)
    {
        var whole = LatinHypercube.Column(Seed, "leaving-all", 250, 1, 250);

        Assert.Equal(whole[(first - 1)..last], LatinHypercube.Column(Seed, "leaving-all", 250, first, last));
    }

    [Fact]
    public void Column_AnotherAssumptionDrawnBetween_ChangesNothing()
    {
        var before = LatinHypercube.Column(Seed, "leaving-all", 100, 1, 100);
        var other = LatinHypercube.Column(Seed, "leaving-nurses", 100, 1, 100);

        Assert.Equal(before, LatinHypercube.Column(Seed, "leaving-all", 100, 1, 100));
        Assert.NotEqual(before, other);
    }

    [Fact]
    public void Column_OtherSeedOrSize_IsAnotherOrder()
    {
        var column = LatinHypercube.Column(Seed, "leaving-all", 100, 1, 100);

        Assert.NotEqual(column, LatinHypercube.Column(Seed + 1, "leaving-all", 100, 1, 100));
        Assert.NotEqual(column, LatinHypercube.Column(Seed + (1UL << 32), "leaving-all", 100, 1, 100));
        Assert.NotEqual(column[..50], LatinHypercube.Column(Seed, "leaving-all", 101, 1, 50));
    }

    // the Pearson correlation of two independent columns of 2000 has a standard error of 0.022
    [Fact]
    public void Column_TwoAssumptions_AreNotCorrelated()
    {
        var x = LatinHypercube.Column(Seed, "a", 2000, 1, 2000);
        var y = LatinHypercube.Column(Seed, "b", 2000, 1, 2000);
        var correlation = 12 * x.Zip(y, (u, v) => (u - 0.5) * (v - 0.5)).Average();

        Assert.InRange(correlation, -0.08, 0.08);
    }

    // the bits of a separate program in Python
    [Fact]
    public void Column_FixedSeed_HasTheFrozenBits()
    {
        var column = LatinHypercube.Column(Seed, "leaving-all", 5, 1, 5);
        string[] frozen =
            ["3fe2a8bd35204db4", "3fcffc0122059e4a", "3f98c16454010190", "3fe823b964492fe7", "3fef777a9b6f61be"];

        Assert.Equal(frozen, column.Select(u => BitConverter.DoubleToInt64Bits(u).ToString("x16")));
    }

    // the first three are test vectors of the hash's authors; the last is two bytes of UTF-8
    [Theory]
    [InlineData("", 0xcbf29ce484222325)]
    [InlineData("a", 0xaf63dc4c8601ec8c)]
    [InlineData("foobar", 0x85944171f73967e8)]
    [InlineData("\u00e9", 0x0ac21707b7181e01)]
    public void Fnv1A_KnownText_IsTheKnownHash(string text, ulong expected) => Assert.Equal(expected, LatinHypercube.Fnv1A(text));

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(10, 0, 5)]
    [InlineData(10, 6, 5)]
    [InlineData(10, 1, 11)]
    public void Column_FuturesOutsideTheDesign_Throws(int size, int first, int last) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LatinHypercube.Column(Seed, "a", size, first, last));
}
