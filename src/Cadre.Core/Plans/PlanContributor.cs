using Cadre.Core.Auditing;

namespace Cadre.Core.Plans;

/// <summary>Somebody who may save sections of a plan beside its planners, and not submit it.</summary>
public sealed class PlanContributor : IAudited
{
    /// <summary>What stands for all sections.</summary>
    public const string All = "*";

    /// <summary>What stands for the posts of every service and staff group.</summary>
    public const string Posts = "posts";

    /// <summary>Which plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The sections, with a blank between: <see cref="All"/>, or <see cref="Posts"/> and names of <see cref="SectionName.Others"/>.</summary>
    public required string Sections { get; set; }

    /// <summary>Who named them.</summary>
    public required Guid NamedBy { get; set; }

    /// <summary>When.</summary>
    public required DateTime NamedUtc { get; set; }

    /// <summary>Whether they may save a section.</summary>
    public bool MaySave(string section) => Sections.Split(' ') is var named && (named.Contains(All) || named.Contains(SectionName.IsPosts(section) ? Posts : section));
}
