namespace Cadre.Core.Plans.Tracking;

/// <summary>
/// Reads differences from a planned line, month by month, by the rules of run charts (docs/tracking.md: Perla, Provost and Murray 2011; NHS England, Making data
/// count). A month without a point ends what was going on.
/// </summary>
/// <param name="Differences">Actual less planned, FTE; null for a month without a point.</param>
public sealed record RunChart(IReadOnlyList<double?> Differences)
{
    /// <summary>Points of a shift.</summary>
    public const int FewestOfShift = 6;

    /// <summary>Points of a trend.</summary>
    public const int FewestOfTrend = 5;

    /// <summary>Points without which none can be called unlike the others.</summary>
    public const int FewestForLimits = 10;

    /// <summary>Process limits lie so many average moving ranges from the mean.</summary>
    private const double LimitFactor = 2.66;

    /// <summary>Moving ranges of more than so many averages are left out of the average.</summary>
    private const double ScreenFactor = 3.267;

    /// <summary>Half of what is shown: what reads as 0.0 lies on the line, what reads the same is alike.</summary>
    private const double Alike = 0.05;

    /// <summary>Points there are.</summary>
    public int Points => Differences.Count(difference => difference is not null);

    /// <summary>What the rules find, in the order of the months.</summary>
    public IReadOnlyList<RunChartSignal> Signals => field ??= [.. Shifts().Concat(Trends()).Concat(Astronomical()).OrderBy(signal => signal.First).ThenBy(signal => signal.Rule)];

    /// <summary>The rules that need more points than there are.</summary>
    public IReadOnlyList<RunChartRule> NotJudged =>
        [.. new[] { (RunChartRule.Shift, FewestOfShift), (RunChartRule.Trend, FewestOfTrend), (RunChartRule.Astronomical, FewestForLimits) }.Where(rule => Points < rule.Item2).Select(rule => rule.Item1)];

    /// <summary>Points on the line neither count nor break a shift.</summary>
    private IEnumerable<RunChartSignal> Shifts()
    {
        RunChartSignal? now = null;
        foreach (var (i, difference) in Differences.Append(null).Index())
        {
            if (difference is { } near && Math.Abs(near) < Alike) continue;
            var isUp = difference > 0;
            if (now is not null && (difference is null || isUp != now.IsUp))
            {
                if (now.Points >= FewestOfShift) yield return now;
                now = null;
            }

            if (difference is not null) now = now is null ? new RunChartSignal(RunChartRule.Shift, isUp, i, i, 1) : now with { Last = i, Points = now.Points + 1 };
        }
    }

    /// <summary>A point like the one before neither counts nor breaks a trend.</summary>
    private IEnumerable<RunChartSignal> Trends()
    {
        RunChartSignal? now = null;
        (int At, double Value)? before = null;
        foreach (var (i, difference) in Differences.Append(null).Index())
        {
            if (difference is { } like && before is { } last && Math.Abs(like - last.Value) < Alike) continue;
            var isUp = difference > before?.Value;
            if (now is not null && (difference is null || isUp != now.IsUp))
            {
                if (now.Points >= FewestOfTrend) yield return now;
                now = null;
            }

            if (difference is { } && before is { } from) now = now is null ? new RunChartSignal(RunChartRule.Trend, isUp, from.At, i, 2) : now with { Last = i, Points = now.Points + 1 };
            before = difference is { } value ? (i, value) : null;
        }
    }

    /// <summary>Points outside process limits: the mean, and 2.66 average moving ranges on both sides, those that are themselves unlike the others left out.</summary>
    private IEnumerable<RunChartSignal> Astronomical()
    {
        if (Points < FewestForLimits) yield break;
        double[] ranges = [.. Differences.Zip(Differences.Skip(1)).Where(pair => pair.First is not null && pair.Second is not null).Select(pair => Math.Abs(pair.Second!.Value - pair.First!.Value))];
        if (ranges.Length == 0) yield break;
        var most = ScreenFactor * ranges.Average();
        var limit = LimitFactor * ranges.Where(range => range <= most).Average();
        var mean = Differences.Average()!.Value;
        foreach (var (i, difference) in Differences.Index())
            if (difference is { } value && Math.Abs(value - mean) > Math.Max(limit, Alike)) yield return new RunChartSignal(RunChartRule.Astronomical, value > mean, i, i, 1);
    }
}
