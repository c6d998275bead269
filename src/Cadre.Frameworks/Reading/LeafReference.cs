namespace Cadre.Frameworks.Reading;

/// <summary>Reads the column <c>staff_group</c> where only a leaf will do.</summary>
internal static class LeafReference
{
    /// <summary>The index of the leaf; -1 when the cell does not name one, which is reported.</summary>
    public static int Read(CsvRow row, ReadContext context, StaffGroupTree tree)
    {
        var group = row.Reference("staff_group", context.StaffGroups);
        if (group < 0 || tree.IsLeaf(group))
            return group;
        row.Report("staff_group", "a staff group without groups below it");
        return -1;
    }
}
