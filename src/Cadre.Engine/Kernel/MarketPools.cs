using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Kernel;

/// <summary>
/// The candidates of a market's pools by source: <see cref="CandidatePools"/> lane by lane. Belongs to one thread. In each pool's arrays
/// the first element is "other", the rest are those of <see cref="PreparedModel.PoolSources"/>.
/// </summary>
internal sealed class MarketPools
{
    private readonly PreparedModel _prepared;
    private readonly Market _market;
    private readonly WorkingTime _time;
    private readonly MarketStaff _staff;
    private readonly MarketHiring _hiring;
    private readonly Lanes[][] _candidates;
    private readonly Lanes[] _openingPosts;
    private readonly (Lanes Posts, Lanes Growth)[] _growth;
    private readonly LaneMemory _ages = new(Ages.Count);

    public MarketPools(PreparedModel prepared, Market market, WorkingTime time, MarketStaff staff, MarketHiring hiring)
    {
        (_prepared, _market, _time, _staff, _hiring) = (prepared, market, time, staff, hiring);
        _candidates = [.. market.Pools.Select(pool => new Lanes[1 + prepared.PoolSources[pool].Length])];
        (_openingPosts, _growth) = (new Lanes[_candidates.Length], new (Lanes, Lanes)[_candidates.Length]);
    }

    /// <summary>Begins eight futures on the opening day.</summary>
    public void Open(LaneParameters futures)
    {
        for (var p = 0; p < _candidates.Length; p++)
        {
            var (pool, candidates) = (_market.Pools[p], _candidates[p]);
            candidates[0] = Lane.Of(_prepared.Model.Pools[pool].OpeningPool);
            for (var k = 1; k < candidates.Length; k++)
                candidates[k] = futures.Arrivals[_prepared.PoolSources[pool][k - 1]][0] * Lane.Of(_prepared.PoolShare[pool]);
            _openingPosts[p] = PostsOf(p);
            _growth[p] = (Lane.Of(double.NaN), default);
        }
    }

    /// <summary>Docs/method.md section 3.3: keeps a share of what is left over, then adds arrivals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Supply(LaneParameters futures, int month, int calendarMonth)
    {
        for (var p = 0; p < _candidates.Length; p++)
        {
            var (pool, candidates) = (_market.Pools[p], _candidates[p]);
            var group = _prepared.Model.Pools[pool].StaffGroup;
            for (var k = 0; k < candidates.Length; k++)
                candidates[k] *= futures.Kept[group];
            candidates[0] += futures.Inflow[pool] * Lane.Of(_prepared.Model.StaffGroups[group].ArrivalSeason[calendarMonth - 1]) * GrowthOf(p, futures.Elasticity[group]);
            for (var k = 1; k < candidates.Length; k++)
                candidates[k] += futures.Arrivals[_prepared.PoolSources[pool][k - 1]][month] * Lane.Of(_prepared.PoolShare[pool]);
        }
    }

    /// <summary>Docs/method.md section 3.4: hires from one pool, after those within it; those hired join their cohorts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Hire(int p, LaneParameters futures)
    {
        var (pool, candidates, cohorts) = (_market.Pools[p], _candidates[p], _market.PoolCohorts[p]);
        var group = _prepared.Model.Pools[pool].StaffGroup;
        var phi = futures.Phi[group];
        var all = Lanes.Zero;
        foreach (var heads in candidates)
            all += heads;
        var joinerFte = MixSources(p, group, all);
        var hired = _hiring.Share(cohorts, phi, phi * all, joinerFte);
        CheckOffer(pool, hired, phi * all);
        for (var k = 0; k < candidates.Length; k++)
            candidates[k] -= hired * Mix(candidates[k], all, k);
        foreach (var i in cohorts)
            Join(i, _hiring.Hires[i], joinerFte);
    }

    /// <summary>So many heads join a cohort, with the mix of ages of the candidates.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Join(int i, Lanes joiners, Lanes joinerFte)
    {
        joiners = Lane.AtLeast(0, joiners);
        if (joiners == Lanes.Zero) return;
        LaneLoops.Add(_staff.HeadsOf(i)[..Ages.Count], joiners, _ages.Span);
        _staff.Months[i].Joiners += new LaneAmount(joiners, joiners * joinerFte * _staff.FactorOf(i));
    }

    /// <summary>Fills the ages with the mix of the candidates; returns its FTE per head before the cohort's factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Lanes MixSources(int p, int group, Lanes all)
    {
        var fte = Lanes.Zero;
        var ages = _ages.Span;
        ages.Clear();
        for (var k = 0; k < _candidates[p].Length; k++)
        {
            var share = Mix(_candidates[p][k], all, k);
            if (share == Lanes.Zero) continue;
            var tables = k == 0 ? _prepared.Groups[group].Joiners : _prepared.SourceAges[_prepared.PoolSources[_market.Pools[p]][k - 1]];
            fte += share * Lane.Of(_time.OfJoiner(group, tables));
            LaneLoops.Add(ages, share, tables.Share);
        }

        return fte;
    }

    /// <summary>A source's share of the candidates; where there are none, all of them are "other".</summary>
    private static Lanes Mix(Lanes candidates, Lanes all, int source) =>
        Lane.Where(Vector512.GreaterThan(all, Lanes.Zero), candidates / all, source == 0 ? Lanes.One : Lanes.Zero);

    /// <summary>
    /// What posts above those of the opening day make of arrivals, kept while posts stay the same; a pool that opens without posts has no
    /// growth, but must have posts.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Lanes GrowthOf(int p, Lanes elasticity)
    {
        var posts = PostsOf(p);
        if (_growth[p].Posts == posts) return _growth[p].Growth;
        var fromNothing = Lane.Where(Vector512.GreaterThan(posts, Lanes.Zero), Lanes.One, Lanes.Zero);
        var opened = Vector512.GreaterThan(_openingPosts[p], Lanes.Zero);
        _growth[p] = (posts, Lane.Where(opened, Lane.Pow(posts / _openingPosts[p], elasticity), fromNothing));
        return _growth[p].Growth;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Lanes PostsOf(int p)
    {
        var sum = Lanes.Zero;
        foreach (var i in _market.PoolCohorts[p])
            sum += _staff.Posts[i];
        return sum;
    }

    private void CheckOffer(int pool, Lanes hired, Lanes offer)
    {
        for (var lane = 0; lane < Lane.Count; lane++)
            Invariants.CheckOffer(_prepared, pool, hired[lane], offer[lane]);
    }
}
