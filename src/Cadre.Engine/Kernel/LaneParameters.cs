using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Kernel;

/// <summary>The assumptions of eight futures and the candidates who arrive in them: <see cref="FutureParameters"/> lane by lane. Belongs to one thread.</summary>
internal sealed class LaneParameters
{
    /// <summary>Room for the futures themselves.</summary>
    /// <param name="prepared">The model.</param>
    /// <param name="months">Months of the run.</param>
    public LaneParameters(PreparedModel prepared, int months)
    {
        var (cohorts, groups, pools) = (prepared.Model.Cohorts.Count, prepared.Model.StaffGroups.Count, prepared.Model.Pools.Count);
        (LeavingRate, VacancyRate, PostsGrowth, PostsDelivered) = (new Lanes[cohorts], new Lanes[cohorts], new Lanes[cohorts], new Lanes[cohorts]);
        (CoverShare, CoverCap, Converting) = (new Lanes[cohorts], new Lanes[cohorts], new Lanes[prepared.Model.Conversions.Count]);
        (MonthsToFill, Phi, Kept, Elasticity) = (new Lanes[groups], new Lanes[groups], new Lanes[groups], new Lanes[groups]);
        Inflow = new Lanes[pools];
        Arrivals = [.. prepared.Model.Sources.Select(_ => new Lanes[months + 1])];
    }

    /// <summary>Room for what levers make of other parameters; what no lever changes here is that of <paramref name="futures"/>.</summary>
    public LaneParameters(LaneParameters futures)
    {
        (VacancyRate, PostsDelivered, CoverCap) = (futures.VacancyRate, futures.PostsDelivered, futures.CoverCap);
        (Elasticity, Arrivals) = (futures.Elasticity, futures.Arrivals);
        (LeavingRate, PostsGrowth, CoverShare) = (new Lanes[futures.LeavingRate.Length], new Lanes[futures.LeavingRate.Length], new Lanes[futures.LeavingRate.Length]);
        (MonthsToFill, Phi, Kept) = (new Lanes[futures.Phi.Length], new Lanes[futures.Phi.Length], new Lanes[futures.Phi.Length]);
        (Converting, Inflow) = (new Lanes[futures.Converting.Length], new Lanes[futures.Inflow.Length]);
    }

    /// <summary>By cohort: leaving in a year, share.</summary>
    public Lanes[] LeavingRate { get; }

    /// <summary>By cohort: vacancies over posts on the opening day.</summary>
    public Lanes[] VacancyRate { get; }

    /// <summary>By cohort: growth of posts each April, share.</summary>
    public Lanes[] PostsGrowth { get; }

    /// <summary>By cohort: of the posts that a plan adds, the share that is funded.</summary>
    public Lanes[] PostsDelivered { get; }

    /// <summary>By cohort: share of vacancies that temporary staff cover.</summary>
    public Lanes[] CoverShare { get; }

    /// <summary>By cohort: most temporary staff over posts; infinite for no bound.</summary>
    public Lanes[] CoverCap { get; }

    /// <summary>By conversion: its hazard, a year.</summary>
    public Lanes[] Converting { get; }

    /// <summary>By staff group: mean time to fill a vacancy, months.</summary>
    public Lanes[] MonthsToFill { get; }

    /// <summary>By staff group: share of vacancies, and of candidates, that a month brings together.</summary>
    public Lanes[] Phi { get; }

    /// <summary>By staff group: share of left-over candidates who stay candidates in a month.</summary>
    public Lanes[] Kept { get; }

    /// <summary>By staff group: how arrivals grow with posts.</summary>
    public Lanes[] Elasticity { get; }

    /// <summary>By pool: candidates who arrive in a year while posts stand at their opening number, heads.</summary>
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
            Put(future.PostsDelivered, PostsDelivered, lane);
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
        var numbers = MemoryMarshal.Cast<Lanes, double>(to.AsSpan());
        for (var i = 0; i < values.Length; i++)
            numbers[(i * Lane.Count) + lane] = values[i];
    }
}
