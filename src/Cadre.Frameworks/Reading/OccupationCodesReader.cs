namespace Cadre.Frameworks.Reading;

/// <summary>Reads occupation_codes.csv, by which staff lists tell staff groups; a run does not use it.</summary>
internal static class OccupationCodesReader
{
    /// <summary>Checks the rows: each code once, each of a leaf.</summary>
    public static void Check(ReadContext context, StaffGroupTree tree)
    {
        var lines = new Dictionary<string, int>();
        foreach (var row in context.Table(FrameworkTables.OccupationCodes).Rows)
        {
            var code = row.Code("occupation_code");
            var group = row.Reference("staff_group", context.StaffGroups);
            Provenance.Read(row, context);
            if (group >= 0 && !tree.IsLeaf(group))
                row.Report("staff_group", "a staff group without groups below it");
            if (code is not null && !lines.TryAdd(code, row.Line))
                row.Report("occupation_code", $"\"{code}\" a second time", $"each code once; line {lines[code]} has it already");
        }
    }
}
