using System.Runtime.CompilerServices;
using Cadre.Engine;
using Cadre.Engine.Kernel;
using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Benchmarks.Bounds;

/// <summary>
/// What a cell and month costs where so many cohorts run together. Every run has the same cohorts, each with a pool of its own, so that a cohort's
/// work is the same in all of them; they differ in how many trusts are in a region, whose cohorts run from the first month to the last together.
/// </summary>
/// <param name="Cohorts">Cohorts that run together.</param>
/// <param name="Bytes">What is kept of them from month to month, bytes: heads by age, the month's account, posts and FTE.</param>
/// <param name="CellMonthNs">Processor time of a cell and month in eight futures, nanoseconds.</param>
internal sealed record StateSize(int Cohorts, long Bytes, double CellMonthNs)
{
    private const int AllCohorts = 2048;
    private const int Rounds = 5;

    private static readonly int[] Together = [1, 4, 16, 64, 256, AllCohorts];

    /// <summary>Bytes of a cohort's state in eight futures.</summary>
    public static long BytesOf(int cells) => (cells * (long)Unsafe.SizeOf<System.Runtime.Intrinsics.Vector512<double>>()) + Unsafe.SizeOf<LaneMonth>() + (2 * Lane.Count * sizeof(double));

    /// <summary>Measures every size, the smallest first.</summary>
    public static IReadOnlyList<StateSize> Measure()
    {
        NationalSession[] sessions = [.. Together.Select(cohorts => new NationalSession(InRegionsOf(England.Model, cohorts), new RunOptions { Months = England.Months, Futures = Lane.Count, Threads = 1 }))];
        var taken = Timed.Least(Rounds, [.. sessions.Select(session => (Action)(() => session.RunByLanes(Scenario.Baseline)))]);
        var cellMonths = (double)AllCohorts * Ages.Count * England.Months;
        return [.. Together.Select((cohorts, i) => new StateSize(cohorts, cohorts * BytesOf(Ages.Count), taken[i].CpuMs * 1e6 / cellMonths))];
    }

    /// <summary>The first cohort of nurses so many times, each in a trust of its own, with so many trusts in a region.</summary>
    private static NationalModel InRegionsOf(NationalModel model, int trusts)
    {
        var nurses = model.StaffGroups.TakeWhile(group => group.Code != "nurses").Count();
        var cohort = model.Cohorts.First(cohort => cohort.StaffGroup == nurses);
        var pool = model.Pools[cohort.Pools[0]];
        var regions = AllCohorts / trusts;
        var share = cohort.OpeningFte.Value / model.Cohorts.Where(other => other.Pools[0] == cohort.Pools[0]).Sum(other => other.OpeningFte.Value);
        return model with
        {
            Places =
            [
                model.Places[model.Nation],
                .. Enumerable.Range(0, regions).Select(region => PlaceOf($"r{region}", PlaceLevel.Region, 0)),
                .. Enumerable.Range(0, AllCohorts).Select(trust => PlaceOf($"t{trust}", PlaceLevel.Trust, 1 + (trust / trusts)) with { Sector = model.Places[cohort.Place].Sector }),
            ],
            Cohorts = [.. Enumerable.Range(0, AllCohorts).Select(trust => cohort with { Place = 1 + regions + trust, Pools = [trust] })],
            Pools = [.. Enumerable.Range(0, AllCohorts).Select(trust => pool with { Catchment = 1 + regions + trust, InflowPerYear = pool.InflowPerYear * share, OpeningPool = pool.OpeningPool * share })],
            Assumptions = [.. model.Assumptions.Where(row => row.Place is null && row.Supply is null)],
            Sources = [],
            Moves = [],
            Needs = [],
            Targets = [],
            Money = null,
        };
    }

    private static Place PlaceOf(string code, PlaceLevel level, int parent) => new() { Code = code, Name = code, Level = level, Parents = [new ParentShare(parent, 1)] };
}
