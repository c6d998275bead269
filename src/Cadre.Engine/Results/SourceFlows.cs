using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Results;

/// <summary>
/// Where the joiners of the central run came from, and who left and moved, month by month (docs/method.md section 3.4:
/// the sources of a pool give in proportion to their candidates, to every cohort alike).
/// </summary>
public sealed class SourceFlows
{
    private const int Other = -1;

    private readonly PreparedModel _prepared;
    private readonly NationalModel _model;
    private readonly (int Place, double Weight)[][] _placesOf;
    private readonly Amount[][][] _joiners;
    private readonly FlowRow[][] _rows;

    internal SourceFlows(PreparedModel prepared, RecordingPlan plan)
    {
        (_prepared, _model) = (prepared, prepared.Model);
        _placesOf =
        [
            .. _model.Cohorts.Select(cohort => plan.PlacesAbove(cohort.Place)
                .Where(pair => _model.Places[pair.Key].IsNationOrRegion)
                .Select(pair => (pair.Key, pair.Value)).ToArray()),
        ];
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
            foreach (var (i, pool) in _prepared.CohortPools[c].Index())
                hired[pool] += cohortJoiners[c][i];
        }

        var sums = new Dictionary<Key, Amount>();
        for (var c = 0; c < cohorts.Length; c++)
        {
            foreach (var (i, pool) in _prepared.CohortPools[c].Index())
            {
                for (var k = 0; k < poolJoiners[pool].Length; k++)
                    Add(sums, c, Flow.Joiners, k == 0 ? Other : _prepared.PoolSources[pool][k - 1], FlowKind.None, PartOf(poolJoiners[pool][k], cohortJoiners[c][i], hired[pool]));
            }

            for (var way = 0; way < Ways.Count; way++)
            {
                var (flow, kind) = KindOf((Way)way);
                Add(sums, c, flow, Other, kind, simulation.AllWays[(c * Ways.Count) + way]);
            }

            Add(sums, c, Flow.Adjustment, Other, FlowKind.None, cohorts[c].Adjustment);
        }

        _rows[month - 1] =
        [
            .. sums.Where(sum => sum.Value != default)
                .OrderBy(sum => _model.Places[sum.Key.Place].Level).ThenBy(sum => sum.Key.Place).ThenBy(sum => sum.Key.Group).ThenBy(sum => sum.Key.Flow).ThenBy(sum => sum.Key.Source).ThenBy(sum => sum.Key.Kind)
                .Select(sum => new FlowRow(sum.Key.Place, sum.Key.Group, sum.Key.Flow, sum.Key.Source == Other ? null : sum.Key.Source, sum.Key.Kind, sum.Value)),
        ];
    }

    /// <summary>The part of a source's joiners from a pool that a cohort hired: every cohort of a pool hires the same mix.</summary>
    private static Amount PartOf(Amount ofSource, Amount cohort, Amount pool) => new(
        pool.Heads > 0 ? ofSource.Heads * (cohort.Heads / pool.Heads) : 0,
        pool.Fte > 0 ? ofSource.Fte * (cohort.Fte / pool.Fte) : 0);

    private static (Flow Flow, FlowKind Kind) KindOf(Way way) => way switch
    {
        Way.Left => (Flow.Leavers, FlowKind.None),
        Way.Retired => (Flow.Leavers, FlowKind.Retirement),
        Way.Resigned => (Flow.Leavers, FlowKind.Resignation),
        Way.LeftOtherwise => (Flow.Leavers, FlowKind.Other),
        Way.MovedHere => (Flow.MovesIn, FlowKind.Within),
        Way.ConvertedTo => (Flow.MovesIn, FlowKind.Conversion),
        Way.TransferredIn => (Flow.MovesIn, FlowKind.Transfer),
        Way.MovedAway => (Flow.MovesOut, FlowKind.Within),
        Way.MovedOutside => (Flow.MovesOut, FlowKind.Outside),
        Way.ConvertedFrom => (Flow.MovesOut, FlowKind.Conversion),
        Way.TransferredOut => (Flow.MovesOut, FlowKind.Transfer),
    };

    private void Add(Dictionary<Key, Amount> sums, int cohort, Flow flow, int source, FlowKind kind, Amount amount)
    {
        if (amount == default) return;
        foreach (var (place, weight) in _placesOf[cohort])
        {
            var key = new Key(place, _model.Cohorts[cohort].StaffGroup, flow, source, kind);
            sums[key] = sums.GetValueOrDefault(key) + new Amount(weight * amount.Heads, weight * amount.Fte);
        }
    }

    private readonly record struct Key(int Place, int Group, Flow Flow, int Source, FlowKind Kind);
}
