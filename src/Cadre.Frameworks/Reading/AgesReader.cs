using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads ages.csv: the age bands of every leaf.</summary>
internal static class AgesReader
{
    /// <summary>The bands of each staff group in ascending order; empty for a group that is no leaf.</summary>
    public static AgeBand[][] Read(ReadContext context, StaffGroupTree tree)
    {
        var table = context.Table(FrameworkTables.Ages);
        var keys = new RowKeys(table);
        var bands = Enumerable.Range(0, tree.Names.Count).Select(_ => new List<(CsvRow Row, AgeBand Band)>()).ToArray();
        var left = new List<RowKey>();
        foreach (var row in table.Rows)
        {
            var group = LeafReference.Read(row, context, tree);
            var band = ReadBand(row);
            Provenance.Read(row, context);
            if (keys.TryAdd(row, new RowKey(group, band.From), "from", _ => $"the band from {band.From}"))
                bands[group].Add((row, band));
            else
                left.Add(new RowKey(group, band.From));
        }

        foreach (var leaf in tree.KnownLeaves)
            CheckLeaf(leaf);
        return [.. bands.Select(group => group.Select(item => item.Band).OrderBy(band => band.From).ToArray())];

        void CheckLeaf(int leaf)
        {
            var code = context.StaffGroups[leaf];
            if (bands[leaf].Count == 0 && keys.Lacks(new RowKey(leaf, -1)))
                context.Problems.Add(table.Schema.File, "staff_group", $"no row for \"{code}\"", "the age bands of every leaf");
            else if (table.IsComplete && !left.Exists(key => MayBelongTo(leaf, key)))
                CheckBands([.. bands[leaf].OrderBy(item => item.Band.From)]);
        }

        // A row whose staff group could not be read may be a band that the leaf lacks.
        bool MayBelongTo(int leaf, RowKey key) =>
            key.First == leaf || (key.First < 0 && !bands[leaf].Exists(item => item.Band.From == key.Second));
    }

    private static AgeBand ReadBand(CsvRow row)
    {
        var (from, to) = AgeRange.Read(row);
        return new AgeBand
        {
            From = from,
            To = to,
            StockShare = row.Number("stock_share", Quantity.Share),
            FtePerHead = row.Number("fte_per_head", Quantity.FtePerHead),
            LeavingRate = row.Number("leaving_rate", Quantity.BandLeavingRate) / 100,
            JoinerShare = row.Number("joiner_share", Quantity.Share),
        };
    }

    private static void CheckBands(List<(CsvRow Row, AgeBand Band)> bands)
    {
        AgeRange.CheckGaps([.. bands.Select(item => (item.Row, item.Band.From, item.Band.To))]);
        SumCheck.Report([.. bands.Select(item => (item.Row, item.Band.StockShare))], "stock_share", "the stock shares of a staff group");
        SumCheck.Report([.. bands.Select(item => (item.Row, item.Band.JoinerShare))], "joiner_share", "the joiner shares of a staff group");
    }
}
