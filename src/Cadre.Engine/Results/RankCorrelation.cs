namespace Cadre.Engine.Results;

/// <summary>The weight of an assumption in a target (docs/method.md section 7).</summary>
internal static class RankCorrelation
{
    /// <summary>
    /// The square of Spearman's rank correlation, ties at their mean rank: 0 to 1, and 0 where there are fewer than
    /// three pairs or either side is constant.
    /// </summary>
    /// <exception cref="ArgumentException">The two sides are not of the same length.</exception>
    internal static double Squared(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
            throw new ArgumentException($"{x.Length} values cannot be paired with {y.Length}.", nameof(y));
        return SquaredOfRanks(Ranks(x), Ranks(y));
    }

    /// <summary>The same of ranks that are known already.</summary>
    internal static double SquaredOfRanks(double[] ranksX, double[] ranksY)
    {
        if (ranksX.Length < 3)
            return 0;
        var middle = (ranksX.Length - 1) / 2.0;
        var (xx, xy, yy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < ranksX.Length; i++)
        {
            var (dx, dy) = (ranksX[i] - middle, ranksY[i] - middle);
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }

        return xx == 0 || yy == 0 ? 0 : Math.Min(1, xy / xx * (xy / yy));
    }

    /// <summary>Ranks from 0; equal values share the mean of theirs.</summary>
    internal static double[] Ranks(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var order = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, order);

        var ranks = new double[sorted.Length];
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
                end++;
            for (var k = start; k < end; k++)
                ranks[order[k]] = (start + end - 1) / 2.0;
            start = end;
        }

        return ranks;
    }
}
