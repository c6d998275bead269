using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Results;

/// <summary>Adds up need by place and month beside the posts and staff of those who have a need (docs/method.md section 10).</summary>
internal sealed class NeedCalculator
{
    private readonly NationalModel _model;
    private readonly NeedRates _rates;
    private readonly Func<Line, int, double[]?> _staffInFutures;
    private readonly int _futures;
    private readonly int[] _cohorts;
    private readonly Sum[] _sums;

    /// <param name="model">The model.</param>
    /// <param name="rates">What each need comes to.</param>
    /// <param name="futures">Futures that were run.</param>
    /// <param name="placesAbove">A place itself and everything above it, with the share of it that each counts.</param>
    /// <param name="staffInFutures">Staff of a line in a month in every future, FTE; null where they are not recorded.</param>
    public NeedCalculator(NationalModel model, NeedRates rates, int futures, Func<int, Dictionary<int, double>> placesAbove, Func<Line, int, double[]?> staffInFutures)
    {
        (_model, _rates, _futures, _staffInFutures) = (model, rates, futures, staffInFutures);
        var cohorts = model.Cohorts.Index().ToDictionary(item => (item.Item.Place, item.Item.Service, item.Item.StaffGroup), item => item.Index);
        _cohorts = [.. model.Needs.Select(need => cohorts.GetValueOrDefault((need.Place, need.Service, need.StaffGroup), -1))];
        _sums = model.Needs.Count == 0 ? [] : Sums(model, _cohorts, placesAbove);
    }

    /// <summary>The rows of a month (1 for the first): nation to trusts, in each by service and staff group.</summary>
    /// <param name="month">Number of the month.</param>
    /// <param name="account">The central run's account of that month, by cohort.</param>
    public IReadOnlyList<NeedInFutures> InMonth(int month, ReadOnlySpan<CohortMonth> account)
    {
        var rows = new NeedInFutures[_sums.Length];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = Row(_sums[i], month, account);
        return rows;
    }

    private NeedInFutures Row(Sum sum, int month, ReadOnlySpan<CohortMonth> account)
    {
        double need = 0, posts = 0, staff = 0;
        var needs = new double[_futures];
        foreach (var (n, weight) in sum.Parts)
        {
            var cohort = _cohorts[n] < 0 ? default : account[_cohorts[n]];
            need += weight * _rates.Central(n, month);
            posts += weight * cohort.Posts;
            staff += weight * cohort.Closing.Fte;
            AddTo(needs, weight, _rates.InFutures(n, month));
        }

        var gaps = StaffInFutures(sum, month) is { } staffs ? needs.Zip(staffs, (inFuture, there) => inFuture - there).ToArray() : null;
        return new NeedInFutures(
            new NeedRow(sum.Place, sum.Service, sum.Group, need, posts, staff)
            {
                NeedSummary = Summary.Of(need, [.. needs]),
                GapSummary = gaps is null ? null : Summary.Of(need - staff, [.. gaps]),
            },
            needs,
            gaps);
    }

    /// <summary>
    /// Staff of the cohorts with a need: the recorded line where it counts no other cohort, else the sum of their own lines, which
    /// are recorded in some months only; null where neither is there.
    /// </summary>
    private double[]? StaffInFutures(Sum sum, int month)
    {
        var own = sum.Parts.Where(part => _cohorts[part.Need] >= 0).ToArray();
        if (own.Length == 0) return new double[_futures];
        if (sum.IsWholeLine) return _staffInFutures(LineOf(sum.Place, sum), month);
        var staff = new double[_futures];
        foreach (var (n, weight) in own)
        {
            if (_staffInFutures(LineOf(_model.Needs[n].Place, sum), month) is not { } there) return null;
            AddTo(staff, weight, there);
        }

        return staff;
    }

    private Line LineOf(int place, Sum sum) => new(place, _model.Services.Count > 1 ? sum.Service : null, sum.Group);

    private static void AddTo(double[] sums, double weight, double[] values)
    {
        for (var i = 0; i < sums.Length; i++)
            sums[i] += weight * values[i];
    }

    /// <summary>Which needs each row adds up, in the order of needs.csv.</summary>
    private static Sum[] Sums(NationalModel model, int[] cohortOf, Func<int, Dictionary<int, double>> placesAbove)
    {
        var parts = new Dictionary<(int Place, int Service, int Group), List<(int Need, double Weight)>>();
        foreach (var (n, need) in model.Needs.Index())
        {
            foreach (var (place, weight) in placesAbove(need.Place))
            {
                var key = (place, need.Service, need.StaffGroup);
                if (!parts.TryGetValue(key, out var list)) parts.Add(key, list = []);
                list.Add((n, weight));
            }
        }

        var cohorts = model.Cohorts.SelectMany(cohort => placesAbove(cohort.Place).Keys.Select(place => (place, cohort.Service, cohort.StaffGroup))).CountBy(key => key).ToDictionary();
        return
        [
            .. parts.OrderBy(sum => model.Places[sum.Key.Place].Level).ThenBy(sum => sum.Key.Place).ThenBy(sum => sum.Key.Service).ThenBy(sum => sum.Key.Group)
                .Select(sum => new Sum(
                    sum.Key.Place, sum.Key.Service, sum.Key.Group, [.. sum.Value], cohorts.GetValueOrDefault(sum.Key) == sum.Value.Count(part => cohortOf[part.Need] >= 0))),
        ];
    }

    /// <param name="Place">Index of the place.</param>
    /// <param name="Service">Index of the service.</param>
    /// <param name="Group">Index of the staff group.</param>
    /// <param name="Parts">The needs that it adds up, and the share of each.</param>
    /// <param name="IsWholeLine">Whether every cohort that the place counts in the service and staff group has a need.</param>
    private sealed record Sum(int Place, int Service, int Group, (int Need, double Weight)[] Parts, bool IsWholeLine);
}
