using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Tests.Simulation;

/// <summary>How candidates of several sources wait and are hired, by hand (docs/method.md sections 3.3 and 3.4).</summary>
public sealed class CandidatePoolsTests
{
    private const double Kept = 0.75;

    private static readonly double Phi = 1 - Math.Exp(-1 / 3.0);

    private static RunResult Run(NationalModel model, int months) => NationalRun.Run(model, new RunOptions { Months = months, Futures = 1, Threads = 1 });

    private static double Stays => Kept * (1 - Phi);

    private static SupplySource Abroad(string code, params AgeShare[] ages) =>
        new() { Code = code, Name = code, Kind = SupplyKind.International, StaffGroup = 1, Ages = ages };

    /// <summary>80 candidates left over from before, 20 a month from abroad, posts without end.</summary>
    private static ModelBuilder Scarce() => new ModelBuilder { OpeningPool = 80 }
        .With(Parameter.VacancyRate, 0.9).Source(Abroad("abroad"), (Parameter.International, null, 240));

    [Fact]
    public void Hire_TwoSources_GiveInProportionAndAddUp()
    {
        var result = Run(Scarce().Trust(1000, 900).Build(), 1);
        var joiners = result.Flows.JoinersOf(0, 1);

        Assert.Equal([0], result.Flows.SourcesOf(0));
        Assert.Equal(Phi * Kept * 80, joiners[0].Heads, 1e-12);
        Assert.Equal(Phi * 20 / (1 - Stays), joiners[1].Heads, 1e-12);
        Assert.Equal(result.Account(1)[0].Joiners.Heads, joiners[0].Heads + joiners[1].Heads, 1e-12);
        Assert.Equal(result.Account(1)[0].Joiners.Fte, joiners[0].Fte + joiners[1].Fte, 1e-12);
    }

    [Fact]
    public void Supply_CandidatesKept_IsTakenOfEachSource()
    {
        // 100 people finish a course in month 1 and nobody else does; 20 a month come from abroad, before month 1 as after it.
        var course = new SupplySource
        {
            Code = "course", Name = "A course", Kind = SupplyKind.Education, StaffGroup = 1, Intakes = [new Intake(0, 100)],
            Stages = [new TrainingStage { Code = "month", Name = "A month", Months = 1 }],
        };
        var flows = Run(
            Scarce().Source(course, (Parameter.PlacesFilled, null, 1), (Parameter.NeverQualifying, null, 0), (Parameter.SeekingPost, null, 1)).Trust(1000, 900).Build(), 12).Flows;

        for (var month = 1; month <= 12; month++)
        {
            Assert.Equal(Phi * Kept * 80 * Math.Pow(Stays, month - 1), flows.JoinersOf(0, month)[0].Heads, 1e-12);
            Assert.Equal(Phi * 20 / (1 - Stays), flows.JoinersOf(0, month)[1].Heads, 1e-12);
            Assert.Equal(Phi * 100 * Math.Pow(Stays, month - 1), flows.JoinersOf(0, month)[2].Heads, 1e-12);
        }
    }

    [Fact]
    public void Supply_TwoPools_ShareASourceByOpeningFte()
    {
        var flows = Run(Scarce().Trust(1000, 900).Trust(500, 300, pool: 1).Build(), 1).Flows;

        Assert.Equal(Phi * 20 / (1 - Stays) * 0.75, flows.JoinersOf(0, 1)[1].Heads, 1e-12);
        Assert.Equal(Phi * 20 / (1 - Stays) * 0.25, flows.JoinersOf(1, 1)[1].Heads, 1e-12);
    }

    [Fact]
    public void Supply_PoolWithoutOpeningPosts_HasNoArrivals()
    {
        var flows = Run(Scarce().Trust(1000, 900).Trust(0, 0, pool: 1).Move(StockMoveKind.TransferIn, 50, cohort: 1).Build(), 1).Flows;

        Assert.Equal(Phi * 20 / (1 - Stays), flows.JoinersOf(0, 1)[1].Heads, 1e-12);
        Assert.Equal(0, flows.JoinersOf(1, 1)[1].Heads);
    }

    [Fact]
    public void Hire_SourcesOfTheirOwnAges_BringTheirHoursPerHead()
    {
        // FTE per head is 1 up to 28 and 0.5 from 58 on, the midpoints of the bands.
        AgeBand[] bands =
        [
            new() { From = 16, To = 40, StockShare = 0.5, FtePerHead = 1, LeavingRate = 0.1, JoinerShare = 0 },
            new() { From = 40, To = 76, StockShare = 0.5, FtePerHead = 0.5, LeavingRate = 0.1, JoinerShare = 1 },
        ];
        var model = new ModelBuilder { Bands = bands }.With(Parameter.VacancyRate, 0.1)
            .Source(Abroad("young", new AgeShare(20, 27, 1)), (Parameter.International, null, 36_000))
            .Source(Abroad("old", new AgeShare(60, 76, 1)), (Parameter.International, null, 12_000))
            .Trust(1000, 900).Build();
        var result = Run(model, 1);
        var (young, old) = (result.Flows.JoinersOf(0, 1)[1], result.Flows.JoinersOf(0, 1)[2]);
        var factor = new PreparedModel(model).FteFactor[0];

        Assert.Equal(3, young.Heads / old.Heads, 1e-9);
        Assert.Equal(factor, young.Fte / young.Heads, 1e-12);
        Assert.Equal(0.5 * factor, old.Fte / old.Heads, 1e-12);
        // Candidates are plenty: posts are filled in FTE, with the mix's 0.875 FTE a head.
        var month = result.Account(1)[0];
        Assert.Equal(Phi * 100, month.Joiners.Fte, 1e-9);
        Assert.Equal(Phi * 100 / (0.875 * factor), month.Joiners.Heads, 1e-9);
    }

    [Fact]
    public void Flows_EveryMonth_AreThoseOfTheAccount()
    {
        var model = Scarce().With(Parameter.LeavingRate, 0.1).Trust(1000, 900).Trust(500, 300, pool: 1)
            .Move(StockMoveKind.TransferOut, 20, month: 2).Move(StockMoveKind.TransferIn, 5, month: 2, cohort: 1).Build();
        var result = Run(model, 12);
        for (var month = 1; month <= 12; month++)
        {
            var account = result.Account(month).ToArray();
            var nation = result.Flows.InMonth(month).Where(row => row.Place == 0).ToLookup(row => row.Flow, row => row.Amount);
            void Same(Flow flow, Func<CohortMonth, Amount> ofCohort)
            {
                Assert.Equal(account.Sum(cohort => ofCohort(cohort).Heads), nation[flow].Sum(amount => amount.Heads), 1e-9);
                Assert.Equal(account.Sum(cohort => ofCohort(cohort).Fte), nation[flow].Sum(amount => amount.Fte), 1e-9);
            }

            Same(Flow.Joiners, cohort => cohort.Joiners);
            Same(Flow.Leavers, cohort => cohort.Leavers);
            Same(Flow.MovesIn, cohort => cohort.MovesIn);
            Same(Flow.MovesOut, cohort => cohort.MovesOut);
            Assert.Equal(month == 2 ? [2, 1, 1, 1, 0] : (int[])[2, 1, 0, 0, 0], Enum.GetValues<Flow>().Select(flow => nation[flow].Count()));
        }
    }
}
