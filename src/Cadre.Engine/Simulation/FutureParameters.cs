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
        (LeavingRate, VacancyRate, PostsGrowth) = (new double[cohorts], new double[cohorts], new double[cohorts]);
        (Phi, Kept, Elasticity) = (new double[groups], new double[groups], new double[groups]);
        InflowFactor = new double[groups];
    }

    public double[] LeavingRate { get; }

    public double[] VacancyRate { get; }

    public double[] PostsGrowth { get; }

    /// <summary>Share of vacancies, and of candidates, that a month brings together.</summary>
    public double[] Phi { get; }

    public double[] Kept { get; }

    public double[] Elasticity { get; }

    /// <summary>The factor on the stored inflow of a staff group's pools; 1 in the central run.</summary>
    public double[] InflowFactor { get; }

    /// <summary>The central run's parameters.</summary>
    public static FutureParameters Central(PreparedModel prepared) =>
        Of(prepared, [.. prepared.Model.Assumptions.Select(row => row.Central)]);

    /// <summary>The parameters when each row of the register has the value of the same index.</summary>
    /// <exception cref="ModelException">The inflow of a staff group would be negative.</exception>
    public static FutureParameters Of(PreparedModel prepared, ReadOnlySpan<double> values)
    {
        var result = new FutureParameters(prepared);
        for (var c = 0; c < result.LeavingRate.Length; c++)
        {
            result.LeavingRate[c] = values[prepared.LeavingRow[c]];
            result.VacancyRate[c] = values[prepared.VacancyRow[c]];
            result.PostsGrowth[c] = values[prepared.PostsGrowthRow[c]];
        }

        for (var g = 0; g < result.Phi.Length; g++)
        {
            if (prepared.GroupCohorts[g].Length == 0) continue;
            result.Phi[g] = PhiOf(values[prepared.MonthsToFillRow[g]]);
            result.Kept[g] = values[prepared.CandidatesKeptRow[g]];
            result.Elasticity[g] = values[prepared.ElasticityRow[g]];
            result.InflowFactor[g] = result.InflowFactorOf(prepared, g, values);
        }

        return result;
    }

    /// <summary>Share of vacancies filled in a month when filling one takes <paramref name="monthsToFill"/> months on average.</summary>
    public static double PhiOf(double monthsToFill) => 1 - Elementary.Exp(-1 / monthsToFill);

    /// <summary>Candidates who must arrive for one hire in a steady state.</summary>
    public static double CandidatesPerHire(double phi, double kept) => (1 - (kept * (1 - phi))) / phi;

    /// <summary>Docs/method.md section 6: more leaving brings more joining, and the net change has its own draw.</summary>
    private double InflowFactorOf(PreparedModel prepared, int group, ReadOnlySpan<double> values)
    {
        var model = prepared.Model;
        double fte = 0, moreLeaving = 0;
        foreach (var c in prepared.GroupCohorts[group])
        {
            var cohort = model.Cohorts[c];
            var central = model.Assumptions[prepared.LeavingRow[c]].Central;
            fte += cohort.OpeningFte.Value;
            moreLeaving += cohort.OpeningFte.Value * cohort.LeavingMultiplier * (LeavingRate[c] - central);
        }

        var joiners = model.Pools.Where(pool => pool.StaffGroup == group).Sum(pool => pool.JoinersPerYear);
        var netChange = prepared.NetChangeRow[group];
        var moreNet = fte * (values[netChange] - model.Assumptions[netChange].Central);
        var candidates = CandidatesPerHire(Phi[group], Kept[group]);
        var centralCandidates = CandidatesPerHire(
            PhiOf(model.Assumptions[prepared.MonthsToFillRow[group]].Central),
            model.Assumptions[prepared.CandidatesKeptRow[group]].Central);
        var perJoiner = joiners > 0 ? (joiners + moreLeaving + moreNet) / joiners : 1;
        if (perJoiner < 0)
        {
            throw new ModelException(
                $"Staff group {model.StaffGroups[group].Code}: in one future joiners would be {joiners + moreLeaving + moreNet:0.0} FTE a year. "
                + $"Narrow the ranges of {model.Assumptions[netChange].Id} or of its leaving_rate rows, so that joiners stay above 0.");
        }

        return perJoiner * candidates / centralCandidates;
    }
}
