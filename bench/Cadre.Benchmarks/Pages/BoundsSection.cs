using Cadre.Benchmarks.Bounds;

namespace Cadre.Benchmarks.Pages;

/// <summary>What bounds the speed of the futures, by experiment.</summary>
internal static class BoundsSection
{
    /// <summary>The section.</summary>
    public static string Text(BoundsFound bounds) =>
        $"""
        ## What bounds it

        {string.Join('\n', BoundsWords.Of(bounds).Select(sentence => $"- {sentence}"))}

        The experiments behind these sentences. Times are of processors, the least of five rounds: what disturbs a round only makes it longer.

        **Narrower vectors.** The same futures with the widest vectors of the processor switched off, each in a process of its own; one thread.

        {MarkdownTable.Of(["vectors", "scalar, a future", "vector, a future", "vector over the widest"], bounds.Widths.Select(width =>
            new[] { $"{width.Bits} bits", Figure.Time(width.ScalarMs), Figure.Time(width.VectorMs), Figure.Times(width.VectorMs / bounds.Widths[0].VectorMs) }))}
        **More state at a time.** The same cohorts, more or fewer of which run together from the first month to the last. "State" is what is kept of them
        from month to month: heads by age, the month's account, posts and FTE. In the national plan it is at most {Figure.Memory(bounds.LargestMarket)}. A cell is an age of a cohort, in eight futures.
        Where few cohorts run together, what each such group costs by itself weighs more.

        {MarkdownTable.Of(["cohorts together", "state", "a cell and month", "over the least"], bounds.States.Select(state =>
            new[] { $"{state.Cohorts:#,0}", Figure.Memory(state.Bytes), $"{Figure.Of(state.CellMonthNs)} ns", Figure.Times(state.CellMonthNs / bounds.States.Min(each => each.CellMonthNs)) }))}
        **Two threads.** The same futures on two threads take {Figure.Times(bounds.ClockOnTwoThreads)} times the time on the clock of one, and {Figure.Times(bounds.CpuOnTwoThreads)} times its processor time.

        **Arithmetic alone.** By the source a cell takes {BareLoops.Operations} operations on vectors of eight in a month, {BareLoops.Reads} reads and {BareLoops.Writes} writes. Bare loops that do these and nothing
        else, on one cohort in the nearest cache, beside the engine. Cycles are counted by additions that wait for each other, one a cycle: {Figure.Of(bounds.CyclesPerMs / 1e6)} GHz.

        {MarkdownTable.Of(["what", "a cell and month", "cycles", "operations in a cycle"], [
            Cycles("the engine", bounds.EngineMs, bounds.EngineCycles),
            Cycles("bare loops, sums as the engine has them", bounds.BareMs, bounds.BareCycles),
            Cycles("bare loops, each sum in two", bounds.BareInTwoMs, bounds.BareInTwoCycles)])}
        {Counted(bounds.Counters.Counts)}
        """;

    private static string[] Cycles(string what, double ms, double cycles) => [what, $"{Figure.Of(ms * 1e6)} ns", Figure.Of(cycles), Figure.Times(BareLoops.Operations / cycles)];

    private static string Counted(IReadOnlyDictionary<string, double> counts) => counts.Count == 0
        ? "**The processor's own counters.** This machine does not let them be read.\n"
        : $"""
        **The processor's own counters**, by `perf stat` over a process that does little but run futures.

        {MarkdownTable.Of(["event", "count", "in a cycle"], counts.Select(count =>
            new[] { count.Key, $"{count.Value:#,0}", counts.TryGetValue("cycles", out var cycles) ? $"{count.Value / cycles:0.0000}" : "" }))}
        """;
}
