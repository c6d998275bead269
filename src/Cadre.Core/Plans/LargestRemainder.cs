namespace Cadre.Core.Plans;

/// <summary>Shares a whole so that its parts add up to it exactly.</summary>
public static class LargestRemainder
{
    /// <summary>A hundredth of a post: the smallest part.</summary>
    public const decimal Unit = 0.01m;

    /// <summary>As <see cref="Share"/>, with weights that are exact: shares in per cent stay decimals.</summary>
    /// <param name="whole">What is shared, a multiple of a hundredth; either sign.</param>
    /// <param name="weights">0 or more each, at least one over 0.</param>
    /// <returns>A part for each weight, multiples of a hundredth whose sum is <paramref name="whole"/>.</returns>
    /// <exception cref="ArgumentException">The whole is no multiple of a hundredth, a weight is negative, or none is over 0.</exception>
    public static decimal[] ShareExactly(decimal whole, IReadOnlyList<decimal> weights)
    {
        var sum = weights.Sum();
        if (whole % Unit != 0) throw new ArgumentException($"{whole} is no multiple of {Unit}.", nameof(whole));
        if (sum <= 0 || weights.Any(weight => weight < 0)) throw new ArgumentException("Expected weights of 0 or more, one of them over 0.", nameof(weights));
        var units = Math.Abs(whole) / Unit;
        decimal[] exact = [.. weights.Select(weight => units * weight / sum)];
        decimal[] parts = [.. exact.Select(decimal.Floor)];
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => exact[i] - parts[i]).ThenBy(i => i).Take((int)(units - parts.Sum())))
            parts[i]++;
        return [.. parts.Select(part => part * Unit * Math.Sign(whole))];
    }

    /// <summary>
    /// Parts of <paramref name="whole"/> in proportion to <paramref name="weights"/>: each rounded down to a hundredth, and the hundredths left over given to
    /// the largest remainders, the first of equals first.
    /// </summary>
    /// <param name="whole">What is shared, a multiple of a hundredth; either sign.</param>
    /// <param name="weights">0 or more each; equal parts where all are 0.</param>
    /// <returns>A part for each weight, multiples of a hundredth whose sum is <paramref name="whole"/>.</returns>
    /// <exception cref="ArgumentException">The whole is no multiple of a hundredth, a weight is negative or not finite, or there is none.</exception>
    public static decimal[] Share(decimal whole, IReadOnlyList<double> weights)
    {
        if (whole % Unit != 0) throw new ArgumentException($"{whole} is no multiple of {Unit}.", nameof(whole));
        if (weights.Count == 0 || weights.Any(weight => weight < 0) || !double.IsFinite(weights.Sum())) throw new ArgumentException("Expected weights of 0 or more.", nameof(weights));
        var sum = weights.Sum();
        var units = (long)(Math.Abs(whole) / Unit);
        double[] exact = [.. weights.Select(weight => sum > 0 ? units * (weight / sum) : (double)units / weights.Count)];
        long[] parts = [.. exact.Select(part => (long)Math.Floor(part))];
        var left = units - parts.Sum();
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => exact[i] - parts[i]).ThenBy(i => i).Take((int)left))
            parts[i]++;
        return [.. parts.Select(part => part * Unit * Math.Sign(whole))];
    }
}
