using Cadre.Engine.Results;
using static Cadre.Frameworks.Tests.Examples.ExampleRuns;

namespace Cadre.Frameworks.Tests.Examples;

/// <summary>The examples about need and money against the answers that their READMEs derive, to 1 part in a thousand million.</summary>
public sealed class NeedAndMoneyExampleTests
{
    [Theory]
    [InlineData(1, 10.5)]
    [InlineData(12, 10.5)]
    [InlineData(13, 10.625)]
    [InlineData(25, 10.75625)]
    public void Wisn_Need_IsActivitiesAndAllowances(int month, double need) =>
        Assert.All(Needs("wisn", month).Values, row => AssertNeed(need, posts: 10, staff: 9, row));

    [Fact]
    public void CrisisLine_Need_IsAPositionOpenDayAndNight()
    {
        const double position = 168 * 52.14 / 1550;
        var rows = Needs("crisis-line", 6);

        Assert.Equal(["nation nurses", "nation support", "T1 nurses", "T1 support"], rows.Keys);
        foreach (var place in (string[])["nation", "T1"])
        {
            AssertNeed(position, posts: 5, staff: 4.5, rows[$"{place} nurses"]);
            AssertNeed(position, posts: 6, staff: 6, rows[$"{place} support"]);
        }
    }

    [Theory]
    [InlineData("baseline", 0.01, 0, 1)]
    [InlineData("retention", 0.005, 60000, 0)]
    public void MoneyEnvelope_AFinancialYear_IsStaffCoverTrainingAndLevers(string scenario, double hazardFromOctober, double levers, double probability)
    {
        double[] nurses = [.. Enumerable.Range(0, 13).Select(month => 100 * Math.Exp(-(0.01 * Math.Min(month, 6)) - (hazardFromOctober * Math.Max(0, month - 6))))];
        var staff = 45000.0 / 12 * Enumerable.Range(1, 12).Sum(month => (nurses[month - 1] + nurses[month]) / 2);
        var cover = 45000.0 / 12 * 1.2 * Enumerable.Range(1, 12).Sum(month => 0.5 * (100 - nurses[month]));

        var costs = Result("money-envelope", 24, scenario).Costs!;

        double Cost(CostItem item) => costs.Central(costs.National(costs.Years[0], item));
        Close(staff, Cost(CostItem.Staff));
        Close(cover, Cost(CostItem.Cover));
        Close(360000, Cost(CostItem.Training));
        Close(levers, Cost(CostItem.Levers));
        Close(staff + cover + 360000 + levers, Cost(CostItem.Total));
        Close(staff + cover + 360000 + levers - 4800000, costs.Envelopes[0].Over!.Value);
        Assert.Equal([probability, 1], costs.Envelopes.Select(year => year.Probability));
        Assert.Equal([4800000, 4800000], costs.Envelopes.Select(year => year.Envelope));
    }

    [Theory]
    [InlineData(1, 12.5)]
    [InlineData(12, 12.5)]
    [InlineData(13, 13.19625)]
    [InlineData(25, 13.931281125)]
    [InlineData(37, 14.7072534836625)]
    [InlineData(49, 15.52644750270250)]
    [InlineData(60, 15.52644750270250)]
    public void DemandGrowth_Need_GrowsWithTheWorkloadAndWithDemand(int month, double need)
    {
        var years = (month - 1) / 12;
        var (least, most) = (12.5 * Math.Pow(1.02 * 1.025, years), 12.5 * Math.Pow(1.02 * 1.044, years));
        var rows = Needs("demand-growth", month, futures: 60);
        // The nation's staff are kept in every month of every future, the trust's in March alone; nobody leaves and nobody joins.
        Close(rows["nation nurses"].NeedSummary.P50 - 11, rows["nation nurses"].GapSummary!.Value.P50);
        Assert.Null(rows["T1 nurses"].GapSummary);
        foreach (var row in rows.Values)
        {
            AssertNeed(need, posts: 12.5, staff: 11, row);
            Assert.InRange(row.NeedSummary.P5, least - 1e-9, need + 1e-9);
            Assert.InRange(row.NeedSummary.P95, need - 1e-9, most + 1e-9);
            if (years == 0)
                Close(12.5, row.NeedSummary.P95);
            else
                Assert.True(row.NeedSummary.P5 < need && need < row.NeedSummary.P95);
        }
    }

    [Theory]
    [InlineData("baseline", 1, 100, 10)]
    [InlineData("peer-support", 1, 95.75, 17.5)]
    [InlineData("peer-support", 4, 83, 40)]
    [InlineData("peer-support", 12, 83, 40)]
    [InlineData("wellbeing", 12, 100000 * 1.5 / 1575, 10)]
    public void NewRole_TakesOverAFifth_WithItsSupervision(string scenario, int month, double nurses, double peers)
    {
        var need = Result("new-role", 12, scenario).Needs(month).Where(row => row.Place == 1).OrderBy(row => row.StaffGroup).Select(row => row.Need).ToArray();
        Close(nurses, need[0]);
        Close(peers, need[1]);
    }
}
