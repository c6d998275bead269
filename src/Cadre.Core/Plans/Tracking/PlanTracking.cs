using Cadre.Core.Runs;
using Cadre.Engine.Model;

namespace Cadre.Core.Plans.Tracking;

/// <summary>A plan's staff group beside what came.</summary>
/// <param name="Months">The months of the band, in order.</param>
public sealed record PlanTracking(IReadOnlyList<TrackedMonth> Months)
{
    /// <summary>What run charts find in it: from the first month to the last with an actual.</summary>
    public RunChart Chart => field ??= new RunChart([.. Months.Take(LastAt + 1).Select(month => month.Difference)]);

    /// <summary>The last month with an actual; null where there is none.</summary>
    public TrackedMonth? Last => LastAt >= 0 ? Months[LastAt] : null;

    /// <summary>Whether the last month with an actual is outside of the band.</summary>
    public bool HasLeft => Last is { Beyond: not 0 };

    /// <summary>The first of the months outside of the band up to the last, on its side and without a month within between; null where the last is within.</summary>
    public TrackedMonth? LeftSince
    {
        get
        {
            if (!HasLeft) return null;
            var since = Months[LastAt];
            for (var at = LastAt - 1; at >= 0 && (Months[at].Actual is null || Math.Sign(Months[at].Beyond) == Math.Sign(since.Beyond)); at--)
                if (Months[at].Actual is not null) since = Months[at];
            return since;
        }
    }

    private int LastAt { get; } = Months.Index().LastOrDefault(month => month.Item.Actual is not null, (-1, default)).Index;

    /// <summary>The tracking of a band and actual FTE by month of the run.</summary>
    public static PlanTracking Of(LineFigures band, IReadOnlyDictionary<int, double> actuals) =>
        new([.. band.Months.Select(month => new TrackedMonth(month, band.Of(month, Measure.Fte)!.Value, actuals.TryGetValue(month, out var fte) ? fte : null))]);
}
