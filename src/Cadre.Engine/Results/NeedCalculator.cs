using Cadre.Engine.Model;
using Cadre.Engine.Numerics;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Results;

/// <summary>Works out need by month beside the posts and staff of the central run (docs/method.md section 10).</summary>
internal sealed class NeedCalculator
{
    private const double WeeksPerYear = 52.14;

    private readonly NationalModel _model;
    private readonly double[] _hours;
    private readonly int[] _cohorts;
    private readonly Dictionary<int, double>[] _placesAbove;

    /// <param name="model">The model.</param>
    /// <param name="scenario">The scenario, whose hours available count.</param>
    /// <param name="placesAbove">A place itself and everything above it, with the share of it that each counts.</param>
    public NeedCalculator(NationalModel model, Scenario scenario, Func<int, Dictionary<int, double>> placesAbove)
    {
        _model = model;
        var rows = AssumptionResolver.ForStaffGroups(model, Parameter.HoursAvailable);
        _hours = [.. model.Needs.Select(need => need.TakesHoursAvailable ? Central(rows[need.StaffGroup]) : double.NaN)];
        var cohorts = model.Cohorts.Index().ToDictionary(item => (item.Item.Place, item.Item.Service, item.Item.StaffGroup), item => item.Index);
        _cohorts = [.. model.Needs.Select(need => cohorts.GetValueOrDefault((need.Place, need.Service, need.StaffGroup), -1))];
        _placesAbove = [.. model.Needs.Select(need => placesAbove(need.Place))];

        double Central(int row) => scenario.Changes.GetValueOrDefault(row, model.Assumptions[row]).Central;
    }

    /// <summary>The FTE that a need comes to in a month.</summary>
    /// <param name="need">The need.</param>
    /// <param name="month">Number of the month, 1 for the first of the run.</param>
    /// <param name="hoursAvailable">Hours of an FTE left for work in a year; not used for a trajectory.</param>
    public static double Fte(Need need, int month, double hoursAvailable) => need.Method switch
    {
        NeedMethod.Trajectory => OnTrajectory(need.Trajectory, month),
        NeedMethod.Workload => (Service(need, (month - 1) / 12, hoursAvailable) / (1 - need.CategoryAllowance)) + need.IndividualAllowance,
        NeedMethod.Cover => need.Positions * need.HoursPerWeek * WeeksPerYear / hoursAvailable,
    };

    /// <summary>The rows of a month (1 for the first): nation to trusts, in each by service and staff group.</summary>
    /// <param name="month">Number of the month.</param>
    /// <param name="account">The central run's account of that month, by cohort.</param>
    public IReadOnlyList<NeedRow> InMonth(int month, ReadOnlySpan<CohortMonth> account)
    {
        var sums = new Dictionary<(int Place, int Service, int Group), (double Need, double Posts, double Staff)>();
        foreach (var (n, need) in _model.Needs.Index())
        {
            var fte = Fte(need, month, _hours[n]);
            var cohort = _cohorts[n] < 0 ? default : account[_cohorts[n]];
            foreach (var (place, weight) in _placesAbove[n])
            {
                var key = (place, need.Service, need.StaffGroup);
                var sum = sums.GetValueOrDefault(key);
                sums[key] = (sum.Need + (weight * fte), sum.Posts + (weight * cohort.Posts), sum.Staff + (weight * cohort.Closing.Fte));
            }
        }

        return
        [
            .. sums.OrderBy(sum => _model.Places[sum.Key.Place].Level).ThenBy(sum => sum.Key.Place).ThenBy(sum => sum.Key.Service).ThenBy(sum => sum.Key.Group)
                .Select(sum => new NeedRow(sum.Key.Place, sum.Key.Service, sum.Key.Group, sum.Value.Need, sum.Value.Posts, sum.Value.Staff)),
        ];
    }

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
    private static double Service(Need need, int year, double hoursAvailable) =>
        need.Activities.Sum(activity => activity.Volume * Elementary.Pow(1 + activity.Growth, year) * activity.Hours / hoursAvailable);
}
