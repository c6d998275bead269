using Cadre.Core.Plans.Sections;
using Cadre.Core.Words;

namespace Cadre.Core.Plans;

/// <summary>A difference between two states of a plan.</summary>
/// <param name="Section">The section (<see cref="SectionName"/>).</param>
/// <param name="Title">The section as people read it.</param>
/// <param name="Label">What differs in it.</param>
/// <param name="Before">What the first says; empty for nothing.</param>
/// <param name="After">What the second says; empty for nothing.</param>
public sealed record PlanDifference(string Section, string Title, string Label, string Before, string After)
{
    /// <summary>Everything in which two states of a plan differ, in the order of a plan.</summary>
    public static IReadOnlyList<PlanDifference> Between(PlannedPlace before, PlannedPlace after) =>
    [
        .. after.Lines.SelectMany(line => OfPosts(before, after, line)),
        .. ServiceDifference.Between(before, after),
        .. SectionDefinition.All.SelectMany(definition => OfItems(before, after, definition)),
    ];

    /// <summary>A section of posts as people read it.</summary>
    public static string TitleOf(PlannedPlace place, PlanLine line)
    {
        var model = place.Basis.Model;
        var group = model.StaffGroups.First(item => item.Code == line.StaffGroup).Name;
        return model.Services.Count == 1 ? group : $"{group}, {model.Services.First(service => service.Code == line.Service).Name}";
    }

    /// <summary>Quarters next to each other with the same difference are one.</summary>
    private static IEnumerable<PlanDifference> OfPosts(PlannedPlace before, PlannedPlace after, PlanLine line)
    {
        var (from, to, quarters) = (before.PostsOf(line), after.PostsOf(line), after.Basis.Quarters);
        var title = TitleOf(after, line);
        for (var first = 1; first < to.Length; first++)
        {
            var difference = to[first] - from[first];
            if (difference == 0) continue;
            var last = first;
            while (last + 1 < to.Length && to[last + 1] - from[last + 1] == difference)
                last++;
            var when = first == last ? $"quarter to {Wording.Long(quarters[first].Ends)}" : $"quarters to {Wording.Long(quarters[first].Ends)} to {Wording.Long(quarters[last].Ends)}";
            yield return new PlanDifference(
                line.Section, title, $"Posts, {when}", Range(from[first], from[last]), $"{Range(to[first], to[last])} ({PlanNumbers.Signed(difference)}{(first == last ? "" : " each")})");
            first = last;
        }

        var (reasonBefore, reasonAfter) = (ReasonOf(before, line), ReasonOf(after, line));
        if (reasonBefore != reasonAfter) yield return new PlanDifference(line.Section, title, "Reason", reasonBefore, reasonAfter);
    }

    private static IEnumerable<PlanDifference> OfItems(PlannedPlace before, PlannedPlace after, SectionDefinition definition)
    {
        var (earlier, later) = (LinesOf(before, definition), LinesOf(after, definition));
        return from label in earlier.Keys.Concat(later.Keys).Distinct()
               let one = earlier.GetValueOrDefault(label, "")
               let other = later.GetValueOrDefault(label, "")
               where one != other
               select new PlanDifference(definition.Name, definition.Title, label, one, other);
    }

    private static Dictionary<string, string> LinesOf(PlannedPlace place, SectionDefinition definition) =>
        place.Sections.TryGetValue(definition.Name, out var section) ? section.Describe(definition.Name, place).ToDictionary(line => line.Label, line => line.Text) : [];

    private static string ReasonOf(PlannedPlace place, PlanLine line) => place.Sections.TryGetValue(line.Section, out var section) ? ((PostsContent)section).Reason : "";

    private static string Range(decimal first, decimal last) => first == last ? PlanNumbers.Of(first) : $"{PlanNumbers.Of(first)} to {PlanNumbers.Of(last)}";
}
