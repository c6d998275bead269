using Cadre.Engine.Model;

namespace Cadre.Engine.Tests.Model;

public sealed class CalendarMonthTests
{
    [Theory]
    [InlineData("2026-04", 2026, 4)]
    [InlineData("0001-12", 1, 12)]
    public void TryParse_AMonth_ReadsAndWritesIt(string text, int year, int month)
    {
        Assert.True(CalendarMonth.TryParse(text, out var parsed));
        Assert.Equal((year, month, text), (parsed.Year, parsed.Month, parsed.ToString()));
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-4")]
    [InlineData("26-04")]
    [InlineData("2026/04")]
    [InlineData("2026-+4")]
    [InlineData("0000-04")]
    [InlineData(null)]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(CalendarMonth.TryParse(text, out _));

    [Fact]
    public void PlusMonths_OverTheYear_CountsOn()
    {
        var october = new CalendarMonth(2025, 10);
        Assert.Equal("2026-01", october.PlusMonths(3).ToString());
        Assert.Equal(3, october.PlusMonths(3).MonthsSince(october));
        Assert.True(october < october.PlusMonths(1));
    }

    [Fact]
    public void Stocks_NegativeOrNotANumber_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Fte(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Fte(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Headcount(double.PositiveInfinity));
        Assert.Equal(0, default(Headcount).Value);
    }
}
