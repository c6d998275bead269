using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Tests.Simulation;

/// <summary>What levers make of a parameter, by hand (docs/method.md section 9).</summary>
public sealed class LeverScheduleTests
{
    private const double Base = 0.12;

    private static readonly Lever Add = Levers.Of(LeverParameter.LeavingRate, LeverEffect.Add, 0.02);
    private static readonly Lever Multiply = Levers.Of(LeverParameter.LeavingRate, LeverEffect.Multiply, -0.5);

    private static FutureParameters InMonth(int month, params Lever[] levers)
    {
        var prepared = new PreparedModel(new ModelBuilder { InflowPerYear = 120 }.With(Parameter.LeavingRate, Base).With(Parameter.PostsGrowth, 0.02).Trust(100, 90).Trust(50, 45).Build());
        return new LeverSchedule(prepared, Levers.Scenario(levers)).InMonth(month, FutureParameters.Central(prepared));
    }

    private static double Leaving(params Lever[] levers) => InMonth(1, levers).LeavingRate[0];

    [Fact]
    public void InMonth_AddBeforeMultiplyInTheFile_MultipliesFirst() => Assert.Equal((Base * 0.5) + 0.02, Leaving(Add, Multiply), 1e-15);

    [Fact]
    public void InMonth_SeveralOfAKind_WorkOneAfterTheOther() =>
        Assert.Equal((Base * 0.5 * 1.1) + 0.02 - 0.01, Leaving(Multiply, Multiply with { Size = 0.1 }, Add, Add with { Size = -0.01 }), 1e-15);

    [Fact]
    public void InMonth_HalfwayUpTheRamp_HasHalfOfItsSize()
    {
        var linear = Multiply with { Ramp = Ramp.Linear, RampMonths = 10 };
        Assert.Equal(Base * (1 - (0.5 * 0.3)), InMonth(3, linear).LeavingRate[0], 1e-15);
        Assert.Equal(Base * 0.5, InMonth(10, linear).LeavingRate[0], 1e-15);
    }

    [Theory]
    [InlineData(-0.05, 0.1, 0.1)]
    [InlineData(-0.05, 0.05, 0.07)]
    [InlineData(-0.05, 0.13, 0.12)]
    [InlineData(0.05, 0.15, 0.15)]
    [InlineData(0.05, 0.2, 0.17)]
    [InlineData(0.05, 0.1, 0.12)]
    public void InMonth_Limit_IsAFloorWhenItLowersAndACeilingWhenItRaises(double size, double limit, double expected) =>
        Assert.Equal(expected, Leaving(Add with { Size = size, Limit = limit }), 1e-15);

    [Fact]
    public void InMonth_Limit_HoldsItsOwnLeverOnly() =>
        Assert.Equal(0.05, Leaving(Add with { Size = -0.1, Limit = 0.1 }, Add with { Size = -0.05 }), 1e-15);

    [Fact]
    public void InMonth_SizesBeyondSense_StopAtTheBounds()
    {
        Lever Of(LeverParameter parameter, double size) => Levers.Of(parameter, LeverEffect.Add, size);
        Assert.Equal(0, Leaving(Of(LeverParameter.LeavingRate, -5)));
        Assert.Equal(0.1, InMonth(1, Of(LeverParameter.MonthsToFill, -9)).MonthsToFill[1]);
        Assert.Equal(1, InMonth(1, Of(LeverParameter.CandidatesKept, 9)).Kept[1]);
        Assert.Equal(0, InMonth(1, Of(LeverParameter.CandidatesKept, -9)).Kept[1]);
        Assert.Equal(0, InMonth(1, Of(LeverParameter.Inflow, -1000)).Inflow[0]);
        Assert.Equal(-1, InMonth(1, Of(LeverParameter.PostsGrowth, -9)).PostsGrowth[0]);
    }

    [Fact]
    public void InMonth_MonthsToFill_MovesTheShareThatMeets()
    {
        var faster = InMonth(1, Levers.Of(LeverParameter.MonthsToFill, LeverEffect.Add, -1));
        Assert.Equal(2, faster.MonthsToFill[1], 1e-15);
        Assert.Equal(1 - Math.Exp(-0.5), faster.Phi[1], 1e-14);
    }

    [Fact]
    public void InMonth_OnePlace_LeavesTheOthers()
    {
        var rates = InMonth(1, Multiply with { Place = 3 }).LeavingRate;
        Assert.Equal([Base, Base / 2], rates);
    }

    [Fact]
    public void InMonth_BeforeItWorks_IsTheFutureItself()
    {
        var prepared = new PreparedModel(new ModelBuilder().Trust(100, 90).Build());
        var future = FutureParameters.Central(prepared);
        var schedule = new LeverSchedule(prepared, Levers.Scenario(Add with { LeadMonths = 3 }));
        Assert.Same(future, schedule.InMonth(3, future));
        Assert.NotSame(future, schedule.InMonth(4, future));
    }
}
