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
    public static double Quantile(Assumption row, double u)
    {
        if (!(u >= 0 && u <= 1))
            throw new ArgumentOutOfRangeException(nameof(u), u, "A probability is 0 to 1.");

        var (low, central, high) = (row.Low, row.Central, row.High);
        if (low == high)
            return central;

        var value = row.Distribution switch
        {
            DistributionFamily.Fixed => central,
            DistributionFamily.Pert => Pert(low, central, high, u),
            DistributionFamily.Triangular => Triangular(low, central, high, u),
            DistributionFamily.Uniform => low + ((high - low) * u),
            DistributionFamily.Normal => central + ((high - low) / (2 * Normal95) * Elementary.InverseNormal(u)),
            DistributionFamily.Lognormal =>
                central * Elementary.Exp(Elementary.Log(high / low) / (2 * Normal95) * Elementary.InverseNormal(u)),
        };
        // The tails of the last two families reach beyond low and high, and may leave what is possible.
        return Math.Clamp(value, row.Least, row.Greatest);
    }

    /// <summary>What is wrong with three values that do not fit their family.</summary>
    /// <param name="family">The family.</param>
    /// <param name="low">The low end, in any unit.</param>
    /// <param name="central">The central value, in the same unit.</param>
    /// <param name="high">The high end, in the same unit.</param>
    /// <returns>Null when they fit, otherwise what was expected, as the end of a sentence.</returns>
    public static string? Expectation(DistributionFamily family, double low, double central, double high)
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
}
