using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Tests.Simulation;

/// <summary>Pools within each other, by hand (docs/method.md sections 3.3 and 3.4): the smallest first, the next one up for what that leaves.</summary>
public sealed class NestedPoolsTests
{
    private const int Nation = 0;
    private const int Region = 1;
    private const int FirstTrust = 2;
    private const double Kept = 0.75;

    private static readonly double Phi = 1 - Math.Exp(-1 / 3.0);

    /// <summary>Two trusts with 0.9 FTE a head and a tenth of their posts vacant: 100 FTE and 50 FTE.</summary>
    private static ModelBuilder TwoTrusts(double attractiveness = 1) => new ModelBuilder()
        .With(Parameter.VacancyRate, 0.1).Trust(1000, 900, attractiveness: attractiveness).Trust(500, 450);

    /// <summary>The model with these pools, from which each cohort recruits on its way up.</summary>
    private static NationalModel WithPools(NationalModel model, params (int Catchment, double Opening, double Inflow)[] pools) => model with
    {
        Pools = [.. pools.Select(pool => model.Pools[0] with { Catchment = pool.Catchment, OpeningPool = pool.Opening, InflowPerYear = pool.Inflow })],
        Cohorts =
        [
            .. model.Cohorts.Select(cohort => cohort with
            {
                Pools = [.. WayUp.FromPlace(model.Places, cohort.Place).Select(place => Array.FindIndex(pools, pool => pool.Catchment == place)).Where(p => p >= 0)],
            }),
        ],
    };

    /// <summary>The model with a second region, the last of its places, that holds the second trust.</summary>
    private static NationalModel InTwoRegions(NationalModel model) => model with
    {
        Places =
        [
            .. model.Places.Select((place, i) => i == FirstTrust + 1 ? place with { Parents = [new ParentShare(model.Places.Count, 1)] } : place),
            model.Places[Region] with { Code = "region2", Name = "Second Region" },
        ],
    };

    private static RunResult Run(NationalModel model, int months) => NationalRun.Run(model, new RunOptions { Months = months, Futures = 1, Threads = 1 });

    private static double Joined(RunResult run, int pool, int month = 1) => run.Flows.JoinersOf(pool, month).Sum(amount => amount.Heads);

    [Fact]
    public void Hire_OwnPoolTooSmall_TheNationsGivesTheRest()
    {
        var run = Run(WithPools(TwoTrusts().Build(), (Nation, 1e6, 0), (FirstTrust, 40, 0)), 1);

        Assert.Equal(Phi * Kept * 40, Joined(run, 1), 1e-9);
        Assert.Equal((Phi * 150 / 0.9) - (Phi * Kept * 40), Joined(run, 0), 1e-9);
        Assert.Equal(Phi * 100, run.Account(1)[0].Joiners.Fte, 1e-9);
        Assert.Equal(Phi * 50, run.Account(1)[1].Joiners.Fte, 1e-9);
    }

    [Fact]
    public void Hire_OwnPoolCoversEveryWant_LeavesTheNationsToTheOthers()
    {
        var run = Run(WithPools(TwoTrusts().Build(), (Nation, 1e6, 0), (FirstTrust, 1e4, 0)), 1);

        Assert.Equal(Phi * 100 / 0.9, Joined(run, 1), 1e-9);
        Assert.Equal(Phi * 50 / 0.9, Joined(run, 0), 1e-9);
        Assert.Equal(Phi * 100, run.Account(1)[0].Joiners.Fte, 1e-9);
    }

    [Fact]
    public void Hire_WiderPoolScarce_IsSharedByWhatIsStillWantedAndAttractiveness()
    {
        // The first trust, twice as attractive, wants phi * (100 / 0.9 - 30) of the nation's, the second phi * 50 / 0.9.
        var run = Run(WithPools(TwoTrusts(attractiveness: 2).Build(), (FirstTrust, 40, 0), (Nation, 80, 0)), 1);
        var (first, second) = (2 * ((100 / 0.9) - 30), 50 / 0.9);

        Assert.Equal(Phi * (30 + (60 * first / (first + second))), run.Account(1)[0].Joiners.Heads, 1e-9);
        Assert.Equal(Phi * 60 * second / (first + second), run.Account(1)[1].Joiners.Heads, 1e-9);
    }

    [Fact]
    public void Hire_ThreeLevels_FromTheTrustToTheNation()
    {
        // The nation's pool stands first and is used last. Of wants and candidates the share phi counts: after its own 15, the first trust is 100 / 0.9 - 15 short.
        var run = Run(WithPools(TwoTrusts().Build(), (Nation, 1e6, 0), (Region, 40, 0), (FirstTrust, 20, 0)), 1);
        var (first, second) = ((100 / 0.9) - 15, 50 / 0.9);

        Assert.Equal(Phi * 15, Joined(run, 2), 1e-9);
        Assert.Equal(Phi * 30, Joined(run, 1), 1e-9);
        Assert.Equal(Phi * (first + second - 30), Joined(run, 0), 1e-9);
        Assert.Equal(Phi * (first + 15), run.Account(1)[0].Joiners.Heads, 1e-9);
    }

    [Fact]
    public void Hire_YearsOfLeavingAndGrowth_NeverAboveTheShareOfWhatIsVacantAndAccountsClose()
    {
        var model = TwoTrusts(attractiveness: 1.5).With(Parameter.LeavingRate, 0.15).With(Parameter.PostsGrowth, 0.04).With(Parameter.SupplyElasticity, 0.5).Build();
        var run = Run(WithPools(InTwoRegions(model), (Nation, 10, 90), (FirstTrust, 5, 40), (Region, 5, 60), (4, 30, 250)), 36);
        for (var month = 1; month <= 36; month++)
        {
            // That the account closes is checked in every run (section 3.6).
            foreach (var cohort in run.Account(month).ToArray())
            {
                var vacant = Math.Max(0, cohort.Posts - (cohort.Opening.Fte - cohort.Leavers.Fte));
                Assert.InRange(cohort.Joiners.Fte, 0, (Phi * vacant) + 1e-9);
            }

            Assert.Equal(run.Account(month).ToArray().Sum(cohort => cohort.Joiners.Heads), Enumerable.Range(0, 4).Sum(p => Joined(run, p, month)), 1e-9);
        }
    }

    [Fact]
    public void Flows_TwoRegionsAndANationalPool_AddUpToTheJoinersBySource()
    {
        var abroad = new SupplySource { Code = "abroad", Name = "Abroad", Kind = SupplyKind.International, StaffGroup = 1, Ages = [] };
        var model = TwoTrusts().With(Parameter.LeavingRate, 0.1).Source(abroad, (Parameter.International, null, 60)).Build();
        var run = Run(WithPools(InTwoRegions(model), (Nation, 30, 60), (Region, 10, 30)), 12);
        for (var month = 1; month <= 12; month++)
        {
            var account = run.Account(month).ToArray();
            var joiners = run.Flows.InMonth(month).Where(row => row.Flow == Flow.Joiners).ToLookup(row => row.Place);
            foreach (var (cohort, region) in new[] { (0, Region), (1, 4) })
            {
                Assert.Equal([null, 0], joiners[region].Select(row => row.Source));
                Assert.Equal(account[cohort].Joiners.Heads, joiners[region].Sum(row => row.Amount.Heads), 1e-9);
                Assert.Equal(account[cohort].Joiners.Fte, joiners[region].Sum(row => row.Amount.Fte), 1e-9);
            }

            // The second trust has the nation's pool alone; the first what that gives beside, and its region's.
            var (nation, own) = (run.Flows.JoinersOf(0, month), run.Flows.JoinersOf(1, month));
            var part = account[1].Joiners.Heads / nation.Sum(amount => amount.Heads);
            Assert.Equal([nation[0].Heads * part, nation[1].Heads * part], joiners[4].Select(row => row.Amount.Heads), Close);
            Assert.Equal([(nation[0].Heads * (1 - part)) + own[0].Heads, (nation[1].Heads * (1 - part)) + own[1].Heads], joiners[Region].Select(row => row.Amount.Heads), Close);
        }
    }

    [Fact]
    public void Supply_PoolsWithinEachOther_ShareASourceByTheOpeningFteOfTheirCohorts()
    {
        // 900 FTE recruit from the first trust's pool, those and 450 more from the nation's: 40% and 60% of the source.
        var abroad = new SupplySource { Code = "abroad", Name = "Abroad", Kind = SupplyKind.International, StaffGroup = 1, Ages = [] };
        var model = TwoTrusts().Source(abroad, (Parameter.International, null, 120)).Build();
        var run = Run(WithPools(model, (Nation, 0, 0), (FirstTrust, 0, 0)), 1);
        var candidates = 10 / (1 - (Kept * (1 - Phi)));

        Assert.Equal(Phi * candidates * 0.6, run.Flows.JoinersOf(0, 1)[1].Heads, 1e-9);
        Assert.Equal(Phi * candidates * 0.4, run.Flows.JoinersOf(1, 1)[1].Heads, 1e-9);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Move_RegionsHavePools_CrossesRegionsOnlyWithAPoolOfTheNation(bool national)
    {
        // The first trust is full and the second has room for all who want to move: 1% of 1,500 heads, two thirds of them from the first.
        var model = new ModelBuilder { Exits = [new ExitShare(Exit.MovedWithin, 16, 76, 1)] }
            .With(Parameter.LeavingRate, 0.12).With(Parameter.VacancyRate, 0).Trust(1000, 900).Trust(500, 450).Build();
        var row = model.Assumptions.First(assumption => assumption.Parameter == Parameter.VacancyRate);
        model = model with { Assumptions = [.. model.Assumptions, row with { Id = "room", Place = FirstTrust + 1, Low = 0.5, Central = 0.5, High = 0.5 }] };
        (int, double, double)[] regional = [(Region, 0, 0), (4, 0, 0)];
        var account = Run(WithPools(InTwoRegions(model), national ? [.. regional, (Nation, 0, 0)] : regional), 1).Account(1);
        var moved = national ? 1000 * (1 - Math.Exp(-0.01)) : 0;

        Assert.Equal(moved, account[0].MovesOut.Heads, 1e-9);
        Assert.Equal(moved, account[1].MovesIn.Heads, 1e-9);
        Assert.Equal(0, account[1].MovesOut.Heads, 1e-9);
    }

    [Fact]
    public void Move_ThenOwnPoolThenTheNations_FillTheWantsTogether()
    {
        var model = new ModelBuilder { Exits = [new ExitShare(Exit.MovedWithin, 16, 76, 1)] }
            .With(Parameter.LeavingRate, 0.12).With(Parameter.VacancyRate, 0.1).Trust(1000, 900).Trust(100, 90).Build();
        var run = Run(WithPools(model, (FirstTrust, 8, 0), (Nation, 1e6, 0)), 1);
        var first = run.Account(1)[0];
        var vacant = 100 - ((first.MovesIn.Heads - first.MovesOut.Heads) * 0.9);

        Assert.True(first.MovesIn.Heads > 0);
        Assert.Equal(Phi * 6, Joined(run, 0), 1e-9);
        Assert.Equal(Phi * vacant / 0.9, first.Joiners.Heads, 1e-9);
    }

    [Fact]
    public void Chance_OwnPoolAndTheNations_HireWholePeopleUpToTheWants()
    {
        // Of the 8 posts vacant nearly all are filled in the month, by 3 of its own candidates on average and as many others as are still wanted.
        var model = new ModelBuilder().With(Parameter.VacancyRate, 0.5).With(Parameter.MonthsToFill, 0.05).With(Parameter.CandidatesKept, 1)
            .Trust(8, 8).Build();
        model = WithPools(model, (Nation, 1000, 0), (FirstTrust, 3, 0));
        var joined = NationalRun.Run(model, new RunOptions { Months = 1, Futures = 400, Threads = 2, Chance = true }).Chance!
            .InEveryRun(new Line(Nation, null, 0), 1, Measure.Joiners);

        Assert.All(joined, heads => Assert.InRange(heads, 7, 8));
    }

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) <= 1e-9;
}
