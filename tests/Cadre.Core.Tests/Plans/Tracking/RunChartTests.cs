using Cadre.Core.Plans.Tracking;

namespace Cadre.Core.Tests.Plans.Tracking;

/// <summary>Each rule just fires and just does not, on series made by hand; "-" is a month without a point.</summary>
public sealed class RunChartTests
{
    [Theory]
    [InlineData("3 1 4 2 5 1", "up 0-5 of 6")]
    [InlineData("-3 -1 -4 -2 -5 -1", "down 0-5 of 6")]
    [InlineData("3 1 4 2 5", "")]
    [InlineData("3 1 4 2 5 -1 3 1", "")]
    [InlineData("3 1 4 0 2 5 1", "up 0-6 of 6")]
    [InlineData("3 1 4 0 2 5", "")]
    [InlineData("0 3 1 4 2 5 0.04 1 0", "up 1-7 of 6")]
    [InlineData("3 1 4 - 2 5 1", "")]
    [InlineData("1 -3 -1 -4 -2 -5 -1 -2 1", "down 1-7 of 7")]
    public void Signals_Shift_SixOnOneSideOfThePlan(string series, string expected) => Assert.Equal(expected, Found(series, RunChartRule.Shift));

    [Theory]
    [InlineData("-2 -1 0 1 2", "up 0-4 of 5")]
    [InlineData("2 1 0 -1 -2", "down 0-4 of 5")]
    [InlineData("-2 -1 1 2", "")]
    [InlineData("-2 -1 1 2 1.5 3", "")]
    [InlineData("-2 -1 -1 1 1.02 2 3", "up 0-6 of 5")]
    [InlineData("-2 -1 -1 1 1.02 2", "")]
    [InlineData("-2 -1 - 1 2 3", "")]
    [InlineData("5 -2 -1 1 2 3 -4", "up 1-5 of 5")]
    [InlineData("0 0.04 0.08 0.12 0.16 0.2 0.24 0.28 0.32 0.36 0.4", "up 0-10 of 6")]
    public void Signals_Trend_FiveThatAllRiseOrFall(string series, string expected) => Assert.Equal(expected, Found(series, RunChartRule.Trend));

    [Theory]
    // Mean 1.8; moving ranges 2 (seven of nine) and 19, 17: average 5.56, 3.267 of it 18.2, so that 19 is left out; 2.66 x 3.875 = 10.3.
    [InlineData("1 -1 1 -1 1 -1 1 -1 18 1", "up 8-8 of 1")]
    [InlineData("-1 1 -1 1 -1 1 -1 1 -18 -1", "down 8-8 of 1")]
    // Mean 0.3; moving ranges 2 (seven) and 4, 2: average 2.22; 2.66 x 2.22 = 5.9.
    [InlineData("1 -1 1 -1 1 -1 1 -1 3 1", "")]
    // Nine points are too few.
    [InlineData("-1 1 -1 1 -1 1 -1 18 1", "")]
    public void Signals_Astronomical_OutsideOfProcessLimits(string series, string expected) => Assert.Equal(expected, Found(series, RunChartRule.Astronomical));

    [Theory]
    [InlineData("", "Shift Trend Astronomical")]
    [InlineData("1 2 3 4", "Shift Trend Astronomical")]
    [InlineData("1 2 3 4 - 5", "Shift Astronomical")]
    [InlineData("1 2 3 4 5 6", "Astronomical")]
    [InlineData("1 2 3 4 5 6 7 8 9 10", "")]
    public void NotJudged_FewPoints_NamesTheRules(string series, string expected) => Assert.Equal(expected, string.Join(' ', Chart(series).NotJudged));

    private static string Found(string series, RunChartRule rule) =>
        string.Join(", ", Chart(series).Signals.Where(signal => signal.Rule == rule).Select(signal => $"{(signal.IsUp ? "up" : "down")} {signal.First}-{signal.Last} of {signal.Points}"));

    private static RunChart Chart(string series) =>
        new([.. series.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(value => value == "-" ? (double?)null : double.Parse(value, System.Globalization.CultureInfo.InvariantCulture))]);
}
