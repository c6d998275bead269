using Cadre.Engine.Simulation;

namespace Cadre.Engine.Results;

/// <summary>
/// Who recruits from where in the central run, month by month, in heads: what candidates every pool has, how many its cohorts want and hire, and
/// how many each cohort hires from each of its pools (docs/method.md sections 3.3 and 3.4). Sources stand in one order: first "other", then those
/// of <see cref="SourcesOf"/>. Months are numbered from 1; one that the run does not hold is an <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public sealed class PoolFlows
{
    private readonly PreparedModel _prepared;
    private readonly int _months;
    private readonly int[] _poolAt;
    private readonly int[] _cohortAt;
    private readonly CandidateFlow[] _candidates;
    private readonly double[] _wants;
    private readonly double[] _hires;

    /// <param name="prepared">The model.</param>
    /// <param name="months">Months of the run.</param>
    internal PoolFlows(PreparedModel prepared, int months)
    {
        (_prepared, _months) = (prepared, months);
        _poolAt = StartsOf(prepared.PoolSources, sources => 1 + sources.Length);
        _cohortAt = StartsOf(prepared.CohortPools, pools => pools.Length);
        _candidates = new CandidateFlow[months * _poolAt[^1]];
        _wants = new double[months * prepared.PoolSources.Length];
        _hires = new double[months * _cohortAt[^1]];
    }

    /// <summary>Indexes of the sources that a pool has beside "other".</summary>
    public IReadOnlyList<int> SourcesOf(int pool) => _prepared.PoolSources[pool];

    /// <summary>The candidates of a pool in a month, by source.</summary>
    public ReadOnlySpan<CandidateFlow> CandidatesOf(int pool, int month) => CandidatesIn(pool, month);

    /// <summary>The same, all sources together.</summary>
    public CandidateFlow AllCandidatesOf(int pool, int month)
    {
        var all = default(CandidateFlow);
        foreach (var source in CandidatesIn(pool, month))
            all += source;
        return all;
    }

    /// <summary>
    /// Heads that the cohorts of a pool want from it in a month: what their posts, the time to fill them and what smaller pools have given let
    /// them hire at most. Where it is no more than the pool offers, all of it is hired.
    /// </summary>
    public double WantedOf(int pool, int month) => _wants[(Checked(month) * _prepared.PoolSources.Length) + pool];

    /// <summary>Heads that a cohort hires from a pool in a month; 0 where it does not recruit from that pool.</summary>
    public double HiredBy(int cohort, int pool, int month)
    {
        var at = Array.IndexOf(_prepared.CohortPools[cohort], pool);
        return at < 0 ? 0 : _hires[(Checked(month) * _cohortAt[^1]) + _cohortAt[cohort] + at];
    }

    /// <summary>The same by source: the mix of those whom the pool's cohorts hire is the same for all of them in a month.</summary>
    public IReadOnlyList<double> HiredBySource(int cohort, int pool, int month)
    {
        var (hires, all) = (HiredBy(cohort, pool, month), AllCandidatesOf(pool, month).Hired);
        var bySource = new double[1 + _prepared.PoolSources[pool].Length];
        for (var k = 0; k < bySource.Length && all > 0; k++)
            bySource[k] = CandidatesIn(pool, month)[k].Hired * (hires / all);
        return bySource;
    }

    /// <summary>Takes the month that a simulation has just computed.</summary>
    internal void Record(int month, Simulator simulation)
    {
        for (var p = 0; p < _prepared.PoolSources.Length; p++)
        {
            var candidates = CandidatesIn(p, month);
            for (var k = 0; k < candidates.Length; k++)
                candidates[k] = new CandidateFlow(simulation.PoolOnHand[p][k], simulation.PoolArrivals[p][k], simulation.PoolJoiners[p][k].Heads);
        }

        simulation.PoolWants.CopyTo(_wants.AsSpan((month - 1) * _prepared.PoolSources.Length));
        var hires = _hires.AsSpan((month - 1) * _cohortAt[^1], _cohortAt[^1]);
        for (var c = 0; c < _prepared.CohortPools.Length; c++)
        {
            for (var i = 0; i < _prepared.CohortPools[c].Length; i++)
                hires[_cohortAt[c] + i] = simulation.CohortJoiners[c][i].Heads;
        }
    }

    private Span<CandidateFlow> CandidatesIn(int pool, int month) =>
        _candidates.AsSpan((Checked(month) * _poolAt[^1]) + _poolAt[pool], _poolAt[pool + 1] - _poolAt[pool]);

    /// <summary>The month's index.</summary>
    private int Checked(int month) =>
        month >= 1 && month <= _months ? month - 1 : throw new ArgumentOutOfRangeException(nameof(month), month, $"Month: expected 1 to {_months}.");

    /// <summary>Where each part begins when all stand one after the other, and where the last one ends.</summary>
    private static int[] StartsOf(int[][] parts, Func<int[], int> length)
    {
        var starts = new int[parts.Length + 1];
        for (var i = 0; i < parts.Length; i++)
            starts[i + 1] = starts[i] + length(parts[i]);
        return starts;
    }
}
