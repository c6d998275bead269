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
    private readonly NeedLevers _levers;
    private readonly TakenOver[][] _takenOver;
    private readonly ConcurrentDictionary<(int Need, int Period), double[]> _byPeriod = [];

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

        _levers = new NeedLevers(model, scenario);
        _takenOver = [.. model.Needs.Select((_, need) => TakenOverOf(model, need).ToArray())];

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
    public double Central(int need, int month) => Fte(need, month, rate => rate.Central);

    /// <summary>A need in a month of every future that was run, in the order of their numbers.</summary>
    public double[] InFutures(int need, int month)
    {
        // A trajectory is the same in every future; without levers the others change from year to year alone.
        if (_needs[need].Method == NeedMethod.Trajectory && _takenOver[need].Length == 0) return [.. Enumerable.Repeat(Central(need, month), _futures)];
        var changesInTheYear = _levers.Any || _takenOver[need].Any(part => _needs[part.From].Method == NeedMethod.Trajectory);
        return _byPeriod.GetOrAdd((need, changesInTheYear ? month : YearOf(month)), _ => [.. Enumerable.Range(0, _futures).Select(i => Fte(need, month, rate => rate.In(i)))]);
    }

    /// <summary>Docs/method.md section 10: what is left of a need when new roles take over a part, with those who supervise them, and what it takes over itself.</summary>
    private double Fte(int need, int month, Func<Rate, double> valueOf)
    {
        var whole = Whole(need, month, valueOf);
        var fte = whole;
        foreach (var part in _takenOver[need])
        {
            var share = _levers.ShareOf(part.Substitution, month);
            if (share == 0) continue;
            fte += part.From == need
                ? share * whole * ((part.Exchange * part.Supervision) - 1)
                : share * Whole(part.From, month, valueOf) * part.Exchange;
        }

        return Math.Max(0, fte);
    }

    /// <summary>A need before anything is taken over.</summary>
    private double Whole(int need, int month, Func<Rate, double> valueOf) =>
        Fte(_needs[need], month, _levers.Hours(_needs[need].StaffGroup, valueOf(_hours[need]), month), valueOf(_growth[need]));

    /// <summary>The substitutions that take a need over or that it takes over: where its place and service have a need of both groups.</summary>
    private static IEnumerable<TakenOver> TakenOverOf(NationalModel model, int need)
    {
        var own = model.Needs[need];
        foreach (var (i, substitution) in model.Substitutions.Index())
        {
            var from = IndexOf(substitution.FromStaffGroup);
            var to = IndexOf(substitution.ToStaffGroup);
            if (from >= 0 && to >= 0 && (from == need || to == need)) yield return new TakenOver(i, from, substitution.Exchange, substitution.Supervision);
        }

        int IndexOf(int group) => model.Needs.ToList().FindIndex(other => other.Place == own.Place && other.Service == own.Service && other.StaffGroup == group);
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

    /// <param name="Substitution">Index of the substitution.</param>
    /// <param name="From">Index of the need that is taken over.</param>
    /// <param name="Exchange">FTE of the new role for each that it replaces.</param>
    /// <param name="Supervision">FTE of the group replaced for each of the new role.</param>
    private readonly record struct TakenOver(int Substitution, int From, double Exchange, double Supervision);

    /// <param name="Central">The central run's value.</param>
    /// <param name="Drawn">Its value in every future; null where it is the same in all.</param>
    private readonly record struct Rate(double Central, double[]? Drawn)
    {
        public double In(int future) => Drawn is null ? Central : Drawn[future];
    }
}
