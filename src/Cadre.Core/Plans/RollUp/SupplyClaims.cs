using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Core.Plans.RollUp;

/// <summary>
/// Finds where local plans together expect to recruit more people than there are: what each recruits in the central run in which it alone differs from the
/// framework, beside what it gets in the central run of all plans (docs/plans.md).
/// </summary>
public static class SupplyClaims
{
    /// <summary>The claims on every pool in every financial year of the run.</summary>
    /// <param name="session">The framework's model.</param>
    /// <param name="plans">The plans, each with what it says; at least one.</param>
    public static IReadOnlyList<PoolClaims> Of(NationalSession session, IReadOnlyList<CountedPlan> plans)
    {
        var basis = plans[0].Place.Basis;
        var joint = session.Central(PlanScenario.Of(basis, plans.Select(plan => plan.Place)));
        (CountedPlan Plan, Hires Framework, Hires Alone, Hires Together)[] places =
        [
            .. plans.AsParallel().AsOrdered().Select(plan =>
            {
                var scenario = PlanScenario.Of(basis, [plan.Place]);
                var framework = Hires.Of(basis, basis.Central, plan.Place);
                var differs = scenario.Levers.Count > 0 || scenario.PostsChanges.Count > 0;
                return (plan, framework, differs ? Hires.Of(basis, session.Central(scenario), plan.Place) : framework, Hires.Of(basis, joint, plan.Place));
            }),
        ];
        return
        [
            .. from year in Enumerable.Range(1, joint.Months).GroupBy(month => FinancialYear.Of(basis.Model.MonthAt(month)))
               from pool in Enumerable.Range(0, basis.Model.Pools.Count)
               let recruiting = places.Where(place => place.Framework.Has(pool)).ToArray()
               where recruiting.Length > 0
               select new PoolClaims(
                   pool, year.Key, year.Count(), SourcesOf(joint, pool, year.Key, [.. year], recruiting),
                   [.. recruiting.Select(place => new PlaceClaim(place.Plan.Plan, place.Framework.All(pool, year.Key), place.Alone.All(pool, year.Key), place.Together.All(pool, year.Key)))]),
        ];
    }

    private static SourceClaim[] SourcesOf(CentralRun joint, int pool, FinancialYear year, int[] months, (CountedPlan Plan, Hires Framework, Hires Alone, Hires Together)[] places)
    {
        var sources = joint.Pools.SourcesOf(pool);
        return
        [
            .. Enumerable.Range(0, 1 + sources.Count).Select(k =>
            {
                var first = joint.Pools.CandidatesOf(pool, months[0])[k];
                return new SourceClaim(
                    k == 0 ? null : sources[k - 1], first.OnHand - first.Arrivals, months.Sum(month => joint.Pools.CandidatesOf(pool, month)[k].Arrivals),
                    places.Sum(place => place.Alone.Of(pool, year)[k]), places.Sum(place => place.Together.Of(pool, year)[k]));
            }),
        ];
    }

    /// <summary>What a place hires in a run, by pool, financial year and source.</summary>
    private sealed class Hires
    {
        private readonly Dictionary<(int Pool, FinancialYear Year), double[]> _heads = [];
        private readonly HashSet<int> _pools = [];

        public static Hires Of(PlanBasis basis, CentralRun run, PlannedPlace place)
        {
            var hires = new Hires();
            var cohorts = place.Members.SelectMany(member => basis.Lines.SelectMany(line => basis.CohortsOf(member, line))).GroupBy(cohort => cohort.Cohort);
            foreach (var (cohort, weight) in cohorts.Select(parts => (parts.Key, parts.Sum(part => part.Weight))))
            {
                foreach (var pool in basis.Model.Cohorts[cohort].Pools)
                    hires.Add(run, cohort, weight, pool);
            }

            return hires;
        }

        public bool Has(int pool) => _pools.Contains(pool);

        public double[] Of(int pool, FinancialYear year) => _heads[(pool, year)];

        public double All(int pool, FinancialYear year) => Of(pool, year).Sum();

        private void Add(CentralRun run, int cohort, double weight, int pool)
        {
            _pools.Add(pool);
            for (var month = 1; month <= run.Months; month++)
            {
                var key = (pool, FinancialYear.Of(run.Model.MonthAt(month)));
                if (!_heads.TryGetValue(key, out var heads)) _heads.Add(key, heads = new double[1 + run.Pools.SourcesOf(pool).Count]);
                foreach (var (k, hired) in run.Pools.HiredBySource(cohort, pool, month).Index())
                    heads[k] += weight * hired;
            }
        }
    }
}
