using BenchmarkDotNet.Attributes;
using Cadre.Engine;
using Cadre.Engine.Model;

namespace Cadre.Benchmarks.Suites;

/// <summary>One future of the national plan by itself: a vector has seven empty places then.</summary>
public class OneFutureBenchmarks
{
    private readonly NationalSession _session = England.Session(1, threads: 1);

    /// <summary>The scalar loop.</summary>
    [Benchmark(Baseline = true, Description = "scalar")]
    public object Scalars() => _session.RunByScalars(Scenario.Baseline);

    /// <summary>A vector of one future.</summary>
    [Benchmark(Description = "vector")]
    public object Lanes() => _session.RunByLanes(Scenario.Baseline);
}
