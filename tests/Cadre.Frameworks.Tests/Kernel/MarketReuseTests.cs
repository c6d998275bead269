using Cadre.Engine;
using Cadre.Engine.Kernel;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Engine.Simulation;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Tests.Schemas;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Kernel;

/// <summary>A run that takes over from another what the two have in common has the bits of one that does not.</summary>
public sealed class MarketReuseTests
{
    public static TheoryData<string> Frameworks => FrameworkSchemasTests.Frameworks;

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Run_EveryDifferenceFromARunBefore_HasTheBitsOfAWholeRun(string folder)
    {
        var framework = FrameworkReader.Read(Path.Combine(Repository.Root, folder));
        var session = new NationalSession(framework.Model with { Moves = [] }, new RunOptions { Months = Math.Min(framework.Months, 14), Futures = 9, Threads = 2 });
        var baseline = session.Run(Scenario.Baseline);
        var before = baseline;
        foreach (var scenario in Differences(session.Model))
        {
            var whole = session.Run(scenario);
            var reused = session.Run(scenario, before);
            SameBitsTests.Same(whole.Records.Futures, reused.Records.Futures, scenario.Name);
            Assert.Equal(whole.Records.CentralRecord, reused.Records.CentralRecord);
            var back = session.Run(Scenario.Baseline, reused);
            SameBitsTests.Same(baseline.Records.Futures, back.Records.Futures, $"back from {scenario.Name}");
            before = scenario.Name.EndsWith("keep", StringComparison.Ordinal) ? reused : back;
        }
    }

    [Fact]
    public void Of_OneSystemOfEngland_RunsTheMarketsOfItsRegionAlone()
    {
        var model = FrameworkReader.Read(Path.Combine(Repository.Root, "frameworks", "england-2025")).Model;
        var (prepared, plan) = (new PreparedModel(model), new RecordingPlan(model, 2, detail: false));
        var markets = Market.Of(prepared, plan);
        var system = WayUp.FromPlace(model.Places, model.Cohorts[0].Place).First(place => model.Places[place].Level == PlaceLevel.System);
        var scenario = Pull(model, LeverParameter.LeavingRate);
        scenario = scenario with { Levers = [scenario.Levers[0] with { Place = system }] };
        var reuse = MarketReuse.Of(prepared, markets, scenario, Scenario.Baseline, new FutureRecords(1, plan.Size));
        var region = WayUp.FromPlace(model.Places, system).First(place => model.Places[place].Level == PlaceLevel.Region);

        Assert.NotEmpty(reuse.Run);
        Assert.All(reuse.Run.SelectMany(market => market.Pools), pool => Assert.Equal(region, model.Pools[pool].Catchment));
        Assert.Equal(markets.Length, reuse.Run.Length + reuse.Reused.Length);
        Assert.Empty(reuse.Run.Intersect(reuse.Reused));
    }

    [Fact]
    public void Run_BeforeOfAnotherSession_IsRefused()
    {
        var model = FrameworkReader.Read(Path.Combine(Repository.Root, "tests", "TestCommon", "small-nation")).Model;
        var options = new RunOptions { Months = 2, Futures = 1, Threads = 1 };
        Assert.Throws<ArgumentException>(() => new NationalSession(model, options).Run(Scenario.Baseline, new NationalSession(model, options).Run(Scenario.Baseline)));
    }

    /// <summary>One lever of each kind in one place, posts of one cohort, another value in the register; every other one is what the next is run from.</summary>
    private static IEnumerable<Scenario> Differences(NationalModel model)
    {
        foreach (var (i, parameter) in Enum.GetValues<LeverParameter>().Index())
            yield return Pull(model, parameter) with { Name = $"{parameter}{(i % 2 == 0 ? " keep" : "")}" };
        var exits = Pull(model, LeverParameter.LeavingRate).Levers[0] with { FromAge = 40 };
        yield return Scenario.Baseline with { Name = "exits keep", Levers = [exits] };
        yield return Scenario.Baseline with { Name = "posts", Levers = [exits], PostsChanges = [new PostsChange(0, 2, -5), new PostsChange(model.Cohorts.Count - 1, 3, 12)] };
        var row = model.Assumptions.ToList().FindIndex(assumption => assumption.Parameter == Parameter.LeavingRate);
        yield return Scenario.Baseline with { Name = "register keep", Changes = new Dictionary<int, Assumption> { [row] = model.Assumptions[row] with { Central = 0.2, Low = 0.2, High = 0.2, Distribution = DistributionFamily.Fixed, CorrelationGroup = null, Correlation = 0 } } };
    }

    private static Scenario Pull(NationalModel model, LeverParameter parameter) => Scenario.Baseline with
    {
        Name = $"{parameter}",
        Levers = [new Lever { Id = "one", Parameter = parameter, Effect = parameter == LeverParameter.Substitution ? LeverEffect.Add : LeverEffect.Multiply, Size = 0.1, Start = model.MonthAt(2), Place = IsLocal(parameter) ? model.Cohorts[0].Place : null }],
    };

    private static bool IsLocal(LeverParameter parameter) => parameter is LeverParameter.LeavingRate or LeverParameter.PostsGrowth or LeverParameter.CoverShare or LeverParameter.Inflow;
}
