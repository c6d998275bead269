namespace Cadre.Frameworks.Import.Plans;

/// <summary>Whole hundredths of an FTE, so that parts add up to their whole exactly.</summary>
internal static class Hundredths
{
    /// <summary>FTE as whole hundredths.</summary>
    public static long Of(double fte) => (long)Math.Round(fte * 100);

    /// <summary>Hundredths as FTE.</summary>
    public static double ToFte(long hundredths) => hundredths / 100.0;

    /// <summary>
    /// Spreads a whole in proportion to weights: each part is cut to whole hundredths, and those that are left go to the largest remainders, among equals the first.
    /// </summary>
    /// <exception cref="InvalidDataException">No weight is over 0, and there is something to spread.</exception>
    public static long[] Spread(long whole, IReadOnlyList<double> weights)
    {
        var sum = weights.Sum();
        if (whole == 0) return new long[weights.Count];
        if (sum <= 0) throw new InvalidDataException("There is nothing to spread by.");
        var exact = weights.Select(weight => whole * (weight / sum)).ToArray();
        var parts = exact.Select(part => (long)Math.Floor(part)).ToArray();
        var left = (int)(whole - parts.Sum());
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => exact[i] - parts[i]).ThenBy(i => i).Take(left))
            parts[i]++;
        return parts;
    }
}
