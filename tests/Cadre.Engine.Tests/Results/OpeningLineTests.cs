using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Tests.Results;

/// <summary>Staff and posts on the opening day (docs/method.md section 3.1).</summary>
public sealed class OpeningLineTests
{
    [Fact]
    public void OpeningLines_DrawnVacancyRates_StaffAreKnownAndPostsFollowEachFuturesRate()
    {
        var result = NationalRun.Run(
            new ModelBuilder { InflowPerYear = 150, OpeningPool = 20, JoinersPerYear = 80 }.With(Parameter.VacancyRate, 0.05, 0.1, 0.2, DistributionFamily.Triangular).Trust(1000, 900).Trust(300, 250).Build(),
            new RunOptions { Months = 12, Futures = 41 });

        var lines = result.OpeningLines().ToDictionary(line => line.Line);
        var nation = lines[new Line(result.Model.Nation, null, result.Model.Everybody)];
        Assert.Equal((1300.0, 1150.0), (nation.Heads, nation.Fte));
        Assert.Equal(1150 / 0.9, nation.Posts.Central, 1e-9);
        Assert.Equal(0.1, nation.VacancyRate.Central, 1e-12);
        Assert.True(nation.Posts.P5 < nation.Posts.Central && nation.Posts.Central < nation.Posts.P95);
        // One rate rules both trusts: a percentile of the posts is that of the rate, and vacancies are what posts have beyond staff.
        Assert.Equal(1150 / (1 - nation.VacancyRate.P95), nation.Posts.P95, 0.5);
        Assert.Equal(nation.Posts.P95 - 1150, nation.Vacancies.P95, 1e-9);
        Assert.Equal(nation.Posts.Central, lines.Values.Where(line => result.Model.Places[line.Line.Place].Level == PlaceLevel.Trust && line.Line.StaffGroup == result.Model.Everybody).Sum(line => line.Posts.Central), 1e-9);
    }
}
