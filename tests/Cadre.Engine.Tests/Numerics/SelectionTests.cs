using Cadre.Engine.Futures;
using Cadre.Engine.Numerics;

namespace Cadre.Engine.Tests.Numerics;

/// <summary>Order statistics against sorting.</summary>
public sealed class SelectionTests
{
    public static TheoryData<string, double[]> Samples() => new()
    {
        { "one", [3] },
        { "two", [2, 1] },
        { "all the same", [.. Enumerable.Repeat(5.0, 300)] },
        { "few different", [.. Enumerable.Range(0, 300).Select(i => (double)(i * 7 % 3))] },
        { "descending", [.. Enumerable.Range(0, 500).Select(i => 500.0 - i)] },
        { "even", Drawn(1000, u => u) },
        { "long tail", Drawn(1000, u => 1 / (u * u * u)) },
        { "nearly all in one place", Drawn(1000, u => u < 0.001 ? 1e12 : u) },
        { "both signs", Drawn(777, u => u - 0.5) },
        { "neighbours", [.. Enumerable.Range(0, 100).Select(i => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(1) + (i * 37 % 100)))] },
        { "wider than a double", [.. Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? double.MaxValue / (i + 1) : -double.MaxValue / (i + 1))] },
        { "smallest", [.. Enumerable.Range(0, 60).Select(i => i * 7 % 60 * double.Epsilon)] },
    };

    private static double[] Drawn(int count, Func<double, double> of) => [.. Enumerable.Range(1, count).Select(i => of(Philox.ToUnit(Philox.Draw(7, (uint)i, 0, 0, 0))))];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Place_Ranks_HoldWhatTheyHoldSorted(string name, double[] sample)
    {
        int[] ranks = [.. new[] { 0.0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1 }.Select(p => (int)((sample.Length - 1) * p))];
        double[] sorted = [.. sample.Order()];
        double[] values = [.. sample];
        Selection.Place(values, ranks);

        Assert.All(ranks, rank => Assert.Equal(sorted[rank], values[rank]));
        Assert.True(sorted.SequenceEqual(values.Order()), $"{name}: a value was lost.");
    }
}
