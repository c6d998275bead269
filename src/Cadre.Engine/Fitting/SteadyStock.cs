using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Fitting;

/// <summary>
/// Supply for a staff group that is not fitted: its arrivals replace its leavers (docs/method.md section 5.6).
/// </summary>
public static class SteadyStock
{
    /// <summary>
    /// Gives <paramref name="group"/> the same season of leaving and arriving, with <paramref name="monthShare"/> of
    /// the year in the first month's calendar month, and pools that hire what the central run's leaving rate takes.
    /// </summary>
    /// <exception cref="ModelException">Two pools of a staff group lie within each other.</exception>
    public static NationalModel Apply(NationalModel model, int group, double monthShare)
    {
        SeparatePools.Check(model);
        var prepared = new PreparedModel(model);
        var central = FutureParameters.Central(prepared);
        var (phi, kept) = (central.Phi[group], central.Kept[group]);
        var season = Season.WithOneMonth(model.MonthAt(1).Month, monthShare);
        var groups = model.StaffGroups.ToArray();
        groups[group] = groups[group] with { LeavingSeason = season, ArrivalSeason = season };
        var pools = model.Pools.ToArray();
        for (var p = 0; p < pools.Length; p++)
        {
            if (pools[p].StaffGroup != group) continue;
            double heads = 0, fte = 0;
            foreach (var c in prepared.PoolCohorts[p])
            {
                heads += model.Cohorts[c].OpeningHeads.Value * central.LeavingRate[c];
                fte += model.Cohorts[c].OpeningFte.Value * central.LeavingRate[c];
            }

            var inflow = heads * FutureParameters.CandidatesPerHire(phi, kept);
            pools[p] = pools[p] with { InflowPerYear = inflow, OpeningPool = inflow * SteadyShare(phi, kept), JoinersPerYear = fte };
        }

        return model with { StaffGroups = groups, Pools = pools };
    }

    /// <summary>Candidates left over after a month, over a year's inflow, when arrivals are constant.</summary>
    internal static double SteadyShare(double phi, double kept) => (1 - phi) / 12 / (1 - (kept * (1 - phi)));
}
