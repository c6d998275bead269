using Cadre.Engine.Model;

namespace Cadre.Engine.Tests.Model;

public sealed class FinancialYearTests
{
    [Theory]
    [InlineData("2025/26", 2025)]
    [InlineData("1999/00", 1999)]
    [InlineData("2000/01", 2000)]
    public void TryParse_Year_ReadsAndWritesIt(string text, int start)
    {
        Assert.True(FinancialYear.TryParse(text, out var year));
        Assert.Equal(start, year.Start);
        Assert.Equal(text, year.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2025")]
    [InlineData("2025-26")]
    [InlineData("2025/27")]
    [InlineData("2025/2026")]
    [InlineData("0000/01")]
    [InlineData("+025/26")]
    public void TryParse_AnythingElse_IsNoYear(string? text) => Assert.False(FinancialYear.TryParse(text, out _));

    [Theory]
    [InlineData(2026, 3, "2025/26")]
    [InlineData(2026, 4, "2026/27")]
    [InlineData(2026, 12, "2026/27")]
    public void Of_Month_BeginsInApril(int year, int month, string expected) => Assert.Equal(expected, FinancialYear.Of(new CalendarMonth(year, month)).ToString());

    [Fact]
    public void Compare_Years_AreInTheOrderOfTime()
    {
        var (earlier, later) = (new FinancialYear(2025), new FinancialYear(2026));
        Assert.True(earlier < later && later > earlier && earlier <= later && later >= earlier);
        Assert.False(later < earlier || earlier > later || later <= earlier || earlier >= later);
    }
}
