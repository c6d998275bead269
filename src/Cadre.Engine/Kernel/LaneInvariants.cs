using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Kernel;

/// <summary>Whether the rules of <see cref="Invariants"/> hold for a cohort's month in all of eight futures.</summary>
internal static class LaneInvariants
{
    /// <summary>True where every rule holds in every lane; where it is false the scalar check says what is wrong.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Hold(in LaneMonth m)
    {
        var account = m.Opening + m.Joiners + m.MovesIn - m.Leavers - m.MovesOut + m.Adjustment;
        var size = m.Opening + m.Joiners + m.MovesIn + m.Leavers + m.MovesOut + m.Closing;
        var tolerance = Lane.Of(Invariants.Tolerance);
        var heads = Vector512.Abs(account.Heads - m.Closing.Heads) - (tolerance * Lane.AtLeast(1, size.Heads + Vector512.Abs(m.Adjustment.Heads)));
        var fte = Vector512.Abs(account.Fte + m.Hours - m.Closing.Fte) - (tolerance * Lane.AtLeast(1, size.Fte + (Vector512.Abs(m.Adjustment.Fte) + Vector512.Abs(m.Hours))));
        var gap = Vector512.Abs(m.Posts - m.Closing.Fte - (m.Vacancies - m.OverEstablishment)) - (tolerance * Lane.AtLeast(1, m.Posts));
        var least = Vector512.Min(Vector512.Min(m.Closing.Heads, m.Posts), Vector512.Min(m.Joiners.Heads, m.Leavers.Heads));
        return Vector512.LessThanOrEqualAll(Vector512.Max(Vector512.Max(heads, fte), Vector512.Max(gap, -least)), Lanes.Zero);
    }
}
