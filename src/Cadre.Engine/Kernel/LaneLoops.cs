using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Cadre.Engine.Kernel;

/// <summary>Loops over the ages of one band, each a method of its own: beside other code the compiler keeps their sums in memory, not in registers.</summary>
internal static class LaneLoops
{
    /// <summary>Adds heads, their FTE and what a change of FTE per head gives them to the sums so far.</summary>
    /// <param name="band">Heads by age.</param>
    /// <param name="ftePerHead">FTE per head by age.</param>
    /// <param name="change">Change of FTE per head by age.</param>
    /// <param name="sums">Heads, FTE, FTE of the change.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddUp(ReadOnlySpan<Lanes> band, ReadOnlySpan<double> ftePerHead, ReadOnlySpan<double> change, ref (Lanes Heads, Lanes Fte, Lanes Hours) sums)
    {
        var (all, fte, hours) = sums;
        for (var a = 0; a < band.Length; a++)
        {
            var there = band[a];
            all += there;
            fte += there * Vector512.Create(ftePerHead[a]);
            hours += there * Vector512.Create(change[a]);
        }

        sums = (all, fte, hours);
    }

    /// <summary>Adds to each age <paramref name="heads"/> times its share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Add(Span<Lanes> to, in Lanes heads, ReadOnlySpan<Lanes> shares)
    {
        var each = heads;
        for (var a = 0; a < to.Length; a++)
            to[a] += each * shares[a];
    }

    /// <summary>Adds to each age <paramref name="part"/> times its share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Add(Span<Lanes> to, in Lanes part, ReadOnlySpan<double> shares)
    {
        var each = part;
        for (var a = 0; a < to.Length; a++)
            to[a] += each * Vector512.Create(shares[a]);
    }
}
