using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Kernel;

/// <summary>Shares the candidates of a pool over the cohorts that want them: <see cref="HiringRound"/> lane by lane. Belongs to one thread.</summary>
internal sealed class MarketHiring(PreparedModel prepared, Market market, MarketStaff staff)
{
    private readonly Lanes[] _wants = new Lanes[market.Cohorts.Length];
    private readonly double[] _attractiveness = [.. market.Cohorts.Select(c => prepared.Model.Cohorts[c].Attractiveness)];

    /// <summary>By cohort of the market: heads hired, as of the last call for its pool.</summary>
    public Lanes[] Hires { get; } = new Lanes[market.Cohorts.Length];

    /// <summary>Fills <see cref="Hires"/> for the cohorts of a pool and returns their sum in heads: the offer or all wants, whichever is less.</summary>
    /// <param name="cohorts">Cohorts of the market, the most attractive first.</param>
    /// <param name="phi">Share of vacancies that the month fills.</param>
    /// <param name="offer">People who can be hired, heads.</param>
    /// <param name="joinerFte">FTE of a joining head before the cohort's factor.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Lanes Share(int[] cohorts, Lanes phi, Lanes offer, Lanes joinerFte)
    {
        var (wanted, pull) = (Lanes.Zero, Lanes.Zero);
        foreach (var i in cohorts)
        {
            var each = joinerFte * staff.FactorOf(i);
            var open = Lane.AtLeast(0, (phi * Lane.AtLeast(0, staff.Posts[i] - staff.Fte[i])) - staff.Months[i].Joiners.Fte);
            _wants[i] = Lane.Ratio(open, each);
            wanted += _wants[i];
            pull += _wants[i] * Lane.Of(_attractiveness[i]);
        }

        var all = Vector512.LessThanOrEqual(wanted, offer);
        var scarce = ShareScarce(cohorts, offer, pull);
        foreach (var i in cohorts)
            Hires[i] = Lane.Where(all, _wants[i], Hires[i]);
        return Lane.Where(all, wanted, scarce);
    }

    /// <summary>
    /// From the most attractive cohort down: one whose part of what is left would pass its wants is filled;
    /// the others share the rest by want and attractiveness.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Lanes ShareScarce(int[] cohorts, Lanes offer, Lanes pull)
    {
        var (hired, left, level, filling) = (Lanes.Zero, offer, Lanes.Zero, Lanes.AllBitsSet);
        foreach (var i in cohorts)
        {
            var attractiveness = Lane.Of(_attractiveness[i]);
            level = Lane.Where(filling, Lane.Ratio(left, pull), level);
            filling &= Vector512.GreaterThanOrEqual(level * attractiveness, Lanes.One);
            left = Lane.Where(filling, left - _wants[i], left);
            pull = Lane.Where(filling, pull - (_wants[i] * attractiveness), pull);
            Hires[i] = Lane.Where(filling, _wants[i], _wants[i] * level * attractiveness);
            hired += Hires[i];
        }

        return hired;
    }
}
