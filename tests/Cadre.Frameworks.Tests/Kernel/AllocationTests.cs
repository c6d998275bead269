using Cadre.Engine.Kernel;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Engine.Simulation;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Kernel;

/// <summary>What the months of eight futures ask of the memory.</summary>
public sealed class AllocationTests
{
    private const int MostRuns = 20;

    [Theory]
    [InlineData("frameworks/england-2025")]
    [InlineData("tests/TestCommon/small-nation")]
    [InlineData("tests/TestCommon/corner-cases")]
    [InlineData("tests/TestCommon/every-way")]
    public void Run_CompiledBlock_AllocatesNothingInItsMonths(string folder)
    {
        var model = FrameworkReader.Read(Path.Combine(Repository.Root, folder)).Model;
        var prepared = new PreparedModel(model);
        var plan = new RecordingPlan(model, 18, detail: false);
        var scenario = Scenario.Baseline with { Name = "ramp", Levers = [new Lever { Id = "stay", Parameter = LeverParameter.LeavingRate, Effect = LeverEffect.Multiply, Size = -0.05, Start = model.MonthAt(2), Ramp = Ramp.Linear, RampMonths = 6 }] };
        var levers = new LeverSchedule(prepared, scenario);
        var time = new WorkingTime(prepared, levers);
        var central = FutureParameters.Central(prepared, scenario);
        var futures = new LaneParameters(prepared, plan.Months);
        futures.Load([central], [new SourceArrivals(prepared, levers).InFuture(central, plan.Months)]);
        var now = new LaneParameters(futures);
        var (record, heads) = (new LaneMemory(plan.Size), new System.Runtime.Intrinsics.Vector512<double>[plan.Months + 1]);
        var markets = Market.Of(prepared, plan);
        var room = new MarketRoom(prepared, markets);
        MarketSimulator[] simulators = [.. markets.Select(market => new MarketSimulator(prepared, market, plan, PreparedLever.Of(prepared, scenario, plan.Months), PostsChange.NetOf(model, scenario).ToLookup(change => change.Cohort), time, room))];
        void RunAll()
        {
            foreach (var market in simulators)
                market.Run(futures, now, record.Span, heads);
        }

        // The first code of a method may allocate where the code that it is compiled to after some calls does not; on a busy machine that takes a few runs.
        var allocated = long.MaxValue;
        for (var run = 0; run < MostRuns && allocated > 0; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            RunAll();
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
    }
}
