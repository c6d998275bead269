using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Kernel;

/// <summary>
/// Runs futures eight at a time, market by market; the results have the bits of <see cref="ScalarFutures"/>. Belongs to one thread.
/// </summary>
internal sealed class LaneFutures
{
    private readonly RecordingPlan _plan;
    private readonly MarketReuse _reuse;
    private readonly SourceArrivals _sources;
    private readonly LaneParameters _futures;
    private readonly LaneParameters _now;
    private readonly MarketSimulator[] _markets;
    private readonly Lanes[] _heads;

    /// <param name="prepared">The model.</param>
    /// <param name="plan">What is kept.</param>
    /// <param name="markets">The model's cohorts, each in its market.</param>
    /// <param name="reuse">Which of these markets to run.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="scenarioLevers">Its levers.</param>
    public LaneFutures(PreparedModel prepared, RecordingPlan plan, Market[] markets, MarketReuse reuse, Scenario scenario, PreparedLever[] scenarioLevers)
    {
        (_plan, _reuse) = (plan, reuse);
        var levers = new LeverSchedule(prepared, scenario);
        var time = new WorkingTime(prepared, levers);
        _sources = new SourceArrivals(prepared, levers);
        _futures = new LaneParameters(prepared, plan.Months);
        _now = new LaneParameters(_futures);
        var postsChanges = PostsChange.NetOf(prepared.Model, scenario).ToLookup(change => change.Cohort);
        var room = new MarketRoom(prepared, markets);
        _markets = [.. reuse.Run.Select(market => new MarketSimulator(prepared, market, plan, scenarioLevers, postsChanges, time, room))];
        _heads = new Lanes[plan.Months + 1];
    }

    /// <summary>Runs up to eight futures and stores their records; returns who starts, by future, source, then month (0 holds nothing).</summary>
    /// <param name="futures">The futures.</param>
    /// <param name="block">Which block of the run's futures they are.</param>
    /// <param name="record">Takes their records.</param>
    public double[][][] Run(ReadOnlySpan<FutureParameters> futures, int block, LaneMemory record)
    {
        var (arrivals, starts) = (new double[futures.Length][][], new double[futures.Length][][]);
        for (var i = 0; i < futures.Length; i++)
            (arrivals[i], starts[i]) = (_sources.InFuture(futures[i], _plan.Months), _sources.Starts);
        _futures.Load(futures, arrivals);
        Array.Clear(_heads);
        _reuse.CopyTo(_plan, block, record.Span, _heads);
        foreach (var market in _markets)
            market.Run(_futures, _now, record.Span, _heads);
        CheckNation(record.Span);
        return starts;
    }

    private void CheckNation(ReadOnlySpan<Lanes> record)
    {
        for (var month = 1; month <= _plan.Months; month++)
        {
            var figure = _plan.NationIn(month);
            var nation = Lanes.Zero;
            foreach (var (at, weight) in figure.Terms)
                nation += Lane.Of(weight) * record[at + figure.Offset];
            for (var lane = 0; lane < Lane.Count; lane++)
                Invariants.CheckNation(_heads[month][lane], nation[lane], month);
        }
    }
}
