namespace Cadre.Core.Plans;

/// <summary>Shares what the nation gains or loses after the opening day over the places that plan (docs/plans.md).</summary>
public static class AllocationMaker
{
    /// <summary>The posts of each place by a rule; each line and quarter adds up to the nation's exactly.</summary>
    /// <param name="basis">What the plans begin from.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="typed">For <see cref="AllocationRule.Typed"/>: a share for each place by code, 0 or more; else left out.</param>
    /// <exception cref="ArgumentException">The rule needs what the framework or the caller does not give; the message says what.</exception>
    public static PostsGrid Make(PlanBasis basis, AllocationRule rule, IReadOnlyDictionary<string, double>? typed = null)
    {
        if (rule == AllocationRule.Framework) return basis.Posts;
        var grid = new PostsGrid(basis.Quarters.Count);
        foreach (var line in basis.Lines)
        {
            int[] places = [.. basis.Places.Where(place => basis.Posts.Of(basis.Model.Places[place].Code, line).Length > 0)];
            if (places.Length == 0) continue;
            double[] weights = [.. places.Select(place => WeightOf(basis, rule, place, line, typed))];
            Share(basis, grid, line, places, weights);
        }

        return grid;
    }

    /// <summary>The posts of each place by a rule, or why it cannot be, in a sentence.</summary>
    /// <param name="basis">What the plans begin from.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="typed">For <see cref="AllocationRule.Typed"/>: a share for each place by code, 0 or more; else left out.</param>
    public static (PostsGrid? Posts, string Refused) TryMake(PlanBasis basis, AllocationRule rule, IReadOnlyDictionary<string, double>? typed = null)
    {
        var places = basis.Places.Select(place => basis.Model.Places[place]);
        string[] without = rule switch
        {
            AllocationRule.Population => [.. basis.Places.Where(place => PeopleOf(basis, place, 0) is null).Select(place => basis.Model.Places[place].Name)],
            AllocationRule.Typed => [.. places.Where(place => typed?.ContainsKey(place.Code) != true).Select(place => place.Name)],
            AllocationRule.Framework or AllocationRule.ExistingStaff or AllocationRule.Flat => [],
        };
        if (without.Length > 0)
        {
            var named = $"{string.Join(", ", without.Take(3))}{(without.Length > 3 ? $" and {without.Length - 3} more places" : "")}";
            return (null, rule == AllocationRule.Population ? $"{basis.Framework.Name} has no population{(basis.Framework.NeedByAge is null ? "" : " by age")} of {named}, so posts cannot be shared by it." : $"A share is missing for {named}.");
        }

        var posts = Make(basis, rule, typed);
        foreach (var place in posts.Places)
        {
            foreach (var line in posts.LinesOf(place))
            {
                var least = posts.Of(place, line).IndexOfAnyInRange(decimal.MinValue, -LargestRemainder.Unit);
                if (least < 0) continue;
                var name = basis.Model.Places[basis.PlaceOf(place)!.Value].Name;
                return (null, $"By this rule {name} would have {PlanNumbers.Of(posts.Of(place, line)[least])} posts of {basis.Model.StaffGroups[basis.IndexOf(line)!.Value.StaffGroup].Name} in the quarter to {basis.Quarters[least].Code}.");
            }
        }

        return (posts, "");
    }

    /// <summary>
    /// The people of a place, each age weighted by its need in a service (indexes); all alike where the framework has no ages (docs/plans.md, "What a plan begins from").
    /// Null where its people are not known.
    /// </summary>
    public static double? PeopleOf(PlanBasis basis, int place, int service) =>
        basis.Framework.NeedByAge is { } need ? need.WeightedOf(place, service) : basis.Model.Places[place].Population;

    private static void Share(PlanBasis basis, PostsGrid grid, PlanLine line, int[] places, double[] weights)
    {
        var nation = basis.National.Of(basis.NationCode, line);
        for (var q = 0; q < nation.Length; q++)
        {
            foreach (var (place, part) in places.Zip(LargestRemainder.Share(nation[q] - nation[0], weights)))
            {
                var code = basis.Model.Places[place].Code;
                grid.Set(code, line, q, basis.Posts.Of(code, line)[0] + part);
            }
        }
    }

    /// <summary>What the share of a place in a line rests on by a rule, before it is divided by that of all places that have the line.</summary>
    /// <exception cref="ArgumentException">The rule needs what the framework or the caller does not give, or is the framework's own.</exception>
    public static double WeightOf(PlanBasis basis, AllocationRule rule, int place, PlanLine line, IReadOnlyDictionary<string, double>? typed)
    {
        var code = basis.Model.Places[place].Code;
        return rule switch
        {
            AllocationRule.ExistingStaff => basis.CohortsOf(place, line).Sum(cohort => cohort.Weight * basis.Model.Cohorts[cohort.Cohort].OpeningFte.Value),
            AllocationRule.Population => PeopleOf(basis, place, basis.IndexOf(line)!.Value.Service) ?? throw new ArgumentException($"{basis.Framework.Name} has no population of {basis.Model.Places[place].Name}.", nameof(rule)),
            AllocationRule.Flat => 1,
            AllocationRule.Typed => typed is not null && typed.TryGetValue(code, out var share) ? share : throw new ArgumentException($"A share is missing for {basis.Model.Places[place].Name}.", nameof(typed)),
            AllocationRule.Framework => throw new ArgumentException("The framework shares its own posts.", nameof(rule)),
        };
    }
}
