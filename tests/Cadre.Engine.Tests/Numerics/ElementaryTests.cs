using Cadre.Engine.Numerics;

namespace Cadre.Engine.Tests.Numerics;

public sealed class ElementaryTests
{
    [Fact]
    public void Exp_WholeRange_AgreesWithTheLibrary()
    {
        for (var k = 0; k <= 400_000; k++)
        {
            var x = -708 + (k * 1416.0 / 400_000);
            AssertRelative(Math.Exp(x), Elementary.Exp(x), 4e-16, x);
        }
    }

    [Fact]
    public void Exp_SmallHazards_AgreesWithTheLibrary()
    {
        for (var k = 0; k <= 100_000; k++)
            AssertRelative(Math.Exp(-k / 1e5), Elementary.Exp(-k / 1e5), 4e-16, -k / 1e5);
    }

    [Fact]
    public void Exp_NextToOverAndUnderflow_AgreesWithTheLibrary()
    {
        for (var x = 708.0; x < 709.78; x += 0.001)
            AssertRelative(Math.Exp(x), Elementary.Exp(x), 4e-16, x);
        for (var x = -708.0; x > -746; x -= 0.01)
            Assert.InRange(Elementary.Exp(x) - Math.Exp(x), -double.Epsilon - (4e-16 * Math.Exp(x)), double.Epsilon + (4e-16 * Math.Exp(x)));
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(709.79, double.PositiveInfinity)]
    [InlineData(1e300, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(-745.2, 0.0)]
    [InlineData(-1e300, 0.0)]
    [InlineData(double.NegativeInfinity, 0.0)]
    [InlineData(double.NaN, double.NaN)]
    public void Exp_EdgeOfItsRange_IsTheLimit(double x, double expected) => Assert.Equal(expected, Elementary.Exp(x));

    [Fact]
    public void Log_WholeRange_AgreesWithTheLibrary()
    {
        for (var k = 0; k <= 200_000; k++)
        {
            var x = Math.Exp(-707 + (k * 1414.0 / 200_000));
            AssertRelative(Math.Log(x), Elementary.Log(x), 4e-16, x);
        }
    }

    [Fact]
    public void Log_NextToOneAndBelowNormalNumbers_AgreesWithTheLibrary()
    {
        for (var k = 1; k <= 100_000; k++)
            AssertRelative(Math.Log(0.5 + (k / 1e5)), Elementary.Log(0.5 + (k / 1e5)), 4e-16, 0.5 + (k / 1e5));
        foreach (var x in (double[])[double.Epsilon, 1e-320, 2.2e-308, double.MaxValue, 1 + 1e-15, 1 - 1e-15])
            AssertRelative(Math.Log(x), Elementary.Log(x), 4e-16, x);
    }

    [Theory]
    [InlineData(1.0, 0.0)]
    [InlineData(0.0, double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(-1.0, double.NaN)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void Log_EdgeOfItsRange_IsTheLimit(double x, double expected) => Assert.Equal(expected, Elementary.Log(x));

    [Fact]
    public void Pow_OrdinaryRange_AgreesWithTheLibrary()
    {
        for (var x = 0.01; x < 50; x *= 1.07)
        {
            for (var y = -3.0; y <= 3; y += 0.0625)
                AssertRelative(Math.Pow(x, y), Elementary.Pow(x, y), 1e-14, x);
        }
    }

    [Theory]
    [InlineData(0.0, 0.0, 1.0)]
    [InlineData(1.7, 0.0, 1.0)]
    [InlineData(double.NaN, 0.0, 1.0)]
    [InlineData(1.0, 2.5, 1.0)]
    [InlineData(1.0, double.PositiveInfinity, 1.0)]
    [InlineData(1.7, 1.0, 1.7)]
    [InlineData(0.0, 1.0, 0.0)]
    [InlineData(0.0, 0.5, 0.0)]
    [InlineData(0.0, -0.5, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, 2.0, double.PositiveInfinity)]
    [InlineData(-2.0, 1.0, double.NaN)]
    [InlineData(-2.0, 2.0, double.NaN)]
    public void Pow_SpecialValue_IsExact(double x, double y, double expected) => Assert.Equal(expected, Elementary.Pow(x, y));

    // 20 digits by mpmath, of the double that is the argument
    [Theory]
    [InlineData(0.975, 1.9599639845400538556)]
    [InlineData(0.05, -1.644853626951472688)]
    [InlineData(0.3, -0.52440051270804081597)]
    [InlineData(0.925, 1.4395314709384562291)]
    [InlineData(0.0750001, -1.4395307645017296865)]
    [InlineData(0.9999, 3.7190164854557083867)]
    [InlineData(1e-10, -6.3613409024040561991)]
    [InlineData(1e-300, -37.047096299361199237)]
    public void InverseNormal_KnownProbability_IsTheKnownValue(double p, double expected) =>
        AssertRelative(expected, Elementary.InverseNormal(p), 1e-15, p);

    [Theory]
    [InlineData(0.5, 0.0)]
    [InlineData(0.0, double.NegativeInfinity)]
    [InlineData(1.0, double.PositiveInfinity)]
    [InlineData(-0.1, double.NaN)]
    [InlineData(1.1, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void InverseNormal_EdgeOfItsRange_IsTheLimit(double p, double expected) =>
        Assert.Equal(expected, Elementary.InverseNormal(p));

    [Theory]
    [InlineData(1e-10, 23.025850929882735237)]
    [InlineData(0.5, 0.57236494292470008707)]
    [InlineData(1.0, 0.0)]
    [InlineData(1.5, -0.12078223763524522235)]
    [InlineData(2.0, 0.0)]
    [InlineData(2.5, 0.28468287047291915963)]
    [InlineData(7.99, 8.5050116060884811057)]
    [InlineData(8.0, 8.5251613610654143002)]
    [InlineData(30.25, 72.104204742007999824)]
    [InlineData(1e6, 12815504.56914761166)]
    public void LogGamma_KnownArgument_IsTheKnownValue(double x, double expected) =>
        Assert.InRange(Elementary.LogGamma(x) - expected, -1e-14 * Math.Max(1, expected), 1e-14 * Math.Max(1, expected));

    [Theory]
    [InlineData(0.0, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(-1.5, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void LogGamma_EdgeOfItsRange_IsTheLimit(double x, double expected) => Assert.Equal(expected, Elementary.LogGamma(x));

    // exponentials, logarithms and powers also computed in Python's doubles, with the same bits
    [Fact]
    public void EveryFunction_AnyMachine_HasTheFrozenBits()
    {
        double[] values =
        [
            Elementary.Exp(-0.0123), Elementary.Exp(1), Elementary.Exp(-700.7), Elementary.Exp(-740.1), Elementary.Exp(309.3),
            Elementary.Log(0.1), Elementary.Log(3), Elementary.Log(1e-310), Elementary.Pow(0.83, 0.7), Elementary.Pow(1.37, 2.9),
            Elementary.InverseNormal(0.31), Elementary.InverseNormal(0.987), Elementary.InverseNormal(1e-40),
            Elementary.LogGamma(3.7), Elementary.LogGamma(41.3), BetaDistribution.Quantile(2.2, 3.8, 0.123),
        ];
        string[] frozen =
        [
            "3fef9bdb0562bf4c", "4005bf0a8b14576a", "00c130e7f11093c4", "000000000000004d",
            "5bd2b5394cba01b4", "c0026bb1bbb55515", "3ff193ea7aad030a", "c0864e69394d9508",
            "3fec16429e09b71f", "4003eeee09d3d3e3", "bfdfbc03186452c5", "4001cf481db9801e",
            "c02a9f311603cc13", "3ff6d9625e359b78", "405bdba848bd4cec", "3fc370c60c321147",
        ];
        Assert.Equal(frozen, values.Select(value => BitConverter.DoubleToInt64Bits(value).ToString("x16")));
    }

    private static void AssertRelative(double expected, double actual, double tolerance, double argument) =>
        Assert.True(
            Math.Abs(actual - expected) <= tolerance * Math.Abs(expected),
            $"At {argument:R}: {actual:R} is not {expected:R}, relative error {(actual - expected) / expected:E2}.");
}
