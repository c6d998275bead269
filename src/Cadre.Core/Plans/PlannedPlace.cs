using Cadre.Core.Plans.Sections;

namespace Cadre.Core.Plans;

/// <summary>A place with its plan: what it was prefilled with and what its sections make of it.</summary>
/// <param name="Basis">What the plans of the round begin from.</param>
/// <param name="Allocated">The allocation of the round.</param>
/// <param name="Members">Codes of the framework's places that it plans for.</param>
/// <param name="Sections">Content by section; a section that is missing is as prefilled.</param>
public sealed record PlannedPlace(PlanBasis Basis, PostsGrid Allocated, IReadOnlyList<string> Members, IReadOnlyDictionary<string, SectionContent> Sections)
{
    /// <summary>Its services and staff groups, in the framework's order.</summary>
    public IReadOnlyList<PlanLine> Lines => field ??= [.. Basis.Lines.Where(line => Members.Any(member => Allocated.Of(member, line).Length > 0))];

    /// <summary>The posts that a line was prefilled with by quarter; empty where the place has none.</summary>
    public decimal[] PrefilledOf(PlanLine line) => Allocated.Of(Members, line);

    /// <summary>The posts that are planned by quarter, the opening day's first; empty where the place has none.</summary>
    public decimal[] PostsOf(PlanLine line)
    {
        var posts = PrefilledOf(line);
        if (posts.Length == 0 || !Sections.TryGetValue(line.Section, out var section)) return posts;
        foreach (var (quarter, fte) in ((PostsContent)section).Fte)
        {
            if (Basis.QuarterOf(quarter) is { } q) posts[q] = fte;
        }

        return posts;
    }

    /// <summary>The items of a section besides posts.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> ItemsOf(string section) => Sections.TryGetValue(section, out var content) ? ((ItemsContent)content).Items : [];

    /// <summary>Everything that is wrong with it.</summary>
    public IReadOnlyList<PlanProblem> Check() => [.. Sections.SelectMany(section => section.Value.Check(section.Key, this))];
}
