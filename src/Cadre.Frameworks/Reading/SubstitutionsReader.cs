using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads substitutions.csv: roles that can take over work of another (docs/method.md section 10).</summary>
internal static class SubstitutionsReader
{
    /// <summary>The substitutions in the order of the file, after sources and conversions; their codes become known to levers.</summary>
    public static List<Substitution> Read(ReadContext context, StaffGroupTree tree)
    {
        var table = context.Table(FrameworkTables.Substitutions);
        context.Substitutions.IsComplete = table.IsComplete;
        var substitutions = new List<Substitution>();
        var lines = new List<int>();
        foreach (var row in table.Rows)
        {
            var code = row.Code("substitution");
            var substitution = ReadRow(row, code ?? "", context, tree);
            if (code is null)
            {
                context.Substitutions.IsComplete = false;
                continue;
            }

            CheckIsNoOther(row, code, context);
            if (context.Substitutions.TryAdd(code))
            {
                substitutions.Add(substitution);
                lines.Add(row.Line);
            }
            else
            {
                row.Report("substitution", $"\"{code}\" a second time", $"each substitution once; line {lines[context.Substitutions.IndexOf(code)]} has it already");
            }
        }

        return substitutions;
    }

    private static Substitution ReadRow(CsvRow row, string code, ReadContext context, StaffGroupTree tree)
    {
        var substitution = new Substitution
        {
            Code = code,
            Name = row.Text("name"),
            FromStaffGroup = LeafReference.Read(row, context, tree, "from_staff_group"),
            ToStaffGroup = LeafReference.Read(row, context, tree, "to_staff_group"),
            Exchange = row.Number("exchange", Quantity.Exchange),
            Supervision = row.Number("supervision", Quantity.Supervision),
        };
        Provenance.Read(row, context);
        if (substitution.FromStaffGroup >= 0 && substitution.FromStaffGroup == substitution.ToStaffGroup)
            row.Report("to_staff_group", "another staff group than the one whose work is taken over");
        return substitution;
    }

    private static void CheckIsNoOther(CsvRow row, string code, ReadContext context)
    {
        if (context.Sources.IndexOf(code) >= 0)
            row.Report("substitution", $"another code: {FrameworkTables.Sources.File} has a source {code}");
        else if (context.Conversions.IndexOf(code) >= 0)
            row.Report("substitution", $"another code: {FrameworkTables.Conversions.File} has a conversion {code}");
    }
}
