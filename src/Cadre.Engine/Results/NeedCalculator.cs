using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Results;

/// <summary>Adds up need by place and month beside the posts and staff of those who have a need (docs/method.md section 10).</summary>
/// <param name="model">The model.</param>
/// <param name="sums">What to add up.</param>
/// <param name="rates">What each need comes to.</param>
/// <param name="futures">Futures that were run.</param>
/// <param name="staffInFutures">Staff of a sum's cohorts in a month in every future, FTE; null where they are not recorded.</param>
/// <param name="lineInFutures">Staff of a line likewise.</param>
internal sealed class NeedCalculator(
    NationalModel model, IReadOnlyList<NeedSum> sums, NeedRates rates, int futures, Func<NeedSum, int, double[]?> staffInFutures, Func<Line, int, double[]?> lineInFutures)
{
    /// <summary>The line of a place for the service and staff group of a sum.</summary>
    public static Line LineOf(NationalModel model, int place, NeedSum sum) => new(place, model.Services.Count > 1 ? sum.Service : null, sum.StaffGroup);

    /// <summary>The rows of a month (1 for the first): nation to trusts, in each by service and staff group.</summary>
    /// <param name="month">Number of the month.</param>
    /// <param name="account">The central run's account of that month, by cohort.</param>
    /// <param name="isWanted">Which rows; null for all.</param>
    public IReadOnlyList<NeedInFutures> InMonth(int month, ReadOnlySpan<CohortMonth> account, Func<NeedSum, bool>? isWanted = null)
    {
        var rows = new List<NeedInFutures>(sums.Count);
        foreach (var sum in sums)
            if (isWanted is null || isWanted(sum)) rows.Add(Row(sum, month, account));
        return rows;
    }

    private NeedInFutures Row(NeedSum sum, int month, ReadOnlySpan<CohortMonth> account)
    {
        double need = 0, posts = 0, staff = 0;
        var needs = new double[futures];
        foreach (var part in sum.Parts)
        {
            var cohort = part.Cohort < 0 ? default : account[part.Cohort];
            need += part.Weight * rates.Central(part.Need, month);
            posts += part.Weight * cohort.Posts;
            staff += part.Weight * cohort.Closing.Fte;
            AddTo(needs, part.Weight, rates.InFutures(part.Need, month));
        }

        var gaps = StaffInFutures(sum, month) is { } staffs ? needs.Zip(staffs, (inFuture, there) => inFuture - there).ToArray() : null;
        return new NeedInFutures(
            new NeedRow(sum.Place, sum.Service, sum.StaffGroup, need, posts, staff)
            {
                NeedSummary = Summary.Of(need, [.. needs]),
                GapSummary = gaps is null ? null : Summary.Of(need - staff, [.. gaps]),
            },
            needs,
            gaps);
    }

    /// <summary>What is recorded of the sum itself, else the sum of its cohorts' own lines; null where neither is there.</summary>
    private double[]? StaffInFutures(NeedSum sum, int month)
    {
        if (staffInFutures(sum, month) is { } recorded) return recorded;
        var staff = new double[futures];
        foreach (var part in sum.Parts.Where(part => part.Cohort >= 0))
        {
            if (lineInFutures(LineOf(model, model.Needs[part.Need].Place, sum), month) is not { } there) return null;
            AddTo(staff, part.Weight, there);
        }

        return staff;
    }

    private static void AddTo(double[] to, double weight, double[] values)
    {
        for (var i = 0; i < to.Length; i++)
            to[i] += weight * values[i];
    }
}
