using Cadre.Core.Plans;

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
}
