namespace Cadre.Cli.Reports.Sections;

/// <summary>The largest of many rows, for a chart that would be too long with all.</summary>
internal static class Largest
{
    /// <summary>Rows that a chart shows at most.</summary>
    private const int Shown = 10;

    /// <summary>The rows shown, in their order, and a sentence after a space about those left out; none where all are shown.</summary>
    /// <param name="rows">The rows in the order of the chart.</param>
    /// <param name="size">How large a row is, at least 0.</param>
    /// <param name="plural">What they are called.</param>
    /// <param name="text">How a sum of sizes is written.</param>
    public static (IReadOnlyList<T> Rows, string Note) Of<T>(IReadOnlyList<T> rows, Func<T, double> size, string plural, Func<double, string> text)
    {
        if (rows.Count <= Shown) return (rows, "");
        var kept = rows.Index().OrderByDescending(row => size(row.Item)).Take(Shown).Select(row => row.Index).ToHashSet();
        var rest = rows.Index().Where(row => !kept.Contains(row.Index)).Sum(row => size(row.Item));
        return ([.. rows.Index().Where(row => kept.Contains(row.Index)).Select(row => row.Item)], $" The {Shown} largest of {rows.Count} {plural}; the other {rows.Count - Shown} come to {text(rest)} together and are in the table.");
    }
}
