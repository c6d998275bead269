using Cadre.Core.Plans;
using Cadre.Core.Plans.Sections;

namespace Cadre.Web.Api;

/// <summary>A section of a plan: posts where its name begins with "posts/", items where it does not.</summary>
/// <param name="Section">Its name, as in its address.</param>
/// <param name="Number">Number of its last save; 0 where it was never saved.</param>
/// <param name="SavedUtc">When it was saved; null where it never was.</param>
/// <param name="SavedBy">Who saved it; null where it never was.</param>
/// <param name="Posts">Posts that differ from the prefilled ones by quarter (its last month, "2026-03"), FTE in hundredths; null for items.</param>
/// <param name="Reason">Why they differ; null for items.</param>
/// <param name="Items">The items by the names of their fields; null for posts.</param>
internal sealed record SectionJson(
    string Section, int Number, DateTime? SavedUtc, string? SavedBy, IReadOnlyDictionary<string, decimal>? Posts, string? Reason, IReadOnlyList<IReadOnlyDictionary<string, string>>? Items)
{
    /// <summary>A section as it was last saved.</summary>
    /// <param name="section">Its name.</param>
    /// <param name="saved">The save; null where it was never saved.</param>
    /// <param name="plans">Knows people's names.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<SectionJson> OfAsync(string section, PlanSection? saved, PlanService plans, CancellationToken cancellation)
    {
        var names = saved?.PersonId is { } person ? await plans.NamesAsync([person], cancellation) : null;
        var content = saved is null ? SectionContent.Empty(section) : SectionContent.Parse(section, saved.Content);
        var posts = content as PostsContent;
        return new SectionJson(section, saved?.Number ?? 0, saved?.SavedUtc, saved is null ? null : names?.Values.FirstOrDefault() ?? "Cadre", posts?.Fte, posts?.Reason, (content as ItemsContent)?.Items);
    }
}
