using Cadre.Engine.Kernel;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Tests.Kernel;

/// <summary>Which cohorts must run together.</summary>
public sealed class MarketTests
{
    /// <summary>Four trusts in one region; cohorts 0 to 3.</summary>
    private static NationalModel FourTrusts() => new ModelBuilder { OpeningPool = 1 }.Trust(100, 90).Trust(100, 90).Trust(100, 90).Trust(100, 90).Build();

    private static string MarketsOf(NationalModel model)
    {
        var prepared = new PreparedModel(model);
        return string.Join(" | ", Market.Of(prepared, new RecordingPlan(model, 2, detail: false)).Select(market => string.Join(' ', market.Cohorts)));
    }

    /// <summary>Pools of trusts alone, and every trust in a region of its own, so that no sum has two of them.</summary>
    private static NationalModel Apart(NationalModel model)
    {
        var regions = model.Places.Count;
        return model with
        {
            Places =
            [
                .. model.Places.Select((place, i) => i < 2 ? place : place with { Parents = [new ParentShare(regions + i - 2, 1)] }),
                .. model.Cohorts.Select((_, i) => model.Places[1] with { Code = $"R{i}" }),
            ],
            Pools = [.. model.Cohorts.Select(cohort => model.Pools[0] with { Catchment = cohort.Place })],
            Cohorts = [.. model.Cohorts.Select((cohort, i) => cohort with { Pools = [i] })],
        };
    }

    [Fact]
    public void Of_OnePool_IsOneMarket() => Assert.Equal("0 1 2 3", MarketsOf(FourTrusts()));

    [Fact]
    public void Of_NothingInCommon_IsAMarketEach() => Assert.Equal("0 | 1 | 2 | 3", MarketsOf(Apart(FourTrusts())));

    [Fact]
    public void Of_OneSumKept_KeepsCohortsTogether()
    {
        var model = FourTrusts();
        Assert.Equal("0 1 2 3", MarketsOf(Apart(model) with { Places = model.Places }));
    }

    [Fact]
    public void Of_PoolThatTwoOfThemShare_JoinsThese()
    {
        var model = Apart(FourTrusts());
        Assert.Equal("0 2 | 1 | 3", MarketsOf(model with { Cohorts = [.. model.Cohorts.Select((cohort, i) => i == 2 ? cohort with { Pools = [2, 0] } : cohort)] }));
    }

    [Fact]
    public void Of_Markets_HoldEveryPoolAndSumOnce()
    {
        var model = Apart(FourTrusts());
        var prepared = new PreparedModel(model);
        var plan = new RecordingPlan(model, 2, detail: false);
        var markets = Market.Of(prepared, plan);
        Assert.Equal([0, 1, 2, 3], markets.SelectMany(market => market.Pools).Order());
        Assert.Equal(Enumerable.Range(0, plan.Sums.Length), markets.SelectMany(market => market.Sums.Select(sum => sum.Sum)).Order());
    }
}
