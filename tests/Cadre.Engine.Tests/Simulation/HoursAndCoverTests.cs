using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Tests.Simulation;

/// <summary>Participation and temporary cover against answers worked out by hand.</summary>
public sealed class HoursAndCoverTests
{
    private static RunResult Run(NationalModel model, int months, Scenario? scenario = null) =>
        NationalRun.Run(model, new RunOptions { Months = months, Futures = 1, Threads = 1, Scenario = scenario ?? Scenario.Baseline });

    [Fact]
    public void Participation_Step_ChangesHoursOnceAndFteFromThenOn()
    {
        var lever = Levers.Of(LeverParameter.Participation, LeverEffect.Multiply, -0.1) with { Start = new CalendarMonth(2025, 12) };
        var result = Run(new ModelBuilder().Trust(1000, 900).Build(), 14, Levers.Scenario(lever));
        Assert.Equal(900, result.Account(2)[0].Closing.Fte, 1e-9);
        Assert.Equal(-90, result.Account(3)[0].Hours, 1e-9);
        Assert.Equal(810, result.Account(3)[0].Closing.Fte, 1e-9);
        Assert.Equal(0, result.Account(4)[0].Hours, 1e-9);
        Assert.Equal(810, result.Account(14)[0].Closing.Fte, 1e-9);
        Assert.Equal(1000, result.Account(14)[0].Closing.Heads, 1e-9);
    }

    [Fact]
    public void Participation_OfSomeAges_FollowsPeopleAsTheyReachThem()
    {
        AgeBand[] bands = [new() { From = 54, To = 55, StockShare = 1, FtePerHead = 0.9, LeavingRate = 0, JoinerShare = 1 }];
        var lever = Levers.Of(LeverParameter.Participation, LeverEffect.Add, -0.2) with { FromAge = 55 };
        var result = Run(new ModelBuilder { Bands = bands }.Trust(1000, 900).Build(), 13, Levers.Scenario(lever));
        Assert.Equal(900, result.Account(11)[0].Closing.Fte, 1e-9);
        Assert.Equal(-180, result.Account(12)[0].Hours, 1e-9);
        Assert.Equal(720, result.Account(12)[0].Closing.Fte, 1e-9);
        Assert.Equal(720, result.Account(13)[0].Closing.Fte, 1e-9);
    }

    [Fact]
    public void Participation_OfThoseWhoJoin_CountsInWhatTheyFill()
    {
        var phi = 1 - Math.Exp(-1 / 3.0);
        var lever = Levers.Of(LeverParameter.Participation, LeverEffect.Multiply, -0.5);
        var result = Run(new ModelBuilder { OpeningPool = 1e6 }.Trust(1000, 800).Build(), 1, Levers.Scenario(lever));
        // 800 FTE become 400, 600 of 1,000 posts are vacant, each head fills 0.4.
        Assert.Equal(phi * 600 / 0.4, result.Account(1)[0].Joiners.Heads, 1e-9);
        Assert.Equal(phi * 600, result.Account(1)[0].Joiners.Fte, 1e-9);
    }

    [Fact]
    public void Cover_ShareAndCap_TakeTheLesser()
    {
        double Cover(ModelBuilder builder) => Run(builder.Trust(1000, 800).Build(), 1).Account(1)[0].Cover;
        Assert.Equal(0, Cover(new ModelBuilder()));
        Assert.Equal(120, Cover(new ModelBuilder().With(Parameter.CoverShare, 0.6)), 1e-9);
        Assert.Equal(50, Cover(new ModelBuilder().With(Parameter.CoverShare, 0.6).With(Parameter.CoverCap, 0.05)), 1e-9);
    }

    [Fact]
    public void Cover_OfTheNation_IsRecordedInEveryFuture()
    {
        var model = new ModelBuilder().With(Parameter.CoverShare, 0.4, 0.6, 0.8, DistributionFamily.Uniform).Trust(1000, 800).Build();
        var result = NationalRun.Run(model, new RunOptions { Months = 1, Futures = 50, Threads = 2 });
        var cover = result.Summarise(new Line(0, null, 0), 1, Measure.Cover)!.Value;
        Assert.Equal(120, cover.Central, 1e-9);
        Assert.InRange(cover.P5, 80, 90);
        Assert.InRange(cover.P95, 150, 160);
    }
}
