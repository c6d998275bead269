using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Results;

/// <summary>
/// Where the joiners of the central run came from, and who left and moved, month by month (docs/method.md section 3.4:
/// the sources of a pool give in proportion to their candidates, to every cohort alike).
/// </summary>
public sealed class SourceFlows
{
    private readonly PreparedModel _prepared;
    private readonly NationalModel _model;
    private readonly (int Place, double Weight)[][] _placesOf;
    private readonly int[] _places;
    private readonly FlowKey[] _keys;
    private readonly int[] _keyOfSource;
    private readonly int[] _keyOfWay;
    private readonly int _adjustment;
    private readonly Amount[] _sums;
    private readonly Amount[][][] _joiners;
    private readonly FlowRow[][] _rows;

    internal SourceFlows(PreparedModel prepared, RecordingPlan plan)
    {
        (_prepared, _model) = (prepared, prepared.Model);
        _places = [.. Enumerable.Range(0, _model.Places.Count).Where(place => _model.Places[place].IsNationOrRegion).OrderBy(place => _model.Places[place].Level).ThenBy(place => place)];
        _placesOf =
        [
            .. _model.Cohorts.Select(cohort => plan.PlacesAbove(cohort.Place)
                .Where(pair => _model.Places[pair.Key].IsNationOrRegion)
                .Select(pair => (Array.IndexOf(_places, pair.Key), pair.Value)).ToArray()),
        ];
        var ways = Enum.GetValues<Way>().Select(KindOf).ToArray();
        _keys =
        [
            .. Enumerable.Range(-1, _model.Sources.Count + 1).Select(source => new FlowKey(Flow.Joiners, source < 0 ? null : source, FlowKind.None))
                .Concat(ways).Append(new FlowKey(Flow.Adjustment, null, FlowKind.None)).Distinct()
                .OrderBy(key => key.Flow).ThenBy(key => key.Source ?? -1).ThenBy(key => key.Kind),
        ];
        _keyOfSource = [.. Enumerable.Range(-1, _model.Sources.Count + 1).Select(source => Array.IndexOf(_keys, new FlowKey(Flow.Joiners, source < 0 ? null : source, FlowKind.None)))];
        _keyOfWay = [.. ways.Select(key => Array.IndexOf(_keys, key))];
        _adjustment = Array.IndexOf(_keys, new FlowKey(Flow.Adjustment, null, FlowKind.None));
        _sums = new Amount[_places.Length * _model.StaffGroups.Count * _keys.Length];
        (_joiners, _rows) = (new Amount[plan.Months][][], new FlowRow[plan.Months][]);
    }

    /// <summary>Who joined from a pool in a month (1 for the first): those of "other", then those of each of <see cref="SourcesOf"/>.</summary>
    public IReadOnlyList<Amount> JoinersOf(int pool, int month) => _joiners[month - 1][pool];

    /// <summary>Indexes of the sources that a pool has beside "other".</summary>
    public IReadOnlyList<int> SourcesOf(int pool) => _prepared.PoolSources[pool];

    /// <summary>
    /// The flows of a month (1 for the first) for the nation and each region by leaf; those of 0 are left out. In the order of
    /// flows.csv: the nation, the regions, in each the staff groups, in each joiners by source, leavers by cause, moves by kind, adjustments.
    /// </summary>
    public IReadOnlyList<FlowRow> InMonth(int month) => _rows[month - 1];

    /// <summary>Takes the month that a simulation has just computed.</summary>
    internal void Record(int month, Simulator simulation)
    {
        var cohorts = simulation.Month;
        var (poolJoiners, cohortJoiners) = (simulation.PoolJoiners, simulation.CohortJoiners);
        _joiners[month - 1] = [.. poolJoiners.Select(sources => sources.ToArray())];
        var hired = new Amount[poolJoiners.Length];
        for (var c = 0; c < cohorts.Length; c++)
        {
            for (var i = 0; i < cohortJoiners[c].Length; i++)
                hired[_prepared.CohortPools[c][i]] += cohortJoiners[c][i];
        }

        Array.Clear(_sums);
        for (var c = 0; c < cohorts.Length; c++)
        {
            for (var i = 0; i < _prepared.CohortPools[c].Length; i++)
            {
                var pool = _prepared.CohortPools[c][i];
                for (var k = 0; k < poolJoiners[pool].Length; k++)
                    Add(c, _keyOfSource[k == 0 ? 0 : 1 + _prepared.PoolSources[pool][k - 1]], PartOf(poolJoiners[pool][k], cohortJoiners[c][i], hired[pool]));
            }

            for (var way = 0; way < Ways.Count; way++)
                Add(c, _keyOfWay[way], simulation.AllWays[(c * Ways.Count) + way]);
            Add(c, _adjustment, cohorts[c].Adjustment);
        }

        _rows[month - 1] = [.. Rows()];
    }

    /// <summary>What has been added up, in the order of flows.csv.</summary>
    private IEnumerable<FlowRow> Rows()
    {
        for (var i = 0; i < _sums.Length; i++)
        {
            if (_sums[i] == default) continue;
            var key = _keys[i % _keys.Length];
            var group = i / _keys.Length;
            yield return new FlowRow(_places[group / _model.StaffGroups.Count], group % _model.StaffGroups.Count, key.Flow, key.Source, key.Kind, _sums[i]);
        }
    }

    /// <summary>The part of a source's joiners from a pool that a cohort hired: every cohort of a pool hires the same mix.</summary>
    private static Amount PartOf(Amount ofSource, Amount cohort, Amount pool) => new(
        pool.Heads > 0 ? ofSource.Heads * (cohort.Heads / pool.Heads) : 0,
        pool.Fte > 0 ? ofSource.Fte * (cohort.Fte / pool.Fte) : 0);

    private static FlowKey KindOf(Way way) => way switch
    {
        Way.Left => new FlowKey(Flow.Leavers, null, FlowKind.None),
        Way.Retired => new FlowKey(Flow.Leavers, null, FlowKind.Retirement),
        Way.Resigned => new FlowKey(Flow.Leavers, null, FlowKind.Resignation),
        Way.LeftOtherwise => new FlowKey(Flow.Leavers, null, FlowKind.Other),
        Way.MovedHere => new FlowKey(Flow.MovesIn, null, FlowKind.Within),
        Way.ConvertedTo => new FlowKey(Flow.MovesIn, null, FlowKind.Conversion),
        Way.TransferredIn => new FlowKey(Flow.MovesIn, null, FlowKind.Transfer),
        Way.MovedAway => new FlowKey(Flow.MovesOut, null, FlowKind.Within),
        Way.MovedOutside => new FlowKey(Flow.MovesOut, null, FlowKind.Outside),
        Way.ConvertedFrom => new FlowKey(Flow.MovesOut, null, FlowKind.Conversion),
        Way.TransferredOut => new FlowKey(Flow.MovesOut, null, FlowKind.Transfer),
    };

    private void Add(int cohort, int key, Amount amount)
    {
        if (amount == default) return;
        foreach (var (place, weight) in _placesOf[cohort])
            _sums[(((place * _model.StaffGroups.Count) + _model.Cohorts[cohort].StaffGroup) * _keys.Length) + key] += new Amount(weight * amount.Heads, weight * amount.Fte);
    }

    /// <param name="Flow">Which flow.</param>
    /// <param name="Source">For joiners the index of their source, null for "other"; null for every other flow.</param>
    /// <param name="Kind">What is told apart within it.</param>
    private readonly record struct FlowKey(Flow Flow, int? Source, FlowKind Kind);
}
