using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Engine.Simulation;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Tests.Schemas;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Results;

/// <summary>Who recruits from where, on every framework of the repository.</summary>
public sealed class PoolFlowsTests
{
    private const double Tolerance = 1e-9;

    public static TheoryData<string> Frameworks => FrameworkSchemasTests.Frameworks;

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Pools_EveryMonth_HandOnWhatIsLeftOverAndHireNoMoreThanIsWanted(string folder)
    {
        var (model, months) = Read(folder);
        var future = FutureParameters.Central(new PreparedModel(model));
        var pools = NationalRun.Central(model, months).Pools;
        for (var month = 1; month <= months; month++)
        {
            for (var pool = 0; pool < model.Pools.Count; pool++)
            {
                var group = model.Pools[pool].StaffGroup;
                var all = pools.AllCandidatesOf(pool, month);
                Close(Math.Min(future.Phi[group] * all.OnHand, pools.WantedOf(pool, month)), all.Hired);
                if (month == 1) continue;
                for (var k = 0; k <= pools.SourcesOf(pool).Count; k++)
                {
                    var now = pools.CandidatesOf(pool, month)[k];
                    Close((future.Kept[group] * pools.CandidatesOf(pool, month - 1)[k].LeftOver) + now.Arrivals, now.OnHand);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Pools_EveryMonth_HiresAddUpToPoolsAndToAccounts(string folder)
    {
        var (model, months) = Read(folder);
        var run = NationalRun.Central(model, months);
        for (var month = 1; month <= months; month++)
        {
            var byPool = new double[model.Pools.Count];
            for (var c = 0; c < model.Cohorts.Count; c++)
            {
                double joined = 0;
                foreach (var pool in model.Cohorts[c].Pools)
                {
                    byPool[pool] += run.Pools.HiredBy(c, pool, month);
                    joined += run.Pools.HiredBySource(c, pool, month).Sum();
                }

                Close(run.Account(month)[c].Joiners.Heads, joined);
            }

            for (var pool = 0; pool < byPool.Length; pool++)
                Close(run.Pools.AllCandidatesOf(pool, month).Hired, byPool[pool]);
        }
    }

    private static (NationalModel Model, int Months) Read(string folder)
    {
        var framework = FrameworkReader.Read(Path.Combine(Repository.Root, folder));
        return (framework.Model, Math.Min(framework.Months, 26));
    }

    private static void Close(double expected, double actual) => Assert.Equal(expected, actual, Tolerance * Math.Max(1, Math.Abs(expected)));
}
