using System.Diagnostics;

namespace Cadre.Benchmarks;

/// <summary>What a piece of work took.</summary>
/// <param name="Ms">Time on the clock, milliseconds.</param>
/// <param name="CpuMs">Time of processors, all threads, milliseconds: what other work on the machine disturbs less.</param>
/// <param name="Bytes">Memory asked for, bytes, all of it, whether given back or not.</param>
internal readonly record struct Taken(double Ms, double CpuMs, long Bytes)
{
    /// <summary>What each of several equal pieces of the work took.</summary>
    public static Taken operator /(Taken taken, int pieces) => new(taken.Ms / pieces, taken.CpuMs / pieces, taken.Bytes / pieces);
}

/// <summary>Times work within this process.</summary>
internal static class Timed
{
    /// <summary>Does the work once; what was garbage before is collected first.</summary>
    public static Taken Once(Action work)
    {
        GC.Collect();
        var (bytes, cpu, start) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        work();
        return new Taken(
            Stopwatch.GetElapsedTime(start).TotalMilliseconds,
            (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds,
            GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    /// <summary>
    /// Several rounds, each of which does every piece of work once, so that a load that comes and goes falls on all of them alike; by piece of work,
    /// then round. What warms up before them does not count.
    /// </summary>
    public static Taken[][] Rounds(int rounds, IReadOnlyList<Action> works, Action warmUp)
    {
        warmUp();
        Taken[][] taken = [.. Enumerable.Range(0, rounds).Select(_ => works.Select(Once).ToArray())];
        return [.. works.Select((_, work) => taken.Select(round => round[work]).ToArray())];
    }

    /// <summary>
    /// The least times of several rounds by piece of work, each by itself, after a round that does not count: what disturbs a round only makes it
    /// longer.
    /// </summary>
    public static Taken[] Least(int rounds, IReadOnlyList<Action> works) => [.. Rounds(rounds, works, () =>
    {
        foreach (var work in works)
            work();
    }).Select(LeastOf)];

    /// <summary>The least of each column.</summary>
    public static Taken LeastOf(Taken[] taken) => new(taken.Min(each => each.Ms), taken.Min(each => each.CpuMs), taken.Min(each => each.Bytes));

    /// <summary>The middle value of each column.</summary>
    public static Taken Median(Taken[] taken) =>
        new(Median(taken.Select(each => each.Ms)), Median(taken.Select(each => each.CpuMs)), (long)Median(taken.Select(each => (double)each.Bytes)));

    /// <summary>The middle value; of an even number of values the lower of the two.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(sorted.Length - 1) / 2];
    }
}
