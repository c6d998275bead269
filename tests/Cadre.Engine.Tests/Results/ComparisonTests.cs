using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Tests.Results;

public sealed class ComparisonTests
{
    private static readonly Line Nation = new(0, null, 0);
    private static readonly Scenario Retention = Levers.Scenario(Levers.Of(LeverParameter.LeavingRate, LeverEffect.Add, -0.02));

    private static NationalModel Uncertain() => new ModelBuilder { InflowPerYear = 150, OpeningPool = 20, JoinersPerYear = 80 }
        .With(Parameter.LeavingRate, 0.08, 0.1, 0.125, DistributionFamily.Lognormal)
        .With(Parameter.NetChange, -0.02, 0, 0.02, DistributionFamily.Normal)
        .With(Parameter.VacancyRate, 0.1, 0.2, 0.25, DistributionFamily.Pert)
        .With(Parameter.SupplyElasticity, 0, 0.5, 1, DistributionFamily.Triangular)
        .Trust(1000, 900).Trust(300, 250, leaving: 1.3, attractiveness: 0.8).Build();

    private static RunResult Run(NationalModel model, Scenario scenario, ulong seed = 7) =>
        NationalRun.Run(model, new RunOptions { Months = 30, Futures = 41, Seed = seed, Scenario = scenario });

    private static Comparison Compare(Scenario a, Scenario b)
    {
        var model = Uncertain();
        return new Comparison(Run(model, a), Run(model, b));
    }

    [Fact]
    public void Of_Difference_IsTakenInEveryFutureBeforePercentiles()
    {
        var comparison = Compare(Scenario.Baseline, Retention);
        var figure = comparison.Of(Nation, 30, Measure.Fte)!.Value;
        double[] differences =
        [
            .. comparison.A.InEveryFuture(Nation, 30, Measure.Fte).Zip(comparison.B.InEveryFuture(Nation, 30, Measure.Fte), (a, b) => b - a).Order(),
        ];
        // Type 7 over 41 values: ranks 3, 21 and 39.
        Assert.Equal((differences[2], differences[20], differences[38]), (figure.Difference.P5, figure.Difference.P50, figure.Difference.P95));
        Assert.Equal(figure.B.Central - figure.A.Central, figure.Difference.Central);
    }

    [Fact]
    public void Of_SharedFutures_DifferenceIsNarrowerThanEither()
    {
        var figure = Compare(Scenario.Baseline, Retention).Of(Nation, 30, Measure.Fte)!.Value;
        double Width(Summary summary) => summary.P95 - summary.P5;
        Assert.True(Width(figure.Difference) < Math.Min(Width(figure.A), Width(figure.B)) / 2);
    }

    [Fact]
    public void Of_SameScenario_IsZeroEverywhere() =>
        Assert.All(Compare(Retention, Retention).Rows(), row => Assert.Equal(default, row.Figure.Difference));

    [Fact]
    public void Rows_Order_IsMonthThenNationToRegion()
    {
        var comparison = Compare(Scenario.Baseline, Retention);
        var rows = comparison.Rows().ToList();
        Assert.Equal(30 * 2 * 2 * 10, rows.Count);
        Assert.Equal([0, 0, 1, 1], rows.Take(40).Chunk(10).Select(chunk => chunk[0].Line.Place));
        Assert.All(rows, row => Assert.Equal(comparison.Of(row.Line, row.Month, row.Measure), row.Figure));
    }

    [Fact]
    public void Flows_EveryLineAndMonth_JoinersLessLeaversAreTheDifferenceInStaff()
    {
        var comparison = Compare(Scenario.Baseline, Levers.Scenario(
            Levers.Of(LeverParameter.LeavingRate, LeverEffect.Add, -0.02), Levers.Of(LeverParameter.MonthsToFill, LeverEffect.Add, -1)));
        var rows = comparison.Flows().ToList();
        Assert.Equal(30 * 2 * 2, rows.Count);
        Assert.All(rows, row => Assert.Equal(row.Flows.Staff, row.Flows.Joiners - row.Flows.Leavers, 1e-9));
        var last = rows[^4].Flows;
        Assert.Equal(comparison.Of(Nation, 30, Measure.Heads)!.Value.Difference.Central, last.Staff);
        Assert.Equal(
            comparison.B.Summarise(Nation, 1, 30, Measure.Joiners)!.Value.Central - comparison.A.Summarise(Nation, 1, 30, Measure.Joiners)!.Value.Central, last.Joiners, 1e-9);
        Assert.True(last.Joiners > 0);
    }

    [Fact]
    public void Comparison_OtherFutures_IsRefused()
    {
        var model = Uncertain();
        Assert.Throws<ArgumentException>(() => new Comparison(Run(model, Scenario.Baseline), Run(model, Retention, seed: 8)));
        Assert.Throws<ArgumentException>(() => new Comparison(Run(model, Scenario.Baseline), Run(Uncertain(), Retention)));
    }

    [Fact]
    public void LeverAlone_Retention_CostsItsMonthsOverTheFteThatItKeeps()
    {
        var model = new ModelBuilder().With(Parameter.LeavingRate, 0.12).Trust(1000, 900).Build();
        var lever = Levers.Of(LeverParameter.LeavingRate, LeverEffect.Add, -0.06) with { CostPerYear = 1200, Start = new CalendarMonth(2025, 12), Ramp = Ramp.Linear, RampMonths = 4 };
        var alone = Assert.Single(LeverAlone.Of(model, [lever], 6));
        // Months 3 to 6 at a quarter, half, three quarters and the whole of 100 pounds, and of half a percent less leaving.
        Assert.Equal(250, alone.Cost, 1e-9);
        Assert.Equal(900 * (Math.Exp(-0.06 + (0.005 * 2.5)) - Math.Exp(-0.06)), alone.ExtraFte, 1e-9);
        Assert.Equal(alone.Cost / alone.ExtraFte, alone.CostPerExtraFte);
    }

    [Fact]
    public void LeverAlone_NoCostOrNoStaff_HasNoCostPerFte()
    {
        var model = new ModelBuilder().With(Parameter.LeavingRate, 0.12).Trust(1000, 900).Build();
        var free = Levers.Of(LeverParameter.LeavingRate, LeverEffect.Add, -0.06);
        var harmful = free with { Size = 0.06, CostPerYear = 1200 };
        Assert.All(LeverAlone.Of(model, [free, harmful], 6), alone => Assert.Null(alone.CostPerExtraFte));
        Assert.Empty(LeverAlone.Of(model, [], 6));
    }
}
