using System.Runtime.CompilerServices;
using Cadre.Engine.Kernel;
using Cadre.Engine.Simulation;
using Lanes = System.Runtime.Intrinsics.Vector512<double>;

namespace Cadre.Benchmarks.Bounds;

/// <summary>
/// The arithmetic that a month takes on a cohort's cells, and nothing around it, on one cohort that stays in the nearest cache: who leaves, who
/// joins, what there is at the end. Once with a sum in one place, where each addition waits for the one before, and once with it in two.
/// </summary>
internal static class BareLoops
{
    /// <summary>Arithmetic operations on vectors that a cell takes in a month: leaving 7, joining 2, the month's end 5.</summary>
    public const int Operations = 14;

    /// <summary>Vectors and numbers read for it: leaving 2, joining 2, the month's end 3.</summary>
    public const int Reads = 7;

    /// <summary>Vectors written: leaving 1, joining 1.</summary>
    public const int Writes = 2;

    private const int Months = 200_000;

    /// <summary>Processor time of a cell and month, milliseconds, with each sum in one place and in two.</summary>
    public static (double OneSum, double TwoSums) MsPerCellMonth()
    {
        var taken = Timed.Least(5, [() => Run(InOne), () => Run(InTwo)]);
        return (taken[0].CpuMs / ((double)Months * Ages.Count), taken[1].CpuMs / ((double)Months * Ages.Count));
    }

    private delegate Lanes Month(Span<Lanes> heads, ReadOnlySpan<Lanes> joiners, ReadOnlySpan<double> ftePerHead, ReadOnlySpan<double> change);

    private static void Run(Month month)
    {
        var (heads, joiners) = (new LaneMemory(Ages.Count), new LaneMemory(Ages.Count));
        var (ftePerHead, change) = (new double[Ages.Count], new double[Ages.Count]);
        heads.Span.Fill(Lane.Of(10));
        joiners.Span.Fill(Lane.Of(0.1));
        ftePerHead.AsSpan().Fill(0.9);
        change.AsSpan().Fill(-0.001);
        var sum = Lanes.Zero;
        for (var i = 0; i < Months; i++)
            sum += month(heads.Span, joiners.Span, ftePerHead, change);
        if (!(sum[0] > 0)) throw new InvalidOperationException("Somebody must be there.");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Lanes InOne(Span<Lanes> heads, ReadOnlySpan<Lanes> joiners, ReadOnlySpan<double> ftePerHead, ReadOnlySpan<double> change)
    {
        var (exit, joining) = (Lane.Of(0.01), Lane.Of(1));
        var (left, leftFte, stayFte) = (Lanes.Zero, Lanes.Zero, Lanes.Zero);
        for (var a = 0; a < heads.Length; a++)
        {
            var each = Lane.Of(ftePerHead[a]);
            var leavers = heads[a] * exit;
            var stay = heads[a] - leavers;
            heads[a] = stay;
            left += leavers;
            leftFte += leavers * each;
            stayFte += stay * each;
        }

        for (var a = 0; a < heads.Length; a++)
            heads[a] += joining * joiners[a];
        var (all, fte, hours) = (Lanes.Zero, Lanes.Zero, Lanes.Zero);
        for (var a = 0; a < heads.Length; a++)
        {
            var there = heads[a];
            all += there;
            fte += there * Lane.Of(ftePerHead[a]);
            hours += there * Lane.Of(change[a]);
        }

        return left + leftFte + stayFte + all + fte + hours;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Lanes InTwo(Span<Lanes> heads, ReadOnlySpan<Lanes> joiners, ReadOnlySpan<double> ftePerHead, ReadOnlySpan<double> change)
    {
        var (exit, joining) = (Lane.Of(0.01), Lane.Of(1));
        var (left, leftFte, stayFte) = (Lanes.Zero, Lanes.Zero, Lanes.Zero);
        var (left2, leftFte2, stayFte2) = (Lanes.Zero, Lanes.Zero, Lanes.Zero);
        for (var a = 0; a < heads.Length - 1; a += 2)
        {
            var (each, each2) = (Lane.Of(ftePerHead[a]), Lane.Of(ftePerHead[a + 1]));
            var leavers = heads[a] * exit;
            var leavers2 = heads[a + 1] * exit;
            var stay = heads[a] - leavers;
            var stay2 = heads[a + 1] - leavers2;
            heads[a] = stay;
            heads[a + 1] = stay2;
            left += leavers;
            left2 += leavers2;
            leftFte += leavers * each;
            leftFte2 += leavers2 * each2;
            stayFte += stay * each;
            stayFte2 += stay2 * each2;
        }

        for (var a = 0; a < heads.Length; a++)
            heads[a] += joining * joiners[a];
        var (all, fte, hours) = (Lanes.Zero, Lanes.Zero, Lanes.Zero);
        var (all2, fte2, hours2) = (Lanes.Zero, Lanes.Zero, Lanes.Zero);
        for (var a = 0; a < heads.Length - 1; a += 2)
        {
            var (there, there2) = (heads[a], heads[a + 1]);
            all += there;
            all2 += there2;
            fte += there * Lane.Of(ftePerHead[a]);
            fte2 += there2 * Lane.Of(ftePerHead[a + 1]);
            hours += there * Lane.Of(change[a]);
            hours2 += there2 * Lane.Of(change[a + 1]);
        }

        return left + left2 + leftFte + leftFte2 + stayFte + stayFte2 + all + all2 + fte + fte2 + hours + hours2;
    }
}
