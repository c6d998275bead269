using Cadre.Engine;
using Cadre.Engine.Model;

namespace Cadre.Benchmarks.Growth;

/// <summary>A run that is larger than the row before it by a factor.</summary>
/// <param name="Size">How large it is, in words.</param>
/// <param name="Taken">The least that it took in any round.</param>
internal sealed record GrowthRow(string Size, Taken Taken);

/// <summary>Runs that differ in one thing alone, each twice as large as the one before.</summary>
/// <param name="Grows">What grows.</param>
/// <param name="Rows">The runs, the smallest first.</param>
internal sealed record GrowthTable(string Grows, IReadOnlyList<GrowthRow> Rows)
{
    /// <summary>Processor time of a row over that of the row before.</summary>
    public double Ratio(int row) => Rows[row].Taken.CpuMs / Rows[row - 1].Taken.CpuMs;

    /// <summary>What a doubling costs over the whole table, from its smallest row to its largest: a disturbed row between them does not count twice.</summary>
    public double PerDoubling => Math.Pow(Rows[^1].Taken.CpuMs / Rows[0].Taken.CpuMs, 1.0 / (Rows.Count - 1));
}

/// <summary>How the cost of a run and its percentiles grows, on one thread, without reading and writing files.</summary>
internal static class GrowthTables
{
    /// <summary>Futures of a run in which something else grows.</summary>
    public const int Futures = 200;

    /// <summary>Rounds in which everything is measured.</summary>
    public const int Rounds = 5;

    private static readonly int[] FutureCounts = [125, 250, 500, 1000];
    private static readonly int[] MonthCounts = [33, 66, 132];
    private static readonly int[] Doublings = [1, 2, 4];

    /// <summary>
    /// Measures everything, all runs in turn in each round. A run is done as often in a row as makes it as long as the largest of its table: a short
    /// piece of work would more easily find the machine undisturbed than a long one, and the ratio would be too large.
    /// </summary>
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
        var runs = tables.SelectMany(table => table.Runs.Select((run, row) => (Run: run, Times: 1 << (table.Runs.Length - 1 - row)))).ToArray();
        Action[] works = [.. runs.Select(each => (Action)(() => Repeat(each.Times, () => Run(each.Run.Model, each.Run.Months, each.Run.Futures))))];
        var taken = new Queue<Taken>(Timed.Rounds(Rounds, works, warmUp: works[0] + works[^1]).Zip(runs, (rounds, each) => Timed.LeastOf(rounds) / each.Times));
        return [.. tables.Select(table => new GrowthTable(table.Grows, [.. table.Runs.Select(run => new GrowthRow(run.Size, taken.Dequeue()))]))];
    }

    private static void Repeat(int times, Action work)
    {
        for (var i = 0; i < times; i++)
            work();
    }

    private static void Run(NationalModel model, int months, int futures)
    {
        var result = NationalRun.Run(model, new RunOptions { Months = months, Futures = futures, Threads = 1 });
        foreach (var _ in result.Summaries())
        {
        }
    }
}
