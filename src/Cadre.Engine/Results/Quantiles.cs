using Cadre.Engine.Numerics;

namespace Cadre.Engine.Results;

/// <summary>Percentiles of the futures (docs/method.md section 7).</summary>
internal static class Quantiles
{
    /// <summary>The quantile with linear interpolation between order statistics, Hyndman and Fan's type 7.</summary>
    /// <param name="sorted">Values in ascending order, at least one; only the two around the quantile are read.</param>
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

    /// <summary>Several quantiles of values in any order, which are put in another one.</summary>
    /// <param name="values">Finite values, at least one.</param>
    /// <param name="probabilities">In ascending order.</param>
    /// <param name="quantiles">Takes as many.</param>
    internal static void Type7(Span<double> values, ReadOnlySpan<double> probabilities, Span<double> quantiles)
    {
        Span<int> ranks = stackalloc int[2 * probabilities.Length];
        for (var k = 0; k < probabilities.Length; k++)
        {
            var below = (int)((values.Length - 1) * probabilities[k]);
            (ranks[2 * k], ranks[(2 * k) + 1]) = (below, Math.Min(below + 1, values.Length - 1));
        }

        Selection.Place(values, ranks);
        for (var k = 0; k < probabilities.Length; k++)
            quantiles[k] = Type7(values, probabilities[k]);
    }
}
