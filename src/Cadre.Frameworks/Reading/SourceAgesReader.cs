using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads source_ages.csv: the ages of those who join from a source.</summary>
internal static class SourceAgesReader
{
    /// <summary>By source: its bands in ascending order; empty where the file has none.</summary>
    public static List<AgeShare>[] Read(ReadContext context, SourceIndex index)
    {
        var table = context.Table(FrameworkTables.SourceAges);
        var keys = new RowKeys(table);
        var bands = index.Kinds.Select(_ => new List<(CsvRow Row, AgeShare Band)>()).ToArray();
        var faulty = new HashSet<int>();
        foreach (var row in table.Rows)
        {
            var source = index.Read(row);
            var (from, to) = AgeRange.Read(row);
            var band = new AgeShare(from, to, row.Number("share", Quantity.Share));
            Provenance.Read(row, context);
            if (keys.TryAdd(row, new RowKey(source, from), "from", _ => $"the band from {from}"))
                bands[source].Add((row, band));
            else
                faulty.Add(source);
        }

        var ascending = bands.Select(list => list.OrderBy(item => item.Band.From).ToList()).ToArray();
        foreach (var (source, list) in ascending.Index())
        {
            // A row whose source could not be read may be a band that this one lacks.
            if (!table.IsComplete || faulty.Contains(source) || faulty.Contains(-1))
                continue;
            AgeRange.CheckGaps([.. list.Select(item => (item.Row, item.Band.From, item.Band.To))]);
            SumCheck.Report([.. list.Select(item => (item.Row, item.Band.Share))], "share", "the shares of a source");
        }

        return [.. ascending.Select(list => list.Select(item => item.Band).ToList())];
    }
}
