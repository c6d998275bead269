using Cadre.Engine;
using Cadre.Engine.Model;

namespace Cadre.Benchmarks.Growth;

/// <summary>A run that is larger than the row before it by a factor.</summary>
/// <param name="Size">How large it is, in words.</param>
/// <param name="Rounds">What it took in each round.</param>
internal sealed record GrowthRow(string Size, Taken[] Rounds)
{
    /// <summary>Medians of the rounds.</summary>
    public Taken Taken { get; } = Timed.Median(Rounds);
}

/// <summary>Runs that differ in one thing alone, each twice as large as the one before.</summary>
/// <param name="Grows">What grows.</param>
/// <param name="Rows">The runs, the smallest first.</param>
internal sealed record GrowthTable(string Grows, IReadOnlyList<GrowthRow> Rows)
{
    /// <summary>Processor time of a row over that of the row before within a round; the median of the rounds.</summary>
    public double Ratio(int row) => Timed.Median(Rows[row].Rounds.Zip(Rows[row - 1].Rounds, (one, before) => one.CpuMs / before.CpuMs));

    /// <summary>The largest of the ratios.</summary>
    public double WorstRatio => Enumerable.Range(1, Rows.Count - 1).Max(Ratio);
}

/// <summary>How the cost of a run and its percentiles grows, on one thread, without reading and writing files.</summary>
internal static class GrowthTables
{
    /// <summary>Futures of a run in which something else grows.</summary>
    public const int Futures = 200;

    private const int Rounds = 5;

    private static readonly int[] FutureCounts = [125, 250, 500, 1000];
    private static readonly int[] MonthCounts = [33, 66, 132];
    private static readonly int[] Doublings = [1, 2, 4];

    /// <summary>Measures everything, all runs in turn in each round.</summary>
    public static IReadOnlyList<GrowthTable> Measure()
    {
        var model = England.Model;
        (string Grows, (string Size, NationalModel Model, int Months, int Futures)[] Runs)[] tables =
        [
            ("Futures", [.. FutureCounts.Select(futures => ($"{futures:#,0}", model, England.Months, futures))]),
            ("Months", [.. MonthCounts.Select(months => ($"{months}", model, months, Futures))]),
            ("Places", [.. Doublings.Select(times => CopiedPlaces.Of(model, times)).Select(copies => ($"{copies.Places.Count} places, {copies.Cohorts.Count:#,0} cohorts", copies, England.Months, Futures))]),
            ("Staff groups", [.. new[] { model, CopiedGroups.Twice(model) }.Select(copies => ($"{copies.StaffGroups.Count(group => group.AgeBands.Count > 0)} staff groups, {copies.Cohorts.Count:#,0} cohorts", copies, England.Months, Futures))]),
            ("Bands of length of service", [.. Doublings.Select(bands => ($"{bands}", CopiedGroups.WithBands(model, bands), England.Months, Futures))]),
        ];
        Action[] runs = [.. tables.SelectMany(table => table.Runs).Select(run => (Action)(() => Run(run.Model, run.Months, run.Futures)))];
        var taken = new Queue<Taken[]>(Timed.Rounds(Rounds, runs, warmUp: runs[0] + runs[^1]));
        return [.. tables.Select(table => new GrowthTable(table.Grows, [.. table.Runs.Select(run => new GrowthRow(run.Size, taken.Dequeue()))]))];
    }

    private static void Run(NationalModel model, int months, int futures)
    {
        var result = NationalRun.Run(model, new RunOptions { Months = months, Futures = futures, Threads = 1 });
        foreach (var _ in result.Summaries())
        {
        }
    }
}
