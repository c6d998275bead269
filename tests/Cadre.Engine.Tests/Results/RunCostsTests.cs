using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Tests.Results;

/// <summary>Costs against answers worked out by hand (docs/method.md section 11).</summary>
public sealed class RunCostsTests
{
    private const double Exact = 1e-9;

    /// <summary>0.75 * 40000 * 1.25 + 0.25 * 60000 * 1.5.</summary>
    private const double PerFte = 60000;

    private static readonly PayBand[] Bands = [new("5", 0.75, 40000, 0.25), new("7", 0.25, 60000, 0.5)];

    /// <summary>Nurses paid in two bands; sources at <paramref name="training"/> pounds a start.</summary>
    private static NationalModel Paid(NationalModel model, double?[] training, params Envelope[] envelopes) => model with
    {
        Money = new Money { Prices = new FinancialYear(2025), Pay = [[], Bands], TrainingCosts = training, Envelopes = envelopes },
    };

    private static RunCosts Costs(NationalModel model, int months, int futures = 1, params IReadOnlyList<Lever> levers) =>
        Run(model, months, futures, levers).Costs!;

    private static RunResult Run(NationalModel model, int months, int futures = 1, params IReadOnlyList<Lever> levers) =>
        NationalRun.Run(model, new RunOptions { Months = months, Futures = futures, Scenario = new Scenario { Name = "test", Title = "Test", Levers = levers } });

    private static void Close(double expected, double actual) => Assert.Equal(expected, actual, Exact * Math.Max(1, Math.Abs(expected)));

    [Fact]
    public void Costs_ModelWithoutPay_AreNone() => Assert.Null(Run(new ModelBuilder().Trust(1000, 900).Build(), 3).Costs);

    [Fact]
    public void Years_RunFromOctober_BeginInAprilAndCountTheirMonths()
    {
        var years = Costs(Paid(new ModelBuilder().Trust(1000, 900).Build(), []), 20).Years;

        Assert.Equal(["2025/26 1-6", "2026/27 7-18", "2027/28 19-20"], years.Select(year => $"{year.Year} {year.First}-{year.Last}"));
        Assert.Equal([false, true, false], years.Select(year => year.IsWhole));
    }

    [Fact]
    public void Staff_NobodyComesOrGoes_IsTheMonthsOfTheYear()
    {
        var costs = Costs(Paid(new ModelBuilder().Trust(1000, 900).Build(), []), 20);

        Assert.All(costs.Years, year => Close(900 * PerFte * year.Months / 12, costs.Central(costs.National(year, CostItem.Staff))));
        Assert.All(costs.Years, year => Assert.Equal(0, costs.Central(costs.National(year, CostItem.Cover))));
    }

    [Fact]
    public void Staff_PeopleLeave_AreCountedHalfWayThroughTheMonth()
    {
        var model = new ModelBuilder().With(Parameter.LeavingRate, 0.12).Trust(1000, 900).Build();
        var costs = Costs(Paid(model, []), 2);

        // A hazard of 1% a month on 900 FTE.
        var (first, second) = (900 * Math.Exp(-0.01), 900 * Math.Exp(-0.02));
        Close((((900 + first) / 2) + ((first + second) / 2)) * PerFte / 12, costs.Central(costs.National(costs.Years[0], CostItem.Staff)));
    }

    [Fact]
    public void Staff_TwoTrustsOfARegion_AddUp()
    {
        var model = new ModelBuilder().With(Parameter.LeavingRate, 0.05, 0.1, 0.15, DistributionFamily.Uniform).Trust(1000, 900).Trust(300, 250).Build();
        var costs = Costs(Paid(model, []), 8, futures: 5);
        var region = costs.Lines.Where(line => line.Place == 1).ToArray();

        Assert.Equal(["Staff 1", "Cover 1", "Total 1", "Staff 0", "Cover 0", "Total 0"], region.Where(line => line.Year == costs.Years[0]).OrderByDescending(line => line.StaffGroup).Select(line => $"{line.Item} {line.StaffGroup}"));
        foreach (var line in region)
            Assert.Equal(costs.InEveryFuture(line with { Place = 0 }), costs.InEveryFuture(line));
        var spread = costs.Summarise(costs.National(costs.Years[0], CostItem.Staff));
        Assert.True(spread.P5 < spread.P50 && spread.P50 < spread.P95);
    }

    [Fact]
    public void Training_Education_IsFilledPlacesInTheirFirstMonth()
    {
        var stage = new TrainingStage { Code = "degree", Name = "Degree", Months = 3 };
        var course = new SupplySource { Code = "course", Name = "A course", Kind = SupplyKind.Education, StaffGroup = 1, Stages = [stage, stage with { Code = "second" }], Intakes = [new Intake(-2, 50), new Intake(2, 40), new Intake(2, 10), new Intake(8, 100)] };
        var model = new ModelBuilder()
            .Source(course, (Parameter.PlacesFilled, null, 0.9), (Parameter.NeverQualifying, null, 0.2), (Parameter.GoingOn, 0, 1), (Parameter.SeekingPost, null, 1))
            .Trust(1000, 900).Build();
        var half = new Lever { Id = "half", Parameter = LeverParameter.Places, Supply = 0, Effect = LeverEffect.Multiply, Size = -0.5, Start = new CalendarMonth(2026, 4) };

        var costs = Costs(Paid(model, [1000]), 12, levers: half);

        Close(50 * 0.9 * 1000, costs.Central(costs.National(costs.Years[0], CostItem.Training)));
        Close(50 * 0.9 * 1000, costs.Central(costs.National(costs.Years[1], CostItem.Training)));
    }

    [Fact]
    public void Training_ReturnersAndRecruits_AreThoseWhoStartAndThoseWhoArrive()
    {
        var model = new ModelBuilder()
            .Source(
                new SupplySource { Code = "returning", Name = "Returning", Kind = SupplyKind.ReturnToPractice, StaffGroup = 1, Months = 4, Outside = 1000 },
                (Parameter.Uptake, null, 0.12), (Parameter.Completion, null, 0.5))
            .Source(new SupplySource { Code = "abroad", Name = "Abroad", Kind = SupplyKind.International, StaffGroup = 1, Ceiling = 60 }, (Parameter.International, null, 100))
            .Trust(1000, 900).Build();
        double Training(double?[] pounds)
        {
            var costs = Costs(Paid(model, pounds), 6);
            return costs.Central(costs.National(costs.Years[0], CostItem.Training));
        }

        Close(1000 * (1 - Math.Exp(-0.06)) * 2000, Training([2000, null]));
        Close(60 / 2 * 12000, Training([null, 12000]));
        Assert.Equal([1], Costs(Paid(model, [2000, null]), 6).SourcesWithoutCost);
    }

    [Fact]
    public void Levers_Cost_IsEverybodysInTheNation()
    {
        var model = Paid(new ModelBuilder().Trust(1000, 900).Build(), []);
        var lever = new Lever
        {
            Id = "ramp", Parameter = LeverParameter.LeavingRate, Effect = LeverEffect.Multiply, Size = 0.5, Start = new CalendarMonth(2026, 1), Ramp = Ramp.Linear, RampMonths = 2, CostPerYear = 24000,
        };
        var costs = Costs(model, 6, levers: lever);
        var year = costs.Years[0];

        // Half in January, whole in February and March.
        Close(2.5 * 2000, costs.Central(costs.National(year, CostItem.Levers)));
        Close((900 * PerFte / 2) + 5000, costs.Central(costs.National(year, CostItem.Total)));
        Close(900 * PerFte / 2, costs.Central(new CostLine(year, 1, 0, CostItem.Total)));
        var free = Costs(model, 6, levers: lever with { Size = 0 });
        Close(0, free.Central(free.National(year, CostItem.Levers)));
        Assert.Equal(
            ["0/0 Staff", "0/0 Cover", "0/0 Training", "0/0 Levers", "0/0 Total", "0/1 Staff", "0/1 Cover", "0/1 Training", "0/1 Total", "1/0 Staff", "1/0 Cover", "1/0 Total", "1/1 Staff", "1/1 Cover", "1/1 Total"],
            costs.Lines.Select(line => $"{line.Place}/{line.StaffGroup} {line.Item}"));
    }

    /// <summary>Three futures of a whole year with 10, 20 and 30 FTE of cover at premiums of 0, 0.5 and 1, and nobody employed.</summary>
    private static RunCosts Covered(int months, params Envelope[] envelopes)
    {
        var model = Paid(new ModelBuilder { Opening = new DateOnly(2026, 3, 31) }.Trust(0, 0).Build(), [], envelopes);
        var options = new RunOptions { Months = months, Futures = 3 };
        var plan = new RecordingPlan(model, months, detail: false);
        double[] Of(double cover)
        {
            var record = new double[plan.Size];
            for (var month = 1; month <= months; month++)
                plan.Record([default(CohortMonth) with { Posts = 40, Cover = cover }], month, record);
            return record;
        }

        var futures = new FutureRecords(3, plan.Size);
        foreach (var (i, cover) in new[] { 10.0, 20, 30 }.Index())
            futures.Store(i, Of(cover));
        return new RunCosts(model, model.Money!, options, new CostBasis(new RunRecords(plan, Of(20), futures), [[0, 0, 0, 0], [0.5, 0, 0.5, 1]], [[], [], [], []]));
    }

    [Fact]
    public void Cover_EachFuture_HasItsOwnPremium()
    {
        var costs = Covered(12);
        var line = costs.National(costs.Years[0], CostItem.Cover);

        Assert.Equal([10 * PerFte, 30 * PerFte, 60 * PerFte], costs.InEveryFuture(line), (expected, actual) => Math.Abs(expected - actual) <= Exact * expected);
        var summary = costs.Summarise(line);
        Close(30 * PerFte, summary.Central);
        // Type 7: the 5th percentile of three values lies a tenth of the way from the first to the second.
        Close(12 * PerFte, summary.P5);
        Close(57 * PerFte, summary.P95);
    }

    [Theory]
    [InlineData(9.9, 0)]
    [InlineData(30.1, 2)]
    [InlineData(61, 3)]
    public void Envelope_WholeYear_HoldsInSomeFutures(double fte, int futures)
    {
        var result = Assert.Single(Covered(12, new Envelope(new FinancialYear(2026), fte * PerFte)).Envelopes);

        Assert.Equal(futures / 3.0, result.Probability);
        Close((30 - fte) * PerFte, result.Over!.Value);
        Close(30 * PerFte, result.Total.Central);
    }

    [Fact]
    public void Envelope_PartOfAYear_IsShownAndNotSetAgainst()
    {
        var results = Covered(15, new Envelope(new FinancialYear(2027), 1e9)).Envelopes;

        Assert.Equal([null, 1e9], results.Select(result => result.Envelope));
        Assert.All(results, result => Assert.Null(result.Probability));
        Assert.All(results, result => Assert.Null(result.Over));
    }

    [Fact]
    public void Money_InAModel_ChangesNothingInTheRun()
    {
        var model = new ModelBuilder { InflowPerYear = 150, OpeningPool = 20 }.With(Parameter.LeavingRate, 0.05, 0.1, 0.15, DistributionFamily.Pert).Trust(1000, 900).Build();
        var (without, with) = (Run(model, 12, futures: 5), Run(Paid(model, [], new Envelope(new FinancialYear(2026), 1)), 12, futures: 5));

        Assert.Equal(without.Account(12).ToArray(), with.Account(12).ToArray());
        Assert.Equal(without.Summaries(), with.Summaries());
    }

    [Fact]
    public void Comparison_Costs_AreTheDifferencesOfEachFuture()
    {
        var model = Paid(new ModelBuilder().With(Parameter.LeavingRate, 0.05, 0.1, 0.15, DistributionFamily.Uniform).Trust(1000, 900).Build(), []);
        var lever = new Lever { Id = "stay", Parameter = LeverParameter.LeavingRate, Effect = LeverEffect.Multiply, Size = -1, Start = new CalendarMonth(2025, 10), CostPerYear = 120000 };
        RunResult Of(params IReadOnlyList<Lever> levers) => Run(model, 6, futures: 9, levers);
        var (a, b) = (Of(), Of(lever));
        var comparison = new Comparison(a, b);
        var line = a.Costs!.National(a.Costs.Years[0], CostItem.Total);

        var figure = comparison.CostOf(line)!.Value;

        double[] inA = [.. a.Costs.InEveryFuture(line)];
        // Nobody leaves in B, so that all of its futures cost the same.
        var costOfB = (900 * PerFte / 2) + 60000;
        Close(costOfB - a.Costs.Central(line), figure.Difference.Central);
        Close(costOfB - inA.Order().ElementAt(4), figure.Difference.P50);
        Assert.Equal(a.Costs.Lines, comparison.Costs().Select(row => row.Line));
        Assert.Equal(Enum.GetValues<CostItem>(), comparison.NationalCosts().Select(row => row.Line.Item));
    }
}
