using Cadre.Core.Auditing;

namespace Cadre.Core.Plans;

/// <summary>A section of a plan as somebody saved it. Saving again adds another; none ever changes, so that no save is lost.</summary>
public sealed class PlanSection : IAudited
{
    /// <summary>Whose.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Which section (<see cref="SectionName"/>).</summary>
    public required string Section { get; init; }

    /// <summary>1 for the first time it was saved, and so on.</summary>
    public required int Number { get; init; }

    /// <summary>What is in it (<see cref="Sections.SectionContent"/>).</summary>
    public required string Content { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTime SavedUtc { get; init; }

    /// <summary>By whom; null for Cadre itself.</summary>
    public required Guid? PersonId { get; init; }
}
