using Cadre.Engine.Kernel;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Engine.Simulation;

namespace Cadre.Benchmarks.Bounds;

/// <summary>Every experiment that says what bounds the speed of the futures.</summary>
/// <param name="Widths">By width of vectors, the widest first.</param>
/// <param name="States">By size of the state that runs together, the smallest first.</param>
/// <param name="LargestMarket">The most that is kept of cohorts of the national plan that run together, bytes.</param>
/// <param name="CpuOnTwoThreads">Processor time of the same futures on two threads over that on one.</param>
/// <param name="ClockOnTwoThreads">Time on the clock of the same.</param>
/// <param name="CyclesPerMs">Clock cycles in a millisecond.</param>
/// <param name="EngineMs">Processor time of a cell and month of the national plan in eight futures, milliseconds.</param>
/// <param name="BareMs">The same of the bare arithmetic.</param>
/// <param name="BareInTwoMs">The same with sums in two.</param>
/// <param name="Counters">What the processor counts.</param>
internal sealed record BoundsFound(
    IReadOnlyList<VectorWidth> Widths,
    IReadOnlyList<StateSize> States,
    long LargestMarket,
    double CpuOnTwoThreads,
    double ClockOnTwoThreads,
    double CyclesPerMs,
    double EngineMs,
    double BareMs,
    double BareInTwoMs,
    Counters Counters)
{
    private const int Futures = 64;
    private const int Rounds = 5;

    /// <summary>Cycles of a cell and month of the national plan.</summary>
    public double EngineCycles => EngineMs * CyclesPerMs;

    /// <summary>Cycles of the bare arithmetic of a cell and month.</summary>
    public double BareCycles => BareMs * CyclesPerMs;

    /// <summary>The same with sums in two.</summary>
    public double BareInTwoCycles => BareInTwoMs * CyclesPerMs;

    /// <summary>Does all of them.</summary>
    public static BoundsFound Measure()
    {
        var prepared = new PreparedModel(England.Model);
        var markets = Market.Of(prepared, new RecordingPlan(England.Model, England.Months, detail: false));
        var (one, two) = (England.Session(Futures, threads: 1), England.Session(Futures, threads: 2));
        var taken = Timed.Least(Rounds, [() => one.RunByLanes(Scenario.Baseline), () => two.RunByLanes(Scenario.Baseline)]);
        var (oneSum, twoSums) = BareLoops.MsPerCellMonth();
        return new BoundsFound(
            VectorWidth.Measure(),
            StateSize.Measure(),
            markets.Max(market => market.Cohorts.Sum(cohort => StateSize.BytesOf(prepared.CellsAt[cohort + 1] - prepared.CellsAt[cohort]))),
            taken[1].CpuMs / taken[0].CpuMs,
            taken[1].Ms / taken[0].Ms,
            ClockRate.CyclesPerMs(),
            taken[0].CpuMs / ((double)prepared.CellsAt[^1] * England.Months * (Futures / Lane.Count)),
            oneSum,
            twoSums,
            Counters.Measure());
    }
}
