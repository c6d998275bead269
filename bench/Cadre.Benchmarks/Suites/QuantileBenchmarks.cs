using BenchmarkDotNet.Attributes;
using Cadre.Engine.Futures;
using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Benchmarks.Suites;

/// <summary>Seven percentiles of 1,000 futures of a figure, many times over.</summary>
public class QuantileBenchmarks
{
    /// <summary>How often.</summary>
    public const int Times = 2_000;

    private const int Futures = 1_000;

    private static readonly double[] Probabilities = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

    private readonly double[][] _values =
    [
        .. England.Model.Assumptions.Where(row => row.Distribution != DistributionFamily.Fixed)
            .Select(row => LatinHypercube.Column(7, row, Futures, 1, Futures).Select(Distribution.QuantileOf(row)).ToArray()),
    ];

    private readonly double[] _work = new double[Futures];
    private readonly double[] _quantiles = new double[Probabilities.Length];

    /// <summary>All values sorted.</summary>
    [Benchmark(Baseline = true, Description = "Array.Sort")]
    public double Sort()
    {
        double sum = 0;
        for (var i = 0; i < Times; i++)
        {
            _values[i % _values.Length].CopyTo(_work, 0);
            Array.Sort(_work);
            for (var p = 0; p < Probabilities.Length; p++)
                sum += Quantiles.Type7(_work, Probabilities[p]);
        }

        return sum;
    }

    /// <summary>Only those put at their places that the percentiles are read from.</summary>
    [Benchmark(Description = "selection")]
    public double Select()
    {
        double sum = 0;
        for (var i = 0; i < Times; i++)
        {
            _values[i % _values.Length].CopyTo(_work, 0);
            Quantiles.Type7(_work, Probabilities, _quantiles);
            sum += _quantiles[0];
        }

        return sum;
    }
}
