using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Tests.Schemas;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Kernel;

/// <summary>Eight futures at once and the scalar loop, on every framework and scenario of the repository and on levers of every kind.</summary>
public sealed class SameBitsTests
{
    /// <summary>A whole block, and one of which a single lane is wanted.</summary>
    private const int Futures = 9;

    public static TheoryData<string> Frameworks => FrameworkSchemasTests.Frameworks;

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Lanes_EveryScenario_HaveTheBitsOfTheScalarLoop(string folder)
    {
        var framework = FrameworkReader.Read(Path.Combine(Repository.Root, folder));
        var session = SessionOf(framework, framework.RunMonths);
        foreach (var entry in framework.Scenarios.Prepend(ScenarioEntry.Baseline))
            Same(session.RunByScalars(entry.Scenario), session.RunByLanes(entry.Scenario), entry.Scenario.Name);
    }

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Lanes_LeversOfEveryKind_HaveTheBitsOfTheScalarLoop(string folder)
    {
        var framework = FrameworkReader.Read(Path.Combine(Repository.Root, folder));
        var session = SessionOf(framework, Math.Min(framework.Months, 18));
        var scenario = new Scenario { Name = "every-kind", Title = "Every kind of lever", Levers = [.. Enum.GetValues<LeverParameter>().SelectMany(parameter => LeversOn(parameter, framework.Model))] };
        // Some of them leave fewer people than a published transfer takes: then both say so.
        if (Record.Exception(() => session.RunByScalars(scenario)) is { } refused)
            Assert.Contains("transfers and adjustments take", Assert.Throws(refused.GetType(), () => { session.RunByLanes(scenario); }).Message, StringComparison.Ordinal);
        else
            Same(session.RunByScalars(scenario), session.RunByLanes(scenario), scenario.Name);
    }

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Lanes_PostsChanged_HaveTheBitsOfTheScalarLoop(string folder)
    {
        var framework = FrameworkReader.Read(Path.Combine(Repository.Root, folder));
        var session = SessionOf(framework, Math.Min(framework.Months, 18));
        var scenario = WithPostsOf(framework.Model);
        Same(session.RunByScalars(scenario), session.RunByLanes(scenario), scenario.Name);
        Assert.Equal(0, session.Central(scenario).Account(2)[0].Posts);
    }

    /// <summary>A cohort that loses all its posts and gets some again, one that grows, others that lose a third or are changed twice in a month.</summary>
    private static Scenario WithPostsOf(NationalModel model) => Scenario.Baseline with
    {
        Name = "posts",
        PostsChanges =
        [
            new PostsChange(0, 1, 3.25), new PostsChange(0, 2, -1e7), new PostsChange(0, 5, 4.5),
            new PostsChange(model.Cohorts.Count - 1, 3, 25.3), new PostsChange(model.Cohorts.Count - 1, 7, 11.7),
            .. model.Cohorts.Index().Skip(1).Where(cohort => cohort.Index % 3 == 1).SelectMany(cohort => new[] { -0.3, 0.1 }.Select(share => new PostsChange(cohort.Index, 4, share * cohort.Item.OpeningFte.Value))),
        ],
    };

    /// <summary>Hazards that leave nobody, additions to few ages, levers that work from before the first month: every way out, no published move to refuse them.</summary>
    [Theory]
    [InlineData(LeverParameter.Converting, 5000, 16, 76)]
    [InlineData(LeverParameter.Converting, 50, 16, 76)]
    [InlineData(LeverParameter.LeavingRate, 1000, 16, 76)]
    [InlineData(LeverParameter.LeavingRate, 600, 17, 76)]
    [InlineData(LeverParameter.LeavingRate, 0.05, 60, 62)]
    public void Lanes_HazardsOfAnySize_HaveTheBitsOfTheScalarLoop(LeverParameter parameter, double size, int from, int to)
    {
        var framework = FrameworkReader.Read(Path.Combine(Repository.Root, "tests", "TestCommon", "every-way"));
        var model = framework.Model with { Moves = [] };
        var session = new NationalSession(model, new RunOptions { Months = 30, Futures = Futures, Threads = 2, Detail = true });
        Lever Of(string id, LeverParameter of, LeverEffect effect, double by, int start) => new() { Id = id, Parameter = of, Effect = effect, Size = by, Start = model.MonthAt(start) };
        var scenario = Scenario.Baseline with
        {
            Name = "emptied",
            Levers =
            [
                Of("hazard", parameter, LeverEffect.Add, size, 2) with { FromAge = from, ToAge = to },
                Of("nobody-comes", LeverParameter.Inflow, LeverEffect.Multiply, -1, 1),
                Of("more-leave", LeverParameter.LeavingRate, LeverEffect.Multiply, 2, -3) with { Ramp = Ramp.Linear, RampMonths = 9 },
                Of("retire", LeverParameter.LeavingRate, LeverEffect.Multiply, 0.5, 0) with { Exits = [Exit.Retirement], FromAge = 58 },
            ],
        };
        Same(session.RunByScalars(scenario), session.RunByLanes(scenario), $"{parameter} {size}");
    }

    /// <summary>Levers that rise slowly, that a limit holds and that pass what is possible; on leaving, those of some exits and ages too.</summary>
    private static IEnumerable<Lever> LeversOn(LeverParameter parameter, NationalModel model)
    {
        Lever Of(string id, LeverEffect effect, double size) => new() { Id = $"{parameter}.{id}", Parameter = parameter, Effect = effect, Size = size, Start = model.MonthAt(3) };
        yield return Of("up", LeverEffect.Multiply, 0.1) with { Ramp = Ramp.SCurve, RampMonths = 6 };
        yield return Of("held", LeverEffect.Add, 0.04) with { Limit = 0.05, LeadMonths = 2 };
        yield return Of("down", LeverEffect.Multiply, -0.3) with { Start = model.MonthAt(9), Ramp = Ramp.Linear, RampMonths = 4 };
        if (parameter != LeverParameter.LeavingRate) yield break;
        yield return Of("old", LeverEffect.Add, -0.02) with { FromAge = 50, ToAge = 70, Start = model.MonthAt(2) };
        yield return Of("retired", LeverEffect.Add, -0.5) with { Exits = [Exit.Retirement], Start = model.MonthAt(5) };
        yield return Of("resigned", LeverEffect.Multiply, -0.2) with { Exits = [Exit.Resignation, Exit.MovedWithin], Start = model.MonthAt(4) };
    }

    private static NationalSession SessionOf(Framework framework, int months) =>
        new(framework.Model, new RunOptions { Months = months, Futures = Futures, Threads = 2, Detail = true });

    internal static void Same(FutureRecords scalars, FutureRecords lanes, string scenario)
    {
        var different = 0;
        for (var future = 0; future < Futures; future++)
        {
            var expected = scalars.Block(future / 8).Doubles;
            var actual = lanes.Block(future / 8).Doubles;
            Assert.Equal(expected.Length, actual.Length);
            for (var i = future % 8; i < expected.Length; i += 8)
            {
                if (BitConverter.DoubleToInt64Bits(expected[i]) != BitConverter.DoubleToInt64Bits(actual[i])) different++;
            }
        }

        Assert.True(different == 0, $"{scenario}: {different} numbers differ.");
    }
}
