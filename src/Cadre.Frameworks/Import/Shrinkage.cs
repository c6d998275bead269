namespace Cadre.Frameworks.Import;

/// <summary>Counts of many places pulled towards what was expected of them (docs/method.md sections 5.4 and 5.5).</summary>
internal static class Shrinkage
{
    /// <summary>
    /// (observed + k) / (expected + k) for each place, k from the variance between places beyond chance; 1 for all
    /// where there is none.
    /// </summary>
    public static double[] Ratios(IReadOnlyList<double> observed, IReadOnlyList<double> expected)
    {
        double beyondChance = 0, squares = 0;
        for (var i = 0; i < observed.Count; i++)
        {
            var miss = observed[i] - expected[i];
            beyondChance += (miss * miss) - expected[i];
            squares += expected[i] * expected[i];
        }

        if (beyondChance <= 0) return [.. observed.Select(_ => 1.0)];
        var k = squares / beyondChance;
        return [.. observed.Select((o, i) => (o + k) / (expected[i] + k))];
    }
}
