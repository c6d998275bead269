using Cadre.Benchmarks.Growth;

namespace Cadre.Benchmarks.Pages;

/// <summary>How cost grows.</summary>
internal static class GrowthSection
{
    private static readonly Dictionary<string, string> Notes = new()
    {
        ["Futures"] = "",
        ["Months"] = "",
        ["Places"] = " Places are copies of every region, system and trust, with their cohorts, candidates, transfers and rows of the register; the nation and the sources of candidates are shared.",
        ["Staff groups"] = " Staff groups are copies of every group that holds staff, with its cohorts, candidates and their sources.",
        ["Bands of length of service"] = " Ages are always 60, so bands of length of service, each with its 60 ages, show what more cells cost. From the second band on, people also move from band to band.",
    };

    /// <summary>The section.</summary>
    public static string Text(IReadOnlyList<GrowthTable> tables) =>
        $"""
        ## How cost grows

        A run and its percentiles within one process, on one thread, without reading and writing files; the national plan but for what grows, with
        {GrowthTables.Futures} futures where it is not futures. "Over the row before" is of processor time. "Memory" is all that was asked for. The least of
        {GrowthTables.Rounds} rounds, in each of which all runs take their turn, a small one as often as makes it as long as the largest of its table.

        {string.Join('\n', tables.Select(Table))}
        """;

    private static string Table(GrowthTable table) =>
        $"""
        **{table.Grows}.** Each doubling costs {Figure.Times(table.PerDoubling)} times as much over the whole table.{Notes[table.Grows]}

        {MarkdownTable.Of([table.Grows.ToLowerInvariant(), "time", "processor time", "over the row before", "memory"], table.Rows.Select((row, i) =>
            new[] { row.Size, Figure.Time(row.Taken.Ms), Figure.Time(row.Taken.CpuMs), i == 0 ? "" : Figure.Times(table.Ratio(i)), Figure.Memory(row.Taken.Bytes) }))}
        """;
}
