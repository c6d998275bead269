namespace Cadre.Benchmarks.Pages;

/// <summary>A table in Markdown: the first column holds words, the others figures.</summary>
internal static class MarkdownTable
{
    /// <summary>Its lines, with a line end after each.</summary>
    public static string Of(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows) =>
        string.Concat(new[] { Line(head), $"|---|{string.Concat(Enumerable.Repeat("---:|", head.Count - 1))}\n" }.Concat(rows.Select(Line)));

    private static string Line(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |\n";
}
