using Cadre.Engine.Numerics;

namespace Cadre.Engine.Tests.Numerics;

public sealed class BetaShapesTests
{
    // percentiles of whole shapes as sums of binomial terms in 60 digits, by a separate program
    [Theory]
    [InlineData(3, 5, 0.1287563928042426790721, 0.3641160864480826088027, 0.6587385638446640349424)]
    [InlineData(1, 1, 0.05, 0.5, 0.95)]
    [InlineData(1, 4, 0.01274145509856619388686, 0.1591035847462854569689, 0.5271291954984120933491)]
    [InlineData(2, 30, 0.01158531586144359452537, 0.05355205211700273116644, 0.1440903913183447910381)]
    [InlineData(800, 400, 0.6441341233754498056468, 0.6667592878227002574196, 0.6888832336580127384877)]
    [InlineData(30, 3000, 0.007137824077990944417108, 0.009793352689142512073350, 0.01303139507858295475026)]
    [InlineData(60, 900000, 0.00005316608673951092160235, 0.00006629229393013668362136, 0.00008142032609958708842024)]
    public void OfPercentiles_OfKnownShapes_AreThoseShapes(double alpha, double beta, double fifth, double median, double ninetyFifth)
    {
        var shapes = BetaShapes.OfPercentiles(fifth, ninetyFifth);

        Assert.InRange(shapes.Alpha / alpha, 1 - 1e-8, 1 + 1e-8);
        Assert.InRange(shapes.Beta / beta, 1 - 1e-8, 1 + 1e-8);
        Assert.InRange(BetaDistribution.Quantile(alpha, beta, 0.05) / fifth, 1 - 1e-11, 1 + 1e-11);
        Assert.InRange(BetaDistribution.Quantile(alpha, beta, 0.5) / median, 1 - 1e-11, 1 + 1e-11);
        Assert.InRange(BetaDistribution.Quantile(shapes.Alpha, shapes.Beta, 0.5) / median, 1 - 1e-9, 1 + 1e-9);
    }

    [Fact]
    public void OfPercentiles_AnyPairWithinReach_ComesBack()
    {
        double[] points = [1e-8, 1e-4, 0.001, 0.02, 0.1, 0.3, 0.5, 0.7, 0.8999, 0.99, 0.9999, 1 - 1e-8];
        double[] widths = [1e-3, 0.01, 0.1, 0.5, 0.9, 0.999];
        var found = 0;
        foreach (var fifth in points)
        {
            foreach (var ninetyFifth in widths.Select(width => fifth + ((1 - fifth) * width)))
            {
                var shapes = BetaShapes.OfPercentiles(fifth, ninetyFifth);
                if (shapes.Alpha is 0 or double.PositiveInfinity) continue;
                found++;
                var (low, high) = (BetaDistribution.Quantile(shapes.Alpha, shapes.Beta, 0.05), BetaDistribution.Quantile(shapes.Alpha, shapes.Beta, 0.95));
                Assert.True(Math.Abs((low / fifth) - 1) <= 1e-9 && Math.Abs((high / ninetyFifth) - 1) <= 1e-9, $"{fifth} and {ninetyFifth} came back as {low:R} and {high:R} of {shapes}");
            }
        }

        Assert.InRange(found, 55, points.Length * widths.Length);
    }

    [Fact]
    public void OfPercentiles_MirrorImage_SwapsTheShapes()
    {
        var one = BetaShapes.OfPercentiles(0.25, 0.375);
        var other = BetaShapes.OfPercentiles(0.625, 0.75);

        Assert.InRange(other.Beta / one.Alpha, 1 - 1e-11, 1 + 1e-11);
        Assert.InRange(other.Alpha / one.Beta, 1 - 1e-11, 1 + 1e-11);
    }

    [Theory]
    [InlineData(0.5, 0.5001, double.PositiveInfinity)]
    [InlineData(1e-60, 1 - 1e-15, 0)]
    public void OfPercentiles_OutOfReach_AreNone(double fifth, double ninetyFifth, double shape) =>
        Assert.Equal(new BetaShapes(shape, shape), BetaShapes.OfPercentiles(fifth, ninetyFifth));

    [Fact]
    public void Root_SteepFlatAndInfiniteFunctions_AreFoundToTheLastDigits()
    {
        Assert.Equal(Math.Cbrt(2), Bracketing.Root(x => (x * x * x) - 2, 0, 10), 1e-15);
        Assert.Equal(0.25, Bracketing.Root(x => x < 0.1 ? double.NegativeInfinity : x > 0.9 ? double.PositiveInfinity : Math.Pow(x - 0.25, 3), 0, 1), 1e-5);
        Assert.Equal(7, Bracketing.Root(x => 7 - x, 0, 1e9), 1e-14);
    }
}
