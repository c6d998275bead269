namespace Cadre.Engine.Numerics;

/// <summary>The beta distribution on 0 to 1.</summary>
internal static class BetaDistribution
{
    /// <summary>
    /// The value below which a beta variable lies with probability <paramref name="u"/>, to about 1 part in 10^13.
    /// </summary>
    /// <param name="alpha">First shape, over 0.</param>
    /// <param name="beta">Second shape, over 0.</param>
    /// <param name="u">Probability, 0 to 1.</param>
    internal static double Quantile(double alpha, double beta, double u)
    {
        if (u is 0 or 1)
            return u;

        // the upper half is the lower half of the mirror image, where small probabilities keep their digits
        return u <= 0.5 ? LowerQuantile(alpha, beta, u) : 1 - LowerQuantile(beta, alpha, 1 - u);
    }

    /// <summary>Newton's steps from the leading term of the series, halving the bracket where they leave it.</summary>
    private static double LowerQuantile(double alpha, double beta, double u)
    {
        var logBeta = Elementary.LogGamma(alpha) + Elementary.LogGamma(beta) - Elementary.LogGamma(alpha + beta);
        var (low, high) = (0.0, 1.0);
        var x = Elementary.Exp((Elementary.Log(u * alpha) + logBeta) / alpha);
        if (!(x > 0 && x < 1))
            x = alpha / (alpha + beta);

        for (var round = 0; round < 200; round++)
        {
            var excess = Cumulative(alpha, beta, x, logBeta) - u;
            if (excess > 0)
                high = x;
            else
                low = x;

            var density = Elementary.Exp(((alpha - 1) * Elementary.Log(x)) + ((beta - 1) * Elementary.Log(1 - x)) - logBeta);
            var next = x - (excess / density);
            if (!(next > low && next < high))
                next = (low + high) / 2;
            var step = Math.Abs(next - x);
            x = next;
            if (step <= 1e-14 * x)
                break;
        }

        return x;
    }

    /// <summary>The regularised incomplete beta function.</summary>
    private static double Cumulative(double alpha, double beta, double x, double logBeta)
    {
        var front = Elementary.Exp((alpha * Elementary.Log(x)) + (beta * Elementary.Log(1 - x)) - logBeta);
        return x < (alpha + 1) / (alpha + beta + 2)
            ? front * ContinuedFraction(alpha, beta, x) / alpha
            : 1 - (front * ContinuedFraction(beta, alpha, 1 - x) / beta);
    }

    /// <summary>The incomplete beta function's continued fraction by Lentz's method (DLMF 8.17.22).</summary>
    private static double ContinuedFraction(double alpha, double beta, double x)
    {
        const double Tiny = 1e-300;
        var c = 1.0;
        var d = 1 / AwayFromZero(1 - ((alpha + beta) * x / (alpha + 1)));
        var fraction = d;
        for (var m = 1; m <= 1000; m++)
        {
            var even = m * (beta - m) * x / ((alpha + (2 * m) - 1) * (alpha + (2 * m)));
            d = 1 / AwayFromZero(1 + (even * d));
            c = AwayFromZero(1 + (even / c));
            fraction *= d * c;

            var odd = -(alpha + m) * (alpha + beta + m) * x / ((alpha + (2 * m)) * (alpha + (2 * m) + 1));
            d = 1 / AwayFromZero(1 + (odd * d));
            c = AwayFromZero(1 + (odd / c));
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) <= 4e-16)
                break;
        }

        return fraction;

        static double AwayFromZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
    }
}
