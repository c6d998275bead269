using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Fitting;

/// <summary>
/// Fits scales, the observed month's season shares, inflows and opening pools so that the central run gives
/// back what was published (docs/method.md section 5.6). Only an import fits; a run never does.
/// </summary>
public static class Calibration
{
    private const int MostRounds = 400;
    private const double GoodEnough = 1e-12;
    private const double Tolerable = 1e-6;

    /// <summary>
    /// Fits <paramref name="model"/> to <paramref name="targets"/>. Staff groups without a target keep what
    /// they have.
    /// </summary>
    /// <exception cref="ModelException">
    /// Targets cannot be met, for example because a pool would have to be negative; all of them are named with
    /// their staff group and catchment. Or two pools of a staff group lie within each other.
    /// </exception>
    public static FitResult Fit(NationalModel model, IReadOnlyList<FitTarget> targets)
    {
        SeparatePools.Check(model);
        var limited = new bool[model.Pools.Count];
        model = StartingPoint(model, targets);
        for (var round = 0; round < MostRounds; round++)
        {
            var year = new FirstYear(model);
            for (var p = 0; p < limited.Length; p++)
                limited[p] |= year.LimitedByWants[p] && round > 20;
            if (WorstMiss(model, targets, year, limited) <= GoodEnough) break;
            model = Correct(model, targets, year, limited);
        }

        return Result(model, targets, limited);
    }

    /// <summary>A guess from which the fit converges: scale 1, no left-over, half as many candidates again as joiners.</summary>
    private static NationalModel StartingPoint(NationalModel model, IReadOnlyList<FitTarget> targets)
    {
        var month = model.MonthAt(1).Month;
        var central = FutureParameters.Central(new PreparedModel(model));
        var groups = model.StaffGroups.ToArray();
        var pools = model.Pools.ToArray();
        foreach (var target in targets)
        {
            var g = target.StaffGroup;
            var staff = model.Cohorts.Where(cohort => cohort.StaffGroup == g).Sum(cohort => cohort.OpeningFte.Value);
            groups[g] = groups[g] with
            {
                LeavingScale = 1,
                LeavingSeason = Season.WithOneMonth(month, target.LeaversInMonthOne is { } leavers ? leavers / (target.LeavingRate * staff) : Season.Even),
                ArrivalSeason = Season.WithOneMonth(month, target.JoinersInMonthOne is { } hired ? ArrivalShare(central, g, hired / (target.JoiningRate * staff)) : Season.Even),
            };
            foreach (var (p, share) in target.PoolShares)
            {
                var joiners = share * target.JoiningRate * staff;
                pools[p] = pools[p] with { InflowPerYear = joiners * 1.5, OpeningPool = 0, JoinersPerYear = joiners };
            }
        }

        return model with { StaffGroups = groups, Pools = pools };
    }

    /// <summary>
    /// The first month's share of a year's arrivals with which a pool that gets the same arrivals every year
    /// hires <paramref name="hiredShare"/> of the year's joiners in that month; 0 where that takes less than
    /// nothing, because the pool's left-over alone hires more.
    /// </summary>
    private static double ArrivalShare(FutureParameters central, int group, double hiredShare)
    {
        var (phi, kept) = (central.Phi[group], central.Kept[group]);
        var stay = kept * (1 - phi);
        double power = 1, sum = 0;
        for (var month = 0; month < 11; month++)
        {
            sum += power;
            power *= stay;
        }

        // Candidates of month 1 over a year's inflow are kept * left over + share, and what is left over when
        // the year repeats is linear in the share: fromOthers * (1 - share) + fromFirst * share.
        var fromOthers = (1 - phi) * sum / 11 / (1 - (power * stay));
        var fromFirst = (1 - phi) * power / (1 - (power * stay));
        var needed = hiredShare / FutureParameters.CandidatesPerHire(phi, kept) / phi;
        return Math.Clamp((needed - (kept * fromOthers)) / (1 + (kept * (fromFirst - fromOthers))), 0, 1);
    }

    private static NationalModel Correct(NationalModel model, IReadOnlyList<FitTarget> targets, FirstYear year, bool[] limited)
    {
        var month = model.MonthAt(1).Month;
        var groups = model.StaffGroups.ToArray();
        var pools = model.Pools.ToArray();
        foreach (var target in targets)
        {
            var g = target.StaffGroup;
            var inYear = target.LeavingRate * year.AverageStaff(g) / year.Leavers12[g];
            groups[g] = CorrectSeasons(groups[g], target, year, month, inYear) with { LeavingScale = groups[g].LeavingScale * inYear };
            foreach (var (p, poolShare) in target.PoolShares)
            {
                var missing1 = ((poolShare * target.JoinersInMonthOne) - year.Joiners1[p]) ?? 0;
                var missing12 = (poolShare * target.JoiningRate * year.AverageStaff(g)) - year.Joiners12[p];
                pools[p] = CorrectPool(model, p, year, missing1, missing12, limited[p] || target.JoinersInMonthOne is null);
            }
        }

        return model with { StaffGroups = groups, Pools = pools };
    }

    /// <summary>The observed month's shares; where no month was observed the season stays even.</summary>
    private static StaffGroup CorrectSeasons(StaffGroup group, FitTarget target, FirstYear year, int month, double inYear)
    {
        var g = target.StaffGroup;
        if (target.LeaversInMonthOne is { } leavers)
        {
            var inMonth = year.Leavers1[g] > 0 ? leavers / year.Leavers1[g] : 1;
            group = group with { LeavingSeason = Season.WithOneMonth(month, group.LeavingSeason[month - 1] * inMonth / inYear) };
        }

        if (target.JoinersInMonthOne is not { } joiners) return group;
        var sources1 = target.PoolShares.Keys.Sum(p => year.Joiners1[p] - year.Other1[p]);
        var sources12 = target.PoolShares.Keys.Sum(p => year.Joiners12[p] - year.Other12[p]);
        var hiredShare = (joiners - sources1) / ((target.JoiningRate * year.AverageStaff(g)) - sources12);
        return group with { ArrivalSeason = Season.WithOneMonth(month, ArrivalShare(year.Central, g, hiredShare)) };
    }

    /// <summary>
    /// One Newton step in (inflow, opening pool) with the responses of a pool that candidates limit.
    /// </summary>
    private static CandidatePool CorrectPool(NationalModel model, int p, FirstYear year, double missing1, double missing12, bool steadyOpening)
    {
        var pool = model.Pools[p];
        var (phi, kept) = (year.Central.Phi[pool.StaffGroup], year.Central.Kept[pool.StaffGroup]);
        var fteEach = year.Heads12[p] > 0 ? year.Other12[p] / year.Heads12[p] : 1;
        var (inflow1, inflow12) = Response(model, pool, phi, kept, perInflow: 1, opening: 0);
        var (opening1, opening12) = Response(model, pool, phi, kept, perInflow: 0, opening: 1);
        var steady = SteadyStock.SteadyShare(phi, kept);
        double inflow, opening;
        if (steadyOpening)
        {
            inflow = pool.InflowPerYear + (missing12 / fteEach / (inflow12 + (steady * opening12)));
            opening = steady * inflow;
        }
        else
        {
            var determinant = (inflow1 * opening12) - (opening1 * inflow12);
            if (Math.Abs(determinant) < 1e-12) determinant = double.PositiveInfinity; // all arrive in month 1: the two targets are one
            inflow = pool.InflowPerYear + (((missing1 * opening12) - (missing12 * opening1)) / determinant / fteEach);
            opening = pool.OpeningPool + (((missing12 * inflow1) - (missing1 * inflow12)) / determinant / fteEach);
        }

        // Less than nothing is no pool; a target that needs it stays missed, and Result says so.
        return pool with { InflowPerYear = Math.Max(0, inflow), OpeningPool = Math.Max(0, opening), JoinersPerYear = Math.Max(0, year.Other12[p] + missing12) };
    }

    /// <summary>Hires in month 1 and in twelve months, heads, of a pool of which every candidate counts.</summary>
    private static (double Month, double Year) Response(NationalModel model, CandidatePool pool, double phi, double kept, double perInflow, double opening)
    {
        double first = 0, sum = 0, leftOver = opening;
        for (var month = 1; month <= 12; month++)
        {
            var season = model.StaffGroups[pool.StaffGroup].ArrivalSeason[model.MonthAt(month).Month - 1];
            var candidates = (kept * leftOver) + (perInflow * season);
            if (month == 1) first = phi * candidates;
            sum += phi * candidates;
            leftOver = (1 - phi) * candidates;
        }

        return (first, sum);
    }

    private static double WorstMiss(NationalModel model, IReadOnlyList<FitTarget> targets, FirstYear year, bool[] limited) =>
        Residuals(model, targets, year, limited).Where(IsFitted).Max(Miss);

    private static bool IsFitted(FitResidual row) => !(row.LimitedByWants && row.Quantity == FitQuantity.JoinersInMonthOne);

    private static double Miss(FitResidual row) => Math.Abs(row.Residual) / Math.Max(row.Target, 1e-3);

    private static IEnumerable<FitResidual> Residuals(NationalModel model, IReadOnlyList<FitTarget> targets, FirstYear year, bool[] limited)
    {
        foreach (var target in targets)
        {
            var g = target.StaffGroup;
            if (target.LeaversInMonthOne is { } leavers) yield return new(g, null, FitQuantity.LeaversInMonthOne, leavers, year.Leavers1[g]);
            yield return new(g, null, FitQuantity.LeavingRate, target.LeavingRate, year.Leavers12[g] / year.AverageStaff(g));
            foreach (var (p, share) in target.PoolShares)
            {
                var catchment = model.Pools[p].Catchment;
                if (target.JoinersInMonthOne is { } joiners) yield return new(g, catchment, FitQuantity.JoinersInMonthOne, share * joiners, year.Joiners1[p], limited[p]);
                yield return new(g, catchment, FitQuantity.JoinersInYearOne, share * target.JoiningRate * year.AverageStaff(g), year.Joiners12[p], limited[p]);
            }
        }
    }

    private static FitResult Result(NationalModel model, IReadOnlyList<FitTarget> targets, bool[] limited)
    {
        var rounded = Rounded(model);
        var year = new FirstYear(rounded);
        var residuals = Residuals(rounded, targets, year, limited).ToList();
        var failures = residuals.Where(row => IsFitted(row) && Miss(row) > Tolerable).Select(row => Describe(rounded, row, year)).ToList();
        if (failures.Count > 0)
            throw new ModelException("The published figures cannot be fitted:\n  " + string.Join("\n  ", failures));
        return new FitResult(rounded, residuals);
    }

    private static string Describe(NationalModel model, FitResidual row, FirstYear year)
    {
        var where = row.Catchment is { } place ? $" in {model.Places[place].Name} ({model.Places[place].Code})" : "";
        var p = Enumerable.Range(0, model.Pools.Count).FirstOrDefault(p => model.Pools[p].StaffGroup == row.StaffGroup && model.Pools[p].Catchment == row.Catchment, -1);
        var pool = p < 0 ? null : model.Pools[p];
        var why = pool is { InflowPerYear: 0 } ? $"; the inflow would be negative{year.LargestSource(model, p)}"
            : pool is { OpeningPool: 0 } && !row.LimitedByWants ? "; the opening pool would be negative"
            : row.LimitedByWants || (p >= 0 && year.LimitedByWants[p]) ? "; there are too few vacancies"
            : "";
        return $"{model.StaffGroups[row.StaffGroup].Code}{where}: {row.Quantity} should be {row.Target:0.####}, the best fit gives {row.Fitted:0.####}{why}";
    }

    /// <summary>Ten significant digits: enough to reproduce, short enough to read.</summary>
    private static NationalModel Rounded(NationalModel model) => model with
    {
        StaffGroups =
        [
            .. model.StaffGroups.Select(group => group with
            {
                LeavingScale = Round(group.LeavingScale),
                LeavingSeason = [.. group.LeavingSeason.Select(Round)],
                ArrivalSeason = [.. group.ArrivalSeason.Select(Round)],
            }),
        ],
        Pools =
        [
            .. model.Pools.Select(pool => pool with
            {
                InflowPerYear = Round(pool.InflowPerYear),
                OpeningPool = Round(pool.OpeningPool),
                JoinersPerYear = Round(pool.JoinersPerYear),
            }),
        ],
    };

    private static double Round(double value) => Math.Abs(value) < 1e-9 ? 0 : double.Parse(value.ToString("G10"));
}
