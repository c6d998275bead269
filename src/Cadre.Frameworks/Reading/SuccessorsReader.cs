namespace Cadre.Frameworks.Reading;

/// <summary>Reads successors.csv.</summary>
internal static class SuccessorsReader
{
    /// <summary>The changes in the order of the file.</summary>
    public static List<Successor> Read(ReadContext context)
    {
        var successors = new List<Successor>();
        var lines = new Dictionary<(string Place, string Code), int>();
        foreach (var row in context.Table(FrameworkTables.Successors).Rows)
        {
            row.Reference("place", context.Places);
            var place = row.OptionalText("place");
            var code = row.IsBlank("successor") ? "" : row.Code("successor") ?? "";
            var on = row.Date("on") ?? default;
            var note = Provenance.Read(row, context).Note;
            if (lines.TryAdd((place, code), row.Line))
                successors.Add(new Successor(place, code, row.OptionalText("successor_name"), on, note));
            else
                row.Report("place", $"\"{place}\" with the same successor a second time", $"one row for each; line {lines[(place, code)]} has it already");
        }

        return successors;
    }
}
