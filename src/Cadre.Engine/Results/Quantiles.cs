namespace Cadre.Engine.Results;

/// <summary>Percentiles of the futures (docs/method.md section 7).</summary>
internal static class Quantiles
{
    /// <summary>The quantile with linear interpolation between order statistics, Hyndman and Fan's type 7.</summary>
    /// <param name="sorted">Values in ascending order, at least one.</param>
    /// <param name="p">Probability, 0 to 1.</param>
    internal static double Type7(ReadOnlySpan<double> sorted, double p)
    {
        if (sorted.IsEmpty)
            throw new ArgumentException("There is no quantile of no values.", nameof(sorted));
        if (!(p >= 0 && p <= 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability is 0 to 1.");

        var position = (sorted.Length - 1) * p;
        var below = (int)position;
        return below + 1 < sorted.Length
            ? sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below]))
            : sorted[below];
    }
}
