using Cadre.Engine.Results;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Kernel;

/// <summary>
/// Cohorts that nothing in a run connects to others: no pool of candidates, no conversion, no sum that is kept. A market runs from its
/// first month to its last before the next one begins, so that its state stays in the nearest cache.
/// </summary>
internal sealed class Market
{
    private Market(PreparedModel prepared, RecordingPlan plan, int[] cohorts, ILookup<int, (int Month, PublishedMove Move)> moves)
    {
        Cohorts = cohorts;
        var local = cohorts.Index().ToDictionary(cohort => cohort.Item, cohort => cohort.Index);
        var byMonth = cohorts.SelectMany(c => moves[c]).ToLookup(move => move.Month, move => (local[move.Move.Cohort], move.Move));
        MovesByMonth = [.. prepared.MovesByMonth.Select((_, month) => byMonth[month].ToArray())];
        PlannedPostsByMonth = [.. prepared.PlannedPostsByMonth.Select(month => month.Where(posts => local.ContainsKey(posts.Cohort)).Select(posts => (local[posts.Cohort], posts.Fte)).ToArray())];
        var pools = cohorts.SelectMany(c => prepared.CohortPools[c]).ToHashSet();
        Pools = [.. prepared.SmallestPoolsFirst.Where(pools.Contains)];
        PoolCohorts = [.. Pools.Select(pool => prepared.PoolCohorts[pool].Select(c => local[c]).ToArray())];
        WidestPools = [.. prepared.WidestPools.Where(pools.Contains).Select(pool => Array.IndexOf(Pools, pool))];
        ConvertTo = [.. prepared.ConvertTo.Where(local.ContainsKey).Select(c => local[c])];
        ConversionsFrom = [.. cohorts.Select(c => prepared.ConversionsFrom[c].Select(way => (way.Conversion, local[way.To])).ToArray())];
        Sums = [.. plan.Sums.Index().Where(sum => local.ContainsKey(sum.Item[0])).Select(sum => (sum.Index, sum.Item.Select(c => local[c]).ToArray()))];
        Groups = [.. cohorts.Select(c => prepared.Model.Cohorts[c].StaffGroup)];
        StaffGroups = [.. Groups.Distinct()];
        (CellsAt, ExitsAt) = (new int[cohorts.Length + 1], new int[cohorts.Length + 1]);
        foreach (var (i, c) in cohorts.Index())
        {
            CellsAt[i + 1] = CellsAt[i] + prepared.CellsAt[c + 1] - prepared.CellsAt[c];
            ExitsAt[i + 1] = ExitsAt[i] + prepared.Groups[Groups[i]].LeavingRuns.Length;
        }
    }

    /// <summary>Indexes of the cohorts in the model, in ascending order; their order here is the market's own index of cohorts.</summary>
    public int[] Cohorts { get; }

    /// <summary>By cohort of the market: its staff group.</summary>
    public int[] Groups { get; }

    /// <summary>The staff groups of the market, each once.</summary>
    public int[] StaffGroups { get; }

    /// <summary>By cohort of the market, and one past the last: where its heads begin among the market's.</summary>
    public int[] CellsAt { get; }

    /// <summary>By cohort of the market, and one past the last: where its runs of ages that leave alike begin among the market's.</summary>
    public int[] ExitsAt { get; }

    /// <summary>Indexes of the pools in the model, the smallest catchments first; their order here is the market's own index of pools.</summary>
    public int[] Pools { get; }

    /// <summary>By pool of the market: its cohorts, the most attractive first.</summary>
    public int[][] PoolCohorts { get; }

    /// <summary>The pools of the market that lie within no other, in the order of the model.</summary>
    public int[] WidestPools { get; }

    /// <summary>By cohort of the market: the conversions of the model that its people can take, and the cohort of the market that each leads to.</summary>
    public (int Conversion, int To)[][] ConversionsFrom { get; }

    /// <summary>The cohorts of the market that some conversion leads to, in ascending order.</summary>
    public int[] ConvertTo { get; }

    /// <summary>By month, 0 holding nothing: published transfers and adjustments, each with its cohort of the market.</summary>
    public (int Cohort, PublishedMove Move)[][] MovesByMonth { get; }

    /// <summary>By month, 0 holding nothing: posts that a plan adds, each with its cohort of the market.</summary>
    public (int Cohort, double Fte)[][] PlannedPostsByMonth { get; }

    /// <summary>The sums that are kept of the market: index of each, and its cohorts.</summary>
    public (int Sum, int[] Cohorts)[] Sums { get; }

    /// <summary>Every cohort of a model in its market.</summary>
    public static Market[] Of(PreparedModel prepared, RecordingPlan plan)
    {
        var connected = new int[prepared.Model.Cohorts.Count];
        for (var c = 0; c < connected.Length; c++)
            connected[c] = c;
        int First(int c)
        {
            while (connected[c] != c)
                c = connected[c] = connected[connected[c]];
            return c;
        }

        void Connect(int one, int other)
        {
            var (a, b) = (First(one), First(other));
            connected[Math.Max(a, b)] = Math.Min(a, b);
        }

        foreach (var together in prepared.PoolCohorts.Concat(plan.Sums))
        {
            foreach (var c in together)
                Connect(together[0], c);
        }

        foreach (var (c, ways) in prepared.ConversionsFrom.Index())
        {
            foreach (var way in ways)
                Connect(c, way.To);
        }

        var moves = prepared.MovesByMonth.Index().SelectMany(month => month.Item.Select(move => (Month: month.Index, Move: move))).ToLookup(move => move.Move.Cohort);
        return [.. Enumerable.Range(0, connected.Length).GroupBy(First).Select(cohorts => new Market(prepared, plan, [.. cohorts], moves))];
    }
}
