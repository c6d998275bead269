using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Tests.Simulation;

/// <summary>One month's steps against answers worked out by hand.</summary>
public sealed class MonthTests
{
    private static RunResult Run(ModelBuilder model, int months) => NationalRun.Run(model.Build(), new RunOptions { Months = months, Futures = 1, Threads = 1 });

    [Fact]
    public void Leave_FlatAgesAndSeason_DecaysExponentially()
    {
        var result = Run(new ModelBuilder().With(Parameter.LeavingRate, 0.12).Trust(1000, 900), 24);
        Assert.Equal(1000 * Math.Exp(-0.24), result.Account(24)[0].Closing.Heads, 1e-9);
        Assert.Equal(1000 * (1 - Math.Exp(-0.01)), result.Account(1)[0].Leavers.Heads, 1e-10);
    }

    [Fact]
    public void Leave_PlaceMultiplier_ScalesTheHazard()
    {
        var result = Run(new ModelBuilder().With(Parameter.LeavingRate, 0.12).Trust(1000, 900, leaving: 2), 12);
        Assert.Equal(1000 * Math.Exp(-0.24), result.Account(12)[0].Closing.Heads, 1e-9);
    }

    [Fact]
    public void Leave_OneMonthHoldsTheSeason_LeavesThenOnly()
    {
        double[] october = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0];
        var result = Run(new ModelBuilder { LeavingSeason = october }.With(Parameter.LeavingRate, 0.12).Trust(1000, 900), 3);
        Assert.Equal(1000 * Math.Exp(-0.12), result.Account(1)[0].Closing.Heads, 1e-9);
        Assert.Equal(0, result.Account(2)[0].Leavers.Heads);
    }

    [Fact]
    public void Leave_TwoBands_RatesRelateAsPublishedAndAverageByFte()
    {
        AgeBand[] bands =
        [
            new() { From = 20, To = 40, StockShare = 0.5, FtePerHead = 1, LeavingRate = 0.3, JoinerShare = 1 },
            new() { From = 40, To = 60, StockShare = 0.5, FtePerHead = 1, LeavingRate = 0.1, JoinerShare = 0 },
        ];
        var result = Run(new ModelBuilder { Bands = bands }.With(Parameter.LeavingRate, 0.2).Trust(1000, 1000), 1);
        var expected = (500 * (1 - Math.Exp(-0.3 / 12))) + (500 * (1 - Math.Exp(-0.1 / 12)));
        Assert.Equal(expected, result.Account(1)[0].Leavers.Heads, 1e-9);
    }

    [Fact]
    public void FundPosts_Aprils_GrowInOneStep()
    {
        var result = Run(new ModelBuilder().With(Parameter.PostsGrowth, 0.1).Trust(1000, 800), 19);
        Assert.Equal(1000, result.Account(6)[0].Posts, 1e-9);
        Assert.Equal(1100, result.Account(7)[0].Posts, 1e-9);
        Assert.Equal(1100, result.Account(18)[0].Posts, 1e-9);
        Assert.Equal(1210, result.Account(19)[0].Posts, 1e-9);
    }

    [Fact]
    public void Move_TransfersAndRegrading_TakeTheirPostsAlong()
    {
        var model = new ModelBuilder().Trust(100, 90).Move(StockMoveKind.TransferIn, 20).Move(StockMoveKind.TransferOut, 5).Move(StockMoveKind.Adjustment, -3);
        var month = Run(model, 1).Account(1)[0];
        Assert.Equal(112, month.Closing.Heads, 1e-10);
        Assert.Equal(112 * 0.9, month.Closing.Fte, 1e-10);
        Assert.Equal((20, 5, -3), (month.MovesIn.Heads, month.MovesOut.Heads, month.Adjustment.Heads));
        Assert.Equal((90 / 0.8) + (12 * 0.9), month.Posts, 1e-10);
    }

    [Fact]
    public void Move_MoreThanAreThere_IsAnErrorThatNamesTheCohort()
    {
        var model = new ModelBuilder().Trust(10, 9).Move(StockMoveKind.Adjustment, -11);
        var error = Assert.Throws<ModelException>(() => Run(model, 1));
        Assert.Contains("trust0/all/nurses, month 1", error.Message);
    }

    [Fact]
    public void Supply_ConstantArrivals_HireInflowOverCandidatesPerHire()
    {
        // 120 candidates a year, posts without end: in the long run a month hires 10 / c.
        var model = new ModelBuilder { InflowPerYear = 120 }.With(Parameter.VacancyRate, 0.9).Trust(1000, 900);
        var phi = 1 - Math.Exp(-1 / 3.0);
        var perHire = (1 - (0.75 * (1 - phi))) / phi;
        Assert.Equal(10 / perHire, Run(model, 120).Account(120)[0].Joiners.Heads, 1e-9);
    }

    [Fact]
    public void Supply_ElasticityOne_ArrivalsFollowPosts()
    {
        ModelBuilder Model(double elasticity) => new ModelBuilder { InflowPerYear = 120 }
            .With(Parameter.VacancyRate, 0.9).With(Parameter.PostsGrowth, 0.5).With(Parameter.SupplyElasticity, elasticity).Trust(1000, 900);
        var following = Run(Model(1), 7).Account(7)[0].Joiners.Heads;
        var arrivalsOfSevenMonths = Run(Model(0), 7).Account(7)[0].Joiners.Heads;
        var phi = 1 - Math.Exp(-1 / 3.0);
        Assert.Equal(arrivalsOfSevenMonths + (phi * 10 * 0.5), following, 1e-9);
    }

    [Fact]
    public void Hire_FewVacancies_WantsLimit()
    {
        var model = new ModelBuilder { OpeningPool = 10_000 }.With(Parameter.VacancyRate, 0.1).Trust(1000, 900);
        var month = Run(model, 1).Account(1)[0];
        var phi = 1 - Math.Exp(-1 / 3.0);
        Assert.Equal(phi * 100, month.Joiners.Fte, 1e-9);
        Assert.Equal(1000 - 900 - (phi * 100), month.Vacancies, 1e-9);
    }

    [Fact]
    public void Hire_NoVacancies_OverEstablishmentIsRecordedAndNobodyIsHired()
    {
        var model = new ModelBuilder { InflowPerYear = 1000 }.With(Parameter.VacancyRate, 0).With(Parameter.PostsGrowth, -0.1).Trust(1000, 900);
        var april = Run(model, 7).Account(7)[0];
        Assert.Equal(90, april.OverEstablishment, 1e-9);
        Assert.Equal((0, 0), (april.Vacancies, april.Joiners.Heads));
    }

    [Fact]
    public void Age_FtePerHeadDiffersByAge_ClosesTheAccountInFteAndNoMonthJumps()
    {
        AgeBand[] bands =
        [
            new() { From = 20, To = 40, StockShare = 1, FtePerHead = 1, LeavingRate = 0.1, JoinerShare = 1 },
            new() { From = 40, To = 60, StockShare = 0, FtePerHead = 0.5, LeavingRate = 0.1, JoinerShare = 0 },
        ];
        var result = Run(new ModelBuilder { Bands = bands }.Trust(1000, 900), 26);
        var steps = Enumerable.Range(1, 26).Select(month => result.Account(month)[0].Hours).ToList();
        Assert.All(steps, hours => Assert.True(hours < 0));
        Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.InRange(pair.Second / pair.First, 0.8, 1.25));
        Assert.Equal(900 + steps.Take(12).Sum(), result.Account(12)[0].Closing.Fte, 1e-9);
    }

    [Fact]
    public void Run_VacanciesLessOverEstablishment_ArePostsLessStaffAtEveryLevel()
    {
        var model = new ModelBuilder { InflowPerYear = 60 }.With(Parameter.LeavingRate, 0.1).With(Parameter.PostsGrowth, -0.2).Trust(1000, 900, leaving: 3).Trust(500, 400);
        var result = Run(model, 30);
        foreach (var line in result.Lines.Where(line => line.Place < 2))
        {
            double Central(Measure measure) => result.Summarise(line, 30, measure)!.Value.Central;
            Assert.Equal(Central(Measure.Posts) - Central(Measure.Fte), Central(Measure.Vacancies) - Central(Measure.OverEstablishment), 1e-9);
        }
    }
}
