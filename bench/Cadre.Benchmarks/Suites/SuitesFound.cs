namespace Cadre.Benchmarks.Suites;

/// <summary>The lines of every suite.</summary>
/// <param name="Futures">Those of <see cref="FuturesBenchmarks"/>.</param>
/// <param name="OneFuture">Those of <see cref="OneFutureBenchmarks"/>.</param>
/// <param name="Lever">Those of <see cref="LeverBenchmarks"/>.</param>
/// <param name="Quantiles">Those of <see cref="QuantileBenchmarks"/>.</param>
/// <param name="StaffList">Those of <see cref="StaffListBenchmarks"/>.</param>
internal sealed record SuitesFound(
    IReadOnlyList<SuiteRow> Futures, IReadOnlyList<SuiteRow> OneFuture, IReadOnlyList<SuiteRow> Lever, IReadOnlyList<SuiteRow> Quantiles, IReadOnlyList<SuiteRow> StaffList)
{
    /// <summary>Runs all of them.</summary>
    public static SuitesFound Measure() => new(
        Suite.Run<FuturesBenchmarks>(7),
        Suite.Run<OneFutureBenchmarks>(51),
        Suite.Run<LeverBenchmarks>(7),
        Suite.Run<QuantileBenchmarks>(15),
        Suite.Run<StaffListBenchmarks>(7));
}
