using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads pay.csv: the pay bands of every leaf.</summary>
internal static class PayReader
{
    /// <summary>By staff group: its bands in the order of the file; empty for a group that is no leaf.</summary>
    public static PayBand[][] Read(ReadContext context, StaffGroupTree tree)
    {
        var table = context.Table(FrameworkTables.Pay);
        var bands = tree.Names.Select(_ => new List<(CsvRow Row, PayBand Band)>()).ToArray();
        var unread = new HashSet<int>();
        foreach (var row in table.Rows)
        {
            var group = LeafReference.Read(row, context, tree);
            var band = ReadBand(row);
            Provenance.Read(row, context);
            if (group < 0 || band.Code.Length == 0)
                unread.Add(group);
            else if (bands[group].Find(other => other.Band.Code == band.Code).Row is { } earlier)
                row.Report("band", $"\"{band.Code}\" of \"{context.StaffGroups[group]}\" a second time", $"each band once; line {earlier.Line} has it already");
            else
                bands[group].Add((row, band));
        }

        if (table.IsComplete && context.Folder.Bytes(table.Schema.File) is not null)
            CheckLeaves();
        return [.. bands.Select(group => group.Select(item => item.Band).ToArray())];

        // A row whose staff group could not be read may be a band of any leaf.
        void CheckLeaves()
        {
            foreach (var leaf in tree.KnownLeaves.Where(leaf => !unread.Contains(leaf) && !unread.Contains(-1)))
            {
                if (bands[leaf].Count == 0)
                    context.Problems.Add(table.Schema.File, "staff_group", $"no row for \"{context.StaffGroups[leaf]}\"", "the pay bands of every leaf");
                SumCheck.Report([.. bands[leaf].Select(item => (item.Row, item.Band.Share))], "share", "the shares of a staff group's pay bands");
            }
        }
    }

    private static PayBand ReadBand(CsvRow row) => new(
        row.Code("band") ?? "", row.Number("share", Quantity.Share), row.Number("pay", Quantity.Pay), row.Number("on_costs", Quantity.OnCosts) / 100);
}
