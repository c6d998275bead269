using Cadre.Engine.Model;
using Cadre.Engine.Numerics;

namespace Cadre.Engine.Futures;

/// <summary>The families of distribution that an assumption may name (docs/method.md section 6).</summary>
public static class Distribution
{
    /// <summary>The 95th percentile of the standard normal distribution.</summary>
    private const double Normal95 = 1.6448536269514727;

    /// <summary>The value of an assumption at the probability <paramref name="u"/>, in the assumption's unit.</summary>
    /// <param name="row">An assumption whose three values fit its family: see <see cref="Expectation"/>.</param>
    /// <param name="u">Probability of a smaller value, 0 to 1; at 0 and 1 a normal has no finite value.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="u"/> is not 0 to 1.</exception>
    public static double Quantile(Assumption row, double u) => QuantileOf(row)(u);

    /// <summary>
    /// <see cref="Quantile"/> of one assumption, as a function of the probability: what does not depend on the probability is
    /// worked out once.
    /// </summary>
    /// <param name="row">An assumption whose three values fit its family.</param>
    /// <exception cref="ArgumentException">No beta distribution fits the three values.</exception>
    public static Func<double, double> QuantileOf(Assumption row)
    {
        var family = FamilyOf(row);
        return u => u >= 0 && u <= 1 ? family(u) : throw new ArgumentOutOfRangeException(nameof(u), u, "A probability is 0 to 1.");
    }

    private static Func<double, double> FamilyOf(Assumption row)
    {
        var (low, central, high) = (row.Low, row.Central, row.High);
        if (low == high)
            return _ => central;

        Func<double, double> family = row.Distribution switch
        {
            DistributionFamily.Fixed => _ => central,
            DistributionFamily.Pert => u => Pert(low, central, high, u),
            DistributionFamily.Triangular => u => Triangular(low, central, high, u),
            DistributionFamily.Uniform => u => low + ((high - low) * u),
            DistributionFamily.Normal => u => central + ((high - low) / (2 * Normal95) * Elementary.InverseNormal(u)),
            DistributionFamily.Lognormal => u =>
                central * Elementary.Exp(Elementary.Log(high / low) / (2 * Normal95) * Elementary.InverseNormal(u)),
            DistributionFamily.Beta => (ScaledBeta.Find(low, high, row.Least, row.Greatest, out var expected)
                ?? throw new ArgumentException($"{row.Id}: a beta asks for {expected}.", nameof(row))).Quantile,
        };
        // The tails of the families with percentiles reach beyond low and high, and may leave what is possible.
        return u => Math.Clamp(family(u), row.Least, row.Greatest);
    }

    /// <summary>What is wrong with three values that do not fit their family.</summary>
    /// <param name="family">The family.</param>
    /// <param name="low">The low end, in any unit.</param>
    /// <param name="central">The central value, in the same unit.</param>
    /// <param name="high">The high end, in the same unit.</param>
    /// <param name="least">The least value that the parameter allows, in the same unit; only <see cref="DistributionFamily.Beta"/> asks.</param>
    /// <param name="greatest">The greatest value that it allows.</param>
    /// <returns>Null when they fit, otherwise what was expected, as the end of a sentence.</returns>
    public static string? Expectation(
        DistributionFamily family, double low, double central, double high, double least = double.NegativeInfinity, double greatest = double.PositiveInfinity)
    {
        if (!double.IsFinite(low) || !double.IsFinite(central) || !double.IsFinite(high))
            return "three finite numbers";
        if (family == DistributionFamily.Fixed)
            return low == central && central == high ? null : "low and high blank or the same as central";
        if (!(low <= central && central <= high))
            return "central between low and high";

        return family switch
        {
            DistributionFamily.Fixed or DistributionFamily.Pert or DistributionFamily.Triangular => null,
            DistributionFamily.Uniform or DistributionFamily.Normal => Middle(low, central, high),
            DistributionFamily.Lognormal when low <= 0 => "low over 0",
            DistributionFamily.Lognormal => GeometricMiddle(low, central, high),
            DistributionFamily.Beta when low == high => null,
            DistributionFamily.Beta => MedianOfBeta(low, central, high, least, greatest),
        };
    }

    private static double Pert(double low, double central, double high, double u)
    {
        var width = high - low;
        var alpha = 1 + (4 * (central - low) / width);
        var beta = 1 + (4 * (high - central) / width);
        return low + (width * BetaDistribution.Quantile(alpha, beta, u));
    }

    private static double Triangular(double low, double central, double high, double u)
    {
        var width = high - low;
        return u * width <= central - low
            ? low + Math.Sqrt(u * width * (central - low))
            : high - Math.Sqrt((1 - u) * width * (high - central));
    }

    private static string? Middle(double low, double central, double high)
    {
        var middle = low + ((high - low) / 2);
        return Math.Abs(central - middle) <= 1e-6 * Math.Max(Math.Abs(low), Math.Abs(high))
            ? null
            : $"central the middle of low and high ({middle:G7})";
    }

    private static string? GeometricMiddle(double low, double central, double high)
    {
        var middle = Math.Sqrt(low) * Math.Sqrt(high);
        return Math.Abs(central - middle) <= 1e-6 * middle
            ? null
            : $"central the geometric middle of low and high ({middle:G7})";
    }

    private static string? MedianOfBeta(double low, double central, double high, double least, double greatest)
    {
        if (ScaledBeta.Find(low, high, least, greatest, out var expected) is not { } distribution)
            return expected;
        var median = distribution.Quantile(0.5);
        return Math.Abs(central - median) <= 1e-6 * Math.Max(Math.Abs(low), Math.Abs(high))
            ? null
            : $"central the median of the beta with these percentiles ({median:G7})";
    }
}
