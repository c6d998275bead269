using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Tests;

/// <summary>Scenarios in a run: by hand, and against the baseline's bits.</summary>
public sealed class ScenarioRunTests
{
    private static readonly Line Nation = new(0, null, 0);
    private static readonly double Phi = 1 - Math.Exp(-1 / 3.0);

    private static NationalModel Uncertain() => new ModelBuilder { InflowPerYear = 150, OpeningPool = 20, JoinersPerYear = 80 }
        .With(Parameter.LeavingRate, 0.08, 0.1, 0.12, DistributionFamily.Uniform)
        .With(Parameter.VacancyRate, 0.1, 0.2, 0.25, DistributionFamily.Pert)
        .Trust(1000, 900).Trust(300, 250, leaving: 1.3, attractiveness: 0.8).Build();

    private static RunResult Run(NationalModel model, Scenario scenario, int months, int futures = 1) =>
        NationalRun.Run(model, new RunOptions { Months = months, Futures = futures, Threads = 1, Scenario = scenario });

    [Fact]
    public void Run_RetentionStep_LeavesFewerFromItsFirstMonthOn()
    {
        var model = new ModelBuilder().With(Parameter.LeavingRate, 0.12).Trust(1000, 900).Build();
        var result = Run(model, Levers.Scenario(Levers.Of(LeverParameter.LeavingRate, LeverEffect.Add, -0.06) with { Start = new CalendarMonth(2026, 4) }), 12);
        Assert.Equal(1000 * Math.Exp(-0.06), result.Account(6)[0].Closing.Heads, 1e-9);
        Assert.Equal(1000 * Math.Exp(-0.06) * (1 - Math.Exp(-0.005)), result.Account(7)[0].Leavers.Heads, 1e-9);
        Assert.Equal(1000 * Math.Exp(-0.06 - 0.03), result.Account(12)[0].Closing.Heads, 1e-9);
    }

    [Fact]
    public void Run_RetentionRamp_AddsTheMonthsHazardsUp()
    {
        var model = new ModelBuilder().With(Parameter.LeavingRate, 0.12).Trust(1000, 900).Build();
        var result = Run(model, Levers.Scenario(Levers.Of(LeverParameter.LeavingRate, LeverEffect.Multiply, -0.5) with { Ramp = Ramp.Linear, RampMonths = 12 }), 12);
        var hazard = Enumerable.Range(1, 12).Sum(n => 0.01 * (1 - (0.5 * n / 12)));
        Assert.Equal(1000 * Math.Exp(-hazard), result.Account(12)[0].Closing.Heads, 1e-9);
    }

    [Fact]
    public void Run_InflowAdded_HiresItOverCandidatesPerHire()
    {
        var model = new ModelBuilder { InflowPerYear = 120 }.With(Parameter.VacancyRate, 0.9).Trust(1000, 900).Build();
        var result = Run(model, Levers.Scenario(Levers.Of(LeverParameter.Inflow, LeverEffect.Add, 60)), 120);
        var perHire = (1 - (0.75 * (1 - Phi))) / Phi;
        Assert.Equal(15 / perHire, result.Account(120)[0].Joiners.Heads, 1e-9);
    }

    [Fact]
    public void Run_PostsGrowthAdded_CountsInApril()
    {
        var model = new ModelBuilder().With(Parameter.PostsGrowth, 0.02).Trust(1000, 800).Build();
        var result = Run(model, Levers.Scenario(Levers.Of(LeverParameter.PostsGrowth, LeverEffect.Add, 0.03) with { Start = new CalendarMonth(2026, 5) }), 19);
        Assert.Equal(1000 * 1.02, result.Account(18)[0].Posts, 1e-9);
        Assert.Equal(1000 * 1.02 * 1.05, result.Account(19)[0].Posts, 1e-9);
    }

    [Fact]
    public void Run_CandidatesKept_ChangesWhatIsLeftOver()
    {
        var model = new ModelBuilder { OpeningPool = 100 }.With(Parameter.VacancyRate, 0.9).Trust(1000, 900).Build();
        var result = Run(model, Levers.Scenario(Levers.Of(LeverParameter.CandidatesKept, LeverEffect.Add, 0.25)), 2);
        Assert.Equal(100 * Phi, result.Account(1)[0].Joiners.Heads, 1e-9);
        Assert.Equal(100 * (1 - Phi) * Phi, result.Account(2)[0].Joiners.Heads, 1e-9);
    }

    [Fact]
    public void Run_NoDifferences_EqualsBaseline()
    {
        var model = Uncertain();
        Scenario[] same =
        [
            Levers.Scenario(),
            Levers.Scenario(Levers.Of(LeverParameter.LeavingRate, LeverEffect.Multiply, 0), Levers.Of(LeverParameter.Inflow, LeverEffect.Add, 0)),
            Levers.Changing(model, Parameter.LeavingRate, row => row),
        ];
        var baseline = Run(model, Scenario.Baseline, 18, futures: 30);
        foreach (var result in same.Select(scenario => Run(model, scenario, 18, futures: 30)))
        {
            Assert.Equal(baseline.Summaries(), result.Summaries());
            for (var month = 1; month <= 18; month++)
                Assert.Equal(baseline.Account(month).ToArray(), result.Account(month).ToArray());
        }
    }

    [Fact]
    public void Run_ChangedRow_KeepsTheStratumOfEveryFuture()
    {
        var model = Uncertain();
        var raised = Levers.Changing(model, Parameter.LeavingRate, row => row with { Low = 2 * row.Low, Central = 2 * row.Central, High = 2 * row.High });
        double[] Leavers(Scenario scenario) => [.. Run(model, scenario, 1, futures: 40).InEveryFuture(Nation, 1, Measure.Leavers)];
        double Rate(double leavers)
        {
            double low = 0, high = 1;
            for (var step = 0; step < 80; step++)
            {
                var middle = (low + high) / 2;
                var those = (1000 * (1 - Math.Exp(-middle / 12))) + (300 * (1 - Math.Exp(-1.3 * middle / 12)));
                (low, high) = those < leavers ? (middle, high) : (low, middle);
            }

            return low;
        }

        Assert.All(Leavers(Scenario.Baseline).Zip(Leavers(raised)), pair => Assert.Equal(2 * Rate(pair.First), Rate(pair.Second), 1e-9));
    }

    [Fact]
    public void Run_ChangedRow_DoesNotRefitSupply()
    {
        var model = new ModelBuilder { InflowPerYear = 120, OpeningPool = 10, JoinersPerYear = 80 }.With(Parameter.LeavingRate, 0.1).With(Parameter.VacancyRate, 0.9).Trust(1000, 900).Build();
        var halved = Levers.Changing(model, Parameter.LeavingRate, row => row with { Low = 0.05, Central = 0.05, High = 0.05 });
        double[] Joiners(Scenario scenario)
        {
            var result = Run(model, scenario, 12);
            return [result.Central(Nation, 12, Measure.Joiners), .. result.InEveryFuture(Nation, 12, Measure.Joiners)];
        }

        Assert.Equal(Joiners(Scenario.Baseline), Joiners(halved));
    }
}
