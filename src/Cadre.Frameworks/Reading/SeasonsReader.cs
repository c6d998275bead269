namespace Cadre.Frameworks.Reading;

/// <summary>Reads seasons.csv: twelve shares for each flow and leaf.</summary>
internal static class SeasonsReader
{
    private const int MonthsPerYear = 12;

    /// <summary>By staff group, January first; shares that could not be read are 0.</summary>
    public static (double[][] Leaving, double[][] Arriving) Read(ReadContext context, StaffGroupTree tree)
    {
        var table = context.Table(FrameworkTables.Seasons);
        var keys = new RowKeys(table);
        var shares = new Dictionary<(int Flow, int Group, int Month), (CsvRow Row, double Share)>();
        foreach (var row in table.Rows)
        {
            var flow = row.Word("flow", Words.Flows) ?? -1;
            var group = LeafReference.Read(row, context, tree);
            var month = row.Whole("month", Quantity.Whole("a calendar month", 1, MonthsPerYear));
            var share = row.Number("share", Quantity.Share);
            Provenance.Read(row, context);
            if (keys.TryAdd(row, new RowKey(flow, group, month), "month", _ => $"month {month} of this flow and staff group"))
                shares.Add((flow, group, month), (row, share));
        }

        foreach (var leaf in tree.KnownLeaves)
        {
            foreach (var (word, flow) in Words.Flows)
                CheckYear(leaf, word, flow);
        }

        return (Seasons(0), Seasons(1));

        void CheckYear(int leaf, string word, int flow)
        {
            int[] months = [.. Enumerable.Range(1, MonthsPerYear)];
            int[] missing = [.. months.Where(month => keys.Lacks(new RowKey(flow, leaf, month)))];
            if (missing.Length > 0)
                context.Problems.Add(table.Schema.File, "month", $"no row for {word}, \"{context.StaffGroups[leaf]}\", month {string.Join(", ", missing)}", "twelve rows for each flow and leaf");
            else if (months.All(month => shares.ContainsKey((flow, leaf, month))))
                SumCheck.Report([.. months.Select(month => shares[(flow, leaf, month)])], "share", "the twelve shares of a flow and staff group");
        }

        double[][] Seasons(int flow) =>
        [
            .. tree.Names.Select((_, group) => !tree.IsLeaf(group)
                ? []
                : Enumerable.Range(1, MonthsPerYear).Select(month => shares.GetValueOrDefault((flow, group, month)).Share).ToArray()),
        ];
    }
}
