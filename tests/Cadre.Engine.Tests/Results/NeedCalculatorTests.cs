using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Tests.Results;

public sealed class NeedCalculatorTests
{
    private static readonly Need Nurses = new() { Place = 2, Service = 0, StaffGroup = 1, Method = NeedMethod.Trajectory };

    [Theory]
    [InlineData(1, 100)]
    [InlineData(6, 100)]
    [InlineData(7, 105)]
    [InlineData(10, 120)]
    [InlineData(18, 160)]
    [InlineData(19, 158)]
    [InlineData(23, 150)]
    [InlineData(24, 150)]
    public void Fte_Trajectory_IsStraightBetweenItsMonthsAndLevelOutside(int month, double fte)
    {
        var need = Nurses with { Trajectory = [new NeedPoint(6, 100), new NeedPoint(18, 160), new NeedPoint(23, 150)] };

        Assert.Equal(fte, NeedRates.Fte(need, month, double.NaN), 1e-12 * fte);
    }

    [Fact]
    public void Fte_TrajectoryFromBeforeTheRun_IsOnItsWay()
    {
        var need = Nurses with { Trajectory = [new NeedPoint(-5, 10), new NeedPoint(7, 22)] };

        Assert.Equal(16, NeedRates.Fte(need, 1, double.NaN), 1e-12);
    }

    [Theory]
    [InlineData(12, 100)]
    [InlineData(13, 110)]
    [InlineData(36, 121)]
    public void Fte_Workload_GrowsFromYearToYear(int month, double units)
    {
        var need = Nurses with
        {
            Method = NeedMethod.Workload,
            Activities = [new NeedActivity { Code = "a", Name = "A", Volume = 100, Growth = 0.1, Hours = 20 }],
            CategoryAllowance = 0.5,
            IndividualAllowance = 1,
        };

        Assert.Equal((units * 20 / 1000 * 2) + 1, NeedRates.Fte(need, month, 1000), 1e-12 * units);
    }

    [Fact]
    public void Needs_ScenarioWithOtherHours_ChangesNeedAndNothingElse()
    {
        var model = new ModelBuilder { InflowPerYear = 150, OpeningPool = 20 }.With(Parameter.LeavingRate, 0.1).With(Parameter.HoursAvailable, 1600).Trust(1000, 900).Build();
        var withNeed = model with { Needs = [Nurses with { Method = NeedMethod.Cover, Positions = 10, HoursPerWeek = 100 }] };
        var (row, hours) = model.Assumptions.Index().Where(item => item.Item.Parameter == Parameter.HoursAvailable).Select(item => (item.Index, item.Item)).Single();
        var shorter = new Scenario { Name = "shorter", Title = "Shorter hours", Changes = new Dictionary<int, Assumption> { [row] = hours with { Low = 1500, Central = 1500, High = 1500 } } };

        var without = NationalRun.Run(model, new RunOptions { Months = 12, Futures = 1 });
        var baseline = NationalRun.Run(withNeed, new RunOptions { Months = 12, Futures = 1 });
        var changed = NationalRun.Run(withNeed, new RunOptions { Months = 12, Futures = 1, Scenario = shorter });

        Assert.Empty(without.Needs(12));
        Assert.Equal([0, 1, 2], baseline.Needs(12).Select(need => need.Place));
        Assert.All(baseline.Needs(12), need => Assert.Equal(10 * 100 * 52.14 / 1600, need.Need, 1e-9));
        Assert.All(changed.Needs(12), need => Assert.Equal(10 * 100 * 52.14 / 1500, need.Need, 1e-9));
        Assert.Equal(without.Account(12).ToArray(), baseline.Account(12).ToArray());
        Assert.Equal(without.Account(12).ToArray(), changed.Account(12).ToArray());
    }

    [Fact]
    public void Needs_NoCohort_HasNoPostsAndNoStaff()
    {
        var model = new ModelBuilder().Trust(1000, 900).Build() with { Needs = [Nurses with { Place = 1, Trajectory = [new NeedPoint(1, 5)] }] };

        var need = NationalRun.Run(model, new RunOptions { Months = 1, Futures = 1 }).Needs(1)[^1];

        Assert.Equal((5.0, 0.0, 0.0, 5.0), (need.Need, need.Posts, need.Staff, need.Gap));
    }

    [Theory]
    [InlineData(12, 0)]
    [InlineData(13, 1)]
    [InlineData(60, 4)]
    public void Fte_DemandGrowth_CompoundsBesideTheActivitysOwnGrowth(int month, int years)
    {
        var need = Nurses with { Method = NeedMethod.Workload, Activities = [new NeedActivity { Code = "a", Name = "A", Volume = 100, Growth = 0.02, Hours = 20 }] };

        Assert.Equal(2 * Math.Pow(1.02 * 1.035, years), NeedRates.Fte(need, month, 1000, 0.035), 1e-12);
        Assert.Equal(5, NeedRates.Fte(Nurses with { Trajectory = [new NeedPoint(1, 5)] }, month, double.NaN, 0.035));
        Assert.Equal(52.14, NeedRates.Fte(Nurses with { Method = NeedMethod.Cover, Positions = 10, HoursPerWeek = 100 }, month, 1000, 0.035), 1e-12);
    }

    [Fact]
    public void Needs_UniformDemandGrowth_HaveThePercentilesOfItsPowers()
    {
        const int futures = 1000;
        var model = new ModelBuilder().With(Parameter.HoursAvailable, 1500).With(Parameter.DemandGrowth, 0.02, 0.04, 0.06, DistributionFamily.Uniform).Trust(100, 90).Build() with
        {
            Needs = [Nurses with { Method = NeedMethod.Workload, CategoryAllowance = 0.2, IndividualAllowance = 3, Activities = [new NeedActivity { Code = "a", Name = "A", Volume = 9000, Hours = 10 }] }],
        };
        var result = NationalRun.Run(model, new RunOptions { Months = 25, Futures = futures });
        static double Fte(double growth, int years) => (60 * Math.Pow(1 + growth, years) / 0.8) + 3;

        foreach (var (month, years) in (ReadOnlySpan<(int, int)>)[(12, 0), (13, 1), (25, 2)])
        {
            // A stratum of the design is a thousandth of the range of growth.
            var tolerance = (75 * years * Math.Pow(1.06, years) * 0.04 / futures) + 1e-9;
            foreach (var row in result.Needs(month))
            {
                Assert.Equal(Fte(0.04, years), row.Need, 1e-9);
                Assert.Equal(Fte(0.022, years), row.NeedSummary.P5, tolerance);
                Assert.Equal(Fte(0.04, years), row.NeedSummary.P50, tolerance);
                Assert.Equal(Fte(0.058, years), row.NeedSummary.P95, tolerance);
            }

            // Nobody leaves and nobody joins: the gap varies with need alone.
            var nation = result.Needs(month)[0];
            Assert.Equal(90, nation.Staff, 1e-9);
            Assert.Equal(nation.NeedSummary.P5 - 90, nation.GapSummary!.Value.P5, 1e-9);
            Assert.Equal(nation.NeedSummary.P95 - 90, nation.GapSummary.Value.P95, 1e-9);
        }
    }

    [Fact]
    public void Needs_HoursDrawn_AreThoseOfTheSameFuture()
    {
        var model = new ModelBuilder { InflowPerYear = 150, OpeningPool = 20 }.With(Parameter.LeavingRate, 0.08, 0.1, 0.12, DistributionFamily.Uniform)
            .With(Parameter.HoursAvailable, 1400, 1500, 1600, DistributionFamily.Uniform).Trust(100, 90).Build() with
        {
            Needs = [Nurses with { Method = NeedMethod.Cover, Positions = 20, HoursPerWeek = 150 }],
        };
        var options = new RunOptions { Months = 12, Futures = 21 };
        var result = NationalRun.Run(model, options);

        // By hand: the row's own column of the design, and the staff of the same futures.
        double[] hours = [.. Engine.Futures.LatinHypercube.Column(options.Seed, nameof(Parameter.HoursAvailable), 21, 1, 21).Select(u => 1400 + (200 * u))];
        double[] gaps = [.. hours.Zip(result.InEveryFuture(new Line(0, null, 1), 12, Measure.Fte), (available, staff) => (20 * 150 * 52.14 / available) - staff).Order()];

        var nation = result.Needs(12)[0];
        Assert.Equal((gaps[1], gaps[10], gaps[19]), (nation.GapSummary!.Value.P5, nation.GapSummary.Value.P50, nation.GapSummary.Value.P95));
        Assert.Equal(20 * 150 * 52.14 / hours.Max(), result.Needs(1)[0].NeedSummary.P5, 1.0);
        Assert.True(nation.NeedSummary.P95 > nation.NeedSummary.P5 + 5);
    }

    [Fact]
    public void Needs_OtherStaffOfTheGroupHaveNone_GapIsThatOfThoseWhoHaveOne()
    {
        var model = new ModelBuilder().With(Parameter.LeavingRate, 0.08, 0.1, 0.12, DistributionFamily.Uniform).Trust(100, 90).Trust(300, 250).Build() with
        {
            Needs = [Nurses with { Trajectory = [new NeedPoint(1, 120)] }],
        };
        var result = NationalRun.Run(model, new RunOptions { Months = 7, Futures = 21 });
        var (nation, trust) = (result.Needs(6)[0], result.Needs(6)[^1]);

        // Month 6 is March, for which trusts are kept; April keeps nation and regions alone, those who have a need apart.
        double[] gaps = [.. result.InEveryFuture(new Line(2, null, 1), 6, Measure.Fte).Select(staff => 120 - staff).Order()];
        Assert.Equal((gaps[1], gaps[19]), (nation.GapSummary!.Value.P5, nation.GapSummary.Value.P95));
        Assert.Equal(nation.GapSummary, trust.GapSummary);
        var april = result.Needs(7);
        Assert.Equal([true, true, false], april.Select(row => row.GapSummary is not null));
        // Both trusts lose the same share of their staff, drawn alike for both.
        double[] staff = [.. result.InEveryFuture(new Line(0, null, 1), 7, Measure.Fte).Select(fte => fte * 90 / 340).Order()];
        Assert.Equal(120 - staff[19], april[0].GapSummary!.Value.P5, 1e-9);
        Assert.Equal(120 - staff[1], april[1].GapSummary!.Value.P95, 1e-9);
        Assert.Equal(120 - result.Account(7)[0].Closing.Fte, april[0].Gap, 1e-9);
    }
}
