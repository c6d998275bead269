using System.Text.Json;

namespace Cadre.Core.Plans.Sections;

/// <summary>What is in a section of a plan.</summary>
public abstract record SectionContent
{
    /// <summary>Whether it is as prefilled: nothing was added or changed.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>Everything that is wrong with it.</summary>
    /// <param name="section">The section that it is in.</param>
    /// <param name="place">Whose plan it is of.</param>
    public abstract IEnumerable<PlanProblem> Check(string section, PlannedPlace place);

    /// <summary>What it says, a line for each thing, to lay beside another save of the same section.</summary>
    /// <param name="section">The section that it is in.</param>
    /// <param name="place">Whose plan it is of.</param>
    public abstract IEnumerable<SectionLine> Describe(string section, PlannedPlace place);

    /// <summary>As text.</summary>
    public string ToText() => JsonSerializer.Serialize(this, GetType());

    /// <summary>A section that was never saved.</summary>
    public static SectionContent Empty(string section) => SectionName.IsPosts(section) ? new PostsContent() : new ItemsContent();

    /// <summary>What <see cref="ToText"/> made.</summary>
    public static SectionContent Parse(string section, string text) =>
        SectionName.IsPosts(section) ? JsonSerializer.Deserialize<PostsContent>(text)! : JsonSerializer.Deserialize<ItemsContent>(text)!;
}
