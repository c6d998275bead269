namespace Cadre.Engine.Numerics;

/// <summary>The two shapes of a beta distribution on 0 to 1.</summary>
/// <param name="Alpha">First shape, over 0.</param>
/// <param name="Beta">Second shape, over 0.</param>
internal readonly record struct BetaShapes(double Alpha, double Beta)
{
    /// <summary>The least sum of shapes that is looked for: below it, nearly everything lies at the two ends.</summary>
    internal const double LeastSum = 0.1;

    /// <summary>The greatest sum of shapes that is looked for: above it, low and high are all but one number.</summary>
    internal const double GreatestSum = 1e7;

    private const double Normal95 = 1.6448536269514727;

    /// <summary>Logarithm of mean over 1 - mean that no mean within reach passes.</summary>
    private const double FarthestLogit = 60;

    /// <summary>
    /// The shapes whose 5th and 95th percentiles are given (docs/method.md section 6). Along the distributions with that 5th
    /// percentile, one for each sum of shapes, the probability below the 95th rises with the sum: so there is one answer at most,
    /// found by bracketing the mean for a sum within bracketing the sum, on the scale of normal scores, to the last digits.
    /// </summary>
    /// <param name="fifth">5th percentile, over 0.</param>
    /// <param name="ninetyFifth">95th percentile, over <paramref name="fifth"/> and below 1.</param>
    /// <returns>
    /// The shapes; both infinite where they would sum to more than <see cref="GreatestSum"/> because the percentiles are so
    /// close, both 0 where they would sum to less than <see cref="LeastSum"/> because they are so far apart.
    /// </returns>
    internal static BetaShapes OfPercentiles(double fifth, double ninetyFifth)
    {
        double Excess(double logSum) => Score(WithFifth(fifth, Elementary.Exp(logSum)), ninetyFifth) - Normal95;

        var (least, greatest) = (Elementary.Log(LeastSum), Elementary.Log(GreatestSum));
        if (Excess(least) > 0)
            return default;
        if (Excess(greatest) < 0)
            return new BetaShapes(double.PositiveInfinity, double.PositiveInfinity);
        return WithFifth(fifth, Elementary.Exp(Bracketing.Root(Excess, least, greatest)));
    }

    /// <summary>The shapes of a given sum that have a given 5th percentile: the lower the mean, the more lies below it.</summary>
    private static BetaShapes WithFifth(double fifth, double sum)
    {
        BetaShapes WithMean(double logit) => new(sum / (1 + Elementary.Exp(-logit)), sum / (1 + Elementary.Exp(logit)));
        return WithMean(Bracketing.Root(logit => Score(WithMean(logit), fifth) + Normal95, -FarthestLogit, FarthestLogit));
    }

    /// <summary>The normal score of the probability below <paramref name="x"/>; infinite where that rounds to 0 or 1.</summary>
    private static double Score(BetaShapes shapes, double x) =>
        Elementary.InverseNormal(Math.Clamp(BetaDistribution.Cumulative(shapes.Alpha, shapes.Beta, x), 0, 1));
}
