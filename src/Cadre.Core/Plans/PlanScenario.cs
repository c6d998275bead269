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
        var trusts = TrustsOf(place, item).Select(trust => trust.Trust).ToHashSet();
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
        return TrustsOf(place, item).Select(trust => new Lever
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

    /// <summary>The trusts that an item is for: all of the plan's, or those of the one of its places that it names.</summary>
    private static IEnumerable<(int Trust, double Weight)> TrustsOf(PlannedPlace place, IReadOnlyDictionary<string, string> item) =>
        (item.GetValueOrDefault(SectionDefinition.MemberField, "") is { Length: > 0 } member ? [member] : place.Members).SelectMany(place.Basis.TrustsOf).GroupBy(trust => trust.Trust).Select(trust => (trust.Key, trust.Sum(part => part.Weight)));

    /// <summary>
    /// The posts of a line that differ from the framework's, shared over its cohorts by their posts. Posts of the run grow each April, those added before too:
    /// what is added is what brings the central run to the plan.
    /// </summary>
    private static void AddPosts(PlannedPlace place, PlanLine line, Dictionary<(int Cohort, int Month), double> changes)
    {
        var basis = place.Basis;
        var parts = place.PartsOf(line);
        var framework = place.Members.ToDictionary(member => member, member => basis.AllocatedOf(basis.Posts, member, line));
        if (parts.Index().Skip(1).All(quarter => quarter.Item.All(part => part.Fte == FrameworkOf(framework, part.Members, quarter.Index)))) return;
        (string Member, int Cohort, double Weight)[] cohorts =
            [.. place.Members.SelectMany(member => basis.CohortsOf(member, line).Select(cohort => (member, cohort.Cohort, cohort.Weight)))];
        var before = new double[cohorts.Length];
        for (var q = 1; q < parts.Length; q++)
        {
            var quarter = basis.Quarters[q];
            var wanted = WantedOf(basis, framework, q, parts[q], cohorts);
            for (var i = 0; i < cohorts.Length; i++)
            {
                var cohort = cohorts[i].Cohort;
                for (var month = quarter.First; month <= quarter.Month; month++)
                {
                    before[i] *= basis.GrowthOf(cohort, month);
                    // April is the first month of its quarter; were it not, what grows later in the quarter would be added here in advance.
                    if (month != quarter.First || wanted[i] == before[i]) continue;
                    changes[(cohort, month)] = changes.GetValueOrDefault((cohort, month)) + wanted[i] - before[i];
                    before[i] = wanted[i];
                }
            }
        }
    }

    /// <summary>By cohort, what a quarter has beyond the framework: each part shared over the cohorts of its own places.</summary>
    private static double[] WantedOf(PlanBasis basis, Dictionary<string, decimal[]> framework, int quarter, IReadOnlyList<(IReadOnlyList<string> Members, decimal Fte)> parts, (string Member, int Cohort, double Weight)[] cohorts)
    {
        var wanted = new double[cohorts.Length];
        foreach (var (members, fte) in parts)
        {
            var difference = (double)(fte - FrameworkOf(framework, members, quarter));
            int[] own = [.. Enumerable.Range(0, cohorts.Length).Where(i => members.Contains(cohorts[i].Member))];
            double[] weights = [.. own.Select(i => cohorts[i].Weight * basis.PostsOf(cohorts[i].Cohort, basis.Quarters[quarter].Month))];
            var whole = weights.Sum();
            foreach (var (i, weight) in own.Zip(weights))
                wanted[i] = difference * (whole > 0 ? weight / whole : 1.0 / own.Length);
        }

        return wanted;
    }

    private static decimal FrameworkOf(Dictionary<string, decimal[]> framework, IEnumerable<string> members, int quarter) =>
        members.Sum(member => framework[member] is { Length: > 0 } posts ? posts[quarter] : 0);

    private static double Number(IReadOnlyDictionary<string, string> item, string field) => PlanNumbers.TryParse(item[field], out var number) ? (double)number : 0;
}
