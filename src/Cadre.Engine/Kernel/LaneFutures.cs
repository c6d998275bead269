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
    private readonly SourceArrivals _sources;
    private readonly LaneParameters _futures;
    private readonly LaneParameters _now;
    private readonly MarketSimulator[] _markets;
    private readonly Lanes[] _heads;

    /// <param name="prepared">The model.</param>
    /// <param name="plan">What is kept.</param>
    /// <param name="markets">The model's cohorts, each in its market.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="scenarioLevers">Its levers.</param>
    public LaneFutures(PreparedModel prepared, RecordingPlan plan, Market[] markets, Scenario scenario, PreparedLever[] scenarioLevers)
    {
        _plan = plan;
        var levers = new LeverSchedule(prepared, scenario);
        var time = new WorkingTime(prepared, levers);
        _sources = new SourceArrivals(prepared, levers);
        _futures = new LaneParameters(prepared, plan.Months);
        _now = new LaneParameters(_futures);
        var room = new MarketRoom(prepared, markets);
        _markets = [.. markets.Select(market => new MarketSimulator(prepared, market, plan, scenarioLevers, time, room))];
        _heads = new Lanes[plan.Months + 1];
    }

    /// <summary>Runs up to eight futures and stores their records; returns who starts, by future, source, then month (0 holds nothing).</summary>
    public double[][][] Run(ReadOnlySpan<FutureParameters> futures, LaneMemory record)
    {
        var (arrivals, starts) = (new double[futures.Length][][], new double[futures.Length][][]);
        for (var i = 0; i < futures.Length; i++)
            (arrivals[i], starts[i]) = (_sources.InFuture(futures[i], _plan.Months), _sources.Starts);
        _futures.Load(futures, arrivals);
        Array.Clear(_heads);
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
