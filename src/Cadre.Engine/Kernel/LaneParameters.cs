using System.Runtime.CompilerServices;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Kernel;

/// <summary>The assumptions of eight futures and the candidates who arrive in them: <see cref="FutureParameters"/> lane by lane. Belongs to one thread.</summary>
internal sealed class LaneParameters
{
    public LaneParameters(PreparedModel prepared, int months)
    {
        var (cohorts, groups, pools) = (prepared.Model.Cohorts.Count, prepared.Model.StaffGroups.Count, prepared.Model.Pools.Count);
        (LeavingRate, VacancyRate, PostsGrowth) = (new Lanes[cohorts], new Lanes[cohorts], new Lanes[cohorts]);
        (CoverShare, CoverCap, Converting) = (new Lanes[cohorts], new Lanes[cohorts], new Lanes[prepared.Model.Conversions.Count]);
        (MonthsToFill, Phi, Kept, Elasticity) = (new Lanes[groups], new Lanes[groups], new Lanes[groups], new Lanes[groups]);
        Inflow = new Lanes[pools];
        Arrivals = [.. prepared.Model.Sources.Select(_ => new Lanes[months + 1])];
    }

    /// <summary>Room for what levers make of other parameters; what no lever changes here is that of <paramref name="futures"/>.</summary>
    public LaneParameters(LaneParameters futures)
    {
        (VacancyRate, CoverCap, Elasticity, Arrivals) = (futures.VacancyRate, futures.CoverCap, futures.Elasticity, futures.Arrivals);
        (LeavingRate, PostsGrowth, CoverShare) = (new Lanes[futures.LeavingRate.Length], new Lanes[futures.LeavingRate.Length], new Lanes[futures.LeavingRate.Length]);
        (MonthsToFill, Phi, Kept) = (new Lanes[futures.Phi.Length], new Lanes[futures.Phi.Length], new Lanes[futures.Phi.Length]);
        (Converting, Inflow) = (new Lanes[futures.Converting.Length], new Lanes[futures.Inflow.Length]);
    }

    public Lanes[] LeavingRate { get; }

    public Lanes[] VacancyRate { get; }

    public Lanes[] PostsGrowth { get; }

    public Lanes[] CoverShare { get; }

    public Lanes[] CoverCap { get; }

    public Lanes[] Converting { get; }

    public Lanes[] MonthsToFill { get; }

    public Lanes[] Phi { get; }

    public Lanes[] Kept { get; }

    public Lanes[] Elasticity { get; }

    public Lanes[] Inflow { get; }

    /// <summary>By source, then month: candidates who arrive, before month 1 those left over (month 0).</summary>
    public Lanes[][] Arrivals { get; }

    /// <summary>Takes over the futures, which may be fewer than eight: the last one fills the lanes that are left.</summary>
    /// <param name="futures">Their parameters.</param>
    /// <param name="arrivals">By future, source, month: candidates who arrive.</param>
    public void Load(ReadOnlySpan<FutureParameters> futures, ReadOnlySpan<double[][]> arrivals)
    {
        for (var lane = 0; lane < Lane.Count; lane++)
        {
            var from = Math.Min(lane, futures.Length - 1);
            var future = futures[from];
            Put(future.LeavingRate, LeavingRate, lane);
            Put(future.VacancyRate, VacancyRate, lane);
            Put(future.PostsGrowth, PostsGrowth, lane);
            Put(future.CoverShare, CoverShare, lane);
            Put(future.CoverCap, CoverCap, lane);
            Put(future.Converting, Converting, lane);
            Put(future.MonthsToFill, MonthsToFill, lane);
            Put(future.Phi, Phi, lane);
            Put(future.Kept, Kept, lane);
            Put(future.Elasticity, Elasticity, lane);
            Put(future.Inflow, Inflow, lane);
            for (var source = 0; source < Arrivals.Length; source++)
                Put(arrivals[from][source], Arrivals[source], lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Put(double[] values, Lanes[] to, int lane)
    {
        var numbers = System.Runtime.InteropServices.MemoryMarshal.Cast<Lanes, double>(to.AsSpan());
        for (var i = 0; i < values.Length; i++)
            numbers[(i * Lane.Count) + lane] = values[i];
    }
}
