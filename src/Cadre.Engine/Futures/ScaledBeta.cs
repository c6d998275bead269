using Cadre.Engine.Numerics;

namespace Cadre.Engine.Futures;

/// <summary>A beta distribution on everything that a parameter may be (docs/method.md section 6).</summary>
internal sealed class ScaledBeta
{
    private readonly double _least;
    private readonly double _width;
    private readonly BetaShapes _shapes;

    private ScaledBeta(BetaShapes shapes, double least, double greatest) => (_shapes, _least, _width) = (shapes, least, greatest - least);

    /// <summary>The distribution with these percentiles.</summary>
    /// <param name="low">5th percentile.</param>
    /// <param name="high">95th percentile, over <paramref name="low"/>.</param>
    /// <param name="least">The least value of the distribution, in the same unit.</param>
    /// <param name="greatest">The greatest value of it.</param>
    /// <param name="expected">What was expected where there is none, as the end of a sentence; else null.</param>
    /// <returns>The distribution; null where there is none.</returns>
    public static ScaledBeta? Find(double low, double high, double least, double greatest, out string? expected)
    {
        expected = !double.IsFinite(least) || !double.IsFinite(greatest) ? "a parameter that is limited below and above"
            : !(low > least && high < greatest) ? $"low over {least:G7} and high under {greatest:G7}, the ends of what is allowed"
            : null;
        if (expected is not null)
            return null;

        var shapes = BetaShapes.OfPercentiles((low - least) / (greatest - least), (high - least) / (greatest - least));
        expected = shapes.Alpha switch
        {
            0 => $"low and high closer together: nearly everything would lie at the two ends, {least:G7} and {greatest:G7}",
            double.PositiveInfinity => $"low and high further apart on {least:G7} to {greatest:G7}, or the same",
            _ => null,
        };
        return expected is null ? new ScaledBeta(shapes, least, greatest) : null;
    }

    /// <summary>The value below which the variable lies with probability <paramref name="u"/>, 0 to 1.</summary>
    public double Quantile(double u) => _least + (_width * BetaDistribution.Quantile(_shapes.Alpha, _shapes.Beta, u));
}
