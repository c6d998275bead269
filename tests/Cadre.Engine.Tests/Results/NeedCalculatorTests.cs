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

        Assert.Equal(fte, NeedCalculator.Fte(need, month, double.NaN), 1e-12 * fte);
    }

    [Fact]
    public void Fte_TrajectoryFromBeforeTheRun_IsOnItsWay()
    {
        var need = Nurses with { Trajectory = [new NeedPoint(-5, 10), new NeedPoint(7, 22)] };

        Assert.Equal(16, NeedCalculator.Fte(need, 1, double.NaN), 1e-12);
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

        Assert.Equal((units * 20 / 1000 * 2) + 1, NeedCalculator.Fte(need, month, 1000), 1e-12 * units);
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
}
