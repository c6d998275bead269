using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Tests.Simulation;

/// <summary>Exits told apart, conversions, moves between places and the levers that name exits, against answers worked out by hand.</summary>
public sealed class WaysOutTests
{
    private static readonly double Phi = 1 - Math.Exp(-1 / 3.0);

    private static RunResult Run(NationalModel model, int months, Scenario? scenario = null) =>
        NationalRun.Run(model, new RunOptions { Months = months, Futures = 1, Threads = 1, Scenario = scenario ?? Scenario.Baseline });

    private static ExitShare[] Split(params (Exit Exit, double Share)[] shares) => [.. shares.Select(share => new ExitShare(share.Exit, 16, 76, share.Share))];

    private static double Heads(RunResult result, int month, Flow flow, FlowKind kind) =>
        result.Flows.InMonth(month).Where(row => row.Place == 0 && row.Flow == flow && row.Kind == kind).Sum(row => row.Amount.Heads);

    [Fact]
    public void Leave_ExitsToldApart_SplitOneExponentialInProportion()
    {
        var model = new ModelBuilder { Exits = Split((Exit.Retirement, 0.3), (Exit.Resignation, 0.5), (Exit.MovedOutside, 0.2)) }
            .With(Parameter.LeavingRate, 0.12).Trust(1000, 900).Build();
        var result = Run(model, 12);
        var going = 1000 * Math.Exp(-0.11) * (1 - Math.Exp(-0.01));
        Assert.Equal(1000 * Math.Exp(-0.12), result.Account(12)[0].Closing.Heads, 1e-9);
        Assert.Equal(0.8 * going, result.Account(12)[0].Leavers.Heads, 1e-9);
        Assert.Equal(0.2 * going, result.Account(12)[0].MovesOut.Heads, 1e-9);
        Assert.Equal(0.3 * going, Heads(result, 12, Flow.Leavers, FlowKind.Retirement), 1e-9);
        Assert.Equal(0.5 * going, Heads(result, 12, Flow.Leavers, FlowKind.Resignation), 1e-9);
        Assert.Equal(0.2 * going, Heads(result, 12, Flow.MovesOut, FlowKind.Outside), 1e-9);
        Assert.Equal(0, Heads(result, 12, Flow.Leavers, FlowKind.None));
    }

    [Fact]
    public void Leave_ExitsByAge_EachAgeTakesItsBand()
    {
        ExitShare[] exits = [new(Exit.Resignation, 16, 60, 1), new(Exit.Retirement, 60, 76, 1)];
        AgeBand[] bands =
        [
            new() { From = 30, To = 31, StockShare = 0.75, FtePerHead = 1, LeavingRate = 0.1, JoinerShare = 1 },
            new() { From = 31, To = 62, StockShare = 0, FtePerHead = 1, LeavingRate = 0.1, JoinerShare = 0 },
            new() { From = 62, To = 63, StockShare = 0.25, FtePerHead = 1, LeavingRate = 0.1, JoinerShare = 0 },
        ];
        var result = Run(new ModelBuilder { Exits = exits, Bands = bands }.With(Parameter.LeavingRate, 0.12).Trust(1000, 1000).Build(), 1);
        Assert.Equal(750 * (1 - Math.Exp(-0.01)), Heads(result, 1, Flow.Leavers, FlowKind.Resignation), 1e-9);
        Assert.Equal(250 * (1 - Math.Exp(-0.01)), Heads(result, 1, Flow.Leavers, FlowKind.Retirement), 1e-9);
    }

    [Fact]
    public void Move_RoomInOnePlaceOnly_AllWhoFitGoThere()
    {
        // Both are full; 0.9 FTE per head in both.
        var model = new ModelBuilder { Exits = Split((Exit.MovedWithin, 1)) }
            .With(Parameter.LeavingRate, 0.12).With(Parameter.VacancyRate, 0).Trust(1000, 900).Trust(100, 90).Build();
        var full = Run(model, 1);
        Assert.Equal(0, full.Account(1)[0].Leavers.Heads);
        AssertMoved(full, 0);

        var wide = Run(WithPosts(model, 1, vacancyRate: 0.5), 1);
        // Both trusts' movers, 1% of 1,100 heads: fewer than the room for phi * 90 / 0.9.
        var movers = 1100 * (1 - Math.Exp(-0.01));
        AssertMoved(wide, movers * 1000 / 1100);

        var narrow = Run(WithPosts(model, 1, vacancyRate: 0.01), 1);
        var room = Phi * ((90 / 0.99) - 90) / 0.9;
        Assert.True(room < movers);
        AssertMoved(narrow, room * 1000 / 1100);
    }

    /// <summary>The model with another opening vacancy rate for one trust.</summary>
    private static NationalModel WithPosts(NationalModel model, int trust, double vacancyRate)
    {
        var row = model.Assumptions.First(assumption => assumption.Parameter == Parameter.VacancyRate);
        return model with
        {
            Assumptions = [.. model.Assumptions, row with { Id = "one", Place = model.Cohorts[trust].Place, Low = vacancyRate, Central = vacancyRate, High = vacancyRate }],
        };
    }

    private static void AssertMoved(RunResult result, double heads)
    {
        var account = result.Account(1);
        Assert.Equal(heads, account[0].MovesOut.Heads, 1e-9);
        Assert.Equal(heads, account[1].MovesIn.Heads, 1e-9);
        Assert.Equal(0, account[0].MovesIn.Heads, 1e-9);
        Assert.Equal(0, account[1].MovesOut.Heads, 1e-9);
        Assert.Equal(1000 - heads, account[0].Closing.Heads, 1e-9);
        Assert.Equal(Heads(result, 1, Flow.MovesIn, FlowKind.Within), Heads(result, 1, Flow.MovesOut, FlowKind.Within), 1e-9);
    }

    [Fact]
    public void Move_BeforeThePool_TakesTheWantsFirst()
    {
        var model = new ModelBuilder { Exits = Split((Exit.MovedWithin, 1)), OpeningPool = 1e6 }
            .With(Parameter.LeavingRate, 0.12).With(Parameter.VacancyRate, 0).Trust(1000, 900).Trust(100, 90).Build();
        var account = Run(WithPosts(model, 1, 0.5), 1).Account(1);
        var come = account[1].MovesIn.Heads;
        // What is still vacant after the movers, at phi; those who left trust 0 leave room there too.
        Assert.Equal(Phi * (90 - (come * 0.9)) / 0.9, account[1].Joiners.Heads, 1e-9);
        Assert.Equal(Phi * come, account[0].Joiners.Heads, 1e-9);
    }

    private static NationalModel WithConversion(ModelBuilder builder, double rate, params int[] months)
    {
        var model = builder.Build();
        var other = model.StaffGroups[1] with { Code = "associates" };
        return model with
        {
            StaffGroups = [.. model.StaffGroups, other],
            Cohorts = [.. model.Cohorts, model.Cohorts[0] with { StaffGroup = 2, OpeningHeads = new Headcount(100), OpeningFte = new Fte(45), Pools = [model.Pools.Count] }],
            Pools = [.. model.Pools, model.Pools[0] with { StaffGroup = 2 }],
            Conversions = [new Conversion { Code = "top-up", Name = "Top-up", FromService = 0, FromStaffGroup = 2, ToService = 0, ToStaffGroup = 1, Months = months }],
            Assumptions =
            [
                .. model.Assumptions,
                model.Assumptions[0] with { Id = "converting", Parameter = Parameter.Converting, Conversion = 0, Low = rate, Central = rate, High = rate },
            ],
        };
    }

    [Fact]
    public void Convert_EveryMonth_DecaysTheOneAndFeedsTheOtherAtItsOwnHours()
    {
        var model = WithConversion(new ModelBuilder().With(Parameter.LeavingRate, 0.12).Trust(1000, 900), 0.24);
        var result = Run(model, 10);
        Assert.Equal(100 * Math.Exp(-0.3), result.Account(10)[1].Closing.Heads, 1e-9);
        // Two thirds of those who go each month convert; from the month after they are at risk as nurses.
        var converted = Enumerable.Range(1, 10).Sum(month => 100 * Math.Exp(-0.03 * (month - 1)) * (1 - Math.Exp(-0.03)) * 2 / 3 * Math.Exp(-0.01 * (10 - month)));
        Assert.Equal((1000 * Math.Exp(-0.1)) + converted, result.Account(10)[0].Closing.Heads, 1e-9);
        var moved = result.Account(1);
        Assert.Equal(100 * (1 - Math.Exp(-0.03)) * 2 / 3, moved[1].MovesOut.Heads, 1e-9);
        Assert.Equal(moved[1].MovesOut.Heads, moved[0].MovesIn.Heads, 1e-12);
        Assert.Equal(0.45 * moved[1].MovesOut.Heads, moved[1].MovesOut.Fte, 1e-9);
        Assert.Equal(0.9 * moved[0].MovesIn.Heads, moved[0].MovesIn.Fte, 1e-9);
        Assert.Equal(moved[0].MovesIn.Heads, Heads(result, 1, Flow.MovesIn, FlowKind.Conversion), 1e-12);
    }

    [Fact]
    public void Convert_TwoMonthsOfTheYear_HoldTheWholeYearsHazard()
    {
        var result = Run(WithConversion(new ModelBuilder().Trust(1000, 900), 0.24, 3, 9), 12);
        Assert.Equal(100, result.Account(5)[1].Closing.Heads, 1e-12);
        Assert.Equal(100 * Math.Exp(-0.12), result.Account(6)[1].Closing.Heads, 1e-9);
        Assert.Equal(100 * Math.Exp(-0.12), result.Account(11)[1].Closing.Heads, 1e-9);
        Assert.Equal(100 * Math.Exp(-0.24), result.Account(12)[1].Closing.Heads, 1e-9);
    }

    [Fact]
    public void Convert_LeverAddsHalf_ConvertsHalfAsManyMore()
    {
        var result = Run(WithConversion(new ModelBuilder().Trust(1000, 900), 0.24), 12, Levers.Scenario(Levers.Of(LeverParameter.Converting, LeverEffect.Multiply, 0.5)));
        Assert.Equal(100 * Math.Exp(-0.36), result.Account(12)[1].Closing.Heads, 1e-9);
    }

    [Fact]
    public void Lever_NamesACause_ChangesItsHazardAlone()
    {
        var model = new ModelBuilder { Exits = Split((Exit.Retirement, 0.25), (Exit.Resignation, 0.75)) }.With(Parameter.LeavingRate, 0.12).Trust(1000, 900).Build();
        var halved = Run(model, 12, Levers.Scenario(Levers.Of(LeverParameter.LeavingRate, LeverEffect.Multiply, -0.5) with { Exits = [Exit.Retirement] }));
        Assert.Equal(1000 * Math.Exp(-0.12 * 0.875), halved.Account(12)[0].Closing.Heads, 1e-9);
        var lowered = Run(model, 12, Levers.Scenario(Levers.Of(LeverParameter.LeavingRate, LeverEffect.Add, -0.02) with { Exits = [Exit.Resignation] }));
        Assert.Equal(1000 * Math.Exp(-0.1), lowered.Account(12)[0].Closing.Heads, 1e-9);
        Assert.Equal(0.03 / 0.1, Heads(lowered, 12, Flow.Leavers, FlowKind.Retirement) / lowered.Account(12)[0].Leavers.Heads, 1e-12);
    }

    [Fact]
    public void Lever_AsksForMoreThanACauseHas_StopsAtNothingAndSaysWhatWasWithheld()
    {
        var model = new ModelBuilder { Exits = Split((Exit.Retirement, 0.25), (Exit.Resignation, 0.75)) }.With(Parameter.LeavingRate, 0.12).Trust(1000, 900).Build();
        var result = Run(model, 12, Levers.Scenario(Levers.Of(LeverParameter.LeavingRate, LeverEffect.Add, -0.05) with { Exits = [Exit.Retirement] }));
        Assert.Equal(1000 * Math.Exp(-0.09), result.Account(12)[0].Closing.Heads, 1e-9);
        Assert.Equal(12, result.Levers.Count);
        Assert.All(result.Levers, row => Assert.Equal((1, 1), (row.WorksOn, row.Held)));
        Assert.All(result.Levers, row => Assert.Equal(0.02, row.Withheld, 1e-12));
    }

    [Fact]
    public void Lever_NamesAges_ChangesTheirHazardAlone()
    {
        AgeBand[] bands =
        [
            new() { From = 30, To = 31, StockShare = 0.75, FtePerHead = 1, LeavingRate = 0.1, JoinerShare = 1 },
            new() { From = 31, To = 62, StockShare = 0, FtePerHead = 1, LeavingRate = 0.1, JoinerShare = 0 },
            new() { From = 62, To = 63, StockShare = 0.25, FtePerHead = 1, LeavingRate = 0.1, JoinerShare = 0 },
        ];
        var model = new ModelBuilder { Bands = bands }.With(Parameter.LeavingRate, 0.12).Trust(1000, 1000).Build();
        var lever = Levers.Of(LeverParameter.LeavingRate, LeverEffect.Multiply, -1) with { FromAge = 60 };
        Assert.Equal((750 * Math.Exp(-0.12)) + 250, Run(model, 12, Levers.Scenario(lever)).Account(12)[0].Closing.Heads, 1e-9);
        // A point off the group's rate, all of it from a quarter of its staff: four points off theirs.
        var less = lever with { Effect = LeverEffect.Add, Size = -0.01 };
        Assert.Equal((750 * Math.Exp(-0.12)) + (250 * Math.Exp(-0.08)), Run(model, 12, Levers.Scenario(less)).Account(12)[0].Closing.Heads, 1e-9);
    }

    [Fact]
    public void Lever_TwoThatAdd_AreHeldAtNothingOneByOne()
    {
        var model = new ModelBuilder { Exits = Split((Exit.Retirement, 0.25), (Exit.Resignation, 0.75)) }.With(Parameter.LeavingRate, 0.12).Trust(1000, 900).Build();
        Lever On(string id, double size) => Levers.Of(LeverParameter.LeavingRate, LeverEffect.Add, size) with { Id = id, Exits = [Exit.Retirement] };
        // Retirement is 3 points: 5 off leaves none of it, 1 on is then 1.
        var result = Run(model, 12, Levers.Scenario(On("off", -0.05), On("on", 0.01)));
        Assert.Equal(1000 * Math.Exp(-0.1), result.Account(12)[0].Closing.Heads, 1e-9);
    }

    [Fact]
    public void Lever_AgesThatNobodyHasYet_WorksWhenPeopleReachThem()
    {
        AgeBand[] bands = [new() { From = 59, To = 60, StockShare = 1, FtePerHead = 1, LeavingRate = 0.1, JoinerShare = 1 }, new() { From = 60, To = 76, StockShare = 0, FtePerHead = 1, LeavingRate = 0.1, JoinerShare = 0 }];
        var model = new ModelBuilder { Bands = bands }.With(Parameter.LeavingRate, 0.12).Trust(1000, 1000).Build();
        var lever = Levers.Of(LeverParameter.LeavingRate, LeverEffect.Multiply, -1) with { FromAge = 60 };
        Assert.Equal(1000 * Math.Exp(-0.12), Run(model, 24, Levers.Scenario(lever)).Account(24)[0].Closing.Heads, 1e-9);
        var added = Run(model, 24, Levers.Scenario(lever with { Effect = LeverEffect.Add, Size = -0.01 }));
        Assert.Equal(1000 * Math.Exp(-0.24), added.Account(24)[0].Closing.Heads, 1e-9);
        Assert.All(added.Levers, row => Assert.Equal(0.01, row.Withheld, 1e-12));
    }

    [Fact]
    public void Move_BandsOfService_KeepWhatPeopleHaveServed()
    {
        var model = new ModelBuilder { Exits = Split((Exit.MovedWithin, 1)), LengthOfService = [new("new", 12, 1), new("settled", 0, 1)] }
            .With(Parameter.LeavingRate, 0.12).With(Parameter.VacancyRate, 0.5).Trust(1000, 900).Trust(1000, 900).Build();
        // Both have the same people and room for all: as many move each way, and nothing changes but the two columns.
        var account = Run(model, 6).Account(6);
        Assert.Equal(1000, account[0].Closing.Heads, 1e-9);
        Assert.Equal(account[0].MovesOut.Heads, account[1].MovesIn.Heads, 1e-9);
        Assert.Equal(1000 * (1 - Math.Exp(-0.01)) / 2, account[0].MovesOut.Heads, 1e-9);
    }

    [Fact]
    public void Lever_BoundOnLeaving_ReportsWhatItTakes()
    {
        var model = new ModelBuilder().With(Parameter.LeavingRate, 0.02).Trust(1000, 900).Trust(10, 9).Build();
        var rows = Run(model, 3, Levers.Scenario(Levers.Of(LeverParameter.LeavingRate, LeverEffect.Add, -0.03) with { CostPerYear = 1200 })).Levers;
        Assert.Equal([1, 2, 3], rows.Select(row => row.Month));
        Assert.All(rows, row => Assert.Equal((2, 2, 100.0), (row.WorksOn, row.Held, row.Cost)));
        Assert.All(rows, row => Assert.Equal(0.01, row.Withheld, 1e-12));
    }
}
