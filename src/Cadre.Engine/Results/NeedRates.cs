using System.Collections.Concurrent;
using Cadre.Engine.Model;
using Cadre.Engine.Numerics;

namespace Cadre.Engine.Results;

/// <summary>
/// What each need comes to in FTE in the central run and in every future, which differ in the hours available and in the growth of
/// demand (docs/method.md section 10).
/// </summary>
internal sealed class NeedRates
{
    private const double WeeksPerYear = 52.14;

    private readonly IReadOnlyList<Need> _needs;
    private readonly Rate[] _hours;
    private readonly Rate[] _growth;
    private readonly int _futures;
    private readonly ConcurrentDictionary<(int Need, int Year), double[]> _byYear = [];

    /// <param name="model">The model.</param>
    /// <param name="scenario">The scenario, whose central values count in the central run.</param>
    /// <param name="draws">By row of the register, then future: the values drawn.</param>
    /// <param name="futures">Futures that were run.</param>
    public NeedRates(NationalModel model, Scenario scenario, double[][] draws, int futures)
    {
        (_needs, _futures) = (model.Needs, futures);
        var (hours, growth) = (AssumptionResolver.ForStaffGroups(model, Parameter.HoursAvailable), AssumptionResolver.ForStaffGroups(model, Parameter.DemandGrowth));
        _hours = [.. model.Needs.Select(need => need.TakesHoursAvailable ? RateOf(hours[need.StaffGroup]) : new Rate(double.NaN, null))];
        // Without a row, demand does not grow beside each activity's own growth (docs/method.md section 4).
        _growth = [.. model.Needs.Select(need => growth[need.StaffGroup] >= 0 ? RateOf(growth[need.StaffGroup]) : new Rate(0, null))];

        Rate RateOf(int row) => new(scenario.Changes.GetValueOrDefault(row, model.Assumptions[row]).Central, draws[row]);
    }

    /// <summary>The FTE that a need comes to in a month.</summary>
    /// <param name="need">The need.</param>
    /// <param name="month">Number of the month, 1 for the first of the run.</param>
    /// <param name="hoursAvailable">Hours of an FTE left for work in a year; not used for a trajectory.</param>
    /// <param name="demandGrowth">Growth of the volumes of workloads from year to year beside their own, share; not used for others.</param>
    public static double Fte(Need need, int month, double hoursAvailable, double demandGrowth = 0) => need.Method switch
    {
        NeedMethod.Trajectory => OnTrajectory(need.Trajectory, month),
        NeedMethod.Workload => (Service(need, YearOf(month), hoursAvailable, demandGrowth) / (1 - need.CategoryAllowance)) + need.IndividualAllowance,
        NeedMethod.Cover => need.Positions * need.HoursPerWeek * WeeksPerYear / hoursAvailable,
    };

    /// <summary>A need in a month of the central run.</summary>
    public double Central(int need, int month) => Fte(_needs[need], month, _hours[need].Central, _growth[need].Central);

    /// <summary>A need in a month of every future that was run, in the order of their numbers.</summary>
    public double[] InFutures(int need, int month)
    {
        // A trajectory is the same in every future; the others change from year to year alone.
        if (_needs[need].Method == NeedMethod.Trajectory) return [.. Enumerable.Repeat(Central(need, month), _futures)];
        return _byYear.GetOrAdd((need, YearOf(month)), _ => [.. Enumerable.Range(0, _futures).Select(i => Fte(_needs[need], month, _hours[need].In(i), _growth[need].In(i)))]);
    }

    /// <summary>Whole years from the opening day: 0 in months 1 to 12.</summary>
    private static int YearOf(int month) => (month - 1) / 12;

    /// <summary>Straight lines between the points, level before the first and after the last.</summary>
    private static double OnTrajectory(IReadOnlyList<NeedPoint> points, int month)
    {
        if (month <= points[0].Month) return points[0].Fte;
        for (var i = 1; i < points.Count; i++)
        {
            var (from, to) = (points[i - 1], points[i]);
            if (month <= to.Month) return from.Fte + ((to.Fte - from.Fte) * (month - from.Month) / (to.Month - from.Month));
        }

        return points[^1].Fte;
    }

    /// <summary>Staff for service activities, before allowances.</summary>
    private static double Service(Need need, int year, double hoursAvailable, double demandGrowth)
    {
        var demand = Elementary.Pow(1 + demandGrowth, year);
        return need.Activities.Sum(activity => activity.Volume * Elementary.Pow(1 + activity.Growth, year) * demand * activity.Hours / hoursAvailable);
    }

    /// <param name="Central">The central run's value.</param>
    /// <param name="Drawn">Its value in every future; null where it is the same in all.</param>
    private readonly record struct Rate(double Central, double[]? Drawn)
    {
        public double In(int future) => Drawn is null ? Central : Drawn[future];
    }
}
