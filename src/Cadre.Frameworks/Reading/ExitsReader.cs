using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads exits.csv: how the exits of staff groups split, by age (docs/method.md section 3.2).</summary>
internal static class ExitsReader
{
    /// <summary>By staff group: its shares by age, then as in the file; empty where the file has none.</summary>
    public static ExitShare[][] Read(ReadContext context, StaffGroupTree tree)
    {
        var table = context.Table(FrameworkTables.Exits);
        var keys = new RowKeys(table);
        var shares = tree.Names.Select(_ => new List<(CsvRow Row, ExitShare Share)>()).ToArray();
        var faulty = new HashSet<int>();
        foreach (var row in table.Rows)
        {
            var group = LeafReference.Read(row, context, tree);
            var (from, to) = AgeRange.Read(row);
            var exit = row.Word("exit", Words.Exits);
            var share = new ExitShare(exit ?? default, from, to, row.Number("share", Quantity.Share));
            Provenance.Read(row, context);
            var key = new RowKey(group, from, exit is { } known ? (int)known : -1);
            if (keys.TryAdd(row, key, "exit", _ => $"{row.OptionalText("exit")} from {from}") && to >= 0)
                shares[group].Add((row, share));
            else
                faulty.Add(group);
        }

        foreach (var (group, list) in shares.Index())
        {
            // A row that could not be read may be one that the group lacks.
            if (table.IsComplete && list.Count > 0 && !faulty.Contains(group) && !faulty.Contains(-1))
                CheckBands([.. list.GroupBy(item => item.Share.From).OrderBy(band => band.Key).Select(band => band.ToArray())]);
        }

        return [.. shares.Select(list => list.Select(item => item.Share).OrderBy(share => share.From).ToArray())];
    }

    private static void CheckBands((CsvRow Row, ExitShare Share)[][] bands)
    {
        var (first, last) = (bands[0][0], bands[^1][0]);
        if (first.Share.From != Ages.First)
            first.Row.Report("from", $"{Ages.First}, where the first band of a staff group begins");
        if (last.Share.To != Ages.Last + 1)
            last.Row.Report("to", $"{Ages.Last + 1}, where the last band of a staff group ends");
        foreach (var band in bands)
        {
            foreach (var (row, _) in band.Where(item => item.Share.To != band[0].Share.To))
                row.Report("to", $"{band[0].Share.To}, where the band ends in line {band[0].Row.Line}");
        }

        AgeRange.CheckGaps([.. bands.Select(band => (band[0].Row, band[0].Share.From, band[0].Share.To))]);
        foreach (var band in bands)
            SumCheck.Report([.. band.Select(item => (item.Row, item.Share.Share))], "share", "the shares of a band");
    }
}
