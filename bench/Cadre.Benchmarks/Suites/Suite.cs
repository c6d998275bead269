using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Cadre.TestCommon;

namespace Cadre.Benchmarks.Suites;

/// <summary>A line of a suite: one way to do the work.</summary>
/// <param name="Method">Name of its method.</param>
/// <param name="Description">What it does, for a reader.</param>
/// <param name="Ms">Median, milliseconds.</param>
/// <param name="Ratio">Median over that of the suite's first line, the plain way.</param>
/// <param name="Bytes">Memory asked for each time, bytes.</param>
internal sealed record SuiteRow(string Method, string Description, double Ms, double Ratio, long Bytes);

/// <summary>Runs a suite of BenchmarkDotNet within this process, so that it needs neither a build nor a network.</summary>
internal static class Suite
{
    /// <summary>The lines of a suite in the order of its methods.</summary>
    /// <typeparam name="T">A class with benchmarks, one of which is the baseline.</typeparam>
    /// <param name="iterations">How often each is done; what counts is the median.</param>
    public static IReadOnlyList<SuiteRow> Run<T>(int iterations)
    {
        var summary = BenchmarkRunner.Run<T>(Configuration(iterations));
        if (summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success))
            throw new InvalidOperationException($"{typeof(T).Name} did not finish; its log is in {ArtifactsPath}.");
        var baseline = MedianMs(summary.Reports.Single(report => report.BenchmarkCase.Descriptor.Baseline));
        return [.. summary.Reports.Select(report => new SuiteRow(
            report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
            report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''),
            MedianMs(report),
            MedianMs(report) / baseline,
            report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0))];
    }

    private static string ArtifactsPath { get; } = Path.Combine(Repository.Root, ".build", "bench");

    private static double MedianMs(BenchmarkReport report) => report.ResultStatistics!.Median / 1e6;

    /// <summary>Few iterations of work that lasts long by itself: once for each, no loop around it.</summary>
    private static ManualConfig Configuration(int iterations) => ManualConfig.CreateEmpty()
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithStrategy(RunStrategy.Monitoring).WithWarmupCount(2).WithIterationCount(iterations))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddLogger(NullLogger.Instance)
        .WithArtifactsPath(ArtifactsPath)
        .WithOptions(ConfigOptions.DisableLogFile);
}
