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
    /// <summary>The summary of the values in every future, which are sorted; all of it is the central value where there is no future.</summary>
    internal static Summary Of(double central, double[] values)
    {
        if (values.Length == 0) return new Summary(central, central, central, central, central, central, central, central, central);
        double sum = 0;
        foreach (var value in values)
            sum += value;
        Array.Sort(values);
        double P(double p) => Quantiles.Type7(values, p);
        return new Summary(central, sum / values.Length, P(0.05), P(0.1), P(0.25), P(0.5), P(0.75), P(0.9), P(0.95));
    }
}
