using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Tests;

/// <summary>Futures: what they share, what they do not, and what they never depend on.</summary>
public sealed class NationalRunTests
{
    private static readonly Line Nation = new(0, null, 0);

    private static ModelBuilder Uncertain() => new ModelBuilder { InflowPerYear = 150, OpeningPool = 20, JoinersPerYear = 80 }
        .With(Parameter.LeavingRate, 0.08, 0.1, 0.125, DistributionFamily.Lognormal)
        .With(Parameter.NetChange, -0.02, 0, 0.02, DistributionFamily.Normal)
        .With(Parameter.VacancyRate, 0.1, 0.2, 0.25, DistributionFamily.Pert)
        .With(Parameter.SupplyElasticity, 0, 0.5, 1, DistributionFamily.Triangular)
        .Trust(1000, 900).Trust(300, 250, leaving: 1.3, attractiveness: 0.8);

    private static IReadOnlyList<double> Staff(NationalModel model, RunOptions options) =>
        NationalRun.Run(model, options).InEveryFuture(Nation, options.Months, Measure.Fte);

    [Fact]
    public void Run_OneOrManyThreads_GiveTheSameBits()
    {
        var model = Uncertain().Build();
        var options = new RunOptions { Months = 18, Futures = 40, Threads = 1 };
        Assert.Equal(Staff(model, options), Staff(model, options with { Threads = 3 }));
    }

    [Fact]
    public void Run_PartOfTheDesign_EqualsThatPartOfTheWhole()
    {
        var model = Uncertain().Build();
        var options = new RunOptions { Months = 18, Futures = 40 };
        Assert.Equal(Staff(model, options).Skip(9).Take(11), Staff(model, options with { Only = new FutureRange(10, 20) }));
    }

    private static NationalModel Grouped(params Parameter[] grouped)
    {
        var model = Uncertain().Build();
        return model with { Assumptions = [.. model.Assumptions.Select(row => grouped.Contains(row.Parameter) ? row with { CorrelationGroup = "economy", Correlation = 0.9 } : row)] };
    }

    [Fact]
    public void Run_PartOfADesignWithCorrelatedRows_EqualsThatPartOfTheWhole()
    {
        var model = Grouped(Parameter.LeavingRate, Parameter.VacancyRate);
        var options = new RunOptions { Months = 18, Futures = 40 };
        Assert.Equal(Staff(model, options).Skip(9).Take(11), Staff(model, options with { Only = new FutureRange(10, 20) }));
    }

    // Without vacancies' own part in it, opening posts are the vacancy rate's draw and nothing else.
    [Fact]
    public void Run_AnotherRowJoinsTheGroup_ChangesThatRowsDrawsAlone()
    {
        IReadOnlyList<double> Posts(NationalModel model) => NationalRun.Run(model, new RunOptions { Months = 1, Futures = 40 }).InEveryFuture(Nation, 1, Measure.Posts);
        var alone = Posts(Grouped(Parameter.VacancyRate));
        Assert.NotEqual(Posts(Uncertain().Build()), alone);
        Assert.Equal(Posts(Uncertain().Build()).Order(), alone.Order(), (one, other) => Math.Abs(one - other) < 0.03 * one);
        Assert.Equal(alone, Posts(Grouped(Parameter.VacancyRate, Parameter.LeavingRate, Parameter.NetChange)));
    }

    [Fact]
    public void Run_LeavingAndVacanciesInOneGroup_MoveTogether()
    {
        double Correlation(NationalModel model)
        {
            var run = NationalRun.Run(model, new RunOptions { Months = 1, Futures = 200 });
            double[] Ranks(Measure measure)
            {
                var values = run.InEveryFuture(Nation, 1, measure);
                return [.. values.Select(value => values.Count(other => other < value) - 99.5)];
            }

            return Ranks(Measure.Posts).Zip(Ranks(Measure.Leavers), (x, y) => x * y).Sum() * 12 / (200 * ((200.0 * 200) - 1));
        }

        Assert.InRange(Correlation(Uncertain().Build()), -0.3, 0.3);
        Assert.InRange(Correlation(Grouped(Parameter.LeavingRate, Parameter.VacancyRate)), 0.7, 0.9);
    }

    [Fact]
    public void Run_OtherSeed_ChangesFuturesButNotTheCentralRun()
    {
        var model = Uncertain().Build();
        var seven = NationalRun.Run(model, new RunOptions { Months = 18, Futures = 40, Seed = 7 });
        var eight = NationalRun.Run(model, new RunOptions { Months = 18, Futures = 40, Seed = 8 });
        Assert.NotEqual(seven.InEveryFuture(Nation, 18, Measure.Fte), eight.InEveryFuture(Nation, 18, Measure.Fte));
        Assert.Equal(seven.Summarise(Nation, 18, Measure.Fte)!.Value.Central, eight.Summarise(Nation, 18, Measure.Fte)!.Value.Central);
    }

    [Fact]
    public void Run_LeavingIsDrawnHigher_JoiningRisesWithIt()
    {
        // Leaving alone is uncertain: the inflow of each future replaces what more leaving takes, so that staff
        // after a year spread by far less than the draws of leaving (0.08 to 0.125 of 1,150 FTE: +-25).
        var model = new ModelBuilder { InflowPerYear = 188, OpeningPool = 24, JoinersPerYear = 115 }
            .With(Parameter.LeavingRate, 0.08, 0.1, 0.125, DistributionFamily.Lognormal).Trust(1000, 900).Trust(300, 250).Build();
        var staff = Staff(model, new RunOptions { Months = 12, Futures = 200 });
        Assert.True(staff.Max() - staff.Min() < 15, $"spread {staff.Max() - staff.Min():0.0} FTE");
    }

    [Fact]
    public void Run_StoredInflowHalved_HalvesEveryFuturesArrivals()
    {
        double Hires(double inflow)
        {
            var builder = Uncertain();
            (builder.InflowPerYear, builder.OpeningPool) = (inflow, 0);
            return NationalRun.Run(builder.Build(), new RunOptions { Months = 1, Futures = 20 }).InEveryFuture(Nation, 1, Measure.Joiners).Sum();
        }

        Assert.Equal(Hires(150) / 2, Hires(75), 1e-9);
    }

    [Fact]
    public void Run_FewerThanNoJoinersNeededInAFuture_NobodyArrivesAndNothingIsNegative()
    {
        var model = new ModelBuilder { InflowPerYear = 10, JoinersPerYear = 5 }.With(Parameter.NetChange, -0.3, 0, 0.3, DistributionFamily.Normal).Trust(1000, 900).Build();
        var joiners = NationalRun.Run(model, new RunOptions { Months = 1, Futures = 50 }).InEveryFuture(Nation, 1, Measure.Joiners);
        Assert.Equal(0, joiners.Min());
        Assert.True(joiners.Max() > 0);
    }

    [Fact]
    public void Run_Cancelled_Stops()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => NationalRun.Run(Uncertain().Build(), new RunOptions { Months = 12 }, null, stop.Token));
    }

    [Theory]
    [InlineData(0, 10, 1, 1, "Months")]
    [InlineData(601, 10, 1, 1, "Months")]
    [InlineData(12, 0, 1, 1, "Futures")]
    [InlineData(12, 10, 5, 4, "Only")]
    [InlineData(12, 10, 5, 11, "Only")]
    public void Run_OptionOutOfRange_SaysWhich(int months, int futures, int first, int last, string named)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            NationalRun.Run(Uncertain().Build(), new RunOptions { Months = months, Futures = futures, Only = new FutureRange(first, last) }));
        Assert.Contains(named, error.Message);
    }

    [Fact]
    public void Targets_HalfOfFuturesPass_ProbabilityIsTheirShareAndTheDrivingAssumptionLeads()
    {
        var model = Uncertain().Build();
        var median = NationalRun.Run(model, new RunOptions { Months = 18, Futures = 40 }).Summarise(Nation, 18, Measure.Vacancies)!.Value.P50;
        var target = new Target { Id = "t", Description = "t", Measure = Measure.Vacancies, Place = 0, Service = null, StaffGroup = 0, Month = new CalendarMonth(2027, 3), AtLeast = false, Value = median };
        var later = target with { Id = "later", Month = new CalendarMonth(2027, 4) };
        var result = NationalRun.Run(model with { Targets = [target, later] }, new RunOptions { Months = 18, Futures = 40 });
        var reached = result.Targets[0].Reached!;
        Assert.Equal(0.5, reached.Probability);
        Assert.Null(result.Targets[1].Reached);
        var vacancy = model.Assumptions.ToList().FindIndex(row => row.Parameter == Parameter.VacancyRate);
        Assert.Equal(reached.Weights.Max(), reached.Weights[vacancy]);
        Assert.All(reached.Weights, (weight, i) => Assert.True(model.Assumptions[i].Distribution != DistributionFamily.Fixed || weight == 0));
    }
}
