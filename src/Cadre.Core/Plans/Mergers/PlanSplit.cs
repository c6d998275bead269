using Cadre.Core.Plans.Sections;

namespace Cadre.Core.Plans.Mergers;

/// <summary>
/// Makes several plans of one: posts are shared exactly, what was planned beyond the allocation by the posts of each part; levers and overridden assumptions
/// work in each part, and their costs are shared (docs/plans.md).
/// </summary>
public static class PlanSplit
{
    /// <summary>The parts of a plan.</summary>
    /// <param name="whole">The plan.</param>
    /// <param name="pieces">What each part has of the plan's members; together they make up the plan.</param>
    public static IReadOnlyList<PlannedPlace> Of(PlannedPlace whole, IReadOnlyList<IReadOnlyList<MemberPart>> pieces)
    {
        PlannedPlace[] made = [.. pieces.Select(piece => new PlannedPlace(whole.Basis, whole.Allocated, [.. piece.Select(part => part.Part.ToString())], new Dictionary<string, SectionContent>()))];
        Dictionary<string, SectionContent>[] sections = [.. made.Select(_ => new Dictionary<string, SectionContent>())];
        foreach (var line in whole.Lines)
        {
            if (!whole.Sections.TryGetValue(line.Section, out var content) || content is not PostsContent { IsEmpty: false } posts) continue;
            foreach (var (i, part) in PostsOf(whole, line, posts, pieces).Index().Where(part => !part.Item.IsEmpty))
                sections[i].Add(line.Section, part);
        }

        double[] weights = [.. made.Select(place => place.Lines.Sum(line => (double)place.PrefilledOf(line)[^1]))];
        foreach (var section in SectionName.Others.Where(section => whole.ItemsOf(section).Count > 0))
        {
            foreach (var (i, items) in ItemsOf(whole.CarriedItemsOf(section), pieces, weights).Index().Where(part => part.Item.Count > 0))
                sections[i].Add(section, new ItemsContent { Items = items });
        }

        return [.. made.Zip(sections, (place, content) => place with { Sections = content })];
    }

    private static PostsContent[] PostsOf(PlannedPlace whole, PlanLine line, PostsContent posts, IReadOnlyList<IReadOnlyList<MemberPart>> pieces)
    {
        (int Piece, MemberPart Part, decimal[] Prefilled)[] all =
        [
            .. from piece in pieces.Index()
               from part in piece.Item
               let prefilled = whole.Basis.AllocatedOf(whole.Allocated, part.Part.ToString(), line)
               where prefilled.Length > 0
               // In one order whichever piece is looked at: of equal parts the first gets the hundredth that is left.
               orderby part.Part.ToString()
               select (piece.Index, part, prefilled),
        ];
        PostsContent[] made = [.. pieces.Select(piece => new PostsContent { Reason = posts.Reason, Parts = piece.Count > 1 ? new(StringComparer.Ordinal) : null })];
        var planned = whole.PartsOf(line);
        foreach (var quarter in posts.Fte.Keys)
        {
            var q = whole.Basis.QuarterOf(quarter)!.Value;
            foreach (var (members, fte) in planned[q])
            {
                var own = all.Where(part => members.Contains(part.Part.Member)).ToArray();
                var beyond = LargestRemainder.Share(fte - own.Sum(part => part.Prefilled[q]), [.. own.Select(part => (double)part.Prefilled[q])]);
                foreach (var (part, more) in own.Zip(beyond))
                    Add(made[part.Piece], quarter, part.Part.Part.ToString(), part.Prefilled[q] + more);
            }
        }

        return made;
    }

    private static void Add(PostsContent posts, string quarter, string member, decimal fte)
    {
        posts.Fte[quarter] = posts.Fte.GetValueOrDefault(quarter) + fte;
        if (posts.Parts is null) return;
        if (!posts.Parts.TryGetValue(quarter, out var parts)) posts.Parts.Add(quarter, parts = new(StringComparer.Ordinal));
        parts[member] = parts.GetValueOrDefault(member) + fte;
    }

    /// <summary>By piece, the items that are of it: those of a member go with the parts of that member, all others with every piece.</summary>
    private static List<IReadOnlyDictionary<string, string>>[] ItemsOf(IReadOnlyList<IReadOnlyDictionary<string, string>> items, IReadOnlyList<IReadOnlyList<MemberPart>> pieces, double[] weights)
    {
        List<IReadOnlyDictionary<string, string>>[] made = [.. pieces.Select(_ => new List<IReadOnlyDictionary<string, string>>())];
        foreach (var item in items)
        {
            var member = item.GetValueOrDefault(SectionDefinition.MemberField, "");
            int[] having = [.. pieces.Index().Where(piece => member.Length == 0 || piece.Item.Any(part => part.Member == member)).Select(piece => piece.Index)];
            foreach (var (at, i) in having.Index())
            {
                var copy = item.Where(field => field.Key != SectionDefinition.MemberField)
                    .ToDictionary(field => field.Key, field => SectionDefinition.IsShared(field.Key) ? SharedOf(field.Value, [.. having.Select(piece => weights[piece])])[at] : field.Value);
                if (member.Length > 0 && pieces[i].Count > 1) copy.Add(SectionDefinition.MemberField, pieces[i].First(part => part.Member == member).Part.ToString());
                made[i].Add(copy);
            }
        }

        return made;
    }

    /// <summary>An amount shared over pieces; what is less than a hundredth goes to the first.</summary>
    private static string[] SharedOf(string value, double[] weights)
    {
        if (!PlanNumbers.TryParse(value, out var amount)) return [.. weights.Select(_ => value)];
        var whole = decimal.Truncate(amount * 100) / 100;
        var parts = LargestRemainder.Share(whole, weights);
        parts[0] += amount - whole;
        return [.. parts.Select(part => part.ToString(System.Globalization.CultureInfo.InvariantCulture))];
    }
}
