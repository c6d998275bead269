using BenchmarkDotNet.Attributes;
using Cadre.Engine;
using Cadre.Engine.Model;

namespace Cadre.Benchmarks.Suites;

/// <summary>The futures of the national plan alone: one by one with the scalar loop, and eight at a time.</summary>
public class FuturesBenchmarks
{
    /// <summary>Futures of each run.</summary>
    public const int Futures = 64;

    private readonly NationalSession _one = England.Session(Futures, threads: 1);
    private readonly NationalSession _two = England.Session(Futures, threads: 2);

    /// <summary>The scalar loop.</summary>
    [Benchmark(Baseline = true, Description = "scalar, 1 thread")]
    public object Scalars() => _one.RunByScalars(Scenario.Baseline);

    /// <summary>The scalar loop on two threads.</summary>
    [Benchmark(Description = "scalar, 2 threads")]
    public object ScalarsOnTwoThreads() => _two.RunByScalars(Scenario.Baseline);

    /// <summary>Vectors of eight futures.</summary>
    [Benchmark(Description = "vector, 1 thread")]
    public object Lanes() => _one.RunByLanes(Scenario.Baseline);

    /// <summary>Vectors of eight futures on two threads.</summary>
    [Benchmark(Description = "vector, 2 threads")]
    public object LanesOnTwoThreads() => _two.RunByLanes(Scenario.Baseline);
}
