using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Cadre.Engine.Numerics;

namespace Cadre.Engine.Kernel;

/// <summary>
/// Arithmetic on eight futures at once. Every step is the one that the scalar loop takes, lane by lane, without fused products, so that a
/// lane has the bits of its future in the scalar loop (docs/decisions/0009-eight-futures-at-once.md). The loops that use it are compiled whole at
/// their first call: made in a hurry first, as other code is, they take many times as long.
/// </summary>
internal static class Lane
{
    /// <summary>Futures in a vector, whatever the width of the machine's own.</summary>
    public const int Count = 8;

    /// <summary>The same value in every lane.</summary>
    public static Lanes Of(double value) => Vector512.Create(value);

    /// <summary>The larger value, lane by lane.</summary>
    public static Lanes AtLeast(double least, Lanes value) => Vector512.Max(Vector512.Create(least), value);

    /// <summary><paramref name="yes"/> where the mask is set, <paramref name="no"/> elsewhere.</summary>
    public static Lanes Where(Lanes mask, Lanes yes, Lanes no) => Vector512.ConditionalSelect(mask, yes, no);

    /// <summary><paramref name="over"/> over <paramref name="under"/> where that is over 0; 0 elsewhere.</summary>
    public static Lanes Ratio(Lanes over, Lanes under) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(under, Lanes.Zero), over / under, Lanes.Zero);

    /// <summary><see cref="Elementary.Exp(double)"/> in every lane, to the bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Exp(Lanes x) => Vector512.LessThanOrEqualAll(Vector512.Abs(x), Vector512.Create(708.0)) ? Elementary.Exp(x) : EachExp(x);

    /// <summary><see cref="Elementary.Pow"/> in every lane, to the bit.</summary>
    public static Lanes Pow(Lanes x, Lanes y)
    {
        var result = Lanes.Zero;
        for (var lane = 0; lane < Count; lane++)
            result = result.WithElement(lane, Elementary.Pow(x[lane], y[lane]));
        return result;
    }

    private static Lanes EachExp(Lanes x)
    {
        var result = Lanes.Zero;
        for (var lane = 0; lane < Count; lane++)
            result = result.WithElement(lane, Elementary.Exp(x[lane]));
        return result;
    }
}
