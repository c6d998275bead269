using Cadre.Core.Plans;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Core.Tests.Plans;

public sealed class AllocationTests
{
    [Fact]
    public void Basis_OfEngland_RoundsTheCentralRunsPosts()
    {
        var basis = PlanCase.England;
        // Six of the 42 systems have no mental-health trust of their own.
        Assert.Equal(36, basis.Places.Count);
        for (var q = 0; q < basis.Quarters.Count; q++)
        {
            var exact = Enumerable.Range(0, basis.Model.Cohorts.Count).Where(cohort => basis.Model.StaffGroups[basis.Model.Cohorts[cohort].StaffGroup].Code == "nurses").Sum(cohort => basis.PostsOf(cohort, basis.Quarters[q].Month));
            Assert.InRange(exact - (double)basis.National.Of(basis.NationCode, PlanCase.Nurses)[q], -0.0050001, 0.0050001);
        }
    }

    [Theory]
    [InlineData(AllocationRule.Framework)]
    [InlineData(AllocationRule.ExistingStaff)]
    [InlineData(AllocationRule.Population)]
    [InlineData(AllocationRule.Flat)]
    [InlineData(AllocationRule.Typed)]
    public void Make_EveryRule_AddsUpToTheNationInEveryLineAndQuarter(AllocationRule rule)
    {
        var basis = PlanCase.England;
        var grid = AllocationMaker.Make(basis, rule, basis.Places.Index().ToDictionary(place => basis.Model.Places[place.Item].Code, place => place.Index % 5 * 0.7));
        foreach (var line in basis.Lines)
        {
            var nation = basis.National.Of(basis.NationCode, line).ToArray();
            var sum = new decimal[nation.Length];
            foreach (var place in grid.Places.Where(place => grid.Of(place, line).Length > 0))
            {
                for (var q = 0; q < sum.Length; q++)
                    sum[q] += grid.Of(place, line)[q];
            }

            Assert.Equal(nation, sum);
        }
    }

    [Fact]
    public void Make_Flat_GivesEachPlaceTheSame()
    {
        var basis = PlanCase.England;
        var grid = AllocationMaker.Make(basis, AllocationRule.Flat);
        decimal[] gains = [.. grid.Places.Where(place => grid.Of(place, PlanCase.Nurses).Length > 0).Select(place => grid.Of(place, PlanCase.Nurses)[^1] - grid.Of(place, PlanCase.Nurses)[0])];
        Assert.InRange(gains.Max() - gains.Min(), 0, 0.01m);
        Assert.True(gains[0] > 0);
    }

    [Fact]
    public void Make_WithoutWhatTheRuleNeeds_SaysWhat()
    {
        var basis = PlanCase.England;
        var place = basis.Model.Places[basis.Places[0]];
        Assert.Contains(place.Name, Assert.Throws<ArgumentException>(() => AllocationMaker.Make(basis, AllocationRule.Typed, new Dictionary<string, double>())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Grid_AsTextAndBack_IsTheSame()
    {
        var grid = PostsGrid.Parse(PlanCase.Small.Posts.ToText());
        Assert.Equal(PlanCase.Small.Posts.ToText(), grid.ToText());
        Assert.Equal(PlanCase.Small.Posts.Of("S3", PlanCase.Nurses).ToArray(), grid.Of("S3", PlanCase.Nurses).ToArray());
    }

    [Fact]
    public void TryMake_PopulationThatIsNotThere_IsRefusedByName()
    {
        var framework = FrameworkReader.Read(SmallFramework.Folder);
        var model = framework.Model with { Places = [.. framework.Model.Places.Select(place => place.Code == "S2" ? place with { Population = null } : place)] };
        var basis = new PlanBasis(framework with { Model = model });
        var (posts, refused) = AllocationMaker.TryMake(basis, AllocationRule.Population);
        Assert.Null(posts);
        Assert.Equal("small-nation has no population of Northern Coast, so posts cannot be shared by it.", refused);
        Assert.NotNull(AllocationMaker.TryMake(basis, AllocationRule.Flat).Posts);
    }

    [Fact]
    public void TryMake_WhereAPlaceWouldHaveFewerPostsThanNone_IsRefused()
    {
        var framework = FrameworkReader.Read(SmallFramework.Folder);
        var model = framework.Model with { Assumptions = [.. framework.Model.Assumptions.Select(row => row.Parameter == Parameter.PostsGrowth ? row with { Low = -0.9, Central = -0.9, High = -0.9 } : row)] };
        var basis = new PlanBasis(framework with { Model = model });
        var (posts, refused) = AllocationMaker.TryMake(basis, AllocationRule.Typed, new Dictionary<string, double> { ["S1"] = 1, ["S2"] = 0, ["S3"] = 0 });
        Assert.Null(posts);
        Assert.StartsWith("By this rule Northern Hills would have -", refused, StringComparison.Ordinal);
    }
}
