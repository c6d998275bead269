using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Tests.Results;

public sealed class RunResultTests
{
    private static readonly Line Nation = new(0, null, 0);

    private static RunResult Run(int futures) => NationalRun.Run(
        new ModelBuilder { InflowPerYear = 150, OpeningPool = 20, JoinersPerYear = 80 }
            .With(Parameter.LeavingRate, 0.08, 0.1, 0.125, DistributionFamily.Lognormal)
            .With(Parameter.NetChange, -0.02, 0, 0.02, DistributionFamily.Normal)
            .Trust(1000, 900).Trust(300, 250).Build(),
        new RunOptions { Months = 18, Futures = futures });

    [Theory]
    [InlineData(Measure.Joiners)]
    [InlineData(Measure.Leavers)]
    public void Summarise_FlowOverMonths_AddsWithinEachFutureThenSummarises(Measure flow)
    {
        var result = Run(41);
        var year = result.Summarise(Nation, 7, 18, flow)!.Value;

        var months = Enumerable.Range(7, 12).ToArray();
        double[] sums = [.. Enumerable.Range(0, 41).Select(future => months.Sum(month => result.InEveryFuture(Nation, month, flow)[future])).Order()];
        Assert.Equal(months.Sum(month => result.Summarise(Nation, month, flow)!.Value.Central), year.Central, 1e-9);
        Assert.Equal(sums.Average(), year.Mean, 1e-9);
        // Type 7 over 41 values: the quantiles 0.05, 0.5 and 0.95 are the values of ranks 3, 21 and 39.
        Assert.Equal(sums[2], year.P5, 1e-9);
        Assert.Equal(sums[20], year.P50, 1e-9);
        Assert.Equal(sums[38], year.P95, 1e-9);
    }

    [Fact]
    public void Summarise_FlowOverOneMonth_IsThatMonth()
    {
        var result = Run(20);
        Assert.Equal(result.Summarise(Nation, 5, Measure.Leavers), result.Summarise(Nation, 5, 5, Measure.Leavers));
    }

    [Theory]
    [InlineData(0, 12)]
    [InlineData(8, 19)]
    public void Summarise_FlowOverMonthsOutsideTheRun_IsNull(int first, int last) =>
        Assert.Null(Run(2).Summarise(Nation, first, last, Measure.Joiners));

    [Theory]
    [InlineData(Measure.Fte)]
    [InlineData(Measure.Vacancies)]
    [InlineData(Measure.VacancyRate)]
    public void Summarise_StockOverMonths_IsRefused(Measure stock) =>
        Assert.Throws<ArgumentException>(() => Run(2).Summarise(Nation, 1, 12, stock));

    [Fact]
    public void Summarise_LastMonthBeforeFirst_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(2).Summarise(Nation, 5, 4, Measure.Joiners));
}
