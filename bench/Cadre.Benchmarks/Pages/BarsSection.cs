using Cadre.Benchmarks.Commands;
using Cadre.Benchmarks.Growth;
using Cadre.Benchmarks.Suites;

namespace Cadre.Benchmarks.Pages;

/// <summary>The bars beside what was measured.</summary>
internal static class BarsSection
{
    /// <summary>The table.</summary>
    public static string Table(IReadOnlyDictionary<int, FinishedProcess> runs, StaffListCommand list, SuitesFound suites, IReadOnlyList<GrowthTable> growth)
    {
        double Growth(string what) => growth.Single(table => table.Grows == what).PerDoubling;
        Bar[] bars =
        [
            Bar.OfSeconds("The national plan with 1,000 futures on 2 threads, from the command to the last file", 10, 4, runs[2].Seconds),
            Bar.OfMiB("Memory of that run", 1536, 1024, runs[2].PeakBytes),
            Bar.OfMilliseconds("One future by itself", 60, 15, suites.OneFuture.Single(row => row.Method == nameof(OneFutureBenchmarks.Lanes)).Ms),
            Bar.OfSpeed("Futures eight at a time, over the plain loop on one thread", 3, 1 / suites.Futures.Single(row => row.Method == nameof(FuturesBenchmarks.Lanes)).Ratio),
            Bar.OfSeconds($"A changed lever: the nation in {LeverBenchmarks.Futures} futures, the model kept warm", 1, null, suites.Lever.Single(row => row.Method == nameof(LeverBenchmarks.Warm)).Ms / 1000),
            Bar.OfSeconds($"A staff list of {StaffListCommand.Rows:#,0} rows read, checked and added up", 10, null, list.Import.Seconds),
            Bar.OfMiB("Memory of that import", 500, null, list.Import.PeakBytes),
            Bar.OfRatio("Cost of twice as many futures", 2, Growth("Futures")),
            Bar.OfRatio("Cost of twice as many months", 2, Growth("Months")),
            Bar.OfRatio("Cost of twice as many places", 2, Growth("Places")),
        ];
        return MarkdownTable.Of(["what", "bar", "aim", "measured", "held"], bars.Select(bar => bar.Cells));
    }
}
