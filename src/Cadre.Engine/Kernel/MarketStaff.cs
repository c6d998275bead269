using System.Runtime.CompilerServices;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Kernel;

/// <summary>The state of one market in eight futures: <see cref="Staff"/> lane by lane. Cohorts are the market's own. Belongs to one thread.</summary>
internal sealed class MarketStaff
{
    private readonly PreparedModel _prepared;
    private readonly Market _market;
    private readonly MarketRoom _room;

    /// <param name="prepared">The model.</param>
    /// <param name="market">The market.</param>
    /// <param name="room">Room for its state.</param>
    public MarketStaff(PreparedModel prepared, Market market, MarketRoom room)
    {
        (_prepared, _market, _room) = (prepared, market, room);
        HasMovers = market.StaffGroups.Any(group => prepared.Groups[group].HasMovers);
    }

    /// <summary>By cohort: FTE as the month goes on.</summary>
    public Span<Lanes> Fte => _room.Fte.Slice(0, _market.Cohorts.Length);

    /// <summary>By cohort: posts in the month.</summary>
    public Span<Lanes> Posts => _room.Posts.Slice(0, _market.Cohorts.Length);

    /// <summary>By cohort: the month's account.</summary>
    public Span<LaneMonth> Months => _room.Months(_market.Cohorts.Length);

    /// <summary>Whether anybody of the market wants to move.</summary>
    public bool HasMovers { get; }

    /// <summary>Begins eight futures on the opening day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Open(LaneParameters futures)
    {
        if (HasMovers) _room.Movers.Slice(0, _market.CellsAt[^1]).Clear();
        var fte = Fte;
        var posts = Posts;
        var months = Months;
        for (var i = 0; i < months.Length; i++)
        {
            var c = _market.Cohorts[i];
            var cohort = _prepared.Model.Cohorts[c];
            var heads = HeadsOf(i);
            for (var cell = 0; cell < heads.Length; cell++)
                heads[cell] = Lane.Of(_prepared.OpeningHeads[_prepared.CellsAt[c] + cell]);
            fte[i] = Lane.Of(cohort.OpeningFte.Value);
            posts[i] = Lane.Of(cohort.OpeningFte.Value) / (Lanes.One - futures.VacancyRate[c]);
            months[i] = new LaneMonth { Closing = new LaneAmount(Lane.Of(cohort.OpeningHeads.Value), fte[i]) };
        }
    }

    /// <summary>Opens the account of a month: what closed the last one opens this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void OpenMonth()
    {
        foreach (ref var month in Months)
            month = new LaneMonth { Opening = month.Closing };
    }

    /// <summary>Heads by band of length of service and age.</summary>
    public Span<Lanes> HeadsOf(int cohort) => _room.Heads.Slice(_market.CellsAt[cohort], _market.CellsAt[cohort + 1] - _market.CellsAt[cohort]);

    /// <summary>Of these heads, those who want to move to another place; empty in a market in which nobody does.</summary>
    public Span<Lanes> MoversOf(int cohort) => !HasMovers ? [] : _room.Movers.Slice(_market.CellsAt[cohort], _market.CellsAt[cohort + 1] - _market.CellsAt[cohort]);

    /// <summary>The cohort's factor of docs/method.md section 2.2.</summary>
    public Lanes FactorOf(int cohort) => Lane.Of(_prepared.FteFactor[_market.Cohorts[cohort]]);

    /// <summary>FTE of the heads that are there, or what a change of FTE per head gives them.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="ftePerHead">FTE per head by age, before the cohort's factor.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Lanes FteOf(int cohort, double[] ftePerHead)
    {
        var fte = Lanes.Zero;
        var heads = HeadsOf(cohort);
        for (var n = 0; n < heads.Length; n += Ages.Count)
        {
            var band = heads.Slice(n, Ages.Count);
            for (var a = 0; a < band.Length; a++)
                fte += band[a] * Lane.Of(ftePerHead[a]);
        }

        return fte * FactorOf(cohort);
    }

    /// <summary>Heads, their FTE and what a change of FTE per head gives them, in one pass.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (LaneAmount There, Lanes Hours) AddUp(int cohort, double[] ftePerHead, double[] change)
    {
        var sums = (Heads: Lanes.Zero, Fte: Lanes.Zero, Hours: Lanes.Zero);
        var heads = HeadsOf(cohort);
        for (var n = 0; n < heads.Length; n += Ages.Count)
            LaneLoops.AddUp(heads.Slice(n, Ages.Count), ftePerHead, change, ref sums);
        return (new LaneAmount(sums.Heads, sums.Fte * FactorOf(cohort)), sums.Hours * FactorOf(cohort));
    }

    /// <summary>Everybody is a year older, each in their band; the last class keeps its own.</summary>
    public void Age(int cohort)
    {
        var heads = HeadsOf(cohort);
        for (var n = 0; n < heads.Length; n += Ages.Count)
        {
            var band = heads.Slice(n, Ages.Count);
            band[^1] += band[^2];
            band[..^2].CopyTo(band[1..^1]);
            band[0] = Lanes.Zero;
        }
    }
}
