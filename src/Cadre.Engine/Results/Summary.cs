namespace Cadre.Engine.Results;

/// <summary>A measure over the futures of a run, with the central run beside it (docs/method.md section 7).</summary>
/// <param name="Central">The central run's value.</param>
/// <param name="Mean">Mean over futures.</param>
/// <param name="P5">5th percentile.</param>
/// <param name="P10">10th percentile.</param>
/// <param name="P25">25th percentile.</param>
/// <param name="P50">Median.</param>
/// <param name="P75">75th percentile.</param>
/// <param name="P90">90th percentile.</param>
/// <param name="P95">95th percentile.</param>
public readonly record struct Summary(
    double Central, double Mean, double P5, double P10, double P25, double P50, double P75, double P90, double P95)
{
    /// <summary>The summary of the values in every future; all of it is the central value where there is no future.</summary>
    /// <param name="central">The central run's value.</param>
    /// <param name="values">The futures' values in the order of their numbers; they are put in another order.</param>
    public static Summary Of(double central, Span<double> values)
    {
        if (values.Length == 0) return new Summary(central, central, central, central, central, central, central, central, central);
        double sum = 0;
        foreach (var value in values)
            sum += value;
        Span<double> p = stackalloc double[Percentiles.Length];
        Quantiles.Type7(values, Percentiles, p);
        return new Summary(central, sum / values.Length, p[0], p[1], p[2], p[3], p[4], p[5], p[6]);
    }

    private static ReadOnlySpan<double> Percentiles => [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];
}
