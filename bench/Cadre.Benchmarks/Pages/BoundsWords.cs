using Cadre.Benchmarks.Bounds;

namespace Cadre.Benchmarks.Pages;

/// <summary>What the experiments show, in words that follow from their figures by thresholds and say nothing else.</summary>
internal static class BoundsWords
{
    /// <summary>A difference less than this share shows nothing.</summary>
    private const double Noise = 0.15;

    /// <summary>The share of the time from which it is most of it.</summary>
    private const double Most = 0.5;

    /// <summary>Time on the clock over that of one thread, below which two threads did run at once.</summary>
    private const double AtOnce = 0.75;

    /// <summary>The sentences.</summary>
    public static IReadOnlyList<string> Of(BoundsFound bounds) => [.. new[] { OfArithmetic(bounds), OfSums(bounds), OfCaches(bounds), OfMemory(bounds), OfWidth(bounds) }.OfType<string>()];

    private static string OfArithmetic(BoundsFound bounds)
    {
        var share = bounds.BareMs / bounds.EngineMs;
        var figures = $"Loops that do the arithmetic on cells and nothing else take {share:0%} of the engine's time: {Figure.Of(bounds.BareCycles)} cycles for a cell and month, the engine {Figure.Of(bounds.EngineCycles)}";
        return share >= Most ? $"Arithmetic bounds it. {figures}." : $"Arithmetic alone does not bound it. {figures}.";
    }

    private static string OfSums(BoundsFound bounds)
    {
        var gain = bounds.BareMs / bounds.BareInTwoMs;
        return gain > 1 + Noise
            ? $"That arithmetic waits for itself: each sum adds to what it was a moment before. With every sum in two parts the same loops are {gain:0.0} times as fast (the last bits would differ)."
            : "That arithmetic does not wait for its own sums: with every sum in two parts the same loops take about as long.";
    }

    private static string OfCaches(BoundsFound bounds)
    {
        var (least, most) = (bounds.States.MinBy(state => state.CellMonthNs)!, bounds.States[^1]);
        var rise = most.CellMonthNs / least.CellMonthNs;
        return rise > 1 + Noise
            ? $"Caches would bound a run whose cohorts all ran together: a cell and month takes {rise:0.0} times as long with {Figure.Memory(most.Bytes)} of state as with {Figure.Memory(least.Bytes)}. The national plan keeps at most {Figure.Memory(bounds.LargestMarket)} at a time."
            : $"Caches do not bound it: a cell and month takes about as long with {Figure.Memory(most.Bytes)} of state as with {Figure.Memory(least.Bytes)}.";
    }

    private static string OfMemory(BoundsFound bounds)
    {
        if (bounds.CpuOnTwoThreads > 1 + Noise)
            return $"Two threads disturb each other: together they take {bounds.CpuOnTwoThreads:0.00} times the processor time of one, through memory, caches or other work that they share.";
        return bounds.ClockOnTwoThreads < AtOnce
            ? $"Shared memory does not bound it: two threads take {bounds.CpuOnTwoThreads:0.00} times the processor time of one for the same futures, and {bounds.ClockOnTwoThreads:0.00} times its time on the clock."
            : "Whether shared memory bounds it was not seen: other work kept two threads from running at once.";
    }

    private static string? OfWidth(BoundsFound bounds)
    {
        if (bounds.Widths.Count < 2) return null;
        var (widest, next) = (bounds.Widths[0], bounds.Widths[1]);
        var slower = next.VectorMs / widest.VectorMs;
        return slower > 1 + Noise
            ? $"Width counts: with vectors of {next.Bits} bits in place of {widest.Bits} a future takes {slower:0.0} times as long."
            : $"Width alone counts for little: with vectors of {next.Bits} bits in place of {widest.Bits} a future takes {slower:0.00} times as long.";
    }
}
