using Cadre.Engine.Model;

namespace Cadre.Engine.Simulation;

/// <summary>
/// What the levers of a scenario make of a future's parameters in each month (docs/method.md section 9). Belongs to
/// one thread.
/// </summary>
internal sealed class LeverSchedule
{
    private readonly PreparedModel _prepared;
    private readonly Entry[] _levers;
    private readonly ExitLevers _exits;
    private FutureParameters? _now;

    public LeverSchedule(PreparedModel prepared, Scenario scenario)
    {
        _prepared = prepared;
        var working = InOrder(scenario);
        _levers = [.. working.Where(lever => !lever.NamesExits).Select(lever => new Entry(lever, [.. lever.WorksOn(prepared.Model)]))];
        _exits = new ExitLevers(prepared, working.Where(lever => lever.NamesExits));
    }

    /// <summary>The levers that change something, in the order in which they do: products come before sums, value = base * products + sums.</summary>
    public static Lever[] InOrder(Scenario scenario) => [.. scenario.Levers.Where(lever => lever.Size != 0).OrderBy(lever => lever.Effect)];

    /// <summary>Told of each change that a lever makes: the lever, and how much of it a limit or bound took away, 0 or more; null for nobody.</summary>
    public Action<Lever, double>? Observer { get; set; }

    /// <summary>The future's parameters as the levers leave them in month <paramref name="month"/>; the future's own where none works.</summary>
    public FutureParameters InMonth(int month, FutureParameters future)
    {
        var calendarMonth = _prepared.Model.MonthAt(month);
        var now = future;
        if (_levers.Any(entry => entry.Lever.ShareAt(calendarMonth) > 0))
        {
            now = _now ??= future.Copy(_prepared);
            now.Become(future);
            Change(now, future, calendarMonth);
        }

        _exits.BeginMonth(calendarMonth, now.LeavingRate, Observer);
        return now;
    }

    /// <summary>Whether some lever names exits or ages of a cohort's leaving.</summary>
    public bool NamesExitsOf(int cohort) => _exits.Concerns(cohort);

    /// <summary>Factors on the hazards of a cohort in the month, by exit, then age; empty where none differs from 1.</summary>
    public ReadOnlySpan<double> ExitFactors(int cohort) => _exits.FactorsOf(cohort);

    /// <summary>Whether some lever changes the participation of a staff group.</summary>
    public bool ChangesParticipation(int group) =>
        _levers.Any(entry => entry.Lever.Parameter == LeverParameter.Participation && entry.Targets.Contains(group));

    /// <summary>Fills <paramref name="factors"/> with FTE per head over what it would be without levers, by age.</summary>
    public void Participation(int group, int month, Span<double> factors)
    {
        factors.Fill(1);
        foreach (var (lever, targets) in _levers)
        {
            if (lever.Parameter != LeverParameter.Participation || !targets.Contains(group)) continue;
            var share = lever.ShareAt(_prepared.Model.MonthAt(month));
            for (var age = lever.FromAge; share > 0 && age < lever.ToAge; age++)
                factors[age - Ages.First] = Changed(lever, share, factors[age - Ages.First]);
        }
    }

    /// <summary>A parameter of a source of candidates, or of one of its stages, as the levers leave it in month <paramref name="month"/>.</summary>
    public double SourceValue(LeverParameter parameter, int source, int? stage, double value, int month)
    {
        foreach (var (lever, _) in _levers)
        {
            if (lever.Parameter != parameter || (lever.Supply ?? source) != source || (lever.Stage is not null && lever.Stage != stage)) continue;
            var share = lever.ShareAt(_prepared.Model.MonthAt(month));
            if (share > 0) value = Changed(lever, share, value);
        }

        return value;
    }

    private void Change(FutureParameters now, FutureParameters future, CalendarMonth month)
    {
        foreach (var (lever, targets) in _levers)
        {
            var share = lever.ShareAt(month);
            if (!(share > 0) || ValuesOf(now, lever.Parameter) is not { } values) continue;
            foreach (var i in targets)
                values[i] = Changed(lever, share, values[i]);
        }

        for (var g = 0; g < now.Phi.Length; g++)
        {
            if (now.MonthsToFill[g] != future.MonthsToFill[g]) now.Phi[g] = FutureParameters.PhiOf(now.MonthsToFill[g]);
        }
    }

    private double Changed(Lever lever, double share, double before)
    {
        var (asked, after) = Change(lever, share, before);
        Observer?.Invoke(lever, Math.Abs(asked - after));
        return after;
    }

    /// <summary>What a lever with this share of its size makes of a value: what it asks for, and what its limit and the bounds leave of that.</summary>
    public static (double Asked, double After) Change(Lever lever, double share, double before)
    {
        var asked = lever.Effect == LeverEffect.Multiply ? before * (1 + (lever.Size * share)) : before + (lever.Size * share);
        var after = asked;
        if (lever.Limit is { } limit)
            after = after < before ? Math.Max(after, Math.Min(limit, before)) : Math.Min(after, Math.Max(limit, before));
        var (least, most) = BoundsOf(lever.Parameter);
        return (asked, Math.Clamp(after, least, most));
    }

    /// <summary>The values that no lever can pass.</summary>
    public static (double Least, double Most) BoundsOf(LeverParameter parameter) => parameter switch
    {
        LeverParameter.LeavingRate or LeverParameter.Inflow or LeverParameter.Places or LeverParameter.International or LeverParameter.Uptake or LeverParameter.Converting => (0, double.PositiveInfinity),
        LeverParameter.CandidatesKept or LeverParameter.Completion or LeverParameter.PlacesFilled or LeverParameter.GoingOn or LeverParameter.SeekingPost => (0, 1),
        LeverParameter.CoverShare or LeverParameter.Substitution => (0, 1),
        LeverParameter.HoursAvailable => (200, 2200),
        LeverParameter.Participation => (0, 2),
        LeverParameter.NeverQualifying => (0, 0.99),
        LeverParameter.MonthsToFill => (0.1, double.PositiveInfinity),
        LeverParameter.PostsGrowth => (-1, double.PositiveInfinity),
    };

    /// <summary>The monthly values that the lever works on; null where it works on the sources of candidates or on ages.</summary>
    private static double[]? ValuesOf(FutureParameters parameters, LeverParameter parameter) => parameter switch
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

    private readonly record struct Entry(Lever Lever, int[] Targets);
}
