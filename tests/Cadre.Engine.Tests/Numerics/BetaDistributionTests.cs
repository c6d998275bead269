using Cadre.Engine.Numerics;

namespace Cadre.Engine.Tests.Numerics;

public sealed class BetaDistributionTests
{
    // 20 digits by mpmath; parameters in binary halves and fifths
    [Theory]
    [InlineData(2, 4, 0.05, 0.076440391412328887974)]
    [InlineData(2, 4, 0.95, 0.65740831800113861724)]
    [InlineData(3, 3, 0.3, 0.38981835053095834282)]
    [InlineData(1.8, 4.2, 0.0001, 0.0017477401875761352206)]
    [InlineData(1.8, 4.2, 0.9999, 0.91851467819601299979)]
    [InlineData(0.5, 0.5, 0.1, 0.024471741852423216636)]
    [InlineData(40, 60, 0.01, 0.29021858597929488671)]
    [InlineData(1, 5, 1e-12, 2.0000000000007999598e-13)]
    public void Quantile_KnownCase_IsTheKnownValue(double alpha, double beta, double u, double expected) =>
        Assert.InRange(BetaDistribution.Quantile(alpha, beta, u) / expected, 1 - 1e-13, 1 + 1e-13);

    [Fact]
    public void Quantile_OneShapeIsOne_IsTheClosedForm()
    {
        for (var k = 1; k < 1000; k++)
        {
            var u = k / 1000.0;
            Assert.Equal(1 - Math.Pow(1 - u, 1 / 5.0), BetaDistribution.Quantile(1, 5, u), 1e-14);
            Assert.Equal(Math.Pow(u, 1 / 5.0), BetaDistribution.Quantile(5, 1, u), 1e-14);
            Assert.Equal(u, BetaDistribution.Quantile(1, 1, u), 1e-14);
        }
    }

    [Fact]
    public void Quantile_RisingProbability_Rises()
    {
        foreach (var alpha in (double[])[1, 1.0001, 1.5, 3, 4.999, 5])
        {
            var before = 0.0;
            for (var k = 1; k < 2000; k++)
            {
                var x = BetaDistribution.Quantile(alpha, 6 - alpha, k / 2000.0);
                Assert.InRange(x, before, 1);
                before = x;
            }
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(0.5, 0.5)]
    public void Quantile_SymmetricShapes_LimitsAndMiddleAreInPlace(double u, double expected) =>
        Assert.Equal(expected, BetaDistribution.Quantile(3, 3, u), 1e-15);

    [Fact]
    public void Quantile_ExtremeProbabilities_StayBetweenZeroAndOne()
    {
        foreach (var u in (double[])[double.Epsilon, 1e-300, 1e-16, 1 - 1e-16])
        {
            Assert.InRange(BetaDistribution.Quantile(5, 1, u), 0, 1);
            Assert.InRange(BetaDistribution.Quantile(1, 5, u), 0, 1);
            Assert.InRange(BetaDistribution.Quantile(0.2, 7, u), 0, 1);
        }
    }
}
