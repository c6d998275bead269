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
    public void Make_PopulationByAge_SharesByPeopleTimesNeed()
    {
        var basis = PlanCase.Small;
        var grid = AllocationMaker.Make(basis, AllocationRule.Population);
        // People x weight by hand: 60,000 x 1.5 + 190,000 x 1 + 60,000 x 2.25, and so on.
        double[] weighted = [415_000, 371_250, 517_000];
        var nation = basis.National.Of(basis.NationCode, PlanCase.Nurses);
        var gained = nation[^1] - nation[0];
        Assert.NotEqual(0, gained);
        string[] places = ["S1", "S2", "S3"];
        Assert.Equal(LargestRemainder.Share(gained, weighted), places.Select(place => grid.Of(place, PlanCase.Nurses)[^1] - grid.Of(place, PlanCase.Nurses)[0]));
    }

    [Fact]
    public void Make_PopulationWhereAServiceHasWeightsOfItsOwn_GoesByThose()
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        File.AppendAllLines(Path.Combine(copy, "need_weights.csv"), ["all,0,18,1,synthetic,D,2026-01-15,", "all,18,,0,synthetic,D,2026-01-15,"]);
        var basis = new PlanBasis(FrameworkReader.Read(copy));
        var shares = AllocationShares.Of(basis, AllocationRule.Population, AllocationMaker.Make(basis, AllocationRule.Population));
        Assert.Equal([("S2", 50_000 / 210_000.0), ("S1", 60_000 / 210_000.0), ("S3", 100_000 / 210_000.0)], shares.Rows.Select(row => (row.Place, row.Share)));
        Assert.All(shares.Rows, row => Assert.Equal("All services", row.Service));
        Assert.Contains("ages 0 to 17: 1.5; 18 to 64: 1.0; 65 and over: 2.25. All services, ages 0 to 17: 1.0; 18 and over: 0.0", AllocationOrigin.Of(basis, AllocationRule.Population), StringComparison.Ordinal);
    }

    [Fact]
    public void Make_PopulationOfEngland_GivesAPlaceOfOldPeopleMoreThanItsHeads()
    {
        var basis = PlanCase.England;
        var posts = AllocationMaker.Make(basis, AllocationRule.Population);
        var shares = AllocationShares.Of(basis, AllocationRule.Population, posts);
        var people = shares.Rows.Sum(row => row.People!.Value);
        Assert.Equal(1, shares.Rows.Sum(row => row.Share), 1e-12);
        Assert.Equal(people, shares.Rows.Sum(row => row.Weight), 1e-3);
        Assert.Equal(basis.Lines.Sum(line => basis.National.Of(basis.NationCode, line)[^1] - basis.National.Of(basis.NationCode, line)[0]), shares.Gets);
        // Worked out from the files by themselves.
        var weights = Rows("need_weights.csv").Select(row => (From: int.Parse(row[1]), Weight: double.Parse(row[3]))).ToArray();
        var byHand = Rows("population_ages.csv").GroupBy(row => row[0]).ToDictionary(rows => rows.Key, rows => rows.Sum(row => double.Parse(row[3]) * weights.Last(weight => weight.From <= int.Parse(row[1])).Weight));
        var all = shares.Rows.Sum(row => byHand[row.Place]);
        Assert.All(shares.Rows, row => Assert.Equal(byHand[row.Place] / all, row.Share, 1e-12));
        var dorset = shares.Rows.Single(row => row.Place == "QVV");
        var london = shares.Rows.Single(row => row.Place == "QRV");
        Assert.True(dorset.Share > dorset.People / people && london.Share < london.People / people);
        Assert.Contains("Mental Health Bulletin, 2023-24 annual report: main findings, grade C", AllocationOrigin.Of(basis, AllocationRule.Population), StringComparison.Ordinal);
    }

    [Fact]
    public void Make_FrameworkWithoutAges_CountsEverybodyAlikeAndSaysSo()
    {
        var basis = new PlanBasis(FrameworkReader.Read(SmallFramework.Folder) with { NeedByAge = null });
        var shares = AllocationShares.Of(basis, AllocationRule.Population, AllocationMaker.Make(basis, AllocationRule.Population));
        Assert.Equal([265_000, 310_000, 402_000], shares.Rows.Select(row => row.Weight), (one, other) => Math.Abs(one - other) < 1e-6);
        Assert.Equal("The people who live in each place, all alike: small-nation has no population by age.", AllocationOrigin.Of(basis, AllocationRule.Population));
    }

    [Fact]
    public void TryMake_PopulationThatIsNotThere_IsRefusedByName()
    {
        var framework = FrameworkReader.Read(SmallFramework.Folder) with { NeedByAge = null };
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

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(Path.Combine(Repository.Root, "frameworks", "england-2025", file)).Skip(1).Select(line => line.Split(','));
}
