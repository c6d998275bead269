using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Frameworks.Tests.England2025;

/// <summary>The scenarios of england-2025: their arithmetic, and what a planner reads from a comparison of them.</summary>
public sealed class ScenarioTests(EnglandRun england) : IClassFixture<EnglandRun>
{
    private Line Everyone => new(england.Model.Nation, null, england.Group("all"));

    [Fact]
    public void Scenarios_Text_IsAParagraphEach() =>
        Assert.All(england.Framework.Scenarios, entry => Assert.True(entry.Scenario.Text.Length >= 150, entry.Scenario.Name));

    [Fact]
    public void RetentionBestRegion_Sizes_TakeEveryRegionsNursesToTheLowestLevel()
    {
        var model = england.Model;
        var levels = model.Cohorts.Where(cohort => cohort.StaffGroup == england.Group("nurses"))
            .GroupBy(cohort => WayUp.FromPlace(model.Places, cohort.Place).First(place => model.Places[place].Level == PlaceLevel.Region))
            .ToDictionary(region => region.Key, region => region.Sum(cohort => cohort.OpeningFte.Value * cohort.LeavingMultiplier) / region.Sum(cohort => cohort.OpeningFte.Value));
        var levers = Scenario("retention-best-region").Levers;

        Assert.Equal(7, levels.Count);
        var best = levels.MinBy(level => level.Value).Key;
        Assert.Equal(levels.Keys.Where(region => region != best).Order(), levers.Select(lever => lever.Place!.Value).Order());
        Assert.All(levers, lever => Assert.Equal(levels[best], levels[lever.Place!.Value] * (1 + lever.Size), 1e-4));
    }

    [Fact]
    public void Together_LeversOfTheOthers_AreTheSame()
    {
        var others = england.Framework.Scenarios.Where(entry => entry.Scenario.Name != "together").SelectMany(entry => entry.Scenario.Levers).ToList();
        Assert.All(Scenario("together").Levers, lever =>
            Assert.Contains(others, other => lever with { Id = other.Id, StaffGroup = other.StaffGroup } == other));
    }

    [Fact]
    public void Compare_BaselineWithTogether_DifferenceIsNarrowerThanEitherAndExplainedByFlows()
    {
        const int months = 66;
        RunResult Run(Scenario scenario) => NationalRun.Run(england.Model, new RunOptions { Months = months, Futures = 40, Scenario = scenario });
        var comparison = new Comparison(Run(Engine.Model.Scenario.Baseline), Run(Scenario("together")));
        static double Width(Summary summary) => summary.P95 - summary.P5;

        var places = england.Model.Places.Index().Where(place => place.Item.Level is PlaceLevel.Nation or PlaceLevel.Region).Select(place => place.Index).ToList();
        foreach (var figure in places.Select(place => comparison.Of(Everyone with { Place = place }, months, Measure.Fte)!.Value))
        {
            Assert.True(Width(figure.Difference) < Math.Min(Width(figure.A), Width(figure.B)));
            Assert.True(figure.Difference.P5 > 0);
        }

        Assert.All(comparison.Flows(), row => Assert.Equal(row.Flows.Staff, row.Flows.Joiners - row.Flows.Leavers, 1e-6));
    }

    [Theory]
    [InlineData("retention", 1)]
    [InlineData("retention-best-region", 1)]
    [InlineData("faster-hiring", 1)]
    [InlineData("slower-funding", -1)]
    public void Scenario_Alone_MovesStaffAsItsTitleSays(string name, int direction)
    {
        double Staff(Scenario scenario) =>
            NationalRun.Run(england.Model, new RunOptions { Months = 42, Futures = 1, Scenario = scenario }).Central(Everyone, 42, Measure.Fte);
        Assert.Equal(direction, Math.Sign(Staff(Scenario(name)) - Staff(Engine.Model.Scenario.Baseline)));
    }

    private Scenario Scenario(string name) => england.Framework.Scenarios.Single(entry => entry.Scenario.Name == name).Scenario;
}
