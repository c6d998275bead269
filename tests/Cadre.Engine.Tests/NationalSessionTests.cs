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
