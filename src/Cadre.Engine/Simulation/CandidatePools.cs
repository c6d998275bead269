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
    private readonly double[][] _candidates;
    private readonly double[] _openingPosts;
    private readonly double[] _ages = new double[Simulation.Ages.Count];
    private double[][] _arrivals = [];

    public CandidatePools(PreparedModel prepared, LeverSchedule levers)
    {
        _prepared = prepared;
        _model = prepared.Model;
        _sources = new SourceArrivals(prepared, levers);
        _hiring = new HiringRound(prepared);
        _candidates = [.. prepared.PoolSources.Select(sources => new double[1 + sources.Length])];
        _openingPosts = new double[_candidates.Length];
        Joiners = [.. prepared.PoolSources.Select(sources => new Amount[1 + sources.Length])];
    }

    /// <summary>By pool and source: who joined in the month just computed.</summary>
    public Amount[][] Joiners { get; }

    /// <summary>By source, then month (0 holds nothing): heads who start training, retraining or work from abroad in the future that is run.</summary>
    public double[][] Starts => _sources.Starts;

    /// <summary>By pool: whether wants, not candidates, limited hiring in the month just computed.</summary>
    public ReadOnlySpan<bool> LimitedByWants => _hiring.LimitedByWants;

    /// <summary>By cohort: heads hired, as of the last call of <see cref="Hire"/> for its pool.</summary>
    public double[] Hires => _hiring.Hires;

    /// <summary>By age class: share of the heads hired in the last call of <see cref="Hire"/>.</summary>
    public ReadOnlySpan<double> Ages => _ages;

    /// <summary>Begins a future; <paramref name="posts"/> are those of the opening day, by cohort.</summary>
    public void Open(FutureParameters future, int months, double[] posts)
    {
        _arrivals = _sources.InFuture(future, months);
        for (var p = 0; p < _candidates.Length; p++)
        {
            _candidates[p][0] = _model.Pools[p].OpeningPool;
            for (var k = 1; k < _candidates[p].Length; k++)
                _candidates[p][k] = _arrivals[_prepared.PoolSources[p][k - 1]][0] * _prepared.PoolShare[p];
            _openingPosts[p] = PostsOf(p, posts);
        }
    }

    /// <summary>Docs/method.md section 3.3: keeps a share of what is left over, then adds arrivals.</summary>
    public void Supply(FutureParameters future, int month, int calendarMonth, double[] posts)
    {
        for (var p = 0; p < _candidates.Length; p++)
        {
            var (group, candidates, sources) = (_model.Pools[p].StaffGroup, _candidates[p], _prepared.PoolSources[p]);
            for (var k = 0; k < candidates.Length; k++)
                candidates[k] *= future.Kept[group];
            if (!(_openingPosts[p] > 0)) continue;
            var growth = Elementary.Pow(PostsOf(p, posts) / _openingPosts[p], future.Elasticity[group]);
            candidates[0] += future.Inflow[p] * _model.StaffGroups[group].ArrivalSeason[calendarMonth - 1] * growth;
            for (var k = 0; k < sources.Length; k++)
                candidates[k + 1] += _arrivals[sources[k]][month] * _prepared.PoolShare[p];
        }
    }

    /// <summary>
    /// Docs/method.md section 3.4: hires from one pool. <see cref="Hires"/> and <see cref="Ages"/> tell who; returns FTE per
    /// joining head before the cohort's factor.
    /// </summary>
    public double Hire(int pool, FutureParameters future, int month, double[] posts, double[] fte)
    {
        var (candidates, phi, sinceBirthday) = (_candidates[pool], future.Phi[_model.Pools[pool].StaffGroup], (month - 1) % 12);
        double all = 0;
        foreach (var heads in candidates)
            all += heads;
        var joinerFte = MixSources(pool, sinceBirthday, all);
        var hired = _hiring.Share(pool, phi, all, joinerFte, posts, fte);
        Invariants.CheckOffer(_prepared, pool, hired, phi * all);
        var factor = hired > 0 ? MeanFteFactor(pool, hired) : 0;
        for (var k = 0; k < candidates.Length; k++)
        {
            var heads = hired * Mix(candidates[k], all, k);
            Joiners[pool][k] = new Amount(heads, heads * TablesOf(pool, k).FtePerHead[sinceBirthday] * factor);
            candidates[k] -= heads;
        }

        return joinerFte;
    }

    /// <summary>Fills <see cref="Ages"/> with the mix of the candidates; returns its FTE per head before the cohort's factor.</summary>
    private double MixSources(int pool, int sinceBirthday, double all)
    {
        double fte = 0;
        Array.Clear(_ages);
        for (var k = 0; k < _candidates[pool].Length; k++)
        {
            var share = Mix(_candidates[pool][k], all, k);
            if (share == 0) continue;
            var tables = TablesOf(pool, k);
            fte += share * tables.FtePerHead[sinceBirthday];
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

    private double PostsOf(int pool, double[] posts)
    {
        double sum = 0;
        foreach (var c in _prepared.PoolCohorts[pool])
            sum += posts[c];
        return sum;
    }
}
