using Cadre.Engine.Model;

namespace Cadre.Engine.Tests.Model;

/// <summary>How a lever grows, against docs/method.md section 9.</summary>
public sealed class LeverTests
{
    private static readonly CalendarMonth April = new(2026, 4);

    [Theory]
    [InlineData(Ramp.Step, 1, -1, 0)]
    [InlineData(Ramp.Step, 1, 0, 1)]
    [InlineData(Ramp.Step, 1, 100, 1)]
    [InlineData(Ramp.Linear, 4, -1, 0)]
    [InlineData(Ramp.Linear, 4, 0, 0.25)]
    [InlineData(Ramp.Linear, 4, 2, 0.75)]
    [InlineData(Ramp.Linear, 4, 3, 1)]
    [InlineData(Ramp.Linear, 4, 50, 1)]
    [InlineData(Ramp.SCurve, 4, -1, 0)]
    [InlineData(Ramp.SCurve, 4, 0, 0.15625)]
    [InlineData(Ramp.SCurve, 4, 1, 0.5)]
    [InlineData(Ramp.SCurve, 4, 2, 0.84375)]
    [InlineData(Ramp.SCurve, 4, 3, 1)]
    public void ShareAt_MonthsSinceStart_FollowsTheRamp(Ramp ramp, int rampMonths, int since, double share)
    {
        var lever = Levers.Of(LeverParameter.LeavingRate, LeverEffect.Add, 1) with { Start = April, Ramp = ramp, RampMonths = rampMonths };
        Assert.Equal(share, lever.ShareAt(April.PlusMonths(since)), 1e-15);
        Assert.Equal(share, (lever with { LeadMonths = 5 }).ShareAt(April.PlusMonths(since + 5)), 1e-15);
    }

    [Fact]
    public void WorksOn_Place_IsThatPlaceAndBelow()
    {
        var model = new ModelBuilder().Trust(100, 90).Trust(200, 180).Build();
        var lever = Levers.Of(LeverParameter.LeavingRate, LeverEffect.Add, 1);
        Assert.Equal([0, 1], lever.WorksOn(model));
        Assert.Equal([0, 1], (lever with { Place = 1, StaffGroup = 0 }).WorksOn(model));
        Assert.Equal([1], (lever with { Place = 3, StaffGroup = 1 }).WorksOn(model));
        Assert.Equal([1], (lever with { Parameter = LeverParameter.MonthsToFill }).WorksOn(model));
        Assert.Equal([0], (lever with { Parameter = LeverParameter.Inflow, Place = 0 }).WorksOn(model));
        Assert.Empty((lever with { Parameter = LeverParameter.Inflow, Place = 3 }).WorksOn(model));
        Assert.Empty((lever with { Parameter = LeverParameter.Places }).WorksOn(model));
    }
}
