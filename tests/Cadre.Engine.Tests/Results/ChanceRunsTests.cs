using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Tests.Results;

/// <summary>Chance runs: whole people, and the spread that individuals make (statistical ones to four standard errors).</summary>
public sealed class ChanceRunsTests
{
    private const int Runs = 4000;

    private static readonly Line Nation = new(0, null, 0);

    private static ModelBuilder Team() => new ModelBuilder().With(Parameter.LeavingRate, 0.3);

    private static RunResult Run(NationalModel model, int months, int runs = Runs, int threads = 2) =>
        NationalRun.Run(model, new RunOptions { Months = months, Futures = runs, Threads = threads, Chance = true });

    private static void AssertMean(double expected, double variance, IReadOnlyList<double> values) =>
        Assert.InRange(values.Average(), expected - (4 * Math.Sqrt(variance / values.Count)), expected + (4 * Math.Sqrt(variance / values.Count)));

    [Fact]
    public void Leavers_TeamOfFive_AreBinomial()
    {
        var left = Run(Team().Trust(5, 4.5).Build(), 12).Chance!.InEveryRun(Nation, 12, Measure.Heads);
        var stay = Math.Exp(-0.3);
        Assert.All(left, heads => Assert.Equal(Math.Floor(heads), heads));
        AssertMean(5 * stay, 5 * stay * (1 - stay), left);
        for (var k = 0; k <= 5; k++)
        {
            var expected = Binomial(5, k) * Math.Pow(stay, k) * Math.Pow(1 - stay, 5 - k);
            AssertMean(expected, expected * (1 - expected), [.. left.Select(heads => heads == k ? 1.0 : 0)]);
        }
    }

    [Fact]
    public void Candidates_WithRoomForAll_ArriveAsPoisson()
    {
        // Everybody who arrives is hired at once: phi is nearly 1.
        var model = new ModelBuilder { InflowPerYear = 24 }.With(Parameter.MonthsToFill, 0.1).With(Parameter.VacancyRate, 0.9).Trust(1000, 900).Build();
        var phi = 1 - Math.Exp(-10);
        var joined = Run(model, 1).Chance!.InEveryRun(Nation, 1, Measure.Joiners);
        AssertMean(2 * phi, 2.1, joined);
        AssertMean(Math.Exp(-2), Math.Exp(-2), [.. joined.Select(heads => heads == 0 ? 1.0 : 0)]);
        var mean = joined.Average();
        // The variance of a Poisson number's sample variance is about (mean + 2 mean^2) / n.
        AssertMean(2, 10, [.. joined.Select(heads => (heads - mean) * (heads - mean))]);
    }

    [Fact]
    public void Wants_LessThanAHead_AreHiredWithTheFractionAsProbability()
    {
        var model = new ModelBuilder { OpeningPool = 1000 }.With(Parameter.VacancyRate, 0.1).Trust(5, 4.5).Build();
        var want = (1 - Math.Exp(-1 / 3.0)) * 0.5 / 0.9;
        var joined = Run(model, 1).Chance!.InEveryRun(Nation, 1, Measure.Joiners);
        Assert.All(joined, heads => Assert.True(heads is 0 or 1));
        AssertMean(want, want * (1 - want), joined);
    }

    [Fact]
    public void WaysOut_TwoCausesAndAConversion_AreMultinomial()
    {
        var model = new ModelBuilder { Exits = [new(Exit.Retirement, 16, 76, 0.25), new(Exit.MovedOutside, 16, 76, 0.75)] }.With(Parameter.LeavingRate, 0.6).Trust(40, 36).Build();
        var runs = Run(model, 12).Chance!;
        var (left, moved) = (Sum(runs, Measure.Leavers), Sum(runs, Measure.Moves));
        var gone = 1 - Math.Exp(-0.6);
        AssertMean(40 * gone * 0.25, 40 * gone * 0.25, left);
        AssertMean(-40 * gone * 0.75, 40 * gone * 0.75, moved);
        // The covariance of two parts of a multinomial number is -n p q.
        var (meanLeft, meanMoved) = (left.Average(), moved.Average());
        var (p, q) = (gone * 0.25, gone * 0.75);
        AssertMean(40 * p * q, 40 * 40 * p * q, [.. left.Zip(moved, (one, other) => (one - meanLeft) * (other - meanMoved))]);
    }

    private static double[] Sum(ChanceRuns runs, Measure flow) =>
        [.. Enumerable.Range(0, runs.Count).Select(run => Enumerable.Range(1, 12).Sum(month => runs.InEveryRun(Nation, month, flow)[run]))];

    [Fact]
    public void Service_BandsOfAYear_MovesOnByOneTwelfth()
    {
        // Only the settled leave, and everybody is new: after a month a twelfth is at risk, all of whom go in the next.
        AgeBand[] bands = [new() { From = 30, To = 31, StockShare = 1, FtePerHead = 1, LeavingRate = 1, JoinerShare = 0 }, new() { From = 50, To = 51, StockShare = 0, FtePerHead = 1, LeavingRate = 1, JoinerShare = 1 }];
        var model = new ModelBuilder { Bands = [bands[0], new() { From = 31, To = 50, StockShare = 0, FtePerHead = 1, LeavingRate = 1, JoinerShare = 0 }, bands[1]], LengthOfService = [new("new", 12, 0), new("settled", 0, 1)] }
            .With(Parameter.LeavingRate, 1).Trust(60, 60).Build();
        var fine = NationalRun.Central(model, 3).Account(3)[0].Closing.Heads;
        var left = Run(model, 3).Chance!.InEveryRun(Nation, 3, Measure.Heads);
        AssertMean(fine, 60, left);
    }

    [Fact]
    public void Account_WholeHeads_ClosesInEveryRunAndIsTheSameOnAnyThreads()
    {
        var model = new ModelBuilder { InflowPerYear = 10, OpeningPool = 4, LengthOfService = [new("new", 12, 2), new("settled", 0, 1)] }
            .With(Parameter.LeavingRate, 0.3).Trust(20, 18).Trust(7, 6).Build();
        var (one, many) = (Run(model, 36, 50, 1), Run(model, 36, 50, 4));
        Assert.Equal(one.Chance!.Summaries(), many.Chance!.Summaries());
        for (var month = 1; month <= 36; month++)
            Assert.All(one.Chance.InEveryRun(Nation, month, Measure.Heads), heads => Assert.Equal(Math.Floor(heads), heads));
        Assert.True(one.Chance.Summarise(Nation, 36, Measure.Heads)!.Value is var spread && spread.P5 < spread.P95);
    }

    [Fact]
    public void Futures_WithAndWithoutChance_AreTheSame()
    {
        var model = new ModelBuilder().With(Parameter.LeavingRate, 0.1, 0.2, 0.3, DistributionFamily.Uniform).Trust(50, 45).Build();
        var without = NationalRun.Run(model, new RunOptions { Months = 6, Futures = 20, Threads = 2 });
        Assert.Null(without.Chance);
        Assert.Equal(without.Summaries(), Run(model, 6, 20).Summaries());
    }

    [Fact]
    public void Check_MovesHalfHeadsAndMoversWithin_AreAllNamed()
    {
        var model = new ModelBuilder { Exits = [new(Exit.MovedWithin, 16, 76, 1)] }.Trust(5.5, 5).Move(StockMoveKind.TransferIn, 1).Build();
        var wrong = Assert.Throws<ModelException>(() => Run(model, 1, 1));
        Assert.Contains("transfers.csv", wrong.Message);
        Assert.Contains("exits.csv: found moved_within for nurses", wrong.Message);
        Assert.Contains("stock.csv: found 5.5 heads for trust0/all/nurses", wrong.Message);
    }

    private static double Binomial(int n, int k) => k == 0 ? 1 : Binomial(n, k - 1) * (n - k + 1) / k;
}
