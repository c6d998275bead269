using System.Runtime.Intrinsics;
using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Kernel;

/// <summary>What the levers of a scenario make of a market's parameters in each month: <see cref="LeverSchedule"/> lane by lane. Belongs to one thread.</summary>
internal sealed class MarketLevers
{
    private readonly Market _market;
    private readonly Entry[] _entries;
    private readonly MarketExitLevers _exits;
    private readonly CalendarMonth[] _months;
    private int _appliedIn;

    public MarketLevers(PreparedModel prepared, Market market, Scenario scenario, int months)
    {
        _market = market;
        _months = [.. Enumerable.Range(0, months + 1).Select(prepared.Model.MonthAt)];
        _entries =
        [
            .. LeverSchedule.InOrder(scenario).Where(lever => !lever.NamesExits)
                .Select(lever => new Entry(lever, [.. lever.WorksOn(prepared.Model).Intersect(IndexesOf(lever.Parameter))], [.. _months.Select(lever.ShareAt)]))
                .Where(entry => entry.Targets.Length > 0),
        ];
        _exits = new MarketExitLevers(prepared, market, LeverSchedule.InOrder(scenario).Where(lever => lever.NamesExits));
    }

    /// <summary>Begins eight futures.</summary>
    public void Open(LaneParameters futures, LaneParameters now)
    {
        _appliedIn = 0;
        Copy(futures, now);
    }

    /// <summary>Changes <paramref name="now"/> to what the levers make of <paramref name="futures"/> in a month.</summary>
    public void InMonth(int month, LaneParameters futures, LaneParameters now)
    {
        if (SharesChangeIn(month))
        {
            Copy(futures, now);
            Change(futures, now, month);
        }

        _appliedIn = month;
        _exits.BeginMonth(_months[month], now.LeavingRate);
    }

    /// <summary>Whether some lever names exits or ages of a cohort's leaving.</summary>
    public bool NamesExitsOf(int cohort) => _exits.Concerns(cohort);

    /// <summary>Factors on the hazards of a cohort in the month, by exit, then age; empty where none differs from 1.</summary>
    public ReadOnlySpan<Lanes> ExitFactors(int cohort) => _exits.FactorsOf(cohort);

    /// <summary>Whether some lever has another share of its size than in the month before.</summary>
    private bool SharesChangeIn(int month)
    {
        foreach (var (_, _, shares) in _entries)
        {
            if (shares[month] != (_appliedIn == 0 ? 0 : shares[_appliedIn])) return true;
        }

        return false;
    }

    private void Change(LaneParameters futures, LaneParameters now, int month)
    {
        foreach (var (lever, targets, shares) in _entries)
        {
            if (!(shares[month] > 0)) continue;
            var values = ValuesOf(now, lever.Parameter)!;
            foreach (var i in targets)
                values[i] = Changed(lever, shares[month], values[i]);
        }

        foreach (var group in _market.Groups)
        {
            var changed = ~Vector512.Equals(now.MonthsToFill[group], futures.MonthsToFill[group]);
            if (changed == Lanes.Zero) continue;
            now.Phi[group] = Lane.Where(changed, Lanes.One - Lane.Exp(-Lanes.One / now.MonthsToFill[group]), futures.Phi[group]);
        }
    }

    /// <summary><see cref="LeverSchedule.Change(Lever, double, double)"/>, lane by lane.</summary>
    private static Lanes Changed(Lever lever, double share, Lanes before)
    {
        var after = lever.Effect == LeverEffect.Multiply ? before * Lane.Of(1 + (lever.Size * share)) : before + Lane.Of(lever.Size * share);
        if (lever.Limit is { } limit)
        {
            var falls = Vector512.LessThan(after, before);
            var least = Vector512.Max(after, Vector512.Min(Lane.Of(limit), before));
            var most = Vector512.Min(after, Vector512.Max(Lane.Of(limit), before));
            after = Lane.Where(falls, least, most);
        }

        var (lowest, highest) = LeverSchedule.BoundsOf(lever.Parameter);
        after = Lane.Where(Vector512.LessThan(after, Lane.Of(lowest)), Lane.Of(lowest), after);
        return Lane.Where(Vector512.GreaterThan(after, Lane.Of(highest)), Lane.Of(highest), after);
    }

    /// <summary>Copies what levers can change in the market.</summary>
    private void Copy(LaneParameters from, LaneParameters to)
    {
        foreach (var c in _market.Cohorts)
        {
            to.LeavingRate[c] = from.LeavingRate[c];
            to.PostsGrowth[c] = from.PostsGrowth[c];
            to.CoverShare[c] = from.CoverShare[c];
        }

        foreach (var group in _market.Groups)
            (to.MonthsToFill[group], to.Phi[group], to.Kept[group]) = (from.MonthsToFill[group], from.Phi[group], from.Kept[group]);
        foreach (var pool in _market.Pools)
            to.Inflow[pool] = from.Inflow[pool];
        foreach (var ways in _market.ConversionsFrom)
        {
            foreach (var (conversion, _) in ways)
                to.Converting[conversion] = from.Converting[conversion];
        }
    }

    /// <summary>The market's own of what a parameter is by; none for what this class does not change.</summary>
    private IEnumerable<int> IndexesOf(LeverParameter parameter) => parameter switch
    {
        LeverParameter.LeavingRate or LeverParameter.PostsGrowth or LeverParameter.CoverShare => _market.Cohorts,
        LeverParameter.MonthsToFill or LeverParameter.CandidatesKept => _market.Groups.Distinct(),
        LeverParameter.Inflow => _market.Pools,
        LeverParameter.Converting => _market.ConversionsFrom.SelectMany(ways => ways.Select(way => way.Conversion)).Distinct(),
        _ => [],
    };

    private static Lanes[]? ValuesOf(LaneParameters parameters, LeverParameter parameter) => parameter switch
    {
        LeverParameter.LeavingRate => parameters.LeavingRate,
        LeverParameter.MonthsToFill => parameters.MonthsToFill,
        LeverParameter.CandidatesKept => parameters.Kept,
        LeverParameter.Inflow => parameters.Inflow,
        LeverParameter.PostsGrowth => parameters.PostsGrowth,
        LeverParameter.Converting => parameters.Converting,
        LeverParameter.CoverShare => parameters.CoverShare,
        _ => null,
    };

    /// <param name="Lever">The lever.</param>
    /// <param name="Targets">Which of the model's values it works on in the market.</param>
    /// <param name="Shares">By month: the share of its size.</param>
    private readonly record struct Entry(Lever Lever, int[] Targets, double[] Shares);
}
