namespace Cadre.Frameworks.Reading;

/// <summary>Reads the column <c>staff_group</c>, or another that names a staff group, where only a leaf will do.</summary>
internal static class LeafReference
{
    /// <summary>The index of the leaf; -1 when the cell does not name one, which is reported.</summary>
    public static int Read(CsvRow row, ReadContext context, StaffGroupTree tree, string column = "staff_group")
    {
        var group = row.Reference(column, context.StaffGroups);
        if (group < 0 || tree.IsLeaf(group))
            return group;
        row.Report(column, "a staff group without groups below it");
        return -1;
    }
}
