using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Kernel;

/// <summary>Published transfers and adjustments of a market: <see cref="PublishedMoves"/> lane by lane. Belongs to one thread.</summary>
internal sealed class MarketMoves
{
    private readonly PreparedModel _prepared;
    private readonly Market _market;
    private readonly WorkingTime _time;
    private readonly MarketStaff _staff;

    public MarketMoves(PreparedModel prepared, Market market, WorkingTime time, MarketStaff staff) =>
        (_prepared, _market, _time, _staff) = (prepared, market, time, staff);

    /// <summary>Books those of a month.</summary>
    /// <exception cref="ModelException">They take a cohort below 0.</exception>
    public void Book(int month)
    {
        foreach (var (i, move) in _market.MovesByMonth[month])
            Book(month, i, move);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Book(int month, int i, PublishedMove move)
    {
        var c = _market.Cohorts[i];
        var heads = _staff.HeadsOf(i);
        var before = Lanes.Zero;
        foreach (var h in heads)
            before += h;
        var somebody = Vector512.GreaterThan(before, Lanes.Zero);
        var fteEach = Lane.Where(somebody, _staff.Fte[i] / before, Lane.Of(_time.OfStock(_market.Groups[i]) * _prepared.FteFactor[c]));
        var after = WithoutRounding(before + Lane.Of(move.Net), before + Lane.Of(move.In) + Lane.Of(move.Out) + Lane.Of(Math.Abs(move.Adjusted)));
        for (var lane = 0; lane < Lane.Count; lane++)
        {
            if (after[lane] < 0) throw move.TakesTooMany(_prepared, month, before[lane]);
        }

        var scale = after / before;
        for (var cell = 0; cell < heads.Length; cell++)
            heads[cell] = Lane.Where(somebody, heads[cell] * scale, after * Lane.Of(_prepared.OpeningShare(c, cell)));
        foreach (ref var mover in _staff.MoversOf(i))
            mover = Lane.Where(somebody, mover * scale, mover * Lanes.Zero);
        var net = Lane.Of(move.Net) * fteEach;
        _staff.Fte[i] = Lane.Where(Vector512.GreaterThan(after, Lanes.Zero), _staff.Fte[i] + net, Lanes.Zero);
        _staff.Posts[i] = Lane.AtLeast(0, WithoutRounding(_staff.Posts[i] + net, _staff.Posts[i]));
        ref var account = ref _staff.Months[i];
        account.MovesIn += new LaneAmount(Lane.Of(move.In), Lane.Of(move.In) * fteEach);
        account.MovesOut += new LaneAmount(Lane.Of(move.Out), Lane.Of(move.Out) * fteEach);
        account.Adjustment = new LaneAmount(Lane.Of(move.Adjusted), Lane.Of(move.Adjusted) * fteEach);
    }

    /// <summary>0 where <paramref name="value"/> is no more than the rounding of the sums it comes from, whose size is <paramref name="scale"/>.</summary>
    private static Lanes WithoutRounding(Lanes value, Lanes scale) =>
        Lane.Where(Vector512.LessThanOrEqual(Vector512.Abs(value), Lane.Of(PublishedMove.Rounding) * scale), Lanes.Zero, value);
}
