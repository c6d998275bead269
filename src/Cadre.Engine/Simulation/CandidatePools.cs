using Cadre.Engine.Model;
using Cadre.Engine.Numerics;

namespace Cadre.Engine.Simulation;

/// <summary>
/// The candidates of every pool by source, how they arrive and how they are hired (docs/method.md sections 3.3 and
/// 3.4). Belongs to one thread. In each pool's arrays the first element is "other", the rest are those of
/// <see cref="PreparedModel.PoolSources"/>.
/// </summary>
internal sealed class CandidatePools
{
    private readonly PreparedModel _prepared;
    private readonly NationalModel _model;
    private readonly SourceArrivals _sources;
    private readonly HiringRound _hiring;
    private readonly WorkingTime _time;
    private readonly Luck? _luck;
    private readonly double[][] _candidates;
    private readonly double[] _openingPosts;
    private readonly double[] _ages = new double[Ages.Count];
    private double[][] _arrivals = [];

    public CandidatePools(PreparedModel prepared, LeverSchedule levers, WorkingTime time, HiringRound hiring, Luck? luck)
    {
        _prepared = prepared;
        _model = prepared.Model;
        _sources = new SourceArrivals(prepared, levers);
        (_hiring, _time, _luck) = (hiring, time, luck);
        _candidates = [.. prepared.PoolSources.Select(sources => new double[1 + sources.Length])];
        _openingPosts = new double[_candidates.Length];
        OnHand = [.. prepared.PoolSources.Select(sources => new double[1 + sources.Length])];
        Arrived = [.. prepared.PoolSources.Select(sources => new double[1 + sources.Length])];
        Joiners = [.. prepared.PoolSources.Select(sources => new Amount[1 + sources.Length])];
        CohortJoiners = [.. prepared.CohortPools.Select(pools => new Amount[pools.Length])];
    }

    /// <summary>By pool and source: candidates on hand in the month just computed before anybody was hired, heads.</summary>
    public double[][] OnHand { get; }

    /// <summary>By pool and source: of these, who arrived in the month, heads.</summary>
    public double[][] Arrived { get; }

    /// <summary>By pool: heads that its cohorts wanted from it in the month just computed.</summary>
    public ReadOnlySpan<double> Wanted => _hiring.Wanted;

    /// <summary>By pool and source: who joined in the month just computed.</summary>
    public Amount[][] Joiners { get; }

    /// <summary>By cohort, then each of its <see cref="PreparedModel.CohortPools"/>: who joined from it in the month just computed.</summary>
    public Amount[][] CohortJoiners { get; }

    /// <summary>By source, then month (0 holds nothing): heads who start training, retraining or work from abroad in the future that is run.</summary>
    public double[][] Starts => _sources.Starts;

    /// <summary>By pool: whether wants, not candidates, limited hiring in the month just computed.</summary>
    public ReadOnlySpan<bool> LimitedByWants => _hiring.LimitedByWants;

    /// <summary>Begins a future; <paramref name="posts"/> are those of the opening day, by cohort.</summary>
    public void Open(FutureParameters future, int months, double[] posts)
    {
        _arrivals = _sources.InFuture(future, months);
        for (var p = 0; p < _candidates.Length; p++)
        {
            _candidates[p][0] = WholeOrMean(_model.Pools[p].OpeningPool);
            for (var k = 1; k < _candidates[p].Length; k++)
                _candidates[p][k] = WholeOrMean(_arrivals[_prepared.PoolSources[p][k - 1]][0] * _prepared.PoolShare[p]);
            _openingPosts[p] = PostsOf(p, posts);
        }
    }

    /// <summary>Docs/method.md section 3.3: keeps a share of what is left over, then adds arrivals.</summary>
    public void Supply(FutureParameters future, int month, double[] posts)
    {
        var calendarMonth = _model.MonthAt(month).Month;
        for (var p = 0; p < _candidates.Length; p++)
        {
            var (group, candidates, arrived, sources) = (_model.Pools[p].StaffGroup, _candidates[p], Arrived[p], _prepared.PoolSources[p]);
            for (var k = 0; k < candidates.Length; k++)
                candidates[k] = _luck is null ? candidates[k] * future.Kept[group] : _luck.OutOf(candidates[k], future.Kept[group]);
            arrived[0] = WholeOrMean(future.Inflow[p] * _model.StaffGroups[group].ArrivalSeason[calendarMonth - 1] * GrowthOf(p, posts, future.Elasticity[group]));
            for (var k = 0; k < sources.Length; k++)
                arrived[k + 1] = WholeOrMean(_arrivals[sources[k]][month] * _prepared.PoolShare[p]);
            for (var k = 0; k < candidates.Length; k++)
                candidates[k] += arrived[k];
            candidates.CopyTo(OnHand[p], 0);
        }
    }

    /// <summary>Docs/method.md section 3.4: hires from one pool, after those within it; those hired join their cohorts.</summary>
    public void Hire(int pool, FutureParameters future, Staff staff)
    {
        var (candidates, group) = (_candidates[pool], _model.Pools[pool].StaffGroup);
        var phi = future.Phi[group];
        double all = 0;
        foreach (var heads in candidates)
            all += heads;
        var joinerFte = MixSources(pool, group, all);
        var hired = _hiring.Share(pool, phi, phi * all, joinerFte, staff);
        Invariants.CheckOffer(_prepared, pool, hired, phi * all);
        foreach (var c in _prepared.PoolCohorts[pool])
            JoinersFrom(pool, c) = default;
        if (_luck is not null)
        {
            HireInPerson(pool, group, all, staff, _luck);
            return;
        }

        var factor = hired > 0 ? MeanFteFactor(pool, hired) : 0;
        for (var k = 0; k < candidates.Length; k++)
        {
            var heads = hired * Mix(candidates[k], all, k);
            Joiners[pool][k] = new Amount(heads, heads * _time.OfJoiner(group, TablesOf(pool, k)) * factor);
            candidates[k] -= heads;
        }

        foreach (var c in _prepared.PoolCohorts[pool])
            Join(pool, c, _hiring.Hires[c], joinerFte, staff);
    }

    /// <summary>So many heads join a cohort, with the mix of ages of the candidates.</summary>
    private void Join(int pool, int c, double joiners, double joinerFte, Staff staff)
    {
        if (joiners <= 0) return;
        var heads = staff.HeadsOf(c);
        for (var a = 0; a < _ages.Length; a++)
            heads[a] += joiners * _ages[a];
        Book(pool, c, new Amount(joiners, joiners * joinerFte * _prepared.FteFactor[c]), staff);
    }

    private void Book(int pool, int c, Amount joiners, Staff staff)
    {
        JoinersFrom(pool, c) += joiners;
        staff.Months[c].Joiners += joiners;
    }

    private ref Amount JoinersFrom(int pool, int c) => ref CohortJoiners[c][Array.IndexOf(_prepared.CohortPools[c], pool)];

    /// <summary>Whole heads, one by one (docs/method.md section 8): cohorts in the order of the model, candidates as long as there are some.</summary>
    private void HireInPerson(int pool, int group, double candidates, Staff staff, Luck luck)
    {
        var w = _time.AtStart(group);
        Array.Clear(Joiners[pool]);
        foreach (var c in _prepared.PoolCohorts[pool].Order())
        {
            var hires = Math.Min(luck.Whole(_hiring.Hires[c]), candidates);
            for (var i = 0; i < hires; i++)
            {
                var k = luck.Pick(_candidates[pool]);
                var a = luck.Pick(TablesOf(pool, k).Share);
                _candidates[pool][k]--;
                staff.HeadsOf(c)[a]++;
                var joiner = new Amount(1, w[a] * _prepared.FteFactor[c]);
                Joiners[pool][k] += joiner;
                Book(pool, c, joiner, staff);
            }

            candidates -= hires;
        }
    }

    /// <summary>So many candidates on average: whole ones where chance is drawn.</summary>
    private double WholeOrMean(double mean) => _luck is null ? mean : _luck.Poisson(mean);

    /// <summary>Fills the ages with the mix of the candidates; returns its FTE per head before the cohort's factor.</summary>
    private double MixSources(int pool, int group, double all)
    {
        double fte = 0;
        Array.Clear(_ages);
        for (var k = 0; k < _candidates[pool].Length; k++)
        {
            var share = Mix(_candidates[pool][k], all, k);
            if (share == 0) continue;
            var tables = TablesOf(pool, k);
            fte += share * _time.OfJoiner(group, tables);
            for (var a = 0; a < _ages.Length; a++)
                _ages[a] += share * tables.Share[a];
        }

        return fte;
    }

    /// <summary>A source's share of the candidates; where there are none, all of them are "other".</summary>
    private static double Mix(double candidates, double all, int source) =>
        all > 0 ? candidates / all : source == 0 ? 1 : 0;

    private JoinerTables TablesOf(int pool, int source) => source == 0
        ? _prepared.Groups[_model.Pools[pool].StaffGroup].Joiners
        : _prepared.SourceAges[_prepared.PoolSources[pool][source - 1]];

    /// <summary>The FTE factor of the cohorts that hire, weighted by hires.</summary>
    private double MeanFteFactor(int pool, double hired)
    {
        double sum = 0;
        foreach (var c in _prepared.PoolCohorts[pool])
            sum += _hiring.Hires[c] * _prepared.FteFactor[c];
        return sum / hired;
    }

    /// <summary>What posts above those of the opening day make of arrivals; a pool that opens without posts has no growth, but must have posts.</summary>
    private double GrowthOf(int pool, double[] posts, double elasticity)
    {
        var now = PostsOf(pool, posts);
        if (_openingPosts[pool] > 0) return Elementary.Pow(now / _openingPosts[pool], elasticity);
        return now > 0 ? 1 : 0;
    }

    private double PostsOf(int pool, double[] posts)
    {
        double sum = 0;
        foreach (var c in _prepared.PoolCohorts[pool])
            sum += posts[c];
        return sum;
    }
}
