using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Reading;

/// <summary>A trust that two systems count in part: the small nation's T2, 0.7 in the North and 0.3 in the South.</summary>
public sealed class SplitPlacesTests
{
    private const int Months = 12;

    private static RunResult Run(Func<Place, Place>? change = null)
    {
        var model = FrameworkReader.Read(SmallFramework.Folder).Model;
        return NationalRun.Run(model with { Places = [.. model.Places.Select(change ?? (place => place))] }, new RunOptions { Months = Months, Futures = 10 });
    }

    private static double Central(RunResult run, string place, Measure measure)
    {
        var index = run.Model.Places.ToList().FindIndex(each => each.Code == place);
        var everyone = run.Model.StaffGroups.ToList().FindIndex(group => group.Parent is null);
        return run.Summarise(new Line(index, null, everyone), Months, measure)!.Value.Central;
    }

    [Fact]
    public void Weights_OfEveryPlace_SumToOne() =>
        Assert.All(
            FrameworkReader.Read(SmallFramework.Folder).Model.Places.Where(place => place.Level != PlaceLevel.Nation),
            place => Assert.Equal(1, place.Parents.Sum(parent => parent.Weight), 1e-12));

    [Fact]
    public void Run_TrustSplitOverRegions_RegionsAddUpToTheNation()
    {
        var run = Run();
        foreach (var measure in RecordedMeasures)
            Assert.Equal(Central(run, "small", measure), Central(run, "R1", measure) + Central(run, "R2", measure), 1e-9);
    }

    [Fact]
    public void Run_TheSplitChanged_LeavesTheNationUnchangedToTheLastBit()
    {
        // The first parent keeps the larger share, so that the trust recruits where it did.
        static Place Halve(Place place) => place.Parents.Count < 2 ? place : place with
        {
            Parents = [new ParentShare(place.Parents[0].Place, 0.5), new ParentShare(place.Parents[1].Place, 0.5)],
        };
        var (before, after) = (Run(), Run(Halve));
        foreach (var measure in RecordedMeasures)
            Assert.Equal(Central(before, "small", measure), Central(after, "small", measure));
        Assert.NotEqual(Central(before, "R1", Measure.Fte), Central(after, "R1", Measure.Fte), 1.0);
    }

    private static IEnumerable<Measure> RecordedMeasures => Enum.GetValues<Measure>().Where(measure => measure != Measure.VacancyRate);
}
