using Cadre.Cli.Reports;
using Cadre.Cli.Reports.Sections;

namespace Cadre.Cli.Tests.Reports;

/// <summary>What the sentences of a report make of figures.</summary>
public class ReportSentenceTests
{
    private static readonly ReportRun Run = ReportSamples.Run;

    [Fact]
    public void WillWe_SomeLikely_CountsThemAndNamesBothEnds()
    {
        var (answer, because) = new HeadlineSentences(Run).WillWe();
        Assert.Equal("In part: 1 of 2 targets is likely", answer);
        Assert.Equal("Likeliest: “Target first”, 80%. Least likely: “Target second”, 20%.", because);
    }

    [Theory]
    [InlineData(0.95, "Very likely")]
    [InlineData(0.5, "About as likely as not")]
    [InlineData(0.05, "Very unlikely")]
    public void WillWe_OneTarget_SaysHowLikely(double probability, string expected) =>
        Assert.Equal(expected, new HeadlineSentences(Run with { Targets = [ReportSamples.Target("only", probability)] }).WillWe().Answer);

    [Fact]
    public void WillWe_NoneLikelyAllLikelyOrNoTarget_SaysSo()
    {
        string Of(params ReportTarget[] targets) => new HeadlineSentences(Run with { Targets = targets }).WillWe().Answer;
        Assert.Equal("Not as things stand: none of 2 targets is likely", Of(ReportSamples.Target("a", 0.1), ReportSamples.Target("b", 0.6)));
        Assert.Equal("Yes, as things stand: all 2 targets are likely", Of(ReportSamples.Target("a", 0.7), ReportSamples.Target("b", 0.9)));
        Assert.Equal("No target is set", Of());
        Assert.Equal("Beyond this run", Of(ReportSamples.Target("a", 0) with { Figure = null }));
    }

    [Fact]
    public void WhereNot_Gap_NamesLargestShareAndLargestNumber()
    {
        var (answer, because) = new HeadlineSentences(Run).WhereNot();
        Assert.Equal("Most posts vacant: Doctors, 18%; North, 18%", answer);
        Assert.Equal("Share of posts in March 2027. Of 1,550 FTE vacant (1,400 to 1,710); the most by staff group are 1,000 (Nurses), by region 1,100 (North).", because);
    }

    [Fact]
    public void Why_PostsOutgrowStaff_SaysSoWithBothAndTheDriver()
    {
        var (answer, because) = new HeadlineSentences(Run).Why();
        Assert.Equal("Posts grow faster than staff", answer);
        Assert.Equal("By March 2027 staff rise by 5.0% to 9,450 FTE, funded posts rise by 10.0% to 11,000. What sways “Target first” most: leaving rate, Nurses (grade A).", because);
    }

    [Theory]
    [InlineData(10_500, 10_000, "Staff grow while posts do not")]
    [InlineData(8_000, 10_500, "Posts grow while staff do not")]
    [InlineData(10_500, 10_500, "Staff grow faster than posts")]
    [InlineData(9_000, 10_000, "Staff and posts change at the same pace")]
    [InlineData(8_000, 9_500, "Staff fall faster than posts")]
    public void Why_Changes_AreToldApart(double staff, double posts, string expected)
    {
        var total = ReportSamples.Row("all", "All staff", 0, posts, posts - staff);
        Assert.Equal(expected, new HeadlineSentences(Run with { AnswerStaffGroups = [total] }).Why().Answer);
    }

    [Fact]
    public void HowSure_OneFuture_HasNoRange()
    {
        var one = Run with { Statement = Run.Statement with { Futures = 1 } };
        Assert.Equal("Nine futures in ten have 8,500 to 10,400 FTE of staff", new HeadlineSentences(Run).HowSure().Answer);
        Assert.Equal("One future gives no range", new HeadlineSentences(one).HowSure().Answer);
        Assert.EndsWith("1 of 2 assumptions rests on published figures, 1 on judgement or no source in hand.", new HeadlineSentences(one).HowSure().Because);
    }

    [Fact]
    public void Sections_Sample_SayWhatTheFiguresSay()
    {
        Assert.Equal("The central run meets 2 of 2 targets; the likeliest, “Target first”, holds in 80% and is likely.", TargetSection.Sentence(Run));
        Assert.Equal("Between 31 March 2026 and March 2027 staff in post rise from 9,000 to 9,450 FTE (8,500 to 10,400) and funded posts rise from 10,000 to 11,000 FTE (9,900 to 12,100).", TrendSection.Sentence(Run));
        Assert.Equal("In the year to March 2027 1,200 people join (1,100 to 1,300) and 720 people leave (700 to 740): 480 more join than leave.", FlowSection.Sentence(Run));
        Assert.Equal("The run rests on 2 assumptions: 1 of grade A and 1 of grade D. “Target first” is swayed most by leaving rate, Nurses (40%).", RegisterSection.Sentence(Run));
    }

    [Fact]
    public void Pair_SameSeedAndFutures_SaysThatTheDifferenceHasNoRangeHere()
    {
        var other = Run with { Statement = Run.Statement with { ResultsDigest = "s" } };
        Assert.True(new RunPair(Run, other).HaveSameFutures);
        Assert.Contains(new RunPair(Run, other).WhatCanBeCompared(), line => line.Contains("the range of a difference is not known here"));
        var seed = Run with { Statement = other.Statement with { Seed = 8 } };
        Assert.Contains(new RunPair(Run, seed).WhatCanBeCompared(), line => line.Contains("cannot be set against each other one by one"));
        var framework = Run with { Statement = other.Statement with { FrameworkDigest = "g" } };
        Assert.Contains(new RunPair(Run, framework).WhatCanBeCompared(), line => line.Contains("frameworks whose files differ"));
    }
}
