using Cadre.Core.Plans.Sections;

namespace Cadre.Core.Plans;

/// <summary>A place with its plan: what it was prefilled with and what its sections make of it.</summary>
/// <param name="Basis">What the plans of the round begin from.</param>
/// <param name="Allocated">The allocation of the round.</param>
/// <param name="Members">The framework's places that it plans for, or parts of them (<see cref="PlanMember"/>).</param>
/// <param name="Sections">Content by section; a section that is missing is as prefilled.</param>
public sealed record PlannedPlace(PlanBasis Basis, PostsGrid Allocated, IReadOnlyList<string> Members, IReadOnlyDictionary<string, SectionContent> Sections)
{
    /// <summary>Its services and staff groups, in the framework's order.</summary>
    public IReadOnlyList<PlanLine> Lines => field ??= [.. Basis.Lines.Where(line => Members.Any(member => Basis.AllocatedOf(Allocated, member, line).Length > 0))];

    /// <summary>The posts that a line was prefilled with by quarter; empty where the place has none.</summary>
    public decimal[] PrefilledOf(PlanLine line) => Basis.AllocatedOf(Allocated, Members, line);

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

    /// <summary>By quarter, whose the posts of a line are, so that they are added where they belong: each member's as prefilled, or those of some members together.</summary>
    public IReadOnlyList<(IReadOnlyList<string> Members, decimal Fte)>[] PartsOf(PlanLine line)
    {
        var content = Sections.TryGetValue(line.Section, out var section) ? (PostsContent)section : new PostsContent();
        (string Member, decimal[] Posts)[] having = [.. Members.Select(member => (member, Basis.AllocatedOf(Allocated, member, line))).Where(member => member.Item2.Length > 0)];
        return
        [
            .. PostsOf(line).Index().Select(planned => PartsOf(content, planned.Index, planned.Item)
                ?? [.. having.Select(member => ((IReadOnlyList<string>)[member.Member], member.Posts[planned.Index]))]),
        ];
    }

    /// <summary>The parts of a quarter that somebody changed; null for one as prefilled.</summary>
    private IReadOnlyList<(IReadOnlyList<string> Members, decimal Fte)>? PartsOf(PostsContent content, int quarter, decimal planned)
    {
        if (quarter == 0 || !content.Fte.ContainsKey(Basis.Quarters[quarter].Code)) return null;
        return content.Parts?.TryGetValue(Basis.Quarters[quarter].Code, out var parts) == true && parts.Values.Sum() == planned && parts.Keys.All(members => members.Split(' ').All(Members.Contains))
            ? [.. parts.Select(part => ((IReadOnlyList<string>)part.Key.Split(' '), part.Value))]
            : [(Members, planned)];
    }

    /// <summary>The items of a section besides posts.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> ItemsOf(string section) => Sections.TryGetValue(section, out var content) ? ((ItemsContent)content).Items : [];

    /// <summary>The items of a section as other plans can carry them on.</summary>
    internal IReadOnlyList<IReadOnlyDictionary<string, string>> CarriedItemsOf(string section) => section == SectionName.Services ? ServiceItems.Carried(ItemsOf(section), Members) : ItemsOf(section);

    /// <summary>Whether something belongs to it and to another.</summary>
    public bool Overlaps(PlannedPlace other)
    {
        PlanMember[] others = [.. other.Members.Select(PlanMember.Parse)];
        return Members.Select(PlanMember.Parse).Any(member => others.Any(member.Overlaps));
    }

    /// <summary>Everything that is wrong with it.</summary>
    public IReadOnlyList<PlanProblem> Check() => [.. Sections.SelectMany(section => section.Value.Check(section.Key, this))];
}
