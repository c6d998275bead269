using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Tests;

/// <summary>A warm model gives what a fresh one gives, whatever it ran before.</summary>
public sealed class NationalSessionTests
{
    private static readonly Line Nation = new(0, null, 0);

    private static NationalModel Uncertain() => new ModelBuilder { InflowPerYear = 150, OpeningPool = 20, JoinersPerYear = 80 }
        .With(Parameter.LeavingRate, 0.08, 0.1, 0.125, DistributionFamily.Lognormal)
        .With(Parameter.VacancyRate, 0.1, 0.2, 0.25, DistributionFamily.Pert)
        .Trust(1000, 900).Trust(300, 250, leaving: 1.3, attractiveness: 0.8).Build();

    private static Scenario[] Scenarios(NationalModel model) =>
    [
        Levers.Scenario(Levers.Of(LeverParameter.LeavingRate, LeverEffect.Multiply, -0.2)),
        Levers.Changing(model, Parameter.VacancyRate, row => row with { Low = 0.05, Central = 0.1, High = 0.2 }),
        Scenario.Baseline,
    ];

    [Fact]
    public void Run_ScenariosOneAfterTheOther_AreThoseOfFreshRuns()
    {
        var model = Uncertain();
        var options = new RunOptions { Months = 14, Futures = 11, Threads = 2 };
        var session = new NationalSession(model, options);
        foreach (var scenario in Scenarios(model).Concat(Scenarios(model)))
            Same(NationalRun.Run(model, options with { Scenario = scenario }), session.Run(scenario));
    }

    [Fact]
    public void Run_SeveralAtOnce_DoNotDisturbEachOther()
    {
        var model = Uncertain();
        var options = new RunOptions { Months = 14, Futures = 30, Threads = 2 };
        var session = new NationalSession(model, options);
        var scenarios = Enumerable.Repeat(Scenarios(model), 4).SelectMany(all => all).ToArray();
        var runs = scenarios.AsParallel().AsOrdered().WithDegreeOfParallelism(6).Select(scenario => session.Run(scenario)).ToArray();
        foreach (var (scenario, run) in scenarios.Zip(runs))
            Same(NationalRun.Run(model, options with { Scenario = scenario }), run);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(17)]
    public void Run_BlocksThatAreNotFull_TellEveryFutureOnceAndHaveItsBits(int futures)
    {
        var session = new NationalSession(Uncertain(), new RunOptions { Months = 3, Futures = 17, Only = new FutureRange(1, futures), Threads = 1 });
        var done = new List<RunProgress>();
        var run = session.Run(Scenario.Baseline, done.Add);

        Assert.Equal(futures, done[^1].Done);
        Assert.All(done, progress => Assert.Equal(futures, progress.Total));
        var whole = NationalRun.Run(run.Model, new RunOptions { Months = 3, Futures = 17 });
        Assert.Equal(whole.InEveryFuture(Nation, 3, Measure.Fte).Take(futures), run.InEveryFuture(Nation, 3, Measure.Fte));
    }

    [Fact]
    public void Run_FuturesFromTheMiddleOfABlock_AreThoseOfTheDesign()
    {
        var options = new RunOptions { Months = 3, Futures = 40, Threads = 1 };
        var part = new NationalSession(Uncertain(), options with { Only = new FutureRange(6, 27) }).Run(Scenario.Baseline);
        var whole = NationalRun.Run(part.Model, options);
        Assert.Equal(whole.InEveryFuture(Nation, 3, Measure.Fte).Skip(5).Take(22), part.InEveryFuture(Nation, 3, Measure.Fte));
    }

    [Fact]
    public void Run_StoppedHalfWay_ThrowsAndTheSessionRunsOn()
    {
        var model = Uncertain();
        var options = new RunOptions { Months = 14, Futures = 200, Threads = 1 };
        var session = new NationalSession(model, options);
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => session.Run(Scenario.Baseline, _ => stop.Cancel(), stop.Token));
        Same(NationalRun.Run(model, options), session.Run(Scenario.Baseline));
    }

    [Fact]
    public void Run_Chance_IsThatOfAFreshRun()
    {
        var model = Uncertain();
        var options = new RunOptions { Months = 14, Futures = 5, Threads = 2, Chance = true };
        var session = new NationalSession(model, options);
        foreach (var scenario in Scenarios(model))
            Assert.Equal(NationalRun.Run(model, options with { Scenario = scenario }).Chance!.Summaries(), session.Run(scenario).Chance!.Summaries());
    }

    [Fact]
    public void Summaries_EveryMeasure_AreThoseOfTheLineAlone()
    {
        var run = NationalRun.Run(Uncertain(), new RunOptions { Months = 14, Futures = 13, Threads = 2 });
        foreach (var row in run.Summaries())
            Assert.Equal(run.Summarise(row.Line, row.Month, row.Measure), row.Summary);
    }

    [Fact]
    public void Central_EveryScenario_HasTheAccountOfTheRun()
    {
        var model = Uncertain();
        var session = new NationalSession(model, new RunOptions { Months = 14, Futures = 2, Threads = 1 });
        foreach (var scenario in Scenarios(model))
        {
            var (central, run) = (session.Central(scenario), session.Run(scenario));
            Assert.Equal(14, central.Months);
            for (var month = 1; month <= 14; month++)
                Assert.Equal(run.Account(month).ToArray(), central.Account(month).ToArray());
        }
    }

    [Fact]
    public void Central_MoreFuturesThanAnyMemoryHolds_DrawsNone()
    {
        var session = new NationalSession(Uncertain(), new RunOptions { Months = 2, Futures = int.MaxValue, Threads = 1 });
        Assert.True(session.Central(Scenario.Baseline).StaffFte(2) > 0);
    }

    [Fact]
    public void Central_Stopped_Throws()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new NationalSession(Uncertain(), new RunOptions { Months = 2 }).Central(Scenario.Baseline, stop.Token));
    }

    [Fact]
    public void Session_FuturesOrMonthsOutOfRange_IsRefusedBeforeAnyRun()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new NationalSession(Uncertain(), new RunOptions { Months = 3, Futures = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NationalSession(Uncertain(), new RunOptions { Months = 100_000 }));
    }

    private static void Same(RunResult expected, RunResult actual)
    {
        Assert.Equal(expected.Options.Scenario, actual.Options.Scenario);
        Assert.Equal(expected.Summaries(), actual.Summaries());
        Assert.Equal(expected.InEveryFuture(Nation, 14, Measure.Fte), actual.InEveryFuture(Nation, 14, Measure.Fte));
    }
}
