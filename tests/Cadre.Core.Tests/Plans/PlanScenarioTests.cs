using Cadre.Core.Plans;
using Cadre.Core.Plans.Sections;
using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Core.Tests.Plans;

public sealed class PlanScenarioTests
{
    [Fact]
    public void Of_PlansAsPrefilled_ChangesNothing()
    {
        var basis = PlanCase.England;
        var scenario = PlanScenario.Of(basis, basis.Places.Select(place => PlanCase.Place(basis, basis.Model.Places[place].Code)));
        Assert.Empty(scenario.PostsChanges);
        Assert.Empty(scenario.Levers);
        Assert.Empty(scenario.Changes);
    }

    [Fact]
    public void Of_SevenPostsMoreFromAQuarterOn_AreThereInTheCentralRunInEveryQuarter()
    {
        var basis = PlanCase.England;
        var run = Central(basis, PlanCase.Place(basis, "QKK", PlanCase.More(basis, "QKK", PlanCase.Nurses, 7, 3)));
        for (var q = 1; q < basis.Quarters.Count; q++)
            Assert.Equal(q < 3 ? 0 : 7, PostsOf(basis, run, "QKK", basis.Quarters[q].Month) - PostsOf(basis, basis.Central, "QKK", basis.Quarters[q].Month), 1e-6);
    }

    [Fact]
    public void Of_PlaceThatHasAPartOfATrust_AddsItsPostsToTheTrustsInItByTheirPosts()
    {
        var basis = PlanCase.Small;
        var run = Central(basis, PlanCase.Place(basis, "S3", PlanCase.More(basis, "S3", PlanCase.Nurses, 10, 1)));
        double[] added = [.. new[] { "T1", "T2", "T3" }.Select(trust => PostsOfTrust(basis, run, trust, 3) - PostsOfTrust(basis, basis.Central, trust, 3))];
        double[] weights = [0.3 * PostsOfTrust(basis, basis.Central, "T2", 3), PostsOfTrust(basis, basis.Central, "T3", 3)];
        // Published moves take posts with the people who move, and so carry a trace of what changes elsewhere.
        Assert.Equal(0, added[0], 1e-3);
        Assert.Equal(10 * weights[0] / weights.Sum(), added[1], 1e-3);
        Assert.Equal(10 * weights[1] / weights.Sum(), added[2], 1e-3);
    }

    [Fact]
    public void Of_OverriddenLeavingRate_MovesTheRateOfItsTrustsFromTheRegistersValueToIt()
    {
        var basis = PlanCase.Small;
        var place = PlanCase.Place(basis, "S3", PlanCase.LeavingOfNurses("12"));
        var scenario = PlanScenario.Of(basis, [place]);
        var now = Assert.Single(PlanScenario.RulingIn(place, place.ItemsOf(SectionName.Assumptions)[0]));
        Assert.Equal(["T2", "T3"], scenario.Levers.Select(lever => basis.Model.Places[lever.Place!.Value].Code));
        Assert.Equal(0.3 * (0.12 - now.Value), scenario.Levers[0].Size, 1e-12);
        Assert.Equal(0.12 - now.Value, scenario.Levers[1].Size, 1e-12);
        Assert.All(scenario.Levers, lever => Assert.Equal((LeverParameter.LeavingRate, LeverEffect.Add, basis.Model.MonthAt(1)), (lever.Parameter, lever.Effect, lever.Start)));
    }

    [Fact]
    public void Of_RetentionLever_KeepsMoreNursesInThePlace()
    {
        var basis = PlanCase.England;
        var run = Central(basis, PlanCase.Place(basis, "QKK", PlanCase.RetentionOfNurses("-2", "2026-04")));
        Assert.True(StaffOf(basis, run, "QKK") > StaffOf(basis, basis.Central, "QKK") + 1);
    }

    [Fact]
    public void Check_EveryKindOfFault_NamesFieldFoundAndExpected()
    {
        var basis = PlanCase.Small;
        var place = PlanCase.Place(
            basis, "S3", (PlanCase.Nurses.Section, new PostsContent { Fte = new SortedDictionary<string, decimal> { ["2026-02"] = 1, ["2026-03"] = -1, ["2026-06"] = 1.005m } }),
            PlanCase.RetentionOfNurses("abc", "1999-01"), PlanCase.LeavingOfNurses("101"), ("posts/all/astronauts", new PostsContent()));
        var problems = place.Check().Select(problem => (problem.Section, problem.Field, problem.Found)).ToList();
        Assert.Contains((PlanCase.Nurses.Section, "2026-02", "2026-02"), problems);
        Assert.Contains((PlanCase.Nurses.Section, "2026-03", "-1"), problems);
        Assert.Contains((PlanCase.Nurses.Section, "2026-06", "1.01"), problems);
        Assert.Contains((PlanCase.Nurses.Section, "reason", ""), problems);
        Assert.Contains((SectionName.Levers, "size", "abc"), problems);
        Assert.Contains((SectionName.Levers, "start", "1999-01"), problems);
        Assert.Contains((SectionName.Assumptions, "value", "101"), problems);
        Assert.Contains(("posts/all/astronauts", "", "posts/all/astronauts"), problems);
        Assert.Equal(8, problems.Count);
    }

    private static CentralRun Central(PlanBasis basis, PlannedPlace place) => NationalRun.Central(basis.Model, basis.Framework.RunMonths, PlanScenario.Of(basis, [place]));

    private static double PostsOf(PlanBasis basis, CentralRun run, string place, int month) =>
        basis.CohortsOf(basis.PlaceOf(place)!.Value, PlanCase.Nurses).Sum(cohort => cohort.Weight * run.Account(month)[cohort.Cohort].Posts);

    private static double PostsOfTrust(PlanBasis basis, CentralRun run, string trust, int month) =>
        basis.Model.Cohorts.Index().Where(cohort => basis.Model.Places[cohort.Item.Place].Code == trust && basis.Model.StaffGroups[cohort.Item.StaffGroup].Code == "nurses").Sum(cohort => run.Account(month)[cohort.Index].Posts);

    private static double StaffOf(PlanBasis basis, CentralRun run, string place) =>
        basis.CohortsOf(basis.PlaceOf(place)!.Value, PlanCase.Nurses).Sum(cohort => cohort.Weight * run.Account(run.Months)[cohort.Cohort].Closing.Fte);

    [Theory]
    [InlineData("1234.5", true, 1234.5)]
    [InlineData(" 1,234.5 ", true, 1234.5)]
    [InlineData("-2.5", true, -2.5)]
    [InlineData("12,5", false, 0)]
    [InlineData("1,23", false, 0)]
    [InlineData("1,2345", false, 0)]
    [InlineData("seven", false, 0)]
    [InlineData("", false, 0)]
    public void TryParse_CommasThatMarkThousands_AreTakenAndOthersRefused(string text, bool isNumber, double number)
    {
        Assert.Equal(isNumber, PlanNumbers.TryParse(text, out var found));
        if (isNumber) Assert.Equal((decimal)number, found);
    }
}
