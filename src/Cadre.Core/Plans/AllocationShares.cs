namespace Cadre.Core.Plans;

/// <summary>What each place gets by a rule and why: of what the nation gains or loses to the last quarter, all staff groups together.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Rows">A row for each place that plans, or for each with each service where services are weighted otherwise; by name.</param>
public sealed record AllocationShares(AllocationRule Rule, IReadOnlyList<AllocationShares.Row> Rows)
{
    /// <summary>A place, or one of its services.</summary>
    /// <param name="Place">Code of the place.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Service">Name of the service; empty where all services are shared alike.</param>
    /// <param name="People">People who live there; null where that is not known or not what the rule goes by.</param>
    /// <param name="Weight">What its share rests on: weighted people, staff in post, or 1.</param>
    /// <param name="Share">Its part of all places' weight, 0 to 1.</param>
    /// <param name="Gets">Posts that it gains, or loses, from the opening day to the last quarter.</param>
    public sealed record Row(string Place, string Name, string Service, double? People, double Weight, double Share, decimal Gets);

    /// <summary>All places' posts gained, or lost.</summary>
    public decimal Gets => Rows.Sum(row => row.Gets);

    /// <summary>What a rule gives; only rules that need nothing typed.</summary>
    /// <exception cref="ArgumentException">It is the framework's own rule, or that of typed shares.</exception>
    public static AllocationShares Of(PlanBasis basis, AllocationRule rule, PostsGrid posts)
    {
        // Weighted people are shown so that all places together have as many as people: weights are ratios alone.
        var isByService = rule == AllocationRule.Population && basis.Framework.NeedByAge is { } need && need.Weights.Any(weight => weight.Service is not null);
        var parts = isByService ? basis.Lines.GroupBy(line => basis.Model.Services.First(service => service.Code == line.Service).Name) : basis.Lines.GroupBy(_ => "");
        var rows = parts.SelectMany(part => RowsOf(basis, rule, posts, part.Key, [.. part]));
        return new AllocationShares(rule, [.. rows.OrderBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.Service, StringComparer.Ordinal)]);
    }

    private static IEnumerable<Row> RowsOf(PlanBasis basis, AllocationRule rule, PostsGrid posts, string service, PlanLine[] lines)
    {
        int[] places = [.. basis.Places.Where(place => lines.Any(line => posts.Of(basis.Model.Places[place].Code, line).Length > 0))];
        double[] weights = [.. places.Select(place => WeightOf(basis, rule, place, lines))];
        double?[] people = [.. places.Select(place => rule == AllocationRule.Population ? basis.Model.Places[place].Population : null)];
        var (all, scale) = (weights.Sum(), rule == AllocationRule.Population && weights.Sum() > 0 ? people.Sum(number => number ?? 0) / weights.Sum() : 1);
        return places.Index().Select(place => new Row(
            basis.Model.Places[place.Item].Code, basis.Model.Places[place.Item].Name, service, people[place.Index], weights[place.Index] * scale, all > 0 ? weights[place.Index] / all : 1.0 / places.Length,
            lines.Sum(line => posts.Of(basis.Model.Places[place.Item].Code, line) is { Length: > 0 } own ? own[^1] - own[0] : 0)));
    }

    /// <summary>Staff differ by line and are added up; people and equal parts are the same in every line of a service.</summary>
    private static double WeightOf(PlanBasis basis, AllocationRule rule, int place, PlanLine[] lines) =>
        rule == AllocationRule.ExistingStaff ? lines.Sum(line => AllocationMaker.WeightOf(basis, rule, place, line, null)) : AllocationMaker.WeightOf(basis, rule, place, lines[0], null);
}
