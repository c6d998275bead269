using Cadre.Cli.Reports;
using Cadre.Cli.Reports.Sections;
using Cadre.Engine.Model;

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
        Assert.Equal("Share of posts in March 2027. 1,550 FTE are vacant (1,400 to 1,710); most by staff group: Nurses, 1,000; most by region: North, 1,100.", because);
    }

    [Fact]
    public void Why_PostsOutgrowStaff_SaysSoWithBothAndTheDriver()
    {
        var (answer, because) = new HeadlineSentences(Run).Why();
        Assert.Equal("Posts grow faster than staff", answer);
        Assert.Equal("By March 2027 staff rise by 5.0% to 9,450 FTE, funded posts rise by 10.0% to 11,000. In the year before 1,200 join and 720 leave. What sways “Target first” most: leaving rate, Nurses (grade A).", because);
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
    public void Answers_TargetsBeforeTheEnd_AreOfTheLastTargetsMonth()
    {
        var early = ReportSamples.Target("early", 0.8) with { Month = new CalendarMonth(2026, 9) };
        var run = Run with { Targets = [early, ReportSamples.Target("beyond", 0) with { Figure = null }], AnswerStaffGroups = [ReportSamples.Row("all", "All staff", 0, 10_500, 800)] };
        var sentences = new HeadlineSentences(run);
        Assert.Equal("By September 2026 staff rise by 7.8% to 9,700 FTE, funded posts rise by 5.0% to 10,500.", sentences.Why().Because);
        Assert.StartsWith("Share of posts in September 2026. 800 FTE are vacant", sentences.WhereNot().Because);
        Assert.StartsWith("In September 2026 vacancies lie between 720 and 880", sentences.HowSure().Because);
        Assert.Equal(new CalendarMonth(2027, 3), (Run with { Targets = [] }).AnswerMonth);
    }

    [Fact]
    public void Why_NoAssumptionAboveChance_SaysSo() =>
        Assert.EndsWith("No single assumption stands out over 100 futures.", new HeadlineSentences(Run with { About = Run.About with { ChanceWeight = 0.9 } }).Why().Because);

    [Fact]
    public void Trials_Sample_SayWhatLeversAdd()
    {
        TrialRow Row(string levers, string lever, string target, double central, double probability, double? added) => new(
            levers, lever, target, "fte", new Ranged(central, central - 100, central + 100), probability, added is { } value ? new Ranged(value, value - 10, value + 10) : null, null);
        var run = Run with
        {
            Trials =
            [
                Row("none", "", "first", 8_000, 0.1, null), Row("none", "", "second", 100, 0, null),
                Row("one", "stay", "first", 8_900, 0.4, 900), Row("one", "stay", "second", 100, 0, 0) with { Added = new Ranged(0, 0, 0) },
                Row("all", "", "first", 9_300, 0.7, 1_300), Row("all", "", "second", 100, 0, 0) with { Added = new Ranged(0, 0, 0) },
            ],
        };
        Assert.Equal("With all the levers 1 of 2 targets is likely, with no lever none. No lever changes “Target second”.", TrialSection.Sentence(run));
        Assert.Equal(
            "The lever that helps most alone is stay: +900 FTE (+890 to +910); all together change it by +1,300 FTE (+1,290 to +1,310), to 9,300 where at least 9,000 in Mar 2027 is wanted.",
            TrialSection.Sentence(run, run.Targets[0]));
        Assert.EndsWith("With all the levers tried 1 of 2 is likely.", new HeadlineSentences(run).WillWe().Because);
        var atMost = run.Targets[0] with { AtLeast = false };
        Assert.StartsWith("No lever alone helps; all together", TrialSection.Sentence(run, atMost));
    }

    [Fact]
    public void Sentences_NoChangeAndNoSpread_SayNoRange()
    {
        static Ranged Fixed(double value) => new(value, value, value);
        var still = new GapRow("all", "All staff", 0, Fixed(9_000), Fixed(10_000), Fixed(1_000), Fixed(0.1));
        var run = Run with { StaffGroups = [still], AnswerStaffGroups = [still], Targets = [], About = Run.About with { FlowYears = [new FlowYear("2027-03", 12, Fixed(0), Fixed(0))] } };
        Assert.Equal("Between 31 March 2026 and March 2027 staff in post stay at 9,000 FTE and funded posts stay at 10,000 FTE.", TrendSection.Sentence(run));
        Assert.Equal("In the year to March 2027 0 people join and 0 people leave: 0 more join than leave.", FlowSection.Sentence(run));
        var (answer, because) = new HeadlineSentences(run).HowSure();
        Assert.Equal("Every future has 9,000 FTE of staff", answer);
        Assert.StartsWith("In March 2027 vacancies are 1,000 over 100 futures. 1 of 2", because);
    }

    [Fact]
    public void NeedGap_Sample_NamesWhoLacksMost()
    {
        AboutNeed Row(string name, double need, double gap) => new(name, name, true, new Ranged(need, need, need), need, need - gap, new Ranged(gap, gap - 10, gap + 10));
        Assert.Equal(
            "In March 2027 need is above staff in 2 of 3 regions; most is lacking in North, 120 of 500 FTE needed (110 to 130).",
            NeedGapSection.Sentence(Run, [Row("South", 300, -40), Row("North", 500, 120), Row("East", 200, 30)], "region"));
        Assert.Equal("No region has fewer staff than its need in March 2027 in the central run.", NeedGapSection.Sentence(Run, [Row("South", 300, -40)], "region"));
    }

    [Fact]
    public void Largest_ManyRows_KeepsTheLargestAndSaysWhatTheOthersComeTo()
    {
        double[] sizes = [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
        var (rows, note) = Largest.Of(sizes, size => size, "regions", Figures.Whole);
        Assert.Equal(sizes.Take(10), rows);
        Assert.Equal(" The 10 largest of 12 regions; the other 2 come to 3 together and are in the table.", note);
        Assert.Equal("", Largest.Of(sizes[..10], size => size, "regions", Figures.Whole).Note);
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
