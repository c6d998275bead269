using System.Runtime.CompilerServices;
using Cadre.Engine.Kernel;
using Cadre.Engine.Simulation;
using Lanes = System.Runtime.Intrinsics.Vector512<double>;

namespace Cadre.Benchmarks.Bounds;

/// <summary>
/// The arithmetic that a month takes on a cohort's cells, and nothing around it, on one cohort that stays in the nearest cache: who leaves, who
/// joins, what there is at the end. Once with a sum in one place, where each addition waits for the one before, and once with it in four.
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

    /// <summary>Processor time of a cell and month, milliseconds, with each sum in one place and in four.</summary>
    public static (double OneSum, double FourSums) MsPerCellMonth()
    {
        var taken = Timed.Medians(5, [() => Run(InOne), () => Run(InFour)]);
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
    private static Lanes InFour(Span<Lanes> heads, ReadOnlySpan<Lanes> joiners, ReadOnlySpan<double> ftePerHead, ReadOnlySpan<double> change)
    {
        var (exit, joining) = (Lane.Of(0.01), Lane.Of(1));
        var (l0, l1, l2, l3) = (Lanes.Zero, Lanes.Zero, Lanes.Zero, Lanes.Zero);
        var (f0, f1, f2, f3) = (Lanes.Zero, Lanes.Zero, Lanes.Zero, Lanes.Zero);
        var (s0, s1, s2, s3) = (Lanes.Zero, Lanes.Zero, Lanes.Zero, Lanes.Zero);
        for (var a = 0; a + 4 <= heads.Length; a += 4)
        {
            Leave(ref heads[a], ftePerHead[a], exit, ref l0, ref f0, ref s0);
            Leave(ref heads[a + 1], ftePerHead[a + 1], exit, ref l1, ref f1, ref s1);
            Leave(ref heads[a + 2], ftePerHead[a + 2], exit, ref l2, ref f2, ref s2);
            Leave(ref heads[a + 3], ftePerHead[a + 3], exit, ref l3, ref f3, ref s3);
        }

        for (var a = 0; a < heads.Length; a++)
            heads[a] += joining * joiners[a];
        var left = l0 + l1 + l2 + l3 + f0 + f1 + f2 + f3 + s0 + s1 + s2 + s3;
        (l0, l1, l2, l3) = (Lanes.Zero, Lanes.Zero, Lanes.Zero, Lanes.Zero);
        (f0, f1, f2, f3) = (Lanes.Zero, Lanes.Zero, Lanes.Zero, Lanes.Zero);
        (s0, s1, s2, s3) = (Lanes.Zero, Lanes.Zero, Lanes.Zero, Lanes.Zero);
        for (var a = 0; a + 4 <= heads.Length; a += 4)
        {
            Count(heads[a], ftePerHead[a], change[a], ref l0, ref f0, ref s0);
            Count(heads[a + 1], ftePerHead[a + 1], change[a + 1], ref l1, ref f1, ref s1);
            Count(heads[a + 2], ftePerHead[a + 2], change[a + 2], ref l2, ref f2, ref s2);
            Count(heads[a + 3], ftePerHead[a + 3], change[a + 3], ref l3, ref f3, ref s3);
        }

        return left + l0 + l1 + l2 + l3 + f0 + f1 + f2 + f3 + s0 + s1 + s2 + s3;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Leave(ref Lanes heads, double ftePerHead, Lanes exit, ref Lanes left, ref Lanes leftFte, ref Lanes stayFte)
    {
        var each = Lane.Of(ftePerHead);
        var leavers = heads * exit;
        heads -= leavers;
        left += leavers;
        leftFte += leavers * each;
        stayFte += heads * each;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Count(Lanes there, double ftePerHead, double change, ref Lanes all, ref Lanes fte, ref Lanes hours)
    {
        all += there;
        fte += there * Lane.Of(ftePerHead);
        hours += there * Lane.Of(change);
    }
}
