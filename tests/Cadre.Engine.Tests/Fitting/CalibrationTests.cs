using Cadre.Engine.Fitting;
using Cadre.Engine.Model;

namespace Cadre.Engine.Tests.Fitting;

/// <summary>The fit gives back what it was told, and says so when it cannot.</summary>
public sealed class CalibrationTests
{
    private static ModelBuilder Model() => new ModelBuilder()
        .With(Parameter.LeavingRate, 0.1).With(Parameter.PostsGrowth, 0.02).With(Parameter.SupplyElasticity, 0.5)
        .Trust(1000, 900, leaving: 1.1).Trust(800, 700, leaving: 0.87, attractiveness: 1.5);

    private static FitTarget Target(double joinersInMonthOne = 20, double leaversInMonthOne = 15) => new()
    {
        StaffGroup = 1,
        LeaversInMonthOne = leaversInMonthOne,
        LeavingRate = 0.1,
        JoinersInMonthOne = joinersInMonthOne,
        JoiningRate = 0.12,
        PoolShares = new Dictionary<int, double> { [0] = 1 },
    };

    [Fact]
    public void Fit_PlausibleTargets_AreMet()
    {
        var fit = Calibration.Fit(Model().Build(), [Target()]);
        Assert.All(fit.Residuals, row => Assert.True(Math.Abs(row.Residual) <= 1e-8 * row.Target, $"{row.Quantity}: {row.Residual:R}"));
        Assert.Equal([FitQuantity.LeaversInMonthOne, FitQuantity.LeavingRate, FitQuantity.JoinersInMonthOne, FitQuantity.JoinersInYearOne], fit.Residuals.Select(row => row.Quantity));
    }

    [Fact]
    public void Fit_RepeatingYear_PoolIsAsFullAYearLater()
    {
        // No growth and the same arrivals every year: the second year hires what the first did.
        var fit = Calibration.Fit(Model().With(Parameter.PostsGrowth, 0).Build(), [Target()]);
        var run = NationalRun.Run(fit.Model, new RunOptions { Months = 24, Futures = 1 });
        double Hired(int from) => Enumerable.Range(from, 12).Sum(month => run.Account(month)[0].Joiners.Heads + run.Account(month)[1].Joiners.Heads);
        Assert.Equal(1, Hired(13) / Hired(1), 0.002);
    }

    [Fact]
    public void Fit_WantsLimitTheFirstMonth_FitsTheYearAndSaysSo()
    {
        var fit = Calibration.Fit(Model().With(Parameter.VacancyRate, 0.05).Build(), [Target(joinersInMonthOne: 60)]);
        Assert.All(fit.Residuals.Where(row => row.Catchment is not null), row => Assert.True(row.LimitedByWants));
        var year = fit.Residuals.Single(row => row.Quantity == FitQuantity.JoinersInYearOne);
        Assert.Equal(year.Target, year.Fitted, 1e-6 * year.Target);
    }

    [Fact]
    public void Fit_MoreJoinersInAYearThanPostsAllow_IsAnErrorThatNamesGroupAndRegion()
    {
        var error = Assert.Throws<ModelException>(() => Calibration.Fit(Model().With(Parameter.VacancyRate, 0.001).With(Parameter.PostsGrowth, -0.2).Build(), [Target()]));
        Assert.Contains("nurses in Region (region): JoinersInYearOne", error.Message);
    }

    [Fact]
    public void Fit_NoObservedMonth_MeetsTheYearWithEvenSeasonsAndASteadyPool()
    {
        var fit = Calibration.Fit(Model().Build(), [Target() with { LeaversInMonthOne = null, JoinersInMonthOne = null }]);
        Assert.Equal([FitQuantity.LeavingRate, FitQuantity.JoinersInYearOne], fit.Residuals.Select(row => row.Quantity));
        Assert.All(fit.Residuals, row => Assert.True(Math.Abs(row.Residual) <= 1e-8 * row.Target, $"{row.Quantity}: {row.Residual:R}"));
        Assert.All(fit.Model.StaffGroups[1].LeavingSeason.Concat(fit.Model.StaffGroups[1].ArrivalSeason), share => Assert.Equal(1.0 / 12, share, 1e-9));
        var phi = 1 - Math.Exp(-1.0 / 3);
        Assert.Equal((1 - phi) / 12 / (1 - (0.75 * (1 - phi))), fit.Model.Pools[0].OpeningPool / fit.Model.Pools[0].InflowPerYear, 1e-9);
    }

    [Fact]
    public void Fit_NoObservedMonthAndTooFewVacancies_SaysSo()
    {
        var model = Model().With(Parameter.VacancyRate, 0.001).With(Parameter.PostsGrowth, -0.2).Build();
        var error = Assert.Throws<ModelException>(() => Calibration.Fit(model, [Target() with { LeaversInMonthOne = null, JoinersInMonthOne = null }]));
        Assert.Contains("there are too few vacancies", error.Message);
    }

    [Fact]
    public void Fit_PoolsWithinEachOther_IsAnErrorThatNamesBoth()
    {
        var model = Model().Trust(100, 90, pool: 1).Build();
        model = model with { Cohorts = [.. model.Cohorts.Select(cohort => cohort with { Pools = [0, 1] })] };
        const string expected = "nurses: the pool of Region (region) lies within the pool of Nation (nation).";
        Assert.StartsWith(expected, Assert.Throws<ModelException>(() => Calibration.Fit(model, [Target()])).Message);
        Assert.StartsWith(expected, Assert.Throws<ModelException>(() => SteadyStock.Apply(model, 1, 0.1)).Message);
    }

    [Fact]
    public void Fit_FewerJoinersInAYearThanTheFirstMonthBrings_IsAnErrorAboutANegativeInflow()
    {
        var error = Assert.Throws<ModelException>(() => Calibration.Fit(Model().Build(), [Target(joinersInMonthOne: 400) with { JoiningRate = 0.01 }]));
        Assert.Contains("nurses in Region (region)", error.Message);
    }
}
