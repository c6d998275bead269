using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Tests;

/// <summary>
/// Levers that work in one system change that system, and others only through candidates they share. Trusts 0 and 1 are in the north's first and second
/// system and share its pool, trust 2 in the south's, which has a pool of its own.
/// </summary>
public sealed class PlaceLeverTests
{
    private const int Months = 18;
    private const int FirstSystem = 5;

    private static NationalModel ThreeSystems(double openingPool)
    {
        var model = new ModelBuilder { InflowPerYear = 150, OpeningPool = openingPool, JoinersPerYear = 80 }
            .With(Parameter.LeavingRate, 0.08, 0.12, 0.15, DistributionFamily.Uniform).With(Parameter.VacancyRate, 0.1, 0.2, 0.25, DistributionFamily.Pert)
            .With(Parameter.CoverShare, 0.6).With(Parameter.CandidatesKept, 0.9).Trust(1000, 900).Trust(600, 540).Trust(800, 720).Build();
        Place In(int place, int parent) => model.Places[place] with { Parents = [new ParentShare(parent, 1)] };
        return model with
        {
            Places =
            [
                model.Places[0], model.Places[1], In(2, FirstSystem), In(3, FirstSystem + 1), In(4, FirstSystem + 2),
                System("S1", 1), System("S2", 1), System("S3", FirstSystem + 3), model.Places[1] with { Code = "south" },
            ],
            Pools = [model.Pools[0], model.Pools[0] with { Catchment = FirstSystem + 3 }],
            Cohorts = [.. model.Cohorts.Select((cohort, i) => cohort with { Pools = [i == 2 ? 1 : 0] })],
        };
    }

    private static Place System(string code, int region) => new() { Code = code, Name = code, Level = PlaceLevel.System, Parents = [new ParentShare(region, 1)] };

    private static (RunResult Without, RunResult With) Runs(NationalModel model, LeverParameter parameter)
    {
        var session = new NationalSession(model, new RunOptions { Months = Months, Futures = 9, Threads = 2, Detail = true });
        var lever = Levers.Of(parameter, LeverEffect.Multiply, -0.25) with { Place = FirstSystem, Start = session.Model.MonthAt(4) };
        return (session.Run(Scenario.Baseline), session.Run(Levers.Scenario(lever)));
    }

    private static CohortMonth[] Accounts(RunResult run, int cohort) => [.. Enumerable.Range(1, Months).Select(month => run.Account(month)[cohort])];

    /// <summary>Every measure of a trust or system in every future and quarter.</summary>
    private static double[] Everything(RunResult run, int place) =>
    [
        .. from month in Enumerable.Range(1, Months)
           where run.Model.MonthAt(month).Month % 3 == 0
           from measure in Enum.GetValues<Measure>()
           from value in run.InEveryFuture(new Line(place, null, 0), month, measure)
           select value,
    ];

    [Fact]
    public void LeavingRate_OneSystemAndCandidatesAreScarce_LeavesMoreOfThemToItsNeighbourAlone()
    {
        var (without, with) = Runs(ThreeSystems(openingPool: 20), LeverParameter.LeavingRate);

        Assert.Equal(Accounts(without, 2), Accounts(with, 2));
        Assert.Equal(Everything(without, 4), Everything(with, 4));
        Assert.Equal(Everything(without, FirstSystem + 2), Everything(with, FirstSystem + 2));
        for (var month = 1; month <= Months; month++)
        {
            var (before, after) = (without.Account(month).ToArray(), with.Account(month).ToArray());
            if (month < 4)
            {
                Assert.Equal(before, after);
                continue;
            }

            Assert.True(after[0].Leavers.Heads < before[0].Leavers.Heads && after[0].Closing.Heads > before[0].Closing.Heads);
            // The neighbour leaves at its own rate, and hires what the first system no longer wants.
            Assert.Equal(before[1].Leavers.Heads / before[1].Opening.Heads, after[1].Leavers.Heads / after[1].Opening.Heads, 1e-12);
            Assert.True(after[1].Joiners.Heads > before[1].Joiners.Heads && after[0].Joiners.Heads < before[0].Joiners.Heads);
            Assert.Equal(before[1].Posts, after[1].Posts);
        }
    }

    [Fact]
    public void LeavingRate_OneSystemAndCandidatesForAll_ReachesNobodyElse()
    {
        var (without, with) = Runs(ThreeSystems(openingPool: 1e5), LeverParameter.LeavingRate);

        Assert.True(with.Account(Months)[0].Closing.Heads > without.Account(Months)[0].Closing.Heads);
        foreach (var trust in new[] { 1, 2 })
        {
            Assert.Equal(Accounts(without, trust), Accounts(with, trust));
            Assert.Equal(Everything(without, 2 + trust), Everything(with, 2 + trust));
        }
    }

    [Fact]
    public void CoverShare_OneSystem_ChangesItsCoverAndNothingElse()
    {
        var (without, with) = Runs(ThreeSystems(openingPool: 20), LeverParameter.CoverShare);

        Assert.Equal(Accounts(without, 0).Select((month, i) => month with { Cover = i < 3 ? month.Cover : 0 }), Accounts(with, 0).Select((month, i) => month with { Cover = i < 3 ? month.Cover : 0 }));
        foreach (var trust in new[] { 1, 2 })
        {
            Assert.Equal(Accounts(without, trust), Accounts(with, trust));
            Assert.Equal(Everything(without, 2 + trust), Everything(with, 2 + trust));
        }

        for (var month = 4; month <= Months; month++)
            Assert.Equal(0.75 * without.Account(month)[0].Cover, with.Account(month)[0].Cover, 1e-9);
    }
}
