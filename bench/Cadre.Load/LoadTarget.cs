using AngleSharp.Dom;

namespace Cadre.Load;

/// <summary>What the load is put on: the newest run of a framework that is done.</summary>
/// <param name="Framework">Id of the framework.</param>
/// <param name="Run">Id of the run.</param>
/// <param name="Nation">Code of the nation.</param>
/// <param name="Pages">Every page of results, and the framework's.</param>
internal sealed record LoadTarget(string Framework, string Run, string Nation, IReadOnlyList<string> Pages)
{
    /// <summary>Follows the links of the pages, as a reader does.</summary>
    public static async Task<LoadTarget> FindAsync(Visitor visitor, string title)
    {
        var home = await visitor.ReadAsync("/");
        var framework = LinksOf(home).First(link => link.Href.StartsWith("/frameworks/", StringComparison.Ordinal) && link.Text.Contains(title, StringComparison.OrdinalIgnoreCase)).Href;
        var runs = LinksOf(await visitor.ReadAsync(framework)).Select(link => link.Href).Where(href => href.StartsWith("/runs/", StringComparison.Ordinal));
        foreach (var href in runs)
        {
            // A run that is done leads on to its nation; another one shows how far it is.
            var (status, _, to) = await visitor.FollowAsync(href);
            if (status != System.Net.HttpStatusCode.Redirect || to is null) continue;
            var found = await PlacesAsync(visitor, to);
            return new LoadTarget(framework.Split('/')[2], href.Split('/')[2], to.Split('/')[^1], [framework, .. found]);
        }

        throw new InvalidOperationException($"{title} has no run that is done.");
    }

    private static async Task<List<string>> PlacesAsync(Visitor visitor, string nation)
    {
        List<string> pages = [nation];
        for (var at = 0; at < pages.Count; at++)
        {
            var below = LinksOf(await visitor.ReadAsync(pages[at])).Select(link => link.Href).Where(href => href.StartsWith("/runs/", StringComparison.Ordinal) && href.Contains("/places/", StringComparison.Ordinal) && !href.Contains(".csv", StringComparison.Ordinal) && !href.Contains(".xlsx", StringComparison.Ordinal));
            // Places without a staff group are followed; of staff groups those of the nation are enough.
            pages.AddRange(below.Where(href => at == 0 || !href.Contains('?', StringComparison.Ordinal) || href.EndsWith("group=all", StringComparison.Ordinal)).Where(href => !pages.Contains(href)).Distinct().ToList());
        }

        return pages;
    }

    private static IEnumerable<(string Href, string Text)> LinksOf(IDocument page) => page.QuerySelectorAll("main a[href]").Select(link => (link.GetAttribute("href")!, link.TextContent));
}
