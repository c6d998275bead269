using Cadre.Engine.Delivery;
using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Tests.Results;

/// <summary>Employers of more than one sector, counted apart.</summary>
public sealed class SectorTests
{
    private const int Nation = 0;
    private const int Region = 1;

    private static readonly RunOptions Options = new() { Months = 12, Futures = 30 };

    // two trusts of the NHS, a charity and a company, whose cohorts all recruit from one pool
    private static NationalModel Mixed(params ReadOnlySpan<EmployerSector?> sectors)
    {
        var model = new ModelBuilder { InflowPerYear = 150, OpeningPool = 20, JoinersPerYear = 80 }
            .With(Parameter.LeavingRate, 0.08, 0.1, 0.125, DistributionFamily.Lognormal)
            .With(Parameter.VacancyRate, 0.1, 0.2, 0.25, DistributionFamily.Pert)
            .Trust(1000, 900).Trust(300, 250, leaving: 1.3, attractiveness: 0.8).Trust(80, 70, attractiveness: 1.5).Trust(40, 30).Build();
        Place[] places = [.. model.Places];
        for (var i = 0; i < sectors.Length; i++)
            places[2 + i] = places[2 + i] with { Sector = sectors[i] };
        return model with { Places = places };
    }

    private static NationalModel ThreeSectors() =>
        Mixed(EmployerSector.NhsMentalHealth, EmployerSector.NhsMentalHealth, EmployerSector.ThirdSector, EmployerSector.Independent);

    [Fact]
    public void Run_SeveralSectors_AddUpToEveryEmployerInEveryFuture()
    {
        var model = ThreeSectors();
        var run = NationalRun.Run(model, Options);
        EmployerSector[] sectors = [EmployerSector.NhsMentalHealth, EmployerSector.ThirdSector, EmployerSector.Independent];

        Assert.Equal(sectors, model.Sectors.All);
        foreach (var place in (int[])[Nation, Region])
        {
            foreach (var measure in (Measure[])[Measure.Heads, Measure.Fte, Measure.Posts, Measure.Vacancies, Measure.Joiners, Measure.Leavers])
            {
                var parts = sectors.Select(sector => run.InEveryFuture(new Line(place, null, 1, sector), 12, measure)).ToArray();
                var whole = run.InEveryFuture(new Line(place, null, 1), 12, measure);
                for (var i = 0; i < whole.Count; i++)
                    Assert.Equal(whole[i], parts.Sum(part => part[i]), 1e-9 * whole[i]);
            }
        }
    }

    [Fact]
    public void Run_Sector_IsTheAccountOfItsEmployers()
    {
        var run = NationalRun.Run(ThreeSectors(), Options);
        var account = run.Account(12);

        Assert.Equal(account[0].Closing.Fte + account[1].Closing.Fte, run.Central(new Line(Nation, null, 0, EmployerSector.NhsMentalHealth), 12, Measure.Fte), 1e-9);
        Assert.Equal(account[2].Closing.Fte, run.Central(new Line(Nation, null, 0, EmployerSector.ThirdSector), 12, Measure.Fte), 1e-9);
        Assert.Equal(account[3].Posts, run.Central(new Line(Region, null, 1, EmployerSector.Independent), 12, Measure.Posts), 1e-9);
    }

    [Fact]
    public void Run_Sectors_ChangeNoOtherLine()
    {
        var (one, several) = (NationalRun.Run(Mixed(), Options), NationalRun.Run(ThreeSectors(), Options));

        Assert.DoesNotContain(one.Lines, line => line.Sector is not null);
        Assert.Equal(one.Summaries(), several.Summaries().Where(row => row.Line.Sector is null));
    }

    [Fact]
    public void UnderDelivery_TargetOfASector_IsMeasuredOnIt()
    {
        var target = new Target
        {
            Id = "charity", Description = "", Measure = Measure.Fte, Place = Nation, Service = null, StaffGroup = 0, Sector = EmployerSector.ThirdSector, Month = new CalendarMonth(2026, 9), AtLeast = true, Value = 60,
        };
        var run = NationalRun.Run(ThreeSectors() with { Targets = [target] }, Options);
        var plan = UnderDelivery.Of(run, 30).Outcomes[0];

        Assert.Equal(run.Targets[0].Reached!.Summary.Central, plan.Targets[0].Figure!.Value.Central, 1e-9);
        Assert.Equal(run.Targets[0].Reached!.Probability, plan.Targets[0].Probability);
    }

    [Fact]
    public void Run_OneSector_IsNotTold() => Assert.DoesNotContain(
        NationalRun.Run(Mixed(EmployerSector.NhsOther, EmployerSector.NhsOther, EmployerSector.NhsOther, EmployerSector.NhsOther), Options).Lines, line => line.Sector is not null);

    [Fact]
    public void Summaries_SeveralSectors_FollowEveryEmployerAndTrustsHaveNone()
    {
        var lines = NationalRun.Run(ThreeSectors(), Options).Summaries().Where(row => row.Month == 6 && row.Measure == Measure.Fte).Select(row => row.Line).ToArray();

        Assert.Equal(
            [null, EmployerSector.NhsMentalHealth, EmployerSector.ThirdSector, EmployerSector.Independent],
            lines.Where(line => line is { Place: Nation, StaffGroup: 1 }).Select(line => line.Sector));
        Assert.All(lines.Where(line => line.Sector is not null), line => Assert.True(line.Place is Nation or Region));
    }

    [Fact]
    public void Targets_OfASector_MeasureItsEmployersAlone()
    {
        var median = NationalRun.Run(ThreeSectors(), Options).Summarise(new Line(Nation, null, 0, EmployerSector.ThirdSector), 12, Measure.Fte)!.Value.P50;
        var target = new Target
        {
            Id = "t", Description = "t", Measure = Measure.Fte, Place = Nation, Service = null, StaffGroup = 0, Sector = EmployerSector.ThirdSector,
            Month = new CalendarMonth(2026, 9), AtLeast = true, Value = median,
        };
        var run = NationalRun.Run(ThreeSectors() with { Targets = [target] }, Options);

        var reached = run.Targets[0].Reached!;
        Assert.Equal(run.Account(12)[2].Closing.Fte, reached.Summary.Central, 1e-9);
        Assert.Equal(0.5, reached.Probability);
    }

    [Fact]
    public void Targets_OfTheOnlySector_MeasureEveryEmployer()
    {
        var target = new Target
        {
            Id = "t", Description = "t", Measure = Measure.Fte, Place = Nation, Service = null, StaffGroup = 0, Sector = EmployerSector.NhsOther,
            Month = new CalendarMonth(2026, 9), AtLeast = true, Value = 1,
        };
        var model = Mixed(EmployerSector.NhsOther, EmployerSector.NhsOther, EmployerSector.NhsOther, EmployerSector.NhsOther);
        var run = NationalRun.Run(model with { Targets = [target] }, Options);

        Assert.Equal(run.Central(new Line(Nation, null, 0), 12, Measure.Fte), run.Targets[0].Reached!.Summary.Central);
    }

    [Fact]
    public void Targets_OfTheNhs_MeasureBothOfItsSectors()
    {
        var target = new Target
        {
            Id = "t", Description = "t", Measure = Measure.Fte, Place = Nation, Service = null, StaffGroup = 0, Sector = EmployerSector.Nhs,
            Month = new CalendarMonth(2026, 9), AtLeast = true, Value = 1,
        };
        double CentralOf(params ReadOnlySpan<EmployerSector?> sectors) => NationalRun.Run(Mixed(sectors) with { Targets = [target] }, Options).Targets[0].Reached!.Summary.Central;
        var account = NationalRun.Run(ThreeSectors(), Options).Account(12);

        Assert.Equal(account[0].Closing.Fte + account[1].Closing.Fte + account[2].Closing.Fte, CentralOf(EmployerSector.NhsMentalHealth, EmployerSector.NhsMentalHealth, EmployerSector.NhsOther, EmployerSector.Independent), 1e-9);
        Assert.Equal(account[0].Closing.Fte, CentralOf(EmployerSector.NhsOther, EmployerSector.ThirdSector, EmployerSector.ThirdSector, EmployerSector.Independent), 1e-9);
    }

    [Theory]
    [InlineData(Measure.Heads)]
    [InlineData(Measure.Fte)]
    [InlineData(Measure.Posts)]
    public void Targets_SinceTheOpening_CountFromEachFuturesOwnOpeningDay(Measure measure)
    {
        Target Of(bool sinceOpening, double value) => new()
        {
            Id = $"{sinceOpening}", Description = "t", Measure = measure, SinceOpening = sinceOpening, Place = Region, Service = null, StaffGroup = 0, Sector = EmployerSector.NhsMentalHealth,
            Month = new CalendarMonth(2026, 9), AtLeast = true, Value = value,
        };
        var model = ThreeSectors();
        var (heads, fte) = (model.Cohorts[0].OpeningHeads.Value + model.Cohorts[1].OpeningHeads.Value, model.Cohorts[0].OpeningFte.Value + model.Cohorts[1].OpeningFte.Value);
        double Opening(double vacancyRate) => measure switch { Measure.Heads => heads, Measure.Fte => fte, _ => fte / (1 - vacancyRate) };
        var run = NationalRun.Run(model with { Targets = [Of(false, 0), Of(true, 12)] }, Options);
        var (level, added) = (run.Targets[0].Reached!, run.Targets[1].Reached!);
        var rate = model.Assumptions.Single(row => row.Parameter == Parameter.VacancyRate);
        var rates = Engine.Futures.LatinHypercube.Column(Options.Seed, rate, Options.Futures, 1, Options.Futures).Select(Engine.Futures.Distribution.QuantileOf(rate)).ToArray();
        var expected = run.InEveryFuture(new Line(Region, null, 0, EmployerSector.NhsMentalHealth), 12, measure).Zip(rates, (value, drawn) => value - Opening(drawn)).ToArray();

        Assert.Equal(level.Summary.Central - Opening(rate.Central), added.Summary.Central, 1e-9);
        Assert.Equal(Summary.Of(0, [.. expected]).P5, added.Summary.P5, 1e-9);
        Assert.Equal((double)expected.Count(value => value >= 12) / expected.Length, added.Probability);
    }

    [Fact]
    public void Compare_SeveralSectors_HasRowsBySectorAndFlowsWithout()
    {
        var model = ThreeSectors();
        var comparison = new Comparison(
            NationalRun.Run(model, Options), NationalRun.Run(model, Options with { Scenario = Levers.Scenario(Levers.Of(LeverParameter.LeavingRate, LeverEffect.Add, -0.02)) }));
        double Difference(EmployerSector? sector) => comparison.Rows().Single(row => row is { Month: 12, Line: { Place: Nation, StaffGroup: 0 } line, Measure: Measure.Heads } && line.Sector == sector).Figure.Difference.Central;

        Assert.Equal(Difference(null), model.Sectors.All.Sum(sector => Difference(sector)), 1e-9);
        Assert.True(Difference(EmployerSector.ThirdSector) > 0);
        Assert.Equal(12 * 2 * 2, comparison.Flows().Count());
    }
}
