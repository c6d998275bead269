using Cadre.Engine.Delivery;
using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Tests.Delivery;

/// <summary>An under-delivery set against the same changes typed by hand, and in its order.</summary>
public sealed class UnderDeliveryTests
{
    private const int Months = 40;

    private static readonly Line Nation = new(0, null, 0);
    private static readonly NationalModel Model = Uncertain();

    private static readonly Scenario Plan = Levers.Scenario(
        Levers.Of(LeverParameter.LeavingRate, LeverEffect.Multiply, -0.2) with { Id = "stay.first", Start = new CalendarMonth(2026, 4), Ramp = Ramp.Linear, RampMonths = 12 },
        Levers.Of(LeverParameter.MonthsToFill, LeverEffect.Add, -1) with { Id = "hiring", Limit = 1.5 },
        Levers.Of(LeverParameter.LeavingRate, LeverEffect.Add, -0.01) with { Id = "stay.second" });

    private static readonly Lazy<RunResult> PlanRun = new(() => Run(Plan));
    private static readonly Lazy<UnderDelivery> Set = new(() => UnderDelivery.Of(PlanRun.Value, 9));

    private static NationalModel Uncertain() => new ModelBuilder { InflowPerYear = 150, OpeningPool = 20, JoinersPerYear = 80 }
        .With(Parameter.LeavingRate, 0.08, 0.1, 0.12, DistributionFamily.Uniform)
        .With(Parameter.PostsGrowth, 0, 0.02, 0.05, DistributionFamily.Pert)
        .Source(new SupplySource { Code = "abroad", Name = "Abroad", Kind = SupplyKind.International, StaffGroup = 1, Floor = 6 }, (Parameter.International, null, 30))
        .Trust(1000, 900).Trust(300, 250, leaving: 1.3, attractiveness: 0.8).Build() with
    {
        Targets =
        [
            new Target { Id = "soon", Description = "Soon", Measure = Measure.Fte, Place = 0, Service = null, StaffGroup = 0, Month = new CalendarMonth(2028, 3), AtLeast = true, Value = 1130 },
            new Target { Id = "late", Description = "Late", Measure = Measure.Fte, Place = 0, Service = null, StaffGroup = 0, Month = new CalendarMonth(2035, 3), AtLeast = true, Value = 1130 },
        ],
    };

    private static RunResult Run(Scenario scenario, NationalModel? model = null, FutureRange? only = null) =>
        NationalRun.Run(model ?? Model, new RunOptions { Months = Months, Futures = 12, Only = only, Scenario = scenario });

    private static DeliveryOutcome Case(DeliveredPart part, string? lever, Delivered delivered) =>
        Set.Value.Outcomes.Single(outcome => (outcome.Case.Part, outcome.Case.Lever, outcome.Case.Delivered) == (part, lever, delivered));

    /// <summary>A case's figures are those of the scenario that somebody typed, and its differences those of a comparison in the same futures.</summary>
    private static void AssertEquals(Scenario typed, DeliveryOutcome outcome)
    {
        var comparison = new Comparison(Run(Plan, only: new FutureRange(1, 9)), Run(typed, only: new FutureRange(1, 9)));
        foreach (var (figure, measure) in (ReadOnlySpan<(DeliveryFigure, Measure)>)[(outcome.Staff, Measure.Fte), (outcome.Posts, Measure.Posts), (outcome.Vacancies, Measure.Vacancies)])
        {
            var expected = comparison.Of(Nation, Months, measure)!.Value;
            Assert.Equal((expected.B.Central, expected.Difference.Central, (Summary?)expected.Difference), (figure.Central, figure.CentralDifference, figure.Difference));
        }

        Assert.Equal(comparison.B.Targets.Select(target => target.Reached?.Probability), outcome.Targets.Select(target => target.Probability));
    }

    [Fact]
    public void Of_EveryLeverNotDelivered_EqualsTheBaselineToTheBit()
    {
        var outcome = Case(DeliveredPart.AllLevers, null, Delivered.NotAtAll);
        var (baseline, nothing) = (Run(Scenario.Baseline), Run(outcome.Case.Scenario));

        AssertEquals(Scenario.Baseline, outcome);
        Assert.Equal(baseline.Summaries(), nothing.Summaries());
        for (var month = 1; month <= Months; month++)
            Assert.Equal(baseline.Account(month).ToArray(), nothing.Account(month).ToArray());
        Assert.True(outcome.Staff.CentralDifference < -1);
    }

    [Fact]
    public void Of_EveryLeverAtHalf_EqualsAScenarioOfHalfTheSizes()
    {
        Scenario halves = Plan with { Levers = [Plan.Levers[0] with { Size = -0.1 }, Plan.Levers[1] with { Size = -0.5 }, Plan.Levers[2] with { Size = -0.005 }] };

        AssertEquals(halves, Case(DeliveredPart.AllLevers, null, Delivered.Half));
    }

    [Fact]
    public void Of_EveryLeverAYearLate_EqualsAScenarioThatStartsTwelveMonthsLater()
    {
        Scenario late = Plan with
        {
            Levers = [Plan.Levers[0] with { Start = new CalendarMonth(2027, 4) }, Plan.Levers[1] with { Start = new CalendarMonth(2026, 10) }, Plan.Levers[2] with { Start = new CalendarMonth(2026, 10) }],
        };

        AssertEquals(late, Case(DeliveredPart.AllLevers, null, Delivered.YearLate));
    }

    [Fact]
    public void Of_LeversWhoseIdsBeginAlike_AreOneLever()
    {
        AssertEquals(Plan with { Levers = [Plan.Levers[1]] }, Case(DeliveredPart.Lever, "stay", Delivered.NotAtAll));
        AssertEquals(Plan with { Levers = [Plan.Levers[0], Plan.Levers[2]] }, Case(DeliveredPart.Lever, "hiring", Delivered.NotAtAll));
    }

    [Theory]
    [InlineData(Delivered.Low, 0)]
    [InlineData(Delivered.High, 0.05)]
    public void Of_Funding_EqualsAScenarioWithPostsGrowthFixedAtItsEnd(Delivered delivered, double growth)
    {
        var typed = Levers.Changing(Model, Parameter.PostsGrowth, row => row with { Low = growth, Central = growth, High = growth, Distribution = DistributionFamily.Fixed });

        AssertEquals(typed with { Levers = Plan.Levers }, Case(DeliveredPart.Funding, null, delivered));
    }

    [Fact]
    public void Of_FundingThatTheScenarioChanges_TakesTheScenariosEnds()
    {
        var typed = Levers.Changing(Model, Parameter.PostsGrowth, row => row with { Low = -0.03, Central = 0, High = 0.01 });
        var low = DeliveryCase.Of(Model, typed).Single(each => each.Delivered == Delivered.Low);

        var row = Assert.Single(low.Scenario.Changes).Value;
        Assert.Equal((-0.03, -0.03, -0.03, DistributionFamily.Fixed), (row.Low, row.Central, row.High, row.Distribution));
    }

    [Theory]
    [InlineData(60.0)]
    [InlineData(null)]
    public void Of_RecruitmentFromAbroad_RestsAtTheFloorFromTheFirstMonthOn(double? floor)
    {
        var phi = 1 - Math.Exp(-1 / 3.0);
        var model = new ModelBuilder().With(Parameter.VacancyRate, 0.9)
            .Source(new SupplySource { Code = "abroad", Name = "Abroad", Kind = SupplyKind.International, StaffGroup = 1, Floor = floor }, (Parameter.International, null, 240))
            .Trust(1000, 900).Build();
        var more = Levers.Scenario(Levers.Of(LeverParameter.International, LeverEffect.Add, 120));
        var atFloor = DeliveryCase.Of(model, more).Single(each => each.Part == DeliveredPart.International).Scenario;

        var run = NationalRun.Central(model, 160, atFloor);

        // Who came before the first month still did: of them the opening left-over, 20 a month times what is not hired.
        var (stay, left) = (0.75 * (1 - phi), 20 * (1 - phi) / (1 - (0.75 * (1 - phi))));
        Assert.Equal(phi * ((0.75 * left) + ((floor ?? 0) / 12)), run.Account(1)[0].Joiners.Heads, 1e-9);
        Assert.Equal((floor ?? 0) / 12 * phi / (1 - stay), run.Account(160)[0].Joiners.Heads, 1e-9);
    }

    [Fact]
    public void Of_Cases_StandInTheOrderOfTheDocument()
    {
        (DeliveredPart, string?, Delivered)[] expected =
        [
            (DeliveredPart.Plan, null, Delivered.AsPlanned),
            (DeliveredPart.Lever, "stay", Delivered.NotAtAll), (DeliveredPart.Lever, "stay", Delivered.Half), (DeliveredPart.Lever, "stay", Delivered.YearLate),
            (DeliveredPart.Lever, "hiring", Delivered.NotAtAll), (DeliveredPart.Lever, "hiring", Delivered.Half), (DeliveredPart.Lever, "hiring", Delivered.YearLate),
            (DeliveredPart.AllLevers, null, Delivered.NotAtAll), (DeliveredPart.AllLevers, null, Delivered.Half), (DeliveredPart.AllLevers, null, Delivered.YearLate),
            (DeliveredPart.Funding, null, Delivered.Low), (DeliveredPart.Funding, null, Delivered.High),
            (DeliveredPart.International, null, Delivered.Floor),
        ];

        Assert.Equal(expected, Set.Value.Outcomes.Select(outcome => (outcome.Case.Part, outcome.Case.Lever, outcome.Case.Delivered)));
        Assert.Equal(12 * 9, UnderDelivery.FuturesToRun(Model, Plan, 9));
    }

    [Fact]
    public void ByLoss_Cases_TheLargestLossFirstAndThePlanNotAmongThem()
    {
        var losses = Set.Value.ByLoss.Select(outcome => outcome.Staff.CentralDifference).ToArray();

        Assert.Equal(Set.Value.Outcomes.Count - 1, losses.Length);
        Assert.Equal(losses.Order(), losses);
        Assert.True(losses[0] < 0 && losses[^1] > losses[0]);
        Assert.Equal((0.0, 0.0, 0.0), (Set.Value.Plan.Staff.CentralDifference, Set.Value.Plan.Staff.Difference!.Value.P5, Set.Value.Plan.Staff.Difference.Value.P95));
    }

    [Fact]
    public void Of_Baseline_HasFundingAndRecruitmentAlone()
    {
        Assert.Equal(
            [DeliveredPart.Plan, DeliveredPart.Funding, DeliveredPart.Funding, DeliveredPart.International],
            DeliveryCase.Of(Model, Scenario.Baseline).Select(each => each.Part));
        Assert.Equal(DeliveredPart.Plan, Assert.Single(DeliveryCase.Of(new ModelBuilder().Trust(10, 9).Build(), Scenario.Baseline)).Part);
    }

    [Fact]
    public void Of_Demand_ChangesNeedAndGapAndNoStaff()
    {
        var model = new ModelBuilder().With(Parameter.HoursAvailable, 1000).With(Parameter.DemandGrowth, 0.025, 0.035, 0.044, DistributionFamily.Pert).Trust(100, 90).Build() with
        {
            Needs = [new Need { Place = 2, Service = 0, StaffGroup = 1, Method = NeedMethod.Workload, Activities = [new NeedActivity { Code = "a", Name = "A", Volume = 1000, Hours = 100 }] }],
        };
        var set = UnderDelivery.Of(Run(Scenario.Baseline, model), 12);
        var (low, high) = (set.Outcomes[1], set.Outcomes[2]);

        Assert.Equal((DeliveredPart.Demand, Delivered.Low, DeliveredPart.Demand, Delivered.High), (low.Case.Part, low.Case.Delivered, high.Case.Part, high.Case.Delivered));
        // Month 40 is in the fourth year, so demand has grown three times.
        Assert.Equal(100 * Math.Pow(1.025, 3), low.Need!.Value.Central, 1e-9);
        Assert.Equal(100 * (Math.Pow(1.044, 3) - Math.Pow(1.035, 3)), high.Need!.Value.CentralDifference, 1e-9);
        Assert.Equal(high.Need.Value.CentralDifference, high.GapToNeed!.Value.CentralDifference, 1e-9);
        Assert.True(low.GapToNeed!.Value.Difference!.Value.P95 < 0 && high.GapToNeed.Value.Difference!.Value.P5 > 0);
        Assert.Equal((0.0, 0.0), (low.Staff.CentralDifference, high.Staff.Difference!.Value.P95));
    }

    [Fact]
    public void Of_RunOfSomeFutures_TakesTheFirstOfThoseThatWereRun()
    {
        var run = Run(Plan, only: new FutureRange(4, 10));
        var outcome = UnderDelivery.Of(run, 3).Outcomes.Single(each => (each.Case.Part, each.Case.Delivered) == (DeliveredPart.AllLevers, Delivered.NotAtAll));

        var comparison = new Comparison(Run(Plan, only: new FutureRange(4, 6)), Run(Scenario.Baseline, only: new FutureRange(4, 6)));
        Assert.Equal(comparison.Of(Nation, Months, Measure.Fte)!.Value.Difference, outcome.Staff.Difference);
    }

    [Fact]
    public void Of_Progress_CountsEveryFutureOfEveryCase()
    {
        var counts = new List<RunProgress>();
        var run = NationalRun.Run(Model, new RunOptions { Months = 6, Futures = 4, Threads = 1, Scenario = Plan });
        UnderDelivery.Of(run, 2, counts.Add);

        Assert.Equal(Enumerable.Range(1, 12).Select(cases => 2 * cases), counts.Select(progress => progress.Done));
        Assert.All(counts, progress => Assert.Equal(24, progress.Total));
    }

    [Fact]
    public void Of_MoreFuturesThanTheRunHasOrStopped_IsRefused()
    {
        var run = NationalRun.Run(Model, new RunOptions { Months = 2, Futures = 3, Scenario = Plan });
        Assert.Throws<ArgumentOutOfRangeException>(() => UnderDelivery.Of(run, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => UnderDelivery.Of(run, 0));
        Assert.ThrowsAny<OperationCanceledException>(() => UnderDelivery.Of(run, 3, progress: null, new CancellationToken(canceled: true)));
    }
}
