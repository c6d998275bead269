using Cadre.Core.Plans.Sections;
using Cadre.Engine.Model;

namespace Cadre.Core.Plans;

/// <summary>
/// What local plans make of the framework, as a scenario of its model: levers and overridden assumptions in their trusts, and the posts that differ from the
/// framework's central run (docs/plans.md).
/// </summary>
public static class PlanScenario
{
    /// <summary>The scenario of some plans; the framework as it is where no plan changes anything.</summary>
    public static Scenario Of(PlanBasis basis, IEnumerable<PlannedPlace> places)
    {
        var levers = new List<Lever>();
        var posts = new Dictionary<(int Cohort, int Month), double>();
        foreach (var place in places)
        {
            AddLevers(place, levers);
            foreach (var line in place.Lines)
                AddPosts(place, line, posts);
        }

        return new Scenario
        {
            Name = "local-plans",
            Title = "The framework with local plans",
            Levers = levers,
            PostsChanges = [.. posts.Where(change => change.Value != 0).OrderBy(change => change.Key.Month).ThenBy(change => change.Key.Cohort).Select(change => new PostsChange(change.Key.Cohort, change.Key.Month, change.Value))],
        };
    }

    private static void AddLevers(PlannedPlace place, List<Lever> levers)
    {
        foreach (var (i, item) in place.ItemsOf(SectionName.Levers).Index())
        {
            var size = Number(item, "size") / 100;
            var months = (int)Number(item, "ramp_months");
            levers.AddRange(InTrusts(place, item, $"lever.{place.Members[0]}.{i + 1}", size).Select((lever, at) => lever with
            {
                Start = CalendarMonth.TryParse(item["start"], out var start) ? start : default,
                Ramp = months > 1 ? Ramp.Linear : Ramp.Step,
                RampMonths = months,
                // The cost is the lever's, not each trust's.
                CostPerYear = at == 0 && item.GetValueOrDefault("cost_per_year", "").Length > 0 ? Number(item, "cost_per_year") : 0,
            }));
        }

        foreach (var (i, item) in place.ItemsOf(SectionName.Assumptions).Index())
        {
            foreach (var (group, now) in RulingIn(place, item))
            {
                var change = (Number(item, "value") / 100) - now;
                if (change != 0) levers.AddRange(InTrusts(place, item, $"assumption.{place.Members[0]}.{i + 1}.{group}", change, group));
            }
        }
    }

    /// <summary>By leaf of the item's staff group that the place has: the register's central value in force there.</summary>
    public static IReadOnlyList<(int StaffGroup, double Value)> RulingIn(PlannedPlace place, IReadOnlyDictionary<string, string> item)
    {
        var model = place.Basis.Model;
        var rows = AssumptionResolver.ForCohorts(model, SectionDefinition.ParameterOf(item["parameter"]) == LeverParameter.LeavingRate ? Parameter.LeavingRate : Parameter.CoverShare);
        var group = model.StaffGroups.Index().First(one => one.Item.Code == item["staff_group"]).Index;
        var trusts = TrustsOf(place).Select(trust => trust.Trust).ToHashSet();
        return
        [
            .. model.Cohorts.Index().Where(cohort => trusts.Contains(cohort.Item.Place) && WayUp.FromStaffGroup(model.StaffGroups, cohort.Item.StaffGroup).Contains(group))
                .GroupBy(cohort => cohort.Item.StaffGroup)
                .Select(cohorts => (cohorts.Key, rows[cohorts.First().Index] is >= 0 and var row ? model.Assumptions[row].Central : 0)),
        ];
    }

    /// <summary>The lever in each trust: one of which a part is counted in the place has that part of its size.</summary>
    private static IEnumerable<Lever> InTrusts(PlannedPlace place, IReadOnlyDictionary<string, string> item, string id, double size, int? group = null)
    {
        var model = place.Basis.Model;
        return TrustsOf(place).Select(trust => new Lever
        {
            Id = $"{id}.{model.Places[trust.Trust].Code}",
            Parameter = SectionDefinition.ParameterOf(item["parameter"]),
            Place = trust.Trust,
            StaffGroup = group ?? model.StaffGroups.Index().First(one => one.Item.Code == item["staff_group"]).Index,
            Effect = LeverEffect.Add,
            Size = size * trust.Weight,
            Start = model.MonthAt(1),
        });
    }

    private static IEnumerable<(int Trust, double Weight)> TrustsOf(PlannedPlace place) =>
        place.Members.SelectMany(member => place.Basis.TrustsOf(place.Basis.PlaceOf(member)!.Value)).GroupBy(trust => trust.Trust).Select(trust => (trust.Key, trust.Sum(part => part.Weight)));

    /// <summary>
    /// The posts of a line that differ from the framework's, shared over its cohorts by their posts. Posts of the run grow each April, those added before too:
    /// what is added is what brings the central run to the plan.
    /// </summary>
    private static void AddPosts(PlannedPlace place, PlanLine line, Dictionary<(int Cohort, int Month), double> changes)
    {
        var basis = place.Basis;
        var framework = basis.Posts.Of(place.Members, line);
        var planned = place.PostsOf(line);
        if (planned.AsSpan(1).SequenceEqual(framework.AsSpan(1))) return;
        (int Cohort, double Weight)[] cohorts = [.. place.Members.SelectMany(member => basis.CohortsOf(basis.PlaceOf(member)!.Value, line))];
        var before = new double[cohorts.Length];
        for (var q = 1; q < planned.Length; q++)
        {
            var quarter = basis.Quarters[q];
            var difference = (double)(planned[q] - framework[q]);
            double[] weights = [.. cohorts.Select(cohort => cohort.Weight * basis.PostsOf(cohort.Cohort, quarter.Month))];
            var whole = weights.Sum();
            for (var i = 0; i < cohorts.Length; i++)
            {
                var (cohort, _) = cohorts[i];
                var wanted = difference * (whole > 0 ? weights[i] / whole : 1.0 / cohorts.Length);
                for (var month = quarter.First; month <= quarter.Month; month++)
                {
                    before[i] *= basis.GrowthOf(cohort, month);
                    // April is the first month of its quarter; were it not, what grows later in the quarter would be added here in advance.
                    if (month != quarter.First || wanted == before[i]) continue;
                    changes[(cohort, month)] = changes.GetValueOrDefault((cohort, month)) + wanted - before[i];
                    before[i] = wanted;
                }
            }
        }
    }

    private static double Number(IReadOnlyDictionary<string, string> item, string field) => PlanNumbers.TryParse(item[field], out var number) ? (double)number : 0;
}
