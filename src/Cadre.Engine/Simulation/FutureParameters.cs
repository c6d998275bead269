using Cadre.Engine.Model;
using Cadre.Engine.Numerics;

namespace Cadre.Engine.Simulation;

/// <summary>
/// The assumptions of one future, worked out for every cohort and staff group (docs/method.md sections 4
/// and 6). Shares, not percents; <see cref="Phi"/> is per month.
/// </summary>
internal sealed class FutureParameters
{
    private FutureParameters(PreparedModel prepared)
    {
        var (cohorts, groups) = (prepared.Model.Cohorts.Count, prepared.Model.StaffGroups.Count);
        (LeavingRate, VacancyRate, PostsGrowth, PostsDelivered) = (new double[cohorts], new double[cohorts], new double[cohorts], new double[cohorts]);
        (MonthsToFill, Phi, Kept, Elasticity) = (new double[groups], new double[groups], new double[groups], new double[groups]);
        (CoverShare, CoverCap, Converting) = (new double[cohorts], new double[cohorts], new double[prepared.Model.Conversions.Count]);
        Inflow = new double[prepared.Model.Pools.Count];
        Values = new double[prepared.Model.Assumptions.Count];
    }

    public double[] LeavingRate { get; }

    public double[] VacancyRate { get; }

    public double[] PostsGrowth { get; }

    /// <summary>By cohort: of the posts that a plan adds, the share that is funded.</summary>
    public double[] PostsDelivered { get; }

    /// <summary>By cohort: share of vacancies that temporary staff cover.</summary>
    public double[] CoverShare { get; }

    /// <summary>By cohort: most temporary staff over posts; infinite for no bound.</summary>
    public double[] CoverCap { get; }

    /// <summary>By conversion: its hazard, a year.</summary>
    public double[] Converting { get; }

    public double[] MonthsToFill { get; }

    /// <summary>Share of vacancies, and of candidates, that a month brings together.</summary>
    public double[] Phi { get; }

    public double[] Kept { get; }

    public double[] Elasticity { get; }

    /// <summary>By pool: candidates who arrive in a year while posts stand at their opening number, heads.</summary>
    public double[] Inflow { get; }

    /// <summary>By row of the register: its value.</summary>
    public double[] Values { get; }

    /// <summary>The central run's parameters.</summary>
    public static FutureParameters Central(PreparedModel prepared) => Central(prepared, Scenario.Baseline);

    /// <summary>The central run's parameters in a scenario.</summary>
    public static FutureParameters Central(PreparedModel prepared, Scenario scenario)
    {
        var baseline = prepared.Model.Assumptions;
        return Of(prepared, [.. baseline.Select(row => row.Central)], [.. baseline.Select((row, i) => scenario.Changes.GetValueOrDefault(i, row).Central)]);
    }

    /// <summary>
    /// The parameters when each row of the register has the value of the same index in <paramref name="values"/>. The
    /// inflow's factor is that of <paramref name="baseline"/>, the register's own values in the same future: a scenario does
    /// not refit supply (docs/method.md section 9).
    /// </summary>
    public static FutureParameters Of(PreparedModel prepared, ReadOnlySpan<double> baseline, ReadOnlySpan<double> values)
    {
        var result = new FutureParameters(prepared);
        values.CopyTo(result.Values);
        for (var c = 0; c < result.LeavingRate.Length; c++)
        {
            result.LeavingRate[c] = values[prepared.LeavingRow[c]];
            result.VacancyRate[c] = values[prepared.VacancyRow[c]];
            result.PostsGrowth[c] = values[prepared.PostsGrowthRow[c]];
            result.PostsDelivered[c] = prepared.PostsDeliveredRow[c] is >= 0 and var delivered ? values[delivered] : 1;
            result.CoverShare[c] = prepared.CoverShareRow[c] is >= 0 and var share ? values[share] : 0;
            result.CoverCap[c] = prepared.CoverCapRow[c] is >= 0 and var cap ? values[cap] : double.PositiveInfinity;
        }

        for (var conversion = 0; conversion < result.Converting.Length; conversion++)
            result.Converting[conversion] = values[prepared.ConvertingRow[conversion]];

        var factor = new double[result.Phi.Length];
        for (var g = 0; g < result.Phi.Length; g++)
        {
            if (prepared.GroupCohorts[g].Length == 0) continue;
            result.MonthsToFill[g] = values[prepared.MonthsToFillRow[g]];
            result.Phi[g] = PhiOf(result.MonthsToFill[g]);
            result.Kept[g] = values[prepared.CandidatesKeptRow[g]];
            result.Elasticity[g] = values[prepared.ElasticityRow[g]];
            factor[g] = InflowFactorOf(prepared, g, baseline);
        }

        for (var p = 0; p < result.Inflow.Length; p++)
            result.Inflow[p] = prepared.Model.Pools[p].InflowPerYear * factor[prepared.Model.Pools[p].StaffGroup];
        return result;
    }

    /// <summary>A copy whose arrays may be changed without changing this one's.</summary>
    public FutureParameters Copy(PreparedModel prepared)
    {
        var copy = new FutureParameters(prepared);
        copy.Become(this);
        return copy;
    }

    /// <summary>Takes over every value of <paramref name="other"/>.</summary>
    public void Become(FutureParameters other)
    {
        foreach (var (from, to) in other.All.Zip(All))
            from.CopyTo(to, 0);
    }

    /// <summary>Share of vacancies filled in a month when filling one takes <paramref name="monthsToFill"/> months on average.</summary>
    public static double PhiOf(double monthsToFill) => 1 - Elementary.Exp(-1 / monthsToFill);

    /// <summary>Candidates who must arrive for one hire in a steady state.</summary>
    public static double CandidatesPerHire(double phi, double kept) => (1 - (kept * (1 - phi))) / phi;

    private IEnumerable<double[]> All => [LeavingRate, VacancyRate, PostsGrowth, PostsDelivered, CoverShare, CoverCap, Converting, MonthsToFill, Phi, Kept, Elasticity, Inflow, Values];

    /// <summary>Docs/method.md section 6: more leaving brings more joining, and the net change has its own draw.</summary>
    private static double InflowFactorOf(PreparedModel prepared, int group, ReadOnlySpan<double> values)
    {
        var model = prepared.Model;
        double fte = 0, moreLeaving = 0;
        foreach (var c in prepared.GroupCohorts[group])
        {
            var cohort = model.Cohorts[c];
            var row = prepared.LeavingRow[c];
            fte += cohort.OpeningFte.Value;
            moreLeaving += cohort.OpeningFte.Value * cohort.LeavingMultiplier * (values[row] - model.Assumptions[row].Central);
        }

        var joiners = model.Pools.Where(pool => pool.StaffGroup == group).Sum(pool => pool.JoinersPerYear);
        var netChange = prepared.NetChangeRow[group];
        var moreNet = fte * (values[netChange] - model.Assumptions[netChange].Central);
        var (fillRow, keptRow) = (prepared.MonthsToFillRow[group], prepared.CandidatesKeptRow[group]);
        var candidates = CandidatesPerHire(PhiOf(values[fillRow]), values[keptRow]);
        var centralCandidates = CandidatesPerHire(PhiOf(model.Assumptions[fillRow].Central), model.Assumptions[keptRow].Central);
        // Arrivals cannot be negative: where less than nobody would be needed, nobody comes from "other".
        var perJoiner = joiners > 0 ? Math.Max(0, (joiners + moreLeaving + moreNet) / joiners) : 1;
        return perJoiner * candidates / centralCandidates;
    }
}
