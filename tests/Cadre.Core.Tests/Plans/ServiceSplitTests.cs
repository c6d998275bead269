using Cadre.Core.Plans;
using Cadre.Core.Plans.Mergers;
using Cadre.Core.Plans.RollUp;
using Cadre.Core.Plans.Sections;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Core.Tests.Plans;

/// <summary>Posts of plans by service, where the framework has no split.</summary>
public sealed class ServiceSplitTests
{
    private static readonly PlanLine Doctors = new("all", "doctors");

    /// <summary>Nurses in thirds that are no hundredths, everybody else to community teams and one in words.</summary>
    private static (string Section, SectionContent Content) Shares => Items(
        Share("nurses", "community", "33.3"), Share("nurses", "crisis", "33.3"), Share("nurses", "wards", "33.4"), Share("all", "community", "62.5"), Share("all", "", "37.5", "Street triage"));

    [Fact]
    public void PartsOf_TypedShares_AddUpToEveryLineAndQuarterExactly()
    {
        var place = PlanCase.Place(PlanCase.Small, "S3", Shares, PlanCase.More(PlanCase.Small, "S3", PlanCase.Nurses, 7.25m, 3));
        Assert.Empty(place.Check());
        var split = new ServiceSplit(place);
        AssertAddsUp(place, split);
        Assert.Equal(["Community teams", "Crisis teams", "Wards"], split.PartsOf(PlanCase.Nurses).Select(part => part.Service.Name));
        Assert.Equal(["Community teams", "Street triage"], split.PartsOf(Doctors).Select(part => part.Service.Name));
        var nurses = place.PostsOf(PlanCase.Nurses)[^1];
        Assert.InRange(split.PartsOf(PlanCase.Nurses)[2].Posts[^1], (nurses * 0.334m) - 0.01m, (nurses * 0.334m) + 0.01m);
        Assert.Equal("Typed, grade D: rota of March", Assert.Single(split.SharesOf(PlanCase.Nurses)).Origin);
    }

    [Fact]
    public void PartsOf_EveryLineOfARealSystem_AddsUpExactlyAndIsNeverNegative()
    {
        var basis = PlanCase.England;
        var code = basis.Model.Places[basis.Places[0]].Code;
        var shares = basis.Framework.PlanServices.Take(7).Select((service, i) => Share("all", service.Code, i < 6 ? "14.29" : "14.26")).ToArray();
        var place = PlanCase.Place(basis, code, Items(shares));
        Assert.Empty(place.Check());
        AssertAddsUp(place, new ServiceSplit(place));
        Assert.Equal(7, new ServiceSplit(place).PartsOf(PlanCase.Nurses).Count);
    }

    [Fact]
    public void PartsOf_NoShares_IsNotSplit()
    {
        var place = PlanCase.Place(PlanCase.Small, "S3");
        var split = new ServiceSplit(place);
        Assert.False(split.IsSplit);
        var (service, posts) = Assert.Single(split.PartsOf(PlanCase.Nurses));
        Assert.Equal(SplitService.None, service);
        Assert.Equal(place.PostsOf(PlanCase.Nurses), posts);
    }

    [Fact]
    public void PartsOf_SharesOfTheFramework_ShowTheirSourceAndGiveWayToTypedOnes()
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        File.WriteAllLines(Path.Combine(copy, "service_shares.csv"),
        [
            "place,staff_group,plan_service,share,source,grade,known_on,note",
            "small,all,wards,100,synthetic,D,2026-01-15,", "R2,clinical,community,75,synthetic,B,2026-01-15,", "R2,clinical,crisis,25,synthetic,C,2026-01-15,",
        ]);
        var basis = new PlanBasis(FrameworkReader.Read(copy));
        var imported = new ServiceSplit(PlanCase.Place(basis, "S3"));
        Assert.Equal(["Community teams", "Crisis teams"], imported.PartsOf(PlanCase.Nurses).Select(part => part.Service.Name));
        Assert.Equal(["Wards"], imported.PartsOf(new PlanLine("all", "support")).Select(part => part.Service.Name));
        Assert.Equal("Imported, grade C: Made up for tests", Assert.Single(imported.SharesOf(PlanCase.Nurses)).Origin);
        Assert.Equal(["Wards"], new ServiceSplit(PlanCase.Place(basis, "S1")).PartsOf(PlanCase.Nurses).Select(part => part.Service.Name));
        var typed = new ServiceSplit(PlanCase.Place(basis, "S3", Items(Share("nurses", "wards", "100"))));
        Assert.Equal(["Wards"], typed.PartsOf(PlanCase.Nurses).Select(part => part.Service.Name));
        Assert.Equal(["Community teams", "Crisis teams"], typed.PartsOf(Doctors).Select(part => part.Service.Name));
    }

    [Fact]
    public void PartsOf_PlacesThatMerged_KeepTheirOwnShares()
    {
        var basis = PlanCase.Small;
        var coast = PlanCase.Place(basis, "S2", Items(Share("nurses", "wards", "100")), PlanCase.More(basis, "S2", PlanCase.Nurses, 7.25m, 3));
        var plain = PlanCase.Place(basis, "S3", Items(Share("nurses", "wards", "20"), Share("nurses", "crisis", "80")));
        var merged = PlanMerge.Of(basis.Posts, [("Northern Coast", coast), ("Southern Plain", plain)]);
        Assert.Empty(merged.Check());
        var split = new ServiceSplit(merged);
        AssertAddsUp(merged, split);
        var (own, other) = (new ServiceSplit(coast).PartsOf(PlanCase.Nurses), new ServiceSplit(plain).PartsOf(PlanCase.Nurses).ToDictionary());
        var after = split.PartsOf(PlanCase.Nurses).ToDictionary(part => part.Service.Name, part => part.Posts);
        Assert.Equal(other[new SplitService("crisis", "Crisis teams")], after["Crisis teams"]);
        Assert.Equal(own[0].Posts.Zip(other[new SplitService("wards", "Wards")], (one, two) => one + two), after["Wards"]);
    }

    [Fact]
    public void PartsOf_SharesOfOnePlaceBesideThoseOfAll_MeanTheSameAfterAnotherMerger()
    {
        var basis = PlanCase.Small;
        var own = Share("nurses", "wards", "100");
        own.Add(SectionDefinition.MemberField, "S2");
        var both = new PlannedPlace(basis, basis.Posts, ["S2", "S3"], new[] { Items(own, Share("nurses", "crisis", "100")) }.ToDictionary(item => item.Section, item => item.Content));
        var merged = PlanMerge.Of(basis.Posts, [("Both", both), ("Northern Hills", PlanCase.Place(basis, "S1"))]);
        Assert.Empty(merged.Check());
        var parts = new ServiceSplit(merged).PartsOf(PlanCase.Nurses).ToDictionary(part => part.Service.Name, part => part.Posts);
        Assert.Equal(basis.Posts.Of("S2", PlanCase.Nurses).ToArray(), parts["Wards"]);
        Assert.Equal(basis.Posts.Of("S3", PlanCase.Nurses).ToArray(), parts["Crisis teams"]);
        Assert.Equal(basis.Posts.Of("S1", PlanCase.Nurses).ToArray(), parts["Not split"]);
    }

    [Theory]
    [InlineData("nurses:wards:60|nurses:crisis:30", "Shares of Nurses together: found \"90\", expected 100 per cent")]
    [InlineData("nurses:wards:60|nurses:crisis:40.01", "Shares of Nurses together: found \"100.01\", expected 100 per cent")]
    [InlineData("nurses:wards:60|nurses:wards:40", "Share 2, service: found \"Wards\", expected each service once for a staff group; share 1 has it already")]
    [InlineData("nurses::100", "Share 1, service: expected one of the list, or another service in words")]
    [InlineData("nurses:wards:100:Triage", "Share 1, another service: found \"Triage\", expected nothing, where a service of the list is chosen")]
    [InlineData("nurses::100:wards", "Share 1, another service: found \"wards\", expected Wards chosen from the list")]
    [InlineData("nurses:wards:0", "Share 1, share, per cent: found \"0\", expected a number from 0.01 to 100")]
    [InlineData("midwives:wards:100", "Share 1, staff group: found \"midwives\", expected one of the list")]
    public void Check_WhatCannotBe_SaysWhatWasFoundAndExpected(string items, string expected)
    {
        var shares = items.Split('|').Select(item => item.Split(':')).Select(item => Share(item[0], item[1], item[2], item.Length > 3 ? item[3] : "")).ToArray();
        Assert.Equal([expected], PlanCase.Place(PlanCase.Small, "S3", Items(shares)).Check().Select(problem => problem.Text));
    }

    [Fact]
    public void Scenario_OfAPlanThatSplitsPosts_IsTheFrameworksOwn()
    {
        var scenario = PlanScenario.Of(PlanCase.Small, [PlanCase.Place(PlanCase.Small, "S3", Shares)]);
        Assert.Empty(scenario.Levers);
        Assert.Empty(scenario.PostsChanges);
    }

    [Fact]
    public void Between_TwoSplits_NamesPostsByServiceAndTheShares()
    {
        var (before, after) = (PlanCase.Place(PlanCase.Small, "S3"), PlanCase.Place(PlanCase.Small, "S3", Items(Share("nurses", "wards", "100"))));
        var differences = PlanDifference.Between(before, after);
        var opening = PlanNumbers.Of(before.PostsOf(PlanCase.Nurses)[0]);
        var posts = differences.Where(difference => difference.Title == "Posts by service").ToList();
        Assert.Equal(2, posts.Count);
        Assert.StartsWith("Nurses, Wards, the opening day to ", posts[0].Label, StringComparison.Ordinal);
        Assert.StartsWith("0.00", posts[0].Before, StringComparison.Ordinal);
        Assert.StartsWith(opening, posts[0].After, StringComparison.Ordinal);
        Assert.StartsWith("Nurses, Not split, ", posts[1].Label, StringComparison.Ordinal);
        Assert.StartsWith("0.00", posts[1].After, StringComparison.Ordinal);
        Assert.Contains(differences, difference => difference is { Title: "Services", Label: "Share 1" } && difference.After.Contains("Service: Wards", StringComparison.Ordinal));
        Assert.DoesNotContain(PlanDifference.Between(before, before), _ => true);
    }

    [Fact]
    public void ServiceSums_PlansWithAndWithoutASplit_AddUpToTheSumExactly()
    {
        var basis = PlanCase.Small;
        var sum = PlanCase.Sum(basis, code => code == "S1" ? [Shares] : code == "S2" ? [Items(Share("all", "", "100", "Street triage"))] : []);
        var services = new ServiceSums(sum);
        Assert.Equal(["Community teams", "Crisis teams", "Wards", "Street triage", "Not split"], services.Services.Select(service => service.Name));
        Assert.Equal([1, 1, 1, 2, 1], services.Services.Select(services.PlansOf));
        foreach (var line in basis.Lines)
        {
            var all = sum.SumOf(line);
            Assert.All(Enumerable.Range(0, all.Length), q => Assert.Equal(all[q], services.Services.Sum(service => services.Of(service, line)[q])));
        }

        Assert.Equal(sum.Plans.Single(plan => plan.Plan.Place == "S3").Place.Lines.Sum(line => basis.Posts.Of("S3", line)[^1]), services.TotalOf(SplitService.None, basis.Quarters.Count - 1));
    }

    private static void AssertAddsUp(PlannedPlace place, ServiceSplit split)
    {
        foreach (var line in place.Lines)
        {
            var (posts, parts) = (place.PostsOf(line), split.PartsOf(line));
            Assert.All(posts.Index(), quarter => Assert.Equal(quarter.Item, parts.Sum(part => part.Posts[quarter.Index])));
            Assert.All(parts, part => Assert.All(part.Posts, fte => Assert.True(fte >= 0 && fte % LargestRemainder.Unit == 0)));
        }
    }

    private static Dictionary<string, string> Share(string group, string service, string share, string other = "") =>
        new() { [ServiceItems.Group] = group, [ServiceItems.Service] = service, [ServiceItems.Other] = other, [ServiceItems.Share] = share, [ServiceItems.Reason] = "rota of March" };

    private static (string Section, SectionContent Content) Items(params Dictionary<string, string>[] items) => (SectionName.Services, new ItemsContent { Items = items });
}
