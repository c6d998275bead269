using System.Runtime.Intrinsics;
using Cadre.Engine.Kernel;
using Cadre.Engine.Numerics;

namespace Cadre.Engine.Tests.Kernel;

/// <summary>Eight numbers at once against one at a time, to the bit.</summary>
public sealed class LaneTests
{
    [Fact]
    public void Exp_ManyArguments_HasTheBitsOfTheScalar()
    {
        for (var i = 0; i < 4000; i++)
        {
            var x = Vector512.Create(Enumerable.Range(0, 8).Select(lane => (i - 2000) * 0.35 * (lane + 1) / 8).ToArray());
            Same(x, Lane.Exp(x), Elementary.Exp);
        }
    }

    [Fact]
    public void Exp_LanesOutOfRange_HaveTheBitsOfTheScalar()
    {
        var x = Vector512.Create(0, -0.0, 709.5, -745, 1e6, -1e6, double.NaN, double.NegativeInfinity);
        Same(x, Lane.Exp(x), Elementary.Exp);
    }

    [Fact]
    public void Pow_LanesWithExactAnswers_HaveTheBitsOfTheScalar()
    {
        var x = Vector512.Create(1, 0, 2, 0.5, 1.1, 3, 0, 1e-300);
        var y = Vector512.Create(5, 0, 1, 2, -1.5, 0.3, 2, 2);
        var result = Lane.Pow(x, y);
        for (var lane = 0; lane < 8; lane++)
            Assert.Equal(BitConverter.DoubleToInt64Bits(Elementary.Pow(x[lane], y[lane])), BitConverter.DoubleToInt64Bits(result[lane]));
    }

    [Fact]
    public void Ratio_NothingBelow_IsNothing() =>
        Assert.Equal(Vector512.Create(2, 0, 0, 0.5, 0, 0, 0, 0), Lane.Ratio(Vector512.Create(4, 1, -1, 1, 0, 0, 0, 0.0), Vector512.Create(2, 0, -2, 2, 1, 1, double.NaN, 1)));

    [Fact]
    public void Memory_AnyLength_BeginsAtACacheLineAndIsAllThere()
    {
        foreach (var length in new[] { 1, 2, 3, 100, 100_000 })
        {
            var memory = new LaneMemory(length);
            Assert.Equal(length, memory.Span.Length);
            Assert.Equal(8 * length, memory.Doubles.Length);
            memory.Span.Fill(Vector512.Create(7.0));
            memory.Slice(length - 1, 1)[0] = Vector512.Create(8.0);
            Assert.Equal((8 * (length - 1) * 7) + 64, memory.Doubles.ToArray().Sum());
            unsafe
            {
                fixed (double* first = memory.Doubles)
                    Assert.Equal(0, (long)first % 64);
            }
        }
    }

    private static void Same(Vector512<double> x, Vector512<double> result, Func<double, double> scalar)
    {
        for (var lane = 0; lane < 8; lane++)
            Assert.Equal(BitConverter.DoubleToInt64Bits(scalar(x[lane])), BitConverter.DoubleToInt64Bits(result[lane]));
    }
}
