using Cadre.Engine.Delivery;
using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Tests.Delivery;

/// <summary>The targets without levers, with each alone and with all, against the same scenarios typed by hand.</summary>
public sealed class LeverTrialsTests
{
    private static readonly RunOptions Options = new() { Months = 30, Futures = 11 };

    private static readonly Lever First = Levers.Of(LeverParameter.LeavingRate, LeverEffect.Multiply, -0.2) with { Id = "stay.first" };
    private static readonly Lever Hiring = Levers.Of(LeverParameter.MonthsToFill, LeverEffect.Add, -1) with { Id = "hiring" };
    private static readonly Lever Second = Levers.Of(LeverParameter.LeavingRate, LeverEffect.Add, -0.01) with { Id = "stay.second" };

    private static readonly NationalModel Model = new ModelBuilder { InflowPerYear = 150, OpeningPool = 20, JoinersPerYear = 80 }
        .With(Parameter.LeavingRate, 0.08, 0.1, 0.12, DistributionFamily.Uniform).Trust(1000, 900).Trust(300, 250, leaving: 1.3).Build() with
    {
        Targets = [new Target { Id = "t", Description = "t", Measure = Measure.Fte, Place = 0, Service = null, StaffGroup = 0, Month = new CalendarMonth(2027, 12), AtLeast = true, Value = 1100 }],
    };

    private static Summary Typed(params Lever[] levers) => NationalRun.Run(Model, Options with { Scenario = Levers.Scenario(levers) }).Targets[0].Reached!.Summary;

    [Fact]
    public void Of_LeversThatShareAName_AreTriedTogether()
    {
        var progress = new List<RunProgress>();
        var scenario = Levers.Scenario(First, Hiring, Second);
        var trials = LeverTrials.Of(NationalRun.Run(Model, Options), scenario, progress.Add);

        Assert.Equal([(LeversPulled.None, null), (LeversPulled.One, "stay"), (LeversPulled.One, "hiring"), (LeversPulled.All, null)], trials.Select(trial => (trial.Pulled, trial.Lever)));
        Assert.Equal([Typed(), Typed(First, Second), Typed(Hiring), Typed(First, Hiring, Second)], trials.Select(trial => trial.Targets[0].Reached!.Summary));
        Assert.Equal(LeverTrials.FuturesToRun(Model, Options.Months, scenario, 11), progress[^1].Done);
        Assert.All(progress, each => Assert.Equal(33, each.Total));
    }

    [Fact]
    public void Of_Added_IsTheDifferenceOfTheSameFutures()
    {
        var trials = LeverTrials.Of(NationalRun.Run(Model, Options), Levers.Scenario(First, Hiring));
        RunResult Run(params Lever[] levers) => NationalRun.Run(Model, Options with { Scenario = Levers.Scenario(levers) });
        var (without, with) = (Run().Measured(Model.Targets[0])!.Value, Run(First).Measured(Model.Targets[0])!.Value);
        double[] differences = [.. with.InFutures.Select((value, i) => value - without.InFutures[i])];

        Assert.Equal([null], trials[0].Added);
        Assert.Equal(Summary.Of(with.Central - without.Central, differences), trials[1].Added[0]);
        Assert.True(trials[1].Added[0]!.Value.P5 > 0, "Fewer leavers add staff in every future.");
    }

    [Fact]
    public void Of_RunThatReachesNoTarget_TriesNothingAndCountsNoFuture()
    {
        var scenario = Levers.Scenario(First, Hiring);
        var reached = Model.Targets[0].Month.MonthsSince(Model.MonthAt(0));
        var early = Options with { Months = reached - 1 };
        Assert.Empty(LeverTrials.Of(NationalRun.Run(Model, early), scenario));
        Assert.Equal(0, LeverTrials.FuturesToRun(Model, early.Months, scenario, 11));
        Assert.Equal(33, LeverTrials.FuturesToRun(Model, reached, scenario, 11));
    }
}
