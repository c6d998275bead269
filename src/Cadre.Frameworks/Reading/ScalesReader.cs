namespace Cadre.Frameworks.Reading;

/// <summary>Reads scales.csv: one factor on leaving per leaf.</summary>
internal static class ScalesReader
{
    /// <summary>By staff group; 1 for a group that is no leaf.</summary>
    public static double[] Read(ReadContext context, StaffGroupTree tree)
    {
        var table = context.Table(FrameworkTables.Scales);
        var keys = new RowKeys(table);
        double[] scales = [.. tree.Names.Select(_ => 1.0)];
        foreach (var row in table.Rows)
        {
            var group = LeafReference.Read(row, context, tree);
            var scale = row.Number("leaving_scale", Quantity.Factor);
            Provenance.Read(row, context);
            if (keys.TryAdd(row, new RowKey(group), "staff_group", _ => $"\"{row.OptionalText("staff_group")}\""))
                scales[group] = scale;
        }

        foreach (var leaf in tree.KnownLeaves.Where(leaf => keys.Lacks(new RowKey(leaf))))
            context.Problems.Add(table.Schema.File, "staff_group", $"no row for \"{context.StaffGroups[leaf]}\"", "one for every leaf");
        return scales;
    }
}
