namespace Cadre.Engine.Numerics;

/// <summary>The beta distribution on 0 to 1.</summary>
internal static class BetaDistribution
{
    /// <summary>Shapes that sum to this or more are worked out by asymptotic series, which keep their digits there.</summary>
    private const double LargeSum = 40;

    /// <summary>
    /// The value below which a beta variable lies with probability <paramref name="u"/>, to about 1 part in 10^13 (1 in 10^9
    /// of <paramref name="u"/> where the shapes come to millions).
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

    /// <summary>The probability that a beta variable lies below <paramref name="x"/>.</summary>
    /// <param name="alpha">First shape, over 0.</param>
    /// <param name="beta">Second shape, over 0.</param>
    /// <param name="x">Over 0 and below 1.</param>
    internal static double Cumulative(double alpha, double beta, double x) => Cumulative(alpha, beta, x, LogBeta(alpha, beta));

    /// <summary>Newton's steps from a first guess, halving the bracket where they leave it.</summary>
    private static double LowerQuantile(double alpha, double beta, double u)
    {
        var logBeta = LogBeta(alpha, beta);
        var (low, high) = (0.0, 1.0);
        var x = FirstGuess(alpha, beta, u, logBeta);
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

    /// <summary>The leading term of the series in small shapes, the normal distribution of the same mean and variance in large ones.</summary>
    private static double FirstGuess(double alpha, double beta, double u, double logBeta)
    {
        var sum = alpha + beta;
        return sum < LargeSum
            ? Elementary.Exp((Elementary.Log(u * alpha) + logBeta) / alpha)
            : (alpha / sum) + (Elementary.InverseNormal(u) * Math.Sqrt(alpha / sum * (beta / sum) / (sum + 1)));
    }

    /// <summary>
    /// The logarithm of the beta function. In large shapes the gamma functions' own logarithms would cancel: there it is
    /// Stirling's series of all three taken together, the smaller shape first lifted to 8 or more.
    /// </summary>
    private static double LogBeta(double alpha, double beta)
    {
        if (alpha + beta < LargeSum)
            return Elementary.LogGamma(alpha) + Elementary.LogGamma(beta) - Elementary.LogGamma(alpha + beta);

        var (a, b) = (Math.Min(alpha, beta), Math.Max(alpha, beta));
        var lifted = 0.0;
        for (; a < 8; a++)
            lifted += Elementary.Log((a + b) / a);
        return Elementary.HalfLn2Pi + Elementary.StirlingRest(a) + Elementary.StirlingRest(b) - Elementary.StirlingRest(a + b)
            + ((a - 0.5) * Elementary.Log(a / (a + b))) - (b * Elementary.Log1Plus(a / b)) - (0.5 * Elementary.Log(b)) + lifted;
    }

    /// <summary>The regularised incomplete beta function.</summary>
    private static double Cumulative(double alpha, double beta, double x, double logBeta)
    {
        var logRest = alpha + beta < LargeSum ? Elementary.Log(1 - x) : Elementary.Log1Plus(-x);
        var front = Elementary.Exp((alpha * Elementary.Log(x)) + (beta * logRest) - logBeta);
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
        for (var m = 1; m <= 100_000; m++)
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
