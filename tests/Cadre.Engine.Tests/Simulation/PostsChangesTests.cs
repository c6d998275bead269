using Cadre.Engine.Model;

namespace Cadre.Engine.Tests.Simulation;

/// <summary>Posts that a local plan adds and takes (docs/method.md section 3.1), by hand. Month 7 of the model builder is April.</summary>
public sealed class PostsChangesTests
{
    private static NationalModel TwoTrusts() => new ModelBuilder { InflowPerYear = 120, OpeningPool = 20 }
        .With(Parameter.PostsGrowth, 0.1).With(Parameter.VacancyRate, 0.1).Trust(100, 90).Trust(200, 180).Build();

    private static Scenario With(params IReadOnlyList<PostsChange> changes) => Scenario.Baseline with { Name = "local", PostsChanges = changes };

    private static double[] PostsOf(NationalModel model, Scenario scenario, int cohort, int months = 8)
    {
        var run = NationalRun.Central(model, months, scenario);
        return [.. Enumerable.Range(1, months).Select(month => run.Account(month)[cohort].Posts)];
    }

    [Fact]
    public void Run_PostsAdded_AreThereFromTheirMonthAndGrowWithTheOthers()
    {
        var posts = PostsOf(TwoTrusts(), With(new PostsChange(0, 3, 20)), 0);

        Assert.Equal([100, 100, 120, 120, 120, 120, 132, 132], posts, (expected, actual) => Math.Abs(expected - actual) < 1e-9);
        Assert.Equal(PostsOf(TwoTrusts(), Scenario.Baseline, 1), PostsOf(TwoTrusts(), With(new PostsChange(0, 3, 20)), 1));
    }

    [Fact]
    public void Run_PostsAddedInApril_ComeAfterTheGrowthOfTheYear() =>
        Assert.Equal(100 * 1.1 + 20, PostsOf(TwoTrusts(), With(new PostsChange(0, 7, 20)), 0)[6], 1e-9);

    [Fact]
    public void Run_MorePostsTakenThanThereAre_StopAtZeroAndNobodyIsDismissed()
    {
        var model = TwoTrusts();
        var run = NationalRun.Central(model, 8, With(new PostsChange(0, 2, -250), new PostsChange(0, 4, 30)));

        Assert.Equal([100, 0, 0, 30], Enumerable.Range(1, 4).Select(month => run.Account(month)[0].Posts), (expected, actual) => Math.Abs(expected - actual) < 1e-9);
        Assert.Equal(0, run.Account(2)[0].Joiners.Heads);
        Assert.Equal(run.Account(1)[0].Closing.Heads, run.Account(2)[0].Closing.Heads, 1e-9);
        Assert.Equal(run.Account(2)[0].Closing.Fte, run.Account(2)[0].OverEstablishment, 1e-9);
    }

    [Theory]
    [InlineData(-250, 160)]
    [InlineData(160, -250)]
    public void Run_TwoChangesInAMonth_CountTogetherWhateverTheirOrder(double first, double second) =>
        Assert.Equal(10, PostsOf(TwoTrusts(), With(new PostsChange(0, 2, first), new PostsChange(0, 2, second)), 0)[1], 1e-9);

    [Fact]
    public void Run_PostsDeliveredHalf_LeavesALocalPlansPostsWhole()
    {
        var model = new ModelBuilder().With(Parameter.VacancyRate, 0.1).With(Parameter.PostsDelivered, 0.5).Trust(100, 90).Build() with { PlannedPosts = [new PlannedPosts(0, 2, 40)] };

        Assert.Equal(100 + 20 + 7, PostsOf(model, With(new PostsChange(0, 2, 7)), 0, 2)[1], 1e-9);
    }

    [Fact]
    public void Run_ChangesThatCancel_AreTheBaselineToTheBit()
    {
        var model = TwoTrusts();
        var options = new RunOptions { Months = 18, Futures = 9, Threads = 1 };
        var session = new NationalSession(model, options);
        var run = session.Run(With(new PostsChange(0, 2, 12.7), new PostsChange(0, 2, -12.7), new PostsChange(1, 300, 50)));

        Assert.Equal(session.Run(Scenario.Baseline).Summaries(), run.Summaries());
    }

    [Fact]
    public void Run_PostsAddedInOneTrust_DrawOnTheSharedPool()
    {
        var model = TwoTrusts();
        var (without, with) = (NationalRun.Central(model, 3), NationalRun.Central(model, 3, With(new PostsChange(0, 2, 60))));

        Assert.True(with.Account(2)[0].Joiners.Heads > without.Account(2)[0].Joiners.Heads);
        Assert.True(with.Account(2)[1].Joiners.Heads < without.Account(2)[1].Joiners.Heads);
        Assert.Equal(without.Account(2)[0].Joiners.Heads + without.Account(2)[1].Joiners.Heads, with.Account(2)[0].Joiners.Heads + with.Account(2)[1].Joiners.Heads, 1e-9);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public void Run_CohortThatIsNotThere_IsRefused(int cohort) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NationalRun.Central(TwoTrusts(), 3, With(new PostsChange(cohort, 1, 1))));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, double.NaN)]
    [InlineData(1, double.NegativeInfinity)]
    public void PostsChange_MonthOrFteThatCannotBe_IsRefused(int month, double fte) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PostsChange(0, month, fte));
}
