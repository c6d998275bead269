using Cadre.Benchmarks.Suites;

namespace Cadre.Benchmarks.Pages;

/// <summary>Loops beside the plain way to do the same.</summary>
internal static class SuitesSection
{
    /// <summary>The section.</summary>
    public static string Text(SuitesFound suites) =>
        $"""
        ## Side by side

        Measured by BenchmarkDotNet within one process. The first line of each table is the plain way, and "over it" is time over that line's. "Memory"
        is all that was asked for, whether given back or not. Medians of seven times or more.

        The futures of the national plan alone, {FuturesBenchmarks.Futures} of them. "Scalar" runs them one by one with plain numbers; "vector" eight at a time. Both give the same bits.

        {Table(suites.Futures)}
        One future by itself, one thread. The vector has seven empty places then.

        {Table(suites.OneFuture)}
        A lever is changed (scenario `retention`) and the nation's staff read in every month: {LeverBenchmarks.Futures} futures on 2 threads. "Warm" keeps the model and its draws from
        before; "cold" begins with the model as it was read.

        {Table(suites.Lever)}
        Seven percentiles of 1,000 futures of a figure, {QuantileBenchmarks.Times:#,0} times.

        {Table(suites.Quantiles)}
        A staff list of {StaffListBenchmarks.Rows:#,0} rows, one thread.

        {Table(suites.StaffList)}
        """;

    private static string Table(IReadOnlyList<SuiteRow> rows) =>
        MarkdownTable.Of(["what", "time", "over it", "memory"], rows.Select(row => new[] { row.Description, Figure.Time(row.Ms), Figure.Times(row.Ratio), Figure.Memory(row.Bytes) }));
}
