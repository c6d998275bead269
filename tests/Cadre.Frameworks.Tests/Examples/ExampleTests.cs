using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;
using static Cadre.Frameworks.Tests.Examples.ExampleRuns;

namespace Cadre.Frameworks.Tests.Examples;

/// <summary>
/// Every folder of frameworks/examples against the answer that its README derives, to 1 part in a thousand million.
/// </summary>
public sealed class ExampleTests
{
    public static TheoryData<string> Names => [.. Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Example_ReadAndRun_HasAReadmeAndATestOfItsOwn(string name)
    {
        Assert.True(File.Exists(Path.Combine(Root, name, "README.md")));
        var words = string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        Assert.Contains(typeof(ExampleTests).GetMethods().Concat(typeof(NeedAndMoneyExampleTests).GetMethods()), method => method.Name.StartsWith(words + "_", StringComparison.Ordinal));
    }

    [Fact]
    public void LeaversByAge_ElevenMonths_AreTwoExponentials() =>
        Close((500 * Math.Exp(-0.05 * 11 / 12)) + (500 * Math.Exp(-0.15 * 11 / 12)), Run("leavers-by-age", 11)[11].Closing.Heads);

    [Fact]
    public void PlannedPosts_MarchAndApril_ComeAfterTheYearsGrowth()
    {
        var added = Run("planned-posts", 7, cohort: 1);
        Assert.Equal(0, added[5].Posts);
        Close(20, added[6].Posts);
        Close(27, added[7].Posts);
        Close(20 * Phi, added[6].Closing.Fte);
        Close((20 * Phi) + ((27 - (20 * Phi)) * Phi), added[7].Closing.Fte);
    }

    [Theory]
    [InlineData(0, 2.75)]
    [InlineData(1, 0.25)]
    public void FirstOfARole_JanuaryAndFebruary_HireWhoArrives(int trust, double arrivals)
    {
        var associates = Run("first-of-a-role", 5, cohort: trust);
        Assert.Equal((0, 0), (associates[3].Posts, associates[3].Closing.Heads));
        Close(arrivals * Phi, associates[4].Closing.Heads);
        Close(2 * arrivals * Phi, associates[5].Closing.Fte);
    }

    [Fact]
    public void RetirementCliff_ThreeYears_CohortsGoOneByOne() =>
        Close(100 * (Math.Exp(-1.8) + Math.Exp(-1.2) + Math.Exp(-0.6)), Run("retirement-cliff", 36)[36].Closing.Heads);

    [Fact]
    public void Conversion_MarchAndSeptember_TakeTheYearsHazardInTwo()
    {
        var nurses = Run("conversion", 12, cohort: 1);
        var associates = Run("conversion", 12);
        Close(100, associates[5].Closing.Heads);
        Close(100 * Math.Exp(-0.12), associates[6].Closing.Heads);
        Close(100 * Math.Exp(-0.24), associates[12].Closing.Heads);
        Close(200 + (100 * (1 - Math.Exp(-0.24))), nurses[12].Closing.Heads);
        Close(90 * (1 - Math.Exp(-0.12)), associates[6].MovesOut.Fte);
        Close(95 * (1 - Math.Exp(-0.12)), nurses[6].MovesIn.Fte);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Participation_FlexibleRetirement_LosesHoursFirstAndPaysLater(int years)
    {
        Close(40 + (40 * Math.Exp(-0.24 * years)), Run("participation", 36)[12 * years].Closing.Fte);
        var flexible = Run("participation", 36, "flexible-retirement");
        Close(40 + (30 * Math.Exp(-0.12 * years)), flexible[12 * years].Closing.Fte);
        Close(-10, flexible[1].Hours);
        Close(50 + (50 * Math.Exp(-0.12 * years)), flexible[12 * years].Closing.Heads);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(24)]
    public void FirstYears_NewAndSettled_LeaveAtTheirOwnRates(int months)
    {
        var stay = Math.Exp(-0.01);
        var settled = Enumerable.Range(1, months).Sum(k => 100 * Math.Pow(stay, k) * Math.Pow(11.0 / 12, k - 1) / 12 * Math.Exp(-0.01 / 3 * (months - k)));
        Close((100 * Math.Pow(stay * 11 / 12, months)) + settled, Run("first-years", 24)[months].Closing.Heads);
    }

    [Fact]
    public void Movers_MonthOne_FollowTheRoom()
    {
        var p = 1 - Math.Exp(-0.01);
        var (full, growing) = (Run("movers", 1)[1], Run("movers", 1, cohort: 1)[1]);
        var (wantFull, wantGrowing) = (Phi * 0.5 * p * 1000, Phi * (20 + (0.5 * p * 180)) / 0.9);
        var moving = 0.5 * p * 1200;
        Assert.True(wantFull + wantGrowing > moving);
        var (toFull, toGrowing) = (moving * wantFull / (wantFull + wantGrowing), moving * wantGrowing / (wantFull + wantGrowing));
        Close(0.3 * p * 1000, full.Leavers.Heads);
        Close((0.2 * p * 1000) + (toGrowing * 5 / 6), full.MovesOut.Heads);
        Close(toFull / 6, full.MovesIn.Heads);
        Close((0.2 * p * 200) + (toFull / 6), growing.MovesOut.Heads);
        Close(toGrowing * 5 / 6, growing.MovesIn.Heads);
    }

    [Fact]
    public void LocalFirst_TwoMonths_TheOwnPoolThenTheNations()
    {
        var result = Result("local-first", 2, "baseline");
        var (rest, second) = ((20 / 0.9) - 12, 40 / 0.9);
        Close(Phi * 20 / 0.9, result.Account(1)[0].Joiners.Heads);
        Close(Phi * second, result.Account(1)[1].Joiners.Heads);
        Close(Phi * 12, result.Flows.JoinersOf(1, 1)[0].Heads);
        Close(Phi * (rest + second), result.Flows.JoinersOf(0, 1)[0].Heads);

        var (own, nations) = (Stay * 12, 0.75 * (60 - (Phi * (rest + second))));
        (rest, second) = (((1 - Phi) * 20 / 0.9) - own, (1 - Phi) * second);
        Assert.True(rest + second > nations);
        Close(Phi * (own + (nations * rest / (rest + second))), result.Account(2)[0].Joiners.Heads);
        Close(Phi * nations * second / (rest + second), result.Account(2)[1].Joiners.Heads);
        Close(Phi * own, result.Flows.JoinersOf(1, 2)[0].Heads);
        Close(Phi * nations, result.Flows.JoinersOf(0, 2)[0].Heads);
    }

    [Fact]
    public void TeamOfFive_TwoYears_IsBinomial()
    {
        const int runs = 4000;
        var model = FrameworkReader.Read(Path.Combine(Root, "team-of-five")).Model;
        var left = NationalRun.Run(model, new RunOptions { Months = 24, Futures = runs, Threads = 2, Chance = true }).Chance!
            .InEveryRun(new Line(model.Nation, null, 0), 24, Measure.Heads);
        var (stay, choose) = (Math.Exp(-0.4), 1.0);
        for (var k = 0; k <= 5; choose *= (5.0 - k) / (k + 1), k++)
        {
            var expected = choose * Math.Pow(stay, k) * Math.Pow(1 - stay, 5 - k);
            Assert.Equal(expected, left.Count(heads => heads == k) / (double)runs, 4 * Math.Sqrt(expected * (1 - expected) / runs));
        }

        Assert.Equal(5 * stay, left.Average(), 4 * Math.Sqrt(5 * stay * (1 - stay) / runs));
        Close(5 * stay, Run("team-of-five", 24)[24].Closing.Heads);
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void ScarceCandidates_FirstMonth_AreSharedByAttractiveness(int trust, double attractiveness) =>
        Close(Phi * 30 / 3.5 * attractiveness, Run("scarce-candidates", 1, cohort: trust)[1].Joiners.Heads);

    [Fact]
    public void TwoEmployers_FirstMonth_StaffBySectorComeFromOnePool()
    {
        var (trust, charity) = (100 * Math.Exp(-0.1 / 12), 20 * Math.Exp(-0.3 / 12));
        var shared = 9 / (125 - trust + (2 * (25 - charity)));
        var model = FrameworkReader.Read(Path.Combine(Root, "two-employers")).Model;
        var run = NationalRun.Run(model, new RunOptions { Months = 1, Futures = 200 });
        double Central(EmployerSector? sector, Measure measure) => run.Central(new Line(model.Nation, null, 1, sector), 1, measure);

        Close(trust + (Phi * shared * (125 - trust)), Central(EmployerSector.NhsMentalHealth, Measure.Fte));
        Close(charity + (Phi * 2 * shared * (25 - charity)), Central(EmployerSector.ThirdSector, Measure.Fte));
        Close(trust + charity + (Phi * 9), Central(null, Measure.Fte));
        Assert.Equal((125, 25, 150), (Central(EmployerSector.NhsMentalHealth, Measure.Posts), Central(EmployerSector.ThirdSector, Measure.Posts), Central(null, Measure.Posts)));
        // Each future has one of 200 strata of the months to fill.
        Assert.Equal((2.854468855812207 - 2) / 2, run.Targets[0].Reached!.Probability, 1 / 200.0);
        Assert.Equal((2.922103237756419 - 2) / 2, run.Targets[1].Reached!.Probability, 1 / 200.0);
    }

    [Theory]
    [InlineData("baseline", 10)]
    [InlineData("more-posts", 12)]
    public void Elasticity_AfterFortyYears_StaffRestWhereHiresReplaceLeavers(string scenario, double arrivals)
    {
        var perHire = (1 - Stay) / Phi;
        var rest = arrivals / perHire / (1 - Math.Exp(-0.5 / 12));
        // What is left of the opening hundred, and of the first months' smaller pool, after 480 months.
        Assert.Equal(rest, Run("elasticity", 480, scenario)[480].Closing.Heads, rest * 3 * Math.Exp(-19));
    }

    [Fact]
    public void LeverRamp_AYear_HazardsOfTheRampAndTheFloorAddUp()
    {
        Close(100 * Math.Exp(-((2 * 0.12) + 0.105 + 0.09 + (8 * 0.08)) / 12), Run("lever-ramp", 12, "retention")[12].Closing.Heads);
        Close(100 * Math.Exp(-0.12), Run("lever-ramp", 12)[12].Closing.Heads);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(30)]
    [InlineData(31)]
    [InlineData(37)]
    [InlineData(45)]
    public void PipelineLag_Joiners_ComeYearsAfterTheirPlaces(int month)
    {
        Dictionary<int, double> arrivals = new() { [25] = 28.8 * 0.9, [31] = 3.2 * 0.9, [37] = 43.2 * 0.9, [43] = 4.8 * 0.9 };
        Close(Joiners(month, at => arrivals.GetValueOrDefault(at)), Run("pipeline-lag", 48)[month].Joiners.Heads);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(24)]
    public void ReturnToPractice_Joiners_RunDownWithThoseOutside(int month)
    {
        static double Arrivals(int at) => 800 * (1 - Math.Exp(-0.02)) * Math.Exp(-0.02 * Math.Max(0, at - 4));
        Close(JoinersSinceEver(month, Arrivals), Run("return-to-practice", 24)[month].Joiners.Heads);
    }

    [Theory]
    [InlineData("baseline", 24, 10)]
    [InlineData("hard-times", 12, 10)]
    [InlineData("hard-times", 24, 5)]
    public void InternationalFloor_Joiners_StopAtTheFloor(string scenario, int month, double later) =>
        Close(JoinersSinceEver(month, at => at <= 12 ? 10 : later), Run("international-floor", 24, scenario)[month].Joiners.Heads);
}
