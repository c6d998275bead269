namespace Cadre.Core.Plans;

/// <summary>The sections of a plan.</summary>
public static class SectionName
{
    /// <summary>Shares of posts by service.</summary>
    public const string Services = "services";

    /// <summary>Levers.</summary>
    public const string Levers = "levers";

    /// <summary>Overridden assumptions.</summary>
    public const string Assumptions = "assumptions";

    /// <summary>Actions.</summary>
    public const string Actions = "actions";

    /// <summary>Partners and what they contribute.</summary>
    public const string Partners = "partners";

    /// <summary>Risks.</summary>
    public const string Risks = "risks";

    /// <summary>Narrative.</summary>
    public const string Narrative = "narrative";

    private const string PostsStart = "posts/";

    /// <summary>The sections besides posts, in the order of a plan.</summary>
    public static readonly IReadOnlyList<string> Others = [Services, Levers, Assumptions, Actions, Partners, Risks, Narrative];

    /// <summary>The section of the posts of a service and staff group, by their codes.</summary>
    public static string Posts(string service, string staffGroup) => $"{PostsStart}{service}/{staffGroup}";

    /// <summary>Whether it is a section of posts.</summary>
    public static bool IsPosts(string section) => section.StartsWith(PostsStart, StringComparison.Ordinal);

    /// <summary>Codes of the service and staff group of a section of posts.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static (string Service, string StaffGroup) LineOf(string section) =>
        section.Split('/') is [_, var service, var group] && IsPosts(section) ? (service, group) : throw new ArgumentException($"{section} is no section of posts.", nameof(section));
}
