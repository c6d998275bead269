using Cadre.Engine.Futures;
using Cadre.Engine.Model;

namespace Cadre.Engine.Tests.Futures;

public sealed class DistributionTests
{
    [Theory]
    [InlineData(DistributionFamily.Pert, 2, 3, 7)]
    [InlineData(DistributionFamily.Pert, 2, 2, 7)]
    [InlineData(DistributionFamily.Pert, 2, 7, 7)]
    [InlineData(DistributionFamily.Triangular, 2, 3, 7)]
    [InlineData(DistributionFamily.Triangular, 2, 2, 7)]
    [InlineData(DistributionFamily.Triangular, 2, 7, 7)]
    [InlineData(DistributionFamily.Uniform, -2, 1, 4)]
    public void Quantile_FamilyWithLimits_ReachesThem(DistributionFamily family, double low, double central, double high)
    {
        var row = Row(family, low, central, high);

        Assert.Equal(low, Distribution.Quantile(row, 0), 1e-14);
        Assert.Equal(high, Distribution.Quantile(row, 1), 1e-14);
        Assert.InRange(Distribution.Quantile(row, 1e-17), low, high);
        Assert.InRange(Distribution.Quantile(row, Math.BitDecrement(1)), low, high);
    }

    [Theory]
    [InlineData(DistributionFamily.Normal, -1, 2, 5)]
    [InlineData(DistributionFamily.Lognormal, 1, 3, 9)]
    public void Quantile_FamilyWithPercentiles_PassesThroughThem(DistributionFamily family, double low, double central, double high)
    {
        var row = Row(family, low, central, high);

        Assert.Equal(low, Distribution.Quantile(row, 0.05), 1e-14);
        Assert.Equal(central, Distribution.Quantile(row, 0.5));
        Assert.Equal(high, Distribution.Quantile(row, 0.95), 1e-14);
    }

    [Theory]
    [InlineData(0, 1, 0.1, 0.14)]
    [InlineData(0, 1, 0.00001, 0.99)]
    [InlineData(-0.5, 0.5, -0.03, 0.01)]
    [InlineData(0.1, 36, 2, 4.5)]
    [InlineData(0, 100000, 5, 12)]
    [InlineData(200, 2200, 1545, 1555)]
    public void Quantile_Beta_PassesThroughItsPercentilesAndStaysWithinWhatIsPossible(double least, double greatest, double low, double high)
    {
        var row = Row(DistributionFamily.Beta, low, (low + high) / 2, high) with { Least = least, Greatest = greatest };
        var quantile = Distribution.QuantileOf(row);

        Assert.Equal(low, quantile(0.05), 1e-9 * Math.Abs(low));
        Assert.Equal(high, quantile(0.95), 1e-9 * Math.Abs(high));
        Assert.Equal((least, greatest), (quantile(0), quantile(1)));
        Assert.Equal(Distribution.Quantile(row, 0.3), quantile(0.3));
        Assert.Null(Distribution.Expectation(DistributionFamily.Beta, low, quantile(0.5), high, least, greatest));
    }

    [Theory]
    [InlineData(0, 100, 9, 13, 20, "central the median of the beta with these percentiles (13.8912)")]
    [InlineData(0, 100, 0, 5, 20, "low over 0 and high under 100, the ends of what is allowed")]
    [InlineData(0, 100, 80, 95, 100, "low over 0 and high under 100, the ends of what is allowed")]
    [InlineData(0, 100, 11.9999, 12, 12.0001, "low and high further apart on 0 to 100, or the same")]
    [InlineData(0, 1, 1e-60, 0.5, 0.9999999999999, "low and high closer together: nearly everything would lie at the two ends, 0 and 1")]
    [InlineData(0, double.PositiveInfinity, 9, 13, 20, "a parameter that is limited below and above")]
    public void Expectation_BetaThatDoesNotFit_NamesWhatWould(double least, double greatest, double low, double central, double high, string expected)
    {
        Assert.Equal(expected, Distribution.Expectation(DistributionFamily.Beta, low, central, high, least, greatest));
    }

    [Fact]
    public void QuantileOf_NoBetaFits_Throws() =>
        Assert.Throws<ArgumentException>(() => Distribution.QuantileOf(Row(DistributionFamily.Beta, 9, 13, 20)));

    [Theory]
    [InlineData(DistributionFamily.Normal, 0.9, 0.95, 1)]
    [InlineData(DistributionFamily.Lognormal, 0.81, 0.9, 1)]
    public void Quantile_TailBeyondWhatIsPossible_IsTheEndOfTheRange(DistributionFamily family, double low, double central, double high)
    {
        var row = Row(family, low, central, high) with { Least = 0.88, Greatest = 1 };

        Assert.Equal((0.88, 1), (Distribution.Quantile(row, 1e-4), Distribution.Quantile(row, 0.999)));
        Assert.Equal(central, Distribution.Quantile(row, 0.5), 1e-12);
    }

    // triangle: half the area left of the mode where the mode is the middle; u = 1/5 at the mode of 2, 3, 7
    [Theory]
    [InlineData(DistributionFamily.Uniform, 2, 4, 6, 0.25, 3)]
    [InlineData(DistributionFamily.Triangular, 2, 4, 6, 0.5, 4)]
    [InlineData(DistributionFamily.Triangular, 2, 3, 7, 0.2, 3)]
    [InlineData(DistributionFamily.Triangular, 2, 3, 7, 0.05, 2.5)]
    [InlineData(DistributionFamily.Triangular, 2, 3, 7, 0.8, 5)]
    [InlineData(DistributionFamily.Pert, 2, 4, 6, 0.5, 4)]
    [InlineData(DistributionFamily.Pert, 10, 11, 14, 0.05, 10.305761565649315552)]
    [InlineData(DistributionFamily.Pert, 10, 11, 14, 0.95, 12.629633272004554469)]
    [InlineData(DistributionFamily.Fixed, 4, 4, 4, 0.9, 4)]
    public void Quantile_KnownCase_IsTheKnownValue(
        DistributionFamily family, double low, double central, double high, double u, double expected) =>
        Assert.Equal(expected, Distribution.Quantile(Row(family, low, central, high), u), 1e-12);

    public static TheoryData<DistributionFamily> Families => [.. Enum.GetValues<DistributionFamily>()];

    [Theory]
    [MemberData(nameof(Families))]
    public void Quantile_LowIsHigh_IsCentral(DistributionFamily family) =>
        Assert.Equal(3, Distribution.Quantile(Row(family, 3, 3, 3), 0.01));

    [Theory]
    [MemberData(nameof(Families))]
    public void Quantile_NotAProbability_Throws(DistributionFamily family)
    {
        foreach (var u in (double[])[-0.1, 1.1, double.NaN])
            Assert.Throws<ArgumentOutOfRangeException>(() => Distribution.Quantile(Row(family, 3, 3, 3), u));
    }

    // mean and variance in closed form; with z the normal 95th percentile
    [Theory]
    [InlineData(DistributionFamily.Fixed, 3, 3, 3, 3, 0)]
    [InlineData(DistributionFamily.Pert, 2, 3, 7, 3.5, 0.75)] // (a + 4m + b) / 6; (mean - a)(b - mean) / 7
    [InlineData(DistributionFamily.Pert, 2, 7, 7, 37.0 / 6, 125.0 / 252)]
    [InlineData(DistributionFamily.Triangular, 2, 3, 7, 4, 7.0 / 6)] // (a + m + b) / 3; (aa + mm + bb - am - ab - mb) / 18
    [InlineData(DistributionFamily.Uniform, 2, 4, 6, 4, 4.0 / 3)] // (a + b) / 2; (b - a)^2 / 12
    [InlineData(DistributionFamily.Normal, -1, 2, 5, 2, 3.3265001936)] // m; ((b - a) / 2z)^2
    [InlineData(DistributionFamily.Beta, 10.1287563928042427, 10.3641160864480826, 10.6587385638446640, 10.375, 5.0 / 192)] // shapes 3 and 5: a / (a + b); ab / (a + b)^2 / (a + b + 1)
    [InlineData(DistributionFamily.Lognormal, 1, 2, 4, 2.1857033, 0.9283474)] // m exp(s^2 / 2); mean^2 (exp(s^2) - 1); s = ln(b / a) / 2z
    public void Quantile_LatinHypercubeOf2000_HasTheFamilysMeanAndVariance(
        DistributionFamily family, double low, double central, double high, double mean, double variance)
    {
        var row = Row(family, low, central, high) with { Least = family == DistributionFamily.Beta ? 10 : -100, Greatest = family == DistributionFamily.Beta ? 11 : 100 };
        double[] values = [.. LatinHypercube.Column(7, row.Id, 2000, 1, 2000).Select(u => Distribution.Quantile(row, u))];

        Assert.Equal(mean, values.Average(), 5e-4);
        Assert.Equal(variance, values.Average(value => (value - mean) * (value - mean)), 0.005 * (1 + variance));
    }

    [Theory]
    [InlineData(DistributionFamily.Fixed, 3, 3, 3)]
    [InlineData(DistributionFamily.Pert, 2, 2, 5)]
    [InlineData(DistributionFamily.Triangular, 2, 5, 5)]
    [InlineData(DistributionFamily.Uniform, 0, 0.5, 1)]
    [InlineData(DistributionFamily.Uniform, 3, 3, 3)]
    [InlineData(DistributionFamily.Normal, -1, 0, 1)]
    [InlineData(DistributionFamily.Normal, 0.1, 0.2, 0.3)]
    [InlineData(DistributionFamily.Lognormal, 1, 2, 4)]
    [InlineData(DistributionFamily.Lognormal, 2, 3.464102, 6)]
    public void Expectation_ValuesThatFit_IsNull(DistributionFamily family, double low, double central, double high) =>
        Assert.Null(Distribution.Expectation(family, low, central, high));

    [Theory]
    [InlineData(DistributionFamily.Fixed, 2, 3, 4, "low and high blank or the same as central")]
    [InlineData(DistributionFamily.Pert, 2, 1, 5, "central between low and high")]
    [InlineData(DistributionFamily.Triangular, 2, 6, 5, "central between low and high")]
    [InlineData(DistributionFamily.Pert, 5, 5, 2, "central between low and high")]
    [InlineData(DistributionFamily.Uniform, 3, 4, 3, "central between low and high")]
    [InlineData(DistributionFamily.Uniform, 0, 0.6, 1, "central the middle of low and high (0.5)")]
    [InlineData(DistributionFamily.Normal, 1, 2, 4, "central the middle of low and high (2.5)")]
    [InlineData(DistributionFamily.Lognormal, 1, 2.5, 4, "central the geometric middle of low and high (2)")]
    [InlineData(DistributionFamily.Lognormal, 0, 2, 4, "low over 0")]
    [InlineData(DistributionFamily.Pert, double.NaN, 2, 4, "three finite numbers")]
    [InlineData(DistributionFamily.Normal, 1, 2, double.PositiveInfinity, "three finite numbers")]
    public void Expectation_ValuesThatDoNotFit_NamesWhatWasExpected(
        DistributionFamily family, double low, double central, double high, string expected) =>
        Assert.Equal(expected, Distribution.Expectation(family, low, central, high));

    private static Assumption Row(DistributionFamily family, double low, double central, double high) => new()
    {
        Id = "leaving-all",
        Parameter = Parameter.LeavingRate,
        Low = low,
        Central = central,
        High = high,
        Distribution = family,
        Grade = Grade.C,
        Source = "test",
    };
}
