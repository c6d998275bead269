using System.Runtime.CompilerServices;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Kernel;

/// <summary>
/// Which markets of a scenario have to be run when another scenario has been run in the same futures: nothing connects a market to others, so one in
/// which both have the same levers and changes of posts has the same bits in both. Read-only and shared by all threads.
/// </summary>
/// <param name="Run">Those to run.</param>
/// <param name="Reused">The others.</param>
/// <param name="Records">The other scenario's records, which hold these; null where there are none.</param>
internal sealed record MarketReuse(Market[] Run, Market[] Reused, FutureRecords? Records)
{
    /// <summary>Every market is run.</summary>
    public static MarketReuse None(Market[] markets) => new(markets, [], null);

    /// <summary>Runs what a scenario changes of one that has been run; all where they differ in the register.</summary>
    /// <param name="prepared">The model.</param>
    /// <param name="markets">Its markets.</param>
    /// <param name="scenario">The scenario to run.</param>
    /// <param name="before">The one that has been run.</param>
    /// <param name="records">Its records.</param>
    public static MarketReuse Of(PreparedModel prepared, Market[] markets, Scenario scenario, Scenario before, FutureRecords records)
    {
        if (!SameRegister(scenario, before)) return None(markets);
        var (levers, leversBefore) = (PreparedLever.Of(prepared, scenario, 0), PreparedLever.Of(prepared, before, 0));
        var (posts, postsBefore) = (PostsChange.NetOf(prepared.Model, scenario).ToHashSet(), PostsChange.NetOf(prepared.Model, before).ToHashSet());
        var changed = posts.Except(postsBefore).Concat(postsBefore.Except(posts)).Select(change => change.Cohort).ToHashSet();
        var same = markets.ToLookup(market => !market.Cohorts.Any(changed.Contains)
            && LeversOf(prepared, market, levers).SequenceEqual(LeversOf(prepared, market, leversBefore)));
        return new MarketReuse([.. same[false]], [.. same[true]], records);
    }

    /// <summary>Takes over the reused markets of a block of futures: their part of the record, and their heads by month.</summary>
    /// <param name="plan">What is kept.</param>
    /// <param name="block">The block.</param>
    /// <param name="record">Takes the whole record; the markets to run write theirs over it.</param>
    /// <param name="heads">By month, from 1: the heads are added to it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CopyTo(RecordingPlan plan, int block, Span<Lanes> record, Span<Lanes> heads)
    {
        if (Records is null) return;
        Records.Block(block).Span.CopyTo(record);
        var ofHeads = Array.IndexOf(RecordingPlan.Kept, Measure.Heads);
        foreach (var market in Reused)
        {
            foreach (var (sum, _) in market.Sums)
            {
                for (var month = 1; month <= plan.Months; month++)
                    heads[month] += record[plan.AtSum(sum, month) + ofHeads];
            }
        }
    }

    private static bool SameRegister(Scenario scenario, Scenario before) =>
        scenario.Changes.Count == before.Changes.Count
        && scenario.Changes.All(change => before.Changes.TryGetValue(change.Key, out var row) && row == change.Value);

    /// <summary>The levers that work on something of a market, in their order.</summary>
    private static IEnumerable<Lever> LeversOf(PreparedModel prepared, Market market, PreparedLever[] levers) =>
        levers.Where(lever => lever.Among(IndexesOf(prepared, market, lever.Lever.Parameter)).Length > 0).Select(lever => lever.Lever);

    /// <summary>The market's own of what a parameter is by; none for what changes need alone.</summary>
    private static IEnumerable<int> IndexesOf(PreparedModel prepared, Market market, LeverParameter parameter) => parameter switch
    {
        LeverParameter.LeavingRate or LeverParameter.PostsGrowth or LeverParameter.CoverShare => market.Cohorts,
        LeverParameter.MonthsToFill or LeverParameter.CandidatesKept or LeverParameter.Participation => market.StaffGroups,
        LeverParameter.Inflow => market.Pools,
        LeverParameter.Converting => market.ConversionsFrom.SelectMany(ways => ways.Select(way => way.Conversion)),
        LeverParameter.International or LeverParameter.Uptake or LeverParameter.Completion or LeverParameter.Places or LeverParameter.PlacesFilled
            or LeverParameter.NeverQualifying or LeverParameter.GoingOn or LeverParameter.SeekingPost => market.Pools.SelectMany(pool => prepared.PoolSources[pool]),
        LeverParameter.HoursAvailable or LeverParameter.Substitution => [],
    };
}
