using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Tests.Results;

/// <summary>Which lines a run lists where services are told apart.</summary>
public sealed class ListedLinesTests
{
    private const int Trust = 2;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Summaries_TwoServices_TrustsTellThemByStaffGroupInADetailedRunAlone(bool detail)
    {
        var lines = Run(detail).Summaries().Where(row => row.Month == 6 && row.Measure == Measure.Fte).Select(row => row.Line).ToHashSet();

        Assert.Contains(new Line(Trust, null, 1), lines);
        Assert.Contains(new Line(Trust, 0, 0), lines);
        Assert.Contains(new Line(1, 0, 1), lines);
        Assert.Equal(detail, lines.Contains(new Line(Trust, 0, 1)));
    }

    [Fact]
    public void Summarise_LineThatIsNotListed_IsKnownAllTheSame() =>
        Assert.Equal(
            Run(detail: true).Summarise(new Line(Trust, 0, 1), 6, Measure.Fte),
            Run(detail: false).Summarise(new Line(Trust, 0, 1), 6, Measure.Fte));

    private static RunResult Run(bool detail)
    {
        var model = new ModelBuilder { InflowPerYear = 150, OpeningPool = 20 }.With(Parameter.LeavingRate, 0.08, 0.1, 0.125, DistributionFamily.Lognormal).Trust(1000, 900).Trust(300, 250).Build();
        return NationalRun.Run(
            model with
            {
                Services = [new Service { Code = "beds", Name = "Beds" }, new Service { Code = "home", Name = "Home" }],
                Cohorts = [model.Cohorts[0], model.Cohorts[1] with { Place = Trust, Service = 1 }],
            },
            new RunOptions { Months = 6, Futures = 9, Detail = detail });
    }
}
