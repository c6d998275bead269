using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Kernel;

/// <summary>Those of a market who want to move to another place of it: <see cref="Movers"/> lane by lane. Belongs to one thread.</summary>
internal sealed class MarketMovers(PreparedModel prepared, Market market, WorkingTime time, MarketStaff staff, MarketHiring hiring)
{
    private readonly Lanes[][] _moving = [.. prepared.Groups.Select((tables, group) => tables is { HasMovers: true } && market.Groups.Contains(group) ? new Lanes[tables.Service.Bands * Ages.Count] : [])];
    private Lanes[] _all = [];

    /// <summary>Finds a place for those who want to move, as far as there is room; those without one stay.</summary>
    /// <param name="pool">One of the market's <see cref="Market.WidestPools"/>.</param>
    /// <param name="phi">Share of vacancies that the month fills.</param>
    public void Place(int pool, Lanes phi)
    {
        var cohorts = market.PoolCohorts[pool];
        var group = market.Groups[cohorts[0]];
        if (!prepared.Groups[group].HasMovers) return;
        var (moving, fteEach) = Gather(cohorts, group);
        var isAnybody = Vector512.GreaterThan(moving, Lanes.Zero);
        if (isAnybody == Lanes.Zero) return;
        var placed = Lane.Where(isAnybody, hiring.Share(cohorts, phi, moving, fteEach) / moving, Lanes.Zero);
        foreach (var i in cohorts)
            Move(i, time.AtStart(group), placed, Lane.Where(isAnybody, hiring.Hires[i] / moving, Lanes.Zero));
    }

    /// <summary>Adds up who wants to move; returns how many, and FTE per head of them before a cohort's factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (Lanes Heads, Lanes FteEach) Gather(int[] cohorts, int group)
    {
        _all = _moving[group];
        Array.Clear(_all);
        foreach (var i in cohorts)
        {
            var movers = staff.MoversOf(i);
            for (var cell = 0; cell < movers.Length; cell++)
                _all[cell] += movers[cell];
        }

        var (heads, fte) = (Lanes.Zero, Lanes.Zero);
        var w = time.AtStart(group);
        for (var cell = 0; cell < _all.Length; cell++)
        {
            heads += _all[cell];
            fte += _all[cell] * Lane.Of(w[cell % Ages.Count]);
        }

        return (heads, Lane.Ratio(fte, heads));
    }

    /// <summary>
    /// Takes the share <paramref name="placed"/> of a cohort's own movers and brings the share <paramref name="here"/> of all; who would
    /// come to where they are stays.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Move(int i, double[] w, Lanes placed, Lanes here)
    {
        var heads = staff.HeadsOf(i);
        var movers = staff.MoversOf(i);
        var (gone, come) = (default(LaneAmount), default(LaneAmount));
        for (var cell = 0; cell < heads.Length; cell++)
        {
            var each = Lane.Of(w[cell % Ages.Count]);
            var going = (placed - here) * movers[cell];
            var coming = here * (_all[cell] - movers[cell]);
            heads[cell] = Lane.AtLeast(0, heads[cell] - going) + coming;
            gone += new LaneAmount(going, going * each);
            come += new LaneAmount(coming, coming * each);
        }

        movers.Clear();
        var f = staff.FactorOf(i);
        (gone, come) = (gone with { Fte = gone.Fte * f }, come with { Fte = come.Fte * f });
        staff.Fte[i] += come.Fte - gone.Fte;
        ref var account = ref staff.Months[i];
        account.MovesIn += come;
        account.MovesOut += gone;
    }
}
