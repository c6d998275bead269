using BenchmarkDotNet.Attributes;
using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Benchmarks.Suites;

/// <summary>Somebody changes a lever and looks at the nation: its staff in every month, with the range over the futures.</summary>
public class LeverBenchmarks
{
    /// <summary>Futures of each run.</summary>
    public const int Futures = 200;

    private readonly NationalSession _session = England.Session(Futures, threads: 2);

    /// <summary>The scalar loop, the futures alone.</summary>
    [Benchmark(Baseline = true, Description = "scalar loop, futures alone")]
    public object Scalars() => _session.RunByScalars(England.Retention);

    /// <summary>A model that nothing is known of yet.</summary>
    [Benchmark(Description = "changed lever, cold")]
    public object Cold() => Nation(England.Session(Futures, threads: 2));

    /// <summary>A model kept warm.</summary>
    [Benchmark(Description = "changed lever, warm")]
    public object Warm() => Nation(_session);

    private static List<Summary?> Nation(NationalSession session)
    {
        var result = session.Run(England.Retention);
        var nation = new Line(session.Model.Nation, null, session.Model.Everybody);
        return [.. Enumerable.Range(1, England.Months).Select(month => result.Summarise(nation, month, Measure.Fte))];
    }
}
