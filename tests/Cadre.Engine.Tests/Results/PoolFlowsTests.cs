using Cadre.Engine.Model;

namespace Cadre.Engine.Tests.Results;

/// <summary>Who recruits from where: by hand, and what holds in every month.</summary>
public sealed class PoolFlowsTests
{
    private const int Months = 24;
    private const double Kept = 0.75;

    private static readonly double Phi = 1 - Math.Exp(-1 / 3.0);

    /// <summary>Two trusts in a region, which has a pool, as the first trust and the nation have; some come from abroad.</summary>
    private static NationalModel ThreePools()
    {
        var abroad = new SupplySource { Code = "abroad", Name = "Abroad", Kind = SupplyKind.International, StaffGroup = 1, Ages = [] };
        var model = new ModelBuilder { InflowPerYear = 60, OpeningPool = 15 }.With(Parameter.LeavingRate, 0.15).With(Parameter.PostsGrowth, 0.03).With(Parameter.SupplyElasticity, 0.5)
            .Trust(1000, 900, attractiveness: 1.4).Trust(500, 450).Source(abroad, (Parameter.International, null, 48)).Build();
        return model with
        {
            Pools = [model.Pools[0] with { Catchment = 0 }, model.Pools[0], model.Pools[0] with { Catchment = 2, InflowPerYear = 20 }],
            Cohorts = [model.Cohorts[0] with { Pools = [2, 1, 0] }, model.Cohorts[1] with { Pools = [1, 0] }],
        };
    }

    [Fact]
    public void Pools_OneMonthByHand_TellOnHandWantedHiredAndLeftOver()
    {
        // 200 FTE vacant in all, of which the share phi is wanted; 40 kept of the opening pool and 5 new are on hand.
        var model = new ModelBuilder { InflowPerYear = 60, OpeningPool = 40 / Kept }.With(Parameter.VacancyRate, 0.2).Trust(600, 540).Trust(200, 260).Build();
        var pools = NationalRun.Central(model, 1).Pools;
        var flow = pools.AllCandidatesOf(0, 1);
        var wanted = (Phi * 135 / 0.9) + (Phi * 65 / 1.3);

        Assert.Empty(pools.SourcesOf(0));
        Assert.Equal(45, flow.OnHand, 1e-9);
        Assert.Equal(5, flow.Arrivals, 1e-9);
        Assert.Equal(wanted, pools.WantedOf(0, 1), 1e-9);
        Assert.Equal(Phi * 45, flow.Hired, 1e-9);
        Assert.Equal(45 * (1 - Phi), flow.LeftOver, 1e-9);
        Assert.Equal(Phi * 45 * 0.75, pools.HiredBy(0, 0, 1), 1e-9);
        Assert.Equal(Phi * 45 * 0.25, pools.HiredBy(1, 0, 1), 1e-9);
    }

    [Fact]
    public void Pools_EveryMonth_HandOnWhatIsLeftOver()
    {
        var model = ThreePools();
        var pools = NationalRun.Central(model, Months).Pools;
        for (var pool = 0; pool < 3; pool++)
        {
            Assert.Equal([0], pools.SourcesOf(pool));
            for (var month = 2; month <= Months; month++)
            {
                var (before, now) = (pools.CandidatesOf(pool, month - 1).ToArray(), pools.CandidatesOf(pool, month).ToArray());
                for (var k = 0; k < 2; k++)
                    Assert.Equal((Kept * before[k].LeftOver) + now[k].Arrivals, now[k].OnHand, 1e-9);
                Assert.Equal(4 * model.Cohorts.Where(cohort => cohort.Pools.Contains(pool)).Sum(cohort => cohort.OpeningFte.Value) / (900 + 1350 + 1350), now[1].Arrivals, 1e-9);
            }
        }
    }

    [Fact]
    public void Pools_EveryMonth_HireTheLesserOfOfferAndWants()
    {
        var pools = NationalRun.Central(ThreePools(), Months).Pools;
        for (var month = 1; month <= Months; month++)
        {
            for (var pool = 0; pool < 3; pool++)
            {
                var flow = pools.AllCandidatesOf(pool, month);
                Assert.Equal(Math.Min(Phi * flow.OnHand, pools.WantedOf(pool, month)), flow.Hired, 1e-9);
            }
        }
    }

    [Fact]
    public void Pools_EveryMonth_CohortsHireWhatPoolsGiveAndAccountsSay()
    {
        var run = NationalRun.Central(ThreePools(), Months);
        var pools = run.Pools;
        for (var month = 1; month <= Months; month++)
        {
            for (var pool = 0; pool < 3; pool++)
            {
                Assert.Equal(pools.AllCandidatesOf(pool, month).Hired, pools.HiredBy(0, pool, month) + pools.HiredBy(1, pool, month), 1e-9);
                for (var k = 0; k < 2; k++)
                    Assert.Equal(pools.CandidatesOf(pool, month)[k].Hired, pools.HiredBySource(0, pool, month)[k] + pools.HiredBySource(1, pool, month)[k], 1e-9);
            }

            for (var cohort = 0; cohort < 2; cohort++)
                Assert.Equal(run.Account(month)[cohort].Joiners.Heads, Enumerable.Range(0, 3).Sum(pool => pools.HiredBy(cohort, pool, month)), 1e-9);
            Assert.Equal(0, pools.HiredBy(1, 2, month));
        }
    }

    [Fact]
    public void Pools_FlowsOfARun_AreTheSame()
    {
        var model = ThreePools();
        var session = new NationalSession(model, new RunOptions { Months = Months, Futures = 1, Threads = 1 });
        var (flows, pools) = (session.Run(Scenario.Baseline).Flows, session.Central(Scenario.Baseline).Pools);
        for (var month = 1; month <= Months; month++)
        {
            for (var pool = 0; pool < 3; pool++)
                Assert.Equal(flows.JoinersOf(pool, month).Select(amount => amount.Heads), pools.CandidatesOf(pool, month).ToArray().Select(flow => flow.Hired));
        }
    }

    [Fact]
    public void Pools_NobodyOnHand_HireNobodyFromAnySource()
    {
        var pools = NationalRun.Central(new ModelBuilder().With(Parameter.VacancyRate, 0.1).Trust(100, 90).Build(), 1).Pools;

        Assert.Equal(default, pools.AllCandidatesOf(0, 1));
        Assert.Equal(Phi * 10 / 0.9, pools.WantedOf(0, 1), 1e-9);
        Assert.Equal([0], pools.HiredBySource(0, 0, 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Months + 1)]
    public void Pools_MonthThatWasNotRun_IsRefused(int month)
    {
        var pools = NationalRun.Central(ThreePools(), Months).Pools;
        Assert.Throws<ArgumentOutOfRangeException>(() => { pools.CandidatesOf(0, month); });
        Assert.Throws<ArgumentOutOfRangeException>(() => pools.WantedOf(0, month));
        Assert.Throws<ArgumentOutOfRangeException>(() => pools.HiredBy(0, 0, month));
    }
}
