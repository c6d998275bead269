using System.Runtime.CompilerServices;

namespace Cadre.Benchmarks.Bounds;

/// <summary>The clock rate of a processor, by additions that wait for each other: each takes one cycle on every processor that .NET runs on.</summary>
internal static class ClockRate
{
    private const int Rounds = 4_000_000;
    private const int AdditionsInRound = 16;

    /// <summary>Cycles in a millisecond: the best of several measurements, since whatever disturbs one makes it slower.</summary>
    public static double CyclesPerMs()
    {
        Add(Rounds, 3);
        return Enumerable.Range(0, 7).Max(_ =>
        {
            ulong sum = 0;
            var taken = Timed.Once(() => sum = Add(Rounds, 3));
            GC.KeepAlive(sum);
            return (double)Rounds * AdditionsInRound / taken.CpuMs;
        });
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static ulong Add(int rounds, ulong step)
    {
        var sum = step;
        for (var i = 0; i < rounds; i++)
        {
            sum += step; sum += step; sum += step; sum += step;
            sum += step; sum += step; sum += step; sum += step;
            sum += step; sum += step; sum += step; sum += step;
            sum += step; sum += step; sum += step; sum += step;
        }

        return sum;
    }
}
