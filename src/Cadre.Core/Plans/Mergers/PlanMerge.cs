using Cadre.Core.Plans.Sections;

namespace Cadre.Core.Plans.Mergers;

/// <summary>Makes one plan of several: posts added up exactly, items side by side, each still of its own place.</summary>
public static class PlanMerge
{
    private const string CarriedOver = "Carried over from another allocation.";

    /// <summary>The plans as one.</summary>
    /// <param name="allocated">The allocation that the one plan begins from.</param>
    /// <param name="parts">The plans with the names of their places, at least one.</param>
    public static PlannedPlace Of(PostsGrid allocated, IReadOnlyList<(string Name, PlannedPlace Place)> parts)
    {
        var merged = new PlannedPlace(parts[0].Place.Basis, allocated, [.. parts.SelectMany(part => part.Place.Members)], new Dictionary<string, SectionContent>());
        var sections = new Dictionary<string, SectionContent>();
        foreach (var line in merged.Lines)
        {
            if (PostsOf(merged, line, parts) is { IsEmpty: false } posts) sections.Add(line.Section, posts);
        }

        foreach (var section in SectionName.Others)
        {
            if (ItemsOf(section, merged.Members.Count, parts) is { IsEmpty: false } items) sections.Add(section, items);
        }

        return merged with { Sections = sections };
    }

    /// <summary>A line's quarters that somebody changed, or that the allocation has otherwise: the sum of what each plan has there.</summary>
    private static PostsContent PostsOf(PlannedPlace merged, PlanLine line, IReadOnlyList<(string Name, PlannedPlace Place)> parts)
    {
        var prefilled = merged.PrefilledOf(line);
        var sum = new decimal[prefilled.Length];
        var changed = new HashSet<string>(StringComparer.Ordinal);
        var reasons = new List<string>();
        foreach (var (name, place) in parts)
        {
            foreach (var (q, fte) in place.PostsOf(line).Index())
                sum[q] += fte;
            if (!place.Sections.TryGetValue(line.Section, out var section) || section is not PostsContent { IsEmpty: false } posts) continue;
            changed.UnionWith(posts.Fte.Keys);
            reasons.Add(parts.Count > 1 ? $"{name}: {posts.Reason}" : posts.Reason);
        }

        var fteOf = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (q, quarter) in merged.Basis.Quarters.Index().Skip(1))
        {
            if (changed.Contains(quarter.Code) || sum[q] != prefilled[q]) fteOf.Add(quarter.Code, sum[q]);
        }

        return new PostsContent { Fte = fteOf, Parts = merged.Members.Count > 1 && fteOf.Count > 0 ? PartsOf(merged.Basis, line, fteOf, parts) : null, Reason = fteOf.Count == 0 ? "" : reasons.Count > 0 ? string.Join('\n', reasons) : CarriedOver };
    }

    /// <summary>Whose the posts of each changed quarter are, so that they stay in the trusts of their own places.</summary>
    private static SortedDictionary<string, SortedDictionary<string, decimal>> PartsOf(PlanBasis basis, PlanLine line, SortedDictionary<string, decimal> fteOf, IReadOnlyList<(string Name, PlannedPlace Place)> parts)
    {
        var own = parts.Select(part => part.Place.PartsOf(line)).ToArray();
        return new SortedDictionary<string, SortedDictionary<string, decimal>>(
            fteOf.Keys.ToDictionary(code => code, code => new SortedDictionary<string, decimal>(
                own.SelectMany(quarters => quarters.Length > 0 ? quarters[basis.QuarterOf(code)!.Value] : []).ToDictionary(part => string.Join(' ', part.Members), part => part.Fte), StringComparer.Ordinal)), StringComparer.Ordinal);
    }

    private static ItemsContent ItemsOf(string section, int members, IReadOnlyList<(string Name, PlannedPlace Place)> parts) => new()
    {
        Items = SectionDefinition.Of(section).MostItems == 1
            ? Joined(parts.SelectMany(part => part.Place.ItemsOf(section).Select(item => (part.Name, Item: item))).ToList(), isNamed: parts.Count > 1)
            : [.. parts.SelectMany(part => part.Place.CarriedItemsOf(section).SelectMany(item => members == 1 ? [item] : OfMembers(part.Place, item)))],
    };

    /// <summary>One item whose texts are those of all of them.</summary>
    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Joined(List<(string Name, IReadOnlyDictionary<string, string> Item)> items, bool isNamed) => items.Count == 0
        ? []
        : [items.SelectMany(item => item.Item.Where(field => field.Value.Length > 0).Select(field => (field.Key, Text: isNamed ? $"{item.Name}\n{field.Value}" : field.Value))).GroupBy(field => field.Key).ToDictionary(texts => texts.Key, texts => string.Join("\n\n", texts.Select(text => text.Text)))];

    /// <summary>An item, said to be of its plan's place: where that merged before, one for each of its members, and the cost once.</summary>
    private static IEnumerable<IReadOnlyDictionary<string, string>> OfMembers(PlannedPlace place, IReadOnlyDictionary<string, string> item) =>
        item.GetValueOrDefault(SectionDefinition.MemberField, "").Length > 0
            ? [item]
            : place.Members.Index().Select(member => item.Where(field => field.Key != SectionDefinition.MemberField)
                .Select(field => member.Index > 0 && SectionDefinition.IsShared(field.Key) ? KeyValuePair.Create(field.Key, "") : field)
                .Append(KeyValuePair.Create(SectionDefinition.MemberField, member.Item)).ToDictionary());
}
