namespace Cadre.Frameworks.Reading;

/// <summary>Reads staff_groups.csv.</summary>
internal static class StaffGroupsReader
{
    /// <summary>Reads the tree; a parent that would close a circle is reported and left out.</summary>
    public static StaffGroupTree Read(ReadContext context)
    {
        var table = context.Table(FrameworkTables.StaffGroups);
        var rows = DefineCodes(context, table);
        var parents = new int?[rows.Count];
        var isWhole = context.StaffGroups.IsComplete;
        for (var group = 0; group < rows.Count; group++)
        {
            var parent = ReadParent(rows[group], context);
            isWhole &= parent is null or >= 0;
            parents[group] = parent >= 0 ? parent : null;
        }

        if (context.StaffGroups.IsComplete && context.StaffGroups.IndexOf(StaffGroupTree.Root) < 0)
            context.Problems.Add(table.Schema.File, "staff_group", $"no staff group \"{StaffGroupTree.Root}\"", "it as the top of the tree");
        BreakCircles(rows, parents);
        return new StaffGroupTree([.. rows.Select(row => row.OptionalText("name"))], parents, isWhole);
    }

    private static List<CsvRow> DefineCodes(ReadContext context, CsvTable table)
    {
        var groups = context.StaffGroups;
        groups.IsComplete = table.IsComplete;
        var rows = new List<CsvRow>();
        foreach (var row in table.Rows)
        {
            var code = row.Code("staff_group");
            row.Text("name");
            Provenance.Read(row, context);
            if (code is null)
                groups.IsComplete = false;
            else if (groups.TryAdd(code))
                rows.Add(row);
            else
                row.Report("staff_group", $"\"{code}\" a second time", $"each staff group once; line {rows[groups.IndexOf(code)].Line} has it already");
        }

        return rows;
    }

    private static int? ReadParent(CsvRow row, ReadContext context)
    {
        var parent = row.OptionalReference("parent", context.StaffGroups);
        var isRoot = row.OptionalText("staff_group") == StaffGroupTree.Root;
        if (isRoot && parent is not null)
            row.Report("parent", $"an empty cell: {StaffGroupTree.Root} is the top of the tree");
        if (isRoot)
            return null;
        if (parent is not null)
            return parent;
        row.Report("parent", context.StaffGroups.Expected);
        return -1;
    }

    private static void BreakCircles(List<CsvRow> rows, int?[] parents)
    {
        for (var group = 0; group < parents.Length; group++)
        {
            var seen = new HashSet<int>();
            int? next = group;
            while (next is { } index && seen.Add(index))
                next = parents[index];
            if (next != group)
                continue;
            rows[group].Report("parent", "a group that does not lie below this one");
            parents[group] = null;
        }
    }
}
