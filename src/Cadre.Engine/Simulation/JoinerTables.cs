using Cadre.Engine.Model;
using Cadre.Engine.Numerics;

namespace Cadre.Engine.Simulation;

/// <summary>The ages of those who join from a source, and what they work (docs/method.md sections 2.1 and 3.4).</summary>
internal sealed class JoinerTables
{
    /// <summary>Spreads shares by band with edges <paramref name="edges"/> over the ages.</summary>
    public JoinerTables(int[] edges, double[] shares, double[][] ftePerHead)
    {
        Share = GroupTables.Whole(MonotoneCubic.SpreadToAges(edges, shares));
        FtePerHead = [.. ftePerHead.Select(w => GroupTables.Dot(Share, w))];
    }

    /// <summary>The ages of a source of candidates, or its staff group's where it has none.</summary>
    public JoinerTables(IReadOnlyList<AgeShare> ages, GroupTables group)
    {
        Share = ages.Count == 0
            ? group.Joiners.Share
            : GroupTables.Whole(MonotoneCubic.SpreadToAges([ages[0].From, .. ages.Select(band => band.To)], [.. ages.Select(band => band.Share)]));
        FtePerHead = [.. group.FtePerHead.Select(w => GroupTables.Dot(Share, w))];
    }

    /// <summary>Share of the joining heads, by age class.</summary>
    public double[] Share { get; }

    /// <summary>FTE per joining head before the cohort's factor, by months since the last birthday.</summary>
    public double[] FtePerHead { get; }
}
