using System.Text.Json.Serialization;

namespace Cadre.Core.Plans.Sections;

/// <summary>The items of a section: its levers, actions, risks, by the fields of <see cref="SectionDefinition"/>.</summary>
public sealed record ItemsContent : SectionContent
{
    /// <summary>The most items of a section.</summary>
    public const int Most = 100;

    /// <summary>Values by the name of their field.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Items { get; init; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsEmpty => Items.Count == 0;

    /// <inheritdoc/>
    public override IEnumerable<PlanProblem> Check(string section, PlannedPlace place)
    {
        var definition = SectionDefinition.Of(section);
        if (Items.Count > definition.MostItems)
            yield return new PlanProblem(section, null, "", definition.Title, $"{Items.Count}", $"at most {definition.MostItems}");
        var isSound = true;
        foreach (var (i, item) in Items.Index())
        {
            foreach (var field in definition.Fields)
            {
                var value = item.GetValueOrDefault(field.Name, "");
                isSound &= field.ExpectedInstead(value, place.Basis) is null && (!field.IsOfMembers || value.Length == 0 || place.Members.Contains(value));
                if (field.ExpectedInstead(value, place.Basis) is { } expected)
                    yield return new PlanProblem(section, i, field.Name, $"{definition.Item} {i + 1}, {field.Label.ToLowerInvariant()}", value, expected);
                else if (field.IsOfMembers && value.Length > 0 && !place.Members.Contains(value))
                    yield return new PlanProblem(section, i, field.Name, $"{definition.Item} {i + 1}, {field.Label.ToLowerInvariant()}", value, $"one of {string.Join(", ", place.Members)}");
            }

            foreach (var unknown in item.Keys.Where(name => definition.Fields.All(field => field.Name != name)))
                yield return new PlanProblem(section, i, unknown, $"{definition.Item} {i + 1}", unknown, "a field of the section");
        }

        foreach (var problem in isSound ? definition.Together?.Invoke(Items, place) ?? [] : [])
            yield return problem;
    }

    /// <inheritdoc/>
    public override IEnumerable<SectionLine> Describe(string section, PlannedPlace place)
    {
        var definition = SectionDefinition.Of(section);
        return Items.Select((item, i) =>
        {
            (string Label, string Text)[] fields =
            [
                .. from field in definition.Fields
                   let value = item.GetValueOrDefault(field.Name, "")
                   where value.Length > 0
                   select (field.Label, field.TextOf(value, place.Basis)),
            ];
            return definition.MostItems == 1
                ? new SectionLine(definition.Item, string.Join('\n', fields.Select(field => field.Text)))
                : new SectionLine($"{definition.Item} {i + 1}", string.Join('\n', fields.Select(field => $"{field.Label}: {field.Text}")));
        });
    }
}
