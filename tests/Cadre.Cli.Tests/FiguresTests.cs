namespace Cadre.Cli.Tests;

public class FiguresTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.04, "0.0")]
    [InlineData(4.24, "4.2")]
    [InlineData(9.96, "10")]
    [InlineData(312.4, "312")]
    [InlineData(999.7, "1,000")]
    [InlineData(3_484, "3,480")]
    [InlineData(9_996, "10,000")]
    [InlineData(45_149, "45,100")]
    [InlineData(-0.01, "0.0")]
    public void Amount_Value_HasAboutThreeDigits(double value, string expected) => Assert.Equal(expected, Figures.Amount(value));

    [Theory]
    [InlineData(636, 3_650, "636–3,650")]
    [InlineData(-3_650, 636, "-3,650 to 636")]
    [InlineData(-3_650, -636, "-3,650 to -636")]
    [InlineData(-0.01, 636, "0.0–636")]
    [InlineData(-12, -12, "-12 to -12")]
    public void Between_NegativeEnd_StandsApartFromTheOther(double low, double high, string expected) => Assert.Equal(expected, Figures.Between(low, high, Figures.Amount));

    [Fact]
    public void Between_Shares_HaveOnePercentSign()
    {
        Assert.Equal("8–20%", Figures.Between(0.08, 0.2, Figures.Percent));
        Assert.Equal("-8% to 20%", Figures.Between(-0.08, 0.2, Figures.Percent));
    }

    [Fact]
    public void To_OneFigure_IsNoRange() =>
        Assert.Equal(("", "8 to 9"), (Figures.To(8, 8, Figures.Whole), Figures.To(8, 9, Figures.Whole)));

    [Theory]
    [InlineData(0.62, 200, "62%")]
    [InlineData(1, 200, ">99%")]
    [InlineData(0, 200, "<1%")]
    [InlineData(0.5, 20, "10 of 20 futures")]
    [InlineData(1, 1, "1 of 1 future")]
    public void Probability_Futures_SaysNoMoreThanTheyCanKnow(double probability, int futures, string expected) =>
        Assert.Equal(expected, Figures.Probability(probability, futures));

    [Theory]
    [InlineData(0.62, 200, "62%")]
    [InlineData(0, 200, "<1%")]
    [InlineData(0.5, 20, "10 of 20")]
    [InlineData(1, 1, "1 of 1")]
    public void ShortProbability_Futures_LeavesOutWhatIsCounted(double probability, int futures, string expected) =>
        Assert.Equal(expected, Figures.ShortProbability(probability, futures));

    [Theory]
    [InlineData(0, "")]
    [InlineData(312.4, "£312")]
    [InlineData(-312.4, "-£312")]
    [InlineData(180_000, "£180,000")]
    [InlineData(-180_000, "-£180,000")]
    [InlineData(2_000_000, "£2.0m")]
    [InlineData(-2_000_000, "-£2.0m")]
    [InlineData(-1_234_567_890, "-£1,234.6m")]
    [InlineData(-999_500, "-£1.0m")]
    [InlineData(-0.01, "£0.0")]
    public void Pounds_Value_HasItsSignBeforeTheUnit(double value, string expected) => Assert.Equal(expected, Figures.Pounds(value));

    [Theory]
    [InlineData(1, "1 system")]
    [InlineData(1200, "1,200 systems")]
    public void Count_Number_HasItsPlural(int count, string expected) => Assert.Equal(expected, Wording.Count(count, "system"));
}
