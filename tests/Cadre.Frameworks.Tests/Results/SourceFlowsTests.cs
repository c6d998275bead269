using Cadre.Engine;
using Cadre.Engine.Results;
using Cadre.Engine.Simulation;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Results;

/// <summary>Flows of the small nation, where one trust serves two regions and one pool the whole country.</summary>
public sealed class SourceFlowsTests
{
    private static readonly RunResult Run = NationalRun.Run(FrameworkReader.Read(SmallFramework.Folder).Model, new RunOptions { Months = 24, Futures = 1, Threads = 1 });

    [Theory]
    [InlineData("small", 1, 1, 1)]
    [InlineData("R1", 1, 0.7, 0)]
    [InlineData("R2", 0, 0.3, 1)]
    public void InMonth_Place_AddsUpItsTrustsInHeadsAndFte(string code, double hills, double coast, double plain)
    {
        var model = Run.Model;
        var weights = new Dictionary<string, double> { ["T1"] = hills, ["T2"] = coast, ["T3"] = plain };
        var place = model.Places.TakeWhile(item => item.Code != code).Count();
        for (var month = 1; month <= 24; month++)
        {
            var account = Run.Account(month).ToArray();
            var rows = Run.Flows.InMonth(month).Where(row => row.Place == place).ToLookup(row => (row.StaffGroup, row.Flow), row => row.Amount);
            foreach (var group in new[] { 2, 3, 4 })
            {
                void Same(Flow flow, Func<CohortMonth, Amount> ofCohort)
                {
                    double Sum(Func<Amount, double> of) => account.Index().Where(item => model.Cohorts[item.Index].StaffGroup == group)
                        .Sum(item => weights[model.Places[model.Cohorts[item.Index].Place].Code] * of(ofCohort(item.Item)));
                    Assert.Equal(Sum(amount => amount.Heads), rows[(group, flow)].Sum(amount => amount.Heads), 1e-9);
                    Assert.Equal(Sum(amount => amount.Fte), rows[(group, flow)].Sum(amount => amount.Fte), 1e-9);
                }

                Same(Flow.Joiners, cohort => cohort.Joiners);
                Same(Flow.Leavers, cohort => cohort.Leavers);
                Same(Flow.MovesIn, cohort => cohort.MovesIn);
                Same(Flow.MovesOut, cohort => cohort.MovesOut);
            }
        }
    }

    [Fact]
    public void JoinersOf_EveryPool_AddUpToItsCohorts()
    {
        for (var month = 1; month <= 24; month++)
        {
            var account = Run.Account(month).ToArray();
            for (var p = 0; p < Run.Model.Pools.Count; p++)
            {
                var joiners = Run.Flows.JoinersOf(p, month);
                Assert.Equal(1 + Run.Flows.SourcesOf(p).Count, joiners.Count);
                Assert.Equal(account.Index().Where(item => Run.Model.Cohorts[item.Index].Pools[0] == p).Sum(item => item.Item.Joiners.Fte), joiners.Sum(amount => amount.Fte), 1e-9);
            }
        }
    }

    [Fact]
    public void InMonth_YoungNurses_WorkMoreHoursThanTheRest()
    {
        // The course's joiners are younger (source_ages.csv), and the young work more hours (ages.csv).
        static double FtePerHead(IEnumerable<FlowRow> rows) => rows.Sum(row => row.Amount.Fte) / rows.Sum(row => row.Amount.Heads);
        FlowRow[] nurses = [.. Enumerable.Range(1, 24).SelectMany(Run.Flows.InMonth).Where(row => row is { Place: 0, StaffGroup: 2, Flow: Flow.Joiners })];

        Assert.True(FtePerHead(nurses.Where(row => row.Source == 0)) > FtePerHead(nurses.Where(row => row.Source is null)) + 0.02);
        Assert.Equal(FtePerHead(nurses.Where(row => row.Source is null)), FtePerHead(nurses.Where(row => row.Source == 1)), 0.01);
    }
}
