using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Tests.Results;

public sealed class NeedLineTests
{
    [Fact]
    public void Of_NeedsOfServicesAndGroups_CountInEachLineAboveThem()
    {
        var model = new ModelBuilder().Trust(100, 90).Build();
        var leaf = Enumerable.Range(0, model.StaffGroups.Count).Last();
        NeedInFutures[] rows = [Row(service: 0, leaf, [10, 20, 30], [1, 2, 3]), Row(service: 1, leaf, [30, 20, 10], [3, 2, 1])];
        var split = model with { Services = [new Service { Code = "a", Name = "A" }, new Service { Code = "b", Name = "B" }] };

        var lines = NeedLine.Of(split, rows, _ => true).ToDictionary(line => line.Line, line => line.Total);

        Assert.Equal((40.0, 40.0, 40.0, 4.0), (lines[new Line(0, null, leaf)].Need, lines[new Line(0, null, leaf)].NeedSummary.P5, lines[new Line(0, null, leaf)].NeedSummary.P95, lines[new Line(0, null, leaf)].GapSummary!.Value.P50));
        Assert.Equal(lines[new Line(0, null, leaf)].NeedSummary, lines[new Line(0, null, model.Everybody)].NeedSummary);
        Assert.Equal(20.0, lines[new Line(0, 1, leaf)].Need);
        Assert.Single(NeedLine.Of(model, rows, line => line == new Line(0, null, leaf)));
    }

    private static NeedInFutures Row(int service, int group, double[] need, double[] gap) =>
        new(new NeedRow(0, service, group, 20, 10, 8) { NeedSummary = Summary.Of(20, [.. need]), GapSummary = null }, need, gap);
}
