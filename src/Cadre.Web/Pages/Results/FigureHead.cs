namespace Cadre.Web.Pages.Results;

/// <summary>The head of a table of <see cref="FigureRow"/>s.</summary>
/// <param name="First">What the rows are.</param>
/// <param name="HasNeed">Whether there are columns of need.</param>
public sealed record FigureHead(string First, bool HasNeed)
{
    /// <summary>What the figures are.</summary>
    public IReadOnlyList<string> Columns => ["Staff", "Posts", "Gap to posts", "Vacancy rate", .. HasNeed ? (string[])["Need", "Gap to need"] : []];
}
