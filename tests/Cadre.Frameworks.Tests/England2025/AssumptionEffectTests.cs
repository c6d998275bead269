using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Frameworks.Tests.England2025;

/// <summary>What a planner expects of the national model when an assumption or a stored value changes.</summary>
public sealed class AssumptionEffectTests(EnglandRun england) : IClassFixture<EnglandRun>
{
    private Line Nurses => new(england.Model.Nation, null, england.Group("nurses"));

    private Line Everyone => new(england.Model.Nation, null, england.Group("all"));

    [Fact]
    public void LeavingAssumption_Doubled_RaisesLeavers()
    {
        var doubled = england.Model with
        {
            Assumptions = [.. england.Model.Assumptions.Select(row => row.Id == "leaving_rate.nurses" ? row with { Low = 2 * row.Low, Central = 2 * row.Central, High = 2 * row.High } : row)],
        };
        double Leavers(NationalModel model) => Central(model, Nurses, 6, Measure.Leavers);
        Assert.InRange(Leavers(doubled) / Leavers(england.Model), 1.7, 2.1);
    }

    [Fact]
    public void StoredInflow_Halved_LowersStaffInEveryRegion()
    {
        var halved = england.Model with { Pools = [.. england.Model.Pools.Select(pool => pool with { InflowPerYear = pool.InflowPerYear / 2 })] };
        var regions = england.Model.Places.Select((place, i) => (place, i)).Where(pair => pair.place.Level == PlaceLevel.Region).Select(pair => pair.i);
        foreach (var region in regions.Append(england.Model.Nation))
        {
            var line = Everyone with { Place = region };
            Assert.True(Central(halved, line, 12, Measure.Fte) < Central(england.Model, line, 12, Measure.Fte) - 100);
        }
    }

    [Fact]
    public void Ranges_OfTheNationsStaffFromMonthTwelve_AreReal()
    {
        var run = EnglandRun.Run(england.Model, 30, futures: 40);
        var rows = run.Summaries().Where(row => row.Month >= 12 && row.Line.Place == england.Model.Nation && row.Measure == Measure.Fte).ToList();
        Assert.True(rows.Count(row => row.Summary.P5 < row.Summary.P95) >= 0.9 * rows.Count);
        Assert.Equal(19 * 17, rows.Count);
    }

    [Fact]
    public void Run_AThousandFutures_NoneFails() =>
        Assert.Equal(1000, EnglandRun.Run(england.Model, 1, futures: 1000).FuturesRun);

    private static double Central(NationalModel model, Line line, int month, Measure measure) =>
        EnglandRun.Run(model, month).Summarise(line, month, measure)!.Value.Central;
}
