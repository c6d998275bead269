using Cadre.Cli.Reports;
using Cadre.Cli.Reports.Sections;
using Cadre.Engine.Model;

namespace Cadre.Cli.Tests.Reports;

/// <summary>What a report and a comparison say where figures are few, alike, missed or without a range.</summary>
public class ReportWordsTests
{
    private static readonly ReportRun Run = ReportSamples.Run;

    private static ReportRun OneFuture => Run with { Statement = Run.Statement with { Futures = 1 } };

    [Fact]
    public void HowSure_EveryFutureAlikeAndChanceDrawn_SaysWhatLuckAloneLeaves()
    {
        var still = new GapRow("all", "All staff", 0, new Ranged(3.4, 3.4, 3.4), new Ranged(5, 5, 5), new Ranged(1.6, 1.6, 1.6), new Ranged(0.32, 0.32, 0.32));
        var run = Run with { About = Run.About with { OpeningPosts = 5 }, AnswerStaffGroups = [still], Chance = [new ReportChance(new CalendarMonth(2027, 3), "all", new Ranged(3.5, 2, 5), null)] };
        Assert.Equal("Every future has 3.4 FTE of staff, but luck alone leaves 2 to 5 people", new HeadlineSentences(run).HowSure().Answer);
        Assert.Contains(" Luck alone leaves 2 to 5 people in March 2027, on average 3.5.", new HeadlineSentences(run).HowSure().Because);
        var page = RunReport.Of(run);
        Assert.Contains("What luck alone does", page);
        Assert.Contains("<td class=\"n\">2 to 5</td>", page);
        Assert.DoesNotContain("What luck alone does", RunReport.Of(Run));
    }

    [Fact]
    public void Comparison_NoRanges_HasNoEmptyBracketsAndNamesThePath()
    {
        var a = OneFuture with { About = Run.About with { Command = "./cadre run 'my folder/it' --futures 1" } };
        var b = a with { Statement = a.Statement with { ResultsDigest = "s", Scenario = "train", ScenarioDigest = "d" }, About = a.About with { Command = "./cadre run 'my folder/it' --scenario x/train.yaml" }, Nation = [a.Nation[0] with { Staff = new Band(9_950, 0, 0, 0, 0) }] };
        var pair = new RunPair(a, b);
        Assert.Equal("In March 2027 the central run of B has 500 FTE more staff than A: 9,950 against 9,450.", ComparedTrend.Sentence(pair));
        Assert.Contains(pair.WhatCanBeCompared(), line => line.Contains("‘./cadre compare 'my folder/it' baseline x/train.yaml --futures 1 --seed 7’"));
        Assert.DoesNotContain(pair.WhatCanBeCompared(), line => line.Contains("nine in ten"));
        var alone = new RunPair(a with { Regions = [a.Regions[0]] }, b with { Regions = [a.Regions[0]] });
        Assert.Contains("Both runs have one place, so there is nothing to compare here.", ComparisonReport.Of(alone.A, alone.B));
    }

    [Fact]
    public void Comparison_NoTargetLikelier_SaysNoneIs()
    {
        var b = Run with { Targets = [Run.Targets[0] with { Probability = 0.5 }, Run.Targets[1]] };
        Assert.StartsWith("In B none of 2 targets is likelier than in A and 1 is less likely;", ComparedTargets.Sentence(new RunPair(Run, b)));
    }

    [Theory]
    [InlineData(17.0123e9, 6.3e6, "£17.012 billion")]
    [InlineData(17.0123e9, 2e8, "£17.0 billion")]
    [InlineData(312.44e6, 20_000, "£312.440m")]
    [InlineData(45_123, 100, "£45,123")]
    [InlineData(45_123, 0, "£45,100")]
    public void Pounds_BesideAnother_ShowsHowTheyDiffer(double value, double difference, string expected) => Assert.Equal(expected, MoneySection.Pounds(value, difference));

    [Fact]
    public void WillWe_TargetsMissed_SaysByHowMuchAndNamesAllThatShareTheLastPlace()
    {
        ReportTarget Of(string id, double probability, double central, double wanted) => ReportSamples.Target(id, probability) with { Figure = new Ranged(central, central, central), Value = wanted };
        var because = new HeadlineSentences(Run with { Targets = [Of("a", 0.5, 95, 100), Of("b", 0, 2_100, 19_000), Of("c", 0, -1_310, 11_000) with { IsAdded = true }] }).WillWe().Because;
        Assert.Equal(
            "Likeliest: “Target a”, 50%. Least likely: “Target b” and “Target c”, <1% each. Furthest off in the central run: “Target c” falls by 1,310 where +11,000 is wanted; “Target b” 2,100 of 19,000 wanted.",
            because);
        var share = Of("share", 0.1, 0.15, 0.1) with { IsShare = true, AtLeast = false };
        Assert.EndsWith("In the central run: 15.0% where at most 10% is wanted.", new HeadlineSentences(Run with { Targets = [share] }).WillWe().Because);
        Assert.StartsWith("Each holds in 50%.", new HeadlineSentences(Run with { Targets = [Of("a", 0.5, 95, 100), Of("b", 0.5, 95, 100)] }).WillWe().Because);
    }

    [Fact]
    public void WhereNot_RegionsHardlyDiffer_NamesNone()
    {
        GapRow[] regions = [ReportSamples.Row("nation", "Nation", 0, 11_000, 1_700), ReportSamples.Row("m", "Midlands", 1, 6_000, 950), ReportSamples.Row("s", "South West", 1, 5_000, 750)];
        var run = Run with { AnswerRegions = regions, AnswerStaffGroups = [ReportSamples.Row("all", "All staff", 0, 11_000, 1_700), Run.StaffGroups[2]] };
        var (answer, because) = new HeadlineSentences(run).WhereNot();
        Assert.Equal("Most posts vacant: Doctors, 18%; regions hardly differ (15 to 16%)", answer);
        Assert.DoesNotContain("by region", because);
        Assert.Equal(
            "Of any region, the most vacancies in March 2027 are in the Midlands, 950 FTE (855 to 1,040); shares of posts vacant hardly differ (15 to 16%).",
            GapSection.Sentence(run, regions[1..], ("region", "in"), run.Last));
    }

    [Theory]
    [InlineData("Midlands", "the Midlands")]
    [InlineData("North East and Yorkshire", "the North East and Yorkshire")]
    [InlineData("East of England", "the East of England")]
    [InlineData("London", "London")]
    [InlineData("South Yorkshire", "South Yorkshire")]
    public void InPlace_Region_TakesTheArticleItNeeds(string region, string expected) => Assert.Equal(expected, Wording.InPlace(region));

    [Theory]
    [InlineData(5, 8, "below")]
    [InlineData(5, 15, "partly within")]
    [InlineData(12, 15, "within")]
    [InlineData(21, 30, "above")]
    public void Beside_ExpectedTenToTwenty_SaysWhereTheRangeLies(double low, double high, string expected) => Assert.Equal(expected, Wording.Beside(low, high, 10, 20));

    [Fact]
    public void Levers_NoUnderDelivery_HeadingPromisesNoneAndSizesAreSaidToBeCertain()
    {
        var page = RunReport.Of(Run with { About = Run.About with { Levers = [new AboutLever("stay", "fewer leave", "why", "C", "Census")] } });
        Assert.Contains(">What levers add</h2>", page);
        Assert.DoesNotContain("what under-delivery costs", page);
        Assert.Contains("size is taken as certain: ranges are of everything else", page);
    }

    [Fact]
    public void Need_ServiceWithoutStaffAtTheStart_IsSaidToBeginEmpty()
    {
        ReportNeed Row(string service, double staff) => new(new CalendarMonth(2026, 4), service, "nurses", new Ranged(100, 90, 110), 0, staff, 100 - staff, null);
        Assert.EndsWith(" In April 2026 100 FTE are needed in services that begin empty.", TrendSection.NeedSentence(Run with { Needs = [Row("new", 0), Row("old", 80)] }));
        Assert.DoesNotContain("begin empty", TrendSection.NeedSentence(Run with { Needs = [Row("old", 80)] }));
    }
}
