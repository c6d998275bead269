using Cadre.Engine.Results;

namespace Cadre.Engine.Tests.Results;

/// <summary>Need added up within each future.</summary>
public sealed class NeedTotalTests
{
    [Fact]
    public void Of_NeedsThatOffsetEachOther_RangeIsThatOfTheSum()
    {
        var totals = NeedTotal.Of([Row(service: 0, group: 1, [10, 20, 30], [1, 2, 3]), Row(service: 1, group: 1, [30, 20, 10], [3, 2, 1]), Row(service: 1, group: 2, [5, 6, 7], [0, 0, 0])]);

        Assert.Equal([(0, null), (0, 1), (0, 2)], totals.Select(row => (row.Place, row.StaffGroup)));
        Assert.Equal((40.0, 40.0, 4.0, 4.0), (totals[1].NeedSummary.P5, totals[1].NeedSummary.P95, totals[1].GapSummary!.Value.P5, totals[1].GapSummary!.Value.P95));
        Assert.Equal((45.1, 46.0, 46.9), (totals[0].NeedSummary.P5, totals[0].NeedSummary.P50, Math.Round(totals[0].NeedSummary.P95, 9)));
        Assert.Equal((60.0, 30.0, 24.0, 36.0), (totals[0].Need, totals[0].Posts, totals[0].Staff, totals[0].Gap));
    }

    [Fact]
    public void Of_APartWithoutFutures_HasNoRangeOfTheGap()
    {
        var totals = NeedTotal.Of([Row(service: 0, group: 1, [10, 20, 30], [1, 2, 3]), Row(service: 1, group: 2, [5, 6, 7], null)]);
        Assert.Equal([false, true, false], totals.Select(row => row.GapSummary is not null));
    }

    private static NeedInFutures Row(int service, int group, double[] need, double[]? gap) =>
        new(new NeedRow(0, service, group, 20, 10, 8) { NeedSummary = Summary.Of(20, [.. need]), GapSummary = null }, need, gap);
}
