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
    private FutureParameters? _now;

    public LeverSchedule(PreparedModel prepared, Scenario scenario)
    {
        _prepared = prepared;
        // Products come before sums: value = base * products + sums.
        _levers = [.. scenario.Levers.Where(lever => lever.Size != 0).OrderBy(lever => lever.Effect).Select(lever => new Entry(lever, [.. lever.WorksOn(prepared.Model)]))];
    }

    /// <summary>The future's parameters as the levers leave them in month <paramref name="month"/>; the future's own where none works.</summary>
    public FutureParameters InMonth(int month, FutureParameters future)
    {
        var calendarMonth = _prepared.Model.MonthAt(month);
        if (!_levers.Any(entry => entry.Lever.ShareAt(calendarMonth) > 0)) return future;
        var now = _now ??= future.Copy(_prepared);
        now.Become(future);
        foreach (var (lever, targets) in _levers)
        {
            var share = lever.ShareAt(calendarMonth);
            if (share > 0 && ValuesOf(now, lever.Parameter) is { } values) Apply(lever, share, values, targets);
        }

        for (var g = 0; g < now.Phi.Length; g++)
        {
            if (now.MonthsToFill[g] != future.MonthsToFill[g]) now.Phi[g] = FutureParameters.PhiOf(now.MonthsToFill[g]);
        }

        return now;
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

    private static void Apply(Lever lever, double share, double[] values, int[] targets)
    {
        foreach (var i in targets)
            values[i] = Changed(lever, share, values[i]);
    }

    private static double Changed(Lever lever, double share, double before)
    {
        var after = lever.Effect == LeverEffect.Multiply ? before * (1 + (lever.Size * share)) : before + (lever.Size * share);
        if (lever.Limit is { } limit)
            after = after < before ? Math.Max(after, Math.Min(limit, before)) : Math.Min(after, Math.Max(limit, before));
        var (least, most) = BoundsOf(lever.Parameter);
        return Math.Clamp(after, least, most);
    }

    /// <summary>The values that no lever can pass.</summary>
    private static (double Least, double Most) BoundsOf(LeverParameter parameter) => parameter switch
    {
        LeverParameter.LeavingRate or LeverParameter.Inflow or LeverParameter.Places or LeverParameter.International or LeverParameter.Uptake or LeverParameter.Converting => (0, double.PositiveInfinity),
        LeverParameter.CandidatesKept or LeverParameter.Completion or LeverParameter.PlacesFilled or LeverParameter.GoingOn or LeverParameter.SeekingPost => (0, 1),
        LeverParameter.Participation => (0, 2),
        LeverParameter.NeverQualifying => (0, 0.99),
        LeverParameter.MonthsToFill => (0.1, double.PositiveInfinity),
        LeverParameter.PostsGrowth => (-1, double.PositiveInfinity),
    };

    /// <summary>The monthly values that the lever works on; null where it works on the sources of candidates.</summary>
    private static double[]? ValuesOf(FutureParameters parameters, LeverParameter parameter) => parameter switch
    {
        LeverParameter.LeavingRate => parameters.LeavingRate,
        LeverParameter.MonthsToFill => parameters.MonthsToFill,
        LeverParameter.CandidatesKept => parameters.Kept,
        LeverParameter.Inflow => parameters.Inflow,
        LeverParameter.PostsGrowth => parameters.PostsGrowth,
        _ => null,
    };

    private readonly record struct Entry(Lever Lever, int[] Targets);
}
