using System.Text.Json;
using Cadre.Core.Plans.Tracking;
using Cadre.Core.Words;
using Cadre.Engine.Model;

namespace Cadre.Web.Pages.Plans;

/// <summary>A plan's staff group beside what came, in words, a chart and rows.</summary>
/// <param name="tracking">What is shown.</param>
/// <param name="model">The framework's model.</param>
/// <param name="place">Name of the place.</param>
/// <param name="staffGroup">Name of the staff group.</param>
public sealed class TrackingView(PlanTracking tracking, NationalModel model, string place, string staffGroup)
{
    /// <summary>The answer in a sentence.</summary>
    public string Headline => tracking.Last is not { } last
        ? $"There are no actual staff of {place} yet: {staffGroup}, {Figures.Tenth(tracking.Months[0].Planned.Central)} FTE planned at the end of {MonthOf(tracking.Months[0].Month)}."
        : $"At the end of {MonthOf(last.Month)} {place} had {Figures.Tenth(last.Actual!.Value)} FTE ({staffGroup}), {Beside(last.Difference!.Value)} (nine futures in ten: {Figures.Tenth(last.Planned.Low)} to {Figures.Tenth(last.Planned.High)}): {Where(last)}.";

    /// <summary>What the rules of run charts find, a sentence each.</summary>
    public IReadOnlyList<string> Signals => [.. tracking.Chart.Signals.Select(Sentence)];

    /// <summary>Which rules need more months; empty where none does.</summary>
    public string TooFew => tracking.Chart.NotJudged.Count == 0
        ? ""
        : $"{Wording.Count(tracking.Chart.Points, "month")} of actual staff {(tracking.Chart.Points == 1 ? "is" : "are")} too few for {Wording.List([.. tracking.Chart.NotJudged.Select(Needs)])}.";

    /// <summary>The months, the opening's next first.</summary>
    public IReadOnlyList<Row> Rows =>
    [
        .. tracking.Months.Select(month => new Row(
            MonthOf(month.Month), Figures.Tenth(month.Planned.Central), $"{Figures.Tenth(month.Planned.Low)} to {Figures.Tenth(month.Planned.High)}",
            month.Actual is { } actual ? Figures.Tenth(actual) : "", month.Difference is { } difference ? Signed.Tenth(difference) : "", month.Beyond != 0 ? Beyond(month.Beyond) : "")),
    ];

    /// <summary>The plan's fan and the actual points, for the script.</summary>
    public string Fan => JsonSerializer.Serialize(new
    {
        unit = "FTE",
        series = new[] { new { name = "Plan", points = tracking.Months.Select(month => new object[] { $"{model.MonthAt(month.Month)}", month.Planned.Central, month.Planned.Low, month.Planned.High }) } },
        came = new { name = "Actual", points = tracking.Months.Where(month => month.Actual is not null).Select(month => new object[] { $"{model.MonthAt(month.Month)}", month.Actual!.Value, month.Beyond != 0 }) },
    });

    /// <summary>By how much a month is outside of its band.</summary>
    public static string Beyond(double beyond) => $"{Figures.Tenth(Math.Abs(beyond))} FTE {(beyond > 0 ? "above" : "below")} its band";

    private static string Beside(double difference) =>
        Math.Abs(difference) < 0.05 ? "as planned" : $"{Figures.Tenth(Math.Abs(difference))} {(difference > 0 ? "more" : "fewer")} than planned";

    private string Where(TrackedMonth last)
    {
        if (last.Beyond == 0) return "it is within its band";
        var since = tracking.LeftSince!.Value;
        return $"it has left its band, {Beyond(last.Beyond)}{(since.Month == last.Month ? "" : $", outside since {MonthOf(since.Month)}")}";
    }

    private string Sentence(RunChartSignal signal)
    {
        var (first, last) = (MonthOf(tracking.Months[signal.First].Month), MonthOf(tracking.Months[signal.Last].Month));
        return signal.Rule switch
        {
            RunChartRule.Shift => $"Shift: {signal.Points} consecutive months {(signal.IsUp ? "above" : "below")} the plan, {first} to {last}.",
            RunChartRule.Trend => $"Trend: the difference from the plan {(signal.IsUp ? "rises" : "falls")} through {signal.Points} consecutive months, {first} to {last}.",
            RunChartRule.Astronomical => $"Unlike the others: {first} lies far {(signal.IsUp ? "above" : "below")} the other months.",
        };
    }

    private static string Needs(RunChartRule rule) => rule switch
    {
        RunChartRule.Shift => $"a shift ({RunChart.FewestOfShift})",
        RunChartRule.Trend => $"a trend ({RunChart.FewestOfTrend})",
        RunChartRule.Astronomical => $"a month unlike the others ({RunChart.FewestForLimits})",
    };

    private string MonthOf(int month) => Wording.Long(model.MonthAt(month));

    /// <summary>A month.</summary>
    /// <param name="Month">The month.</param>
    /// <param name="Planned">FTE of the central run.</param>
    /// <param name="Range">Nine futures in ten.</param>
    /// <param name="Actual">FTE as uploaded.</param>
    /// <param name="Difference">Actual less planned.</param>
    /// <param name="Outside">By how much it is outside of its band; empty within.</param>
    public sealed record Row(string Month, string Planned, string Range, string Actual, string Difference, string Outside);
}
