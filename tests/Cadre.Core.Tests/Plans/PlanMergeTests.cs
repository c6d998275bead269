using Cadre.Core.Plans;
using Cadre.Core.Plans.Mergers;
using Cadre.Core.Plans.Sections;
using Cadre.Engine;
using Cadre.Engine.Results;

namespace Cadre.Core.Tests.Plans;

public sealed class PlanMergeTests
{
    private static readonly PlanBasis Small = PlanCase.Small;

    /// <summary>The two plans that share a trust, with posts changed in other quarters, levers and assumptions of both, and texts.</summary>
    private static readonly (string Name, PlannedPlace Place)[] Parts =
    [
        ("Northern Coast", PlanCase.Place(Small, "S2", PlanCase.More(Small, "S2", PlanCase.Nurses, 7.25m, 3), PlanCase.RetentionOfNurses("-2", "2026-04"), Narrative("The coast."))),
        ("Southern Plain", PlanCase.Place(Small, "S3", PlanCase.More(Small, "S3", PlanCase.Nurses, -3.5m, 5), PlanCase.LeavingOfNurses("9"), Narrative("The plain."))),
    ];

    [Fact]
    public void Of_TwoPlans_AddsUpPostsExactlyInEveryLineAndQuarter()
    {
        var merged = PlanMerge.Of(Small.Posts, Parts);
        Assert.Empty(merged.Check());
        Assert.True(MergerBridge.Of([.. Parts.Select(part => part.Place)], merged).Closes);
        var posts = (PostsContent)merged.Sections[PlanCase.Nurses.Section];
        Assert.Equal(Small.Quarters.Count - 3, posts.Fte.Count);
        Assert.Equal(merged.PrefilledOf(PlanCase.Nurses)[4] + 7.25m, merged.PostsOf(PlanCase.Nurses)[4]);
        Assert.Equal(merged.PrefilledOf(PlanCase.Nurses)[^1] + 3.75m, merged.PostsOf(PlanCase.Nurses)[^1]);
        Assert.Equal("Northern Coast: a test\nSouthern Plain: a test", posts.Reason);
        Assert.Equal(["S2"], merged.ItemsOf(SectionName.Levers).Select(item => item["place"]));
        Assert.Equal(["S3"], merged.ItemsOf(SectionName.Assumptions).Select(item => item["place"]));
        Assert.Equal("Northern Coast\nThe coast.\n\nSouthern Plain\nThe plain.", Assert.Single(merged.ItemsOf(SectionName.Narrative))["text"]);
    }

    [Fact]
    public void Of_TwoPlans_GivesTheSameCentralRun()
    {
        var before = Central([.. Parts.Select(part => part.Place)]);
        var after = Central([PlanMerge.Of(Small.Posts, Parts)]);
        for (var month = 1; month <= before.Months; month++)
        {
            foreach (var (was, now) in before.Account(month).ToArray().Zip(after.Account(month).ToArray()))
            {
                Assert.Equal(was.Posts, now.Posts, 1e-9);
                Assert.Equal(was.Closing.Fte, now.Closing.Fte, 1e-9);
            }
        }

        Assert.NotEqual(Small.Central.StaffFte(before.Months), after.StaffFte(before.Months), 1e-3);
    }

    [Fact]
    public void Of_AMergerOfAMerger_GivesTheSameCentralRunAndCountsCostOnce()
    {
        var lever = PlanCase.Item(
            SectionName.Levers, ("parameter", "leaving_rate"), ("staff_group", "nurses"), ("size", "-1"), ("start", "2026-04"), ("ramp_months", "6"), ("cost_per_year", "5000"), ("reason", "for both"));
        var first = PlanMerge.Of(Small.Posts, Parts) with { Sections = new Dictionary<string, SectionContent> { [lever.Section] = lever.Content } };
        var north = PlanCase.Place(Small, "S1", PlanCase.More(Small, "S1", PlanCase.Nurses, 2, 2));
        var second = PlanMerge.Of(Small.Posts, [("Both", first), ("Northern Hills", north)]);
        Assert.Equal(["S2", "S3"], second.ItemsOf(SectionName.Levers).Select(item => item["place"]));
        Assert.Equal(5000, PlanScenario.Of(Small, [second]).Levers.Sum(one => one.CostPerYear));
        var (before, after) = (Central([first, north]), Central([second]));
        Assert.Equal(before.StaffFte(before.Months), after.StaffFte(after.Months), 1e-9);
    }

    [Fact]
    public void Of_PlansOfAnotherAllocation_KeepsTheirPosts()
    {
        var flat = AllocationMaker.Make(Small, AllocationRule.Flat);
        var merged = PlanMerge.Of(flat, Parts);
        Assert.Empty(merged.Check());
        Assert.True(MergerBridge.Of([.. Parts.Select(part => part.Place)], merged).Closes);
    }

    [Fact]
    public void Of_OnePlanAlone_SaysWhatItSaid()
    {
        var merged = PlanMerge.Of(Small.Posts, [Parts[0]]);
        Assert.Equal(Parts[0].Place.Sections.Select(section => (section.Key, section.Value.ToText())).Order(), merged.Sections.Select(section => (section.Key, section.Value.ToText())).Order());
    }

    [Fact]
    public void Check_ItemOfAPlaceThatIsNotInThePlan_IsAFault()
    {
        var merged = PlanMerge.Of(Small.Posts, Parts);
        var (section, content) = PlanCase.LeavingOfNurses("9");
        var item = new Dictionary<string, string>(((ItemsContent)content).Items[0]) { ["place"] = "S1" };
        var problem = Assert.Single((merged with { Sections = new Dictionary<string, SectionContent> { [section] = new ItemsContent { Items = [item] } } }).Check());
        Assert.Equal(("place", "S1", "one of S2, S3"), (problem.Field, problem.Found, problem.Expected));
    }

    private static (string Section, SectionContent Content) Narrative(string text) => PlanCase.Item(SectionName.Narrative, ("text", text));

    private static CentralRun Central(IReadOnlyList<PlannedPlace> places) => NationalRun.Central(Small.Model, Small.Framework.RunMonths, PlanScenario.Of(Small, places));
}
