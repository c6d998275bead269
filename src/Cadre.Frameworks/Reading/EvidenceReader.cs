using System.Globalization;
using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads evidence.csv.</summary>
internal static class EvidenceReader
{
    /// <summary>The items in the order of the file; their ids become known to the other readers.</summary>
    public static List<EvidenceItem> Read(ReadContext context)
    {
        var table = context.Table(FrameworkTables.Evidence);
        context.Evidence.IsComplete = table.IsComplete;
        var items = new List<EvidenceItem>();
        var lines = new Dictionary<string, int>();
        foreach (var row in table.Rows)
        {
            var id = row.Id("id");
            var item = ReadItem(row, id ?? "");
            if (id is null)
                context.Evidence.IsComplete = false;
            else if (!lines.TryAdd(id, row.Line))
                row.Report("id", $"\"{id}\" a second time", $"each id once; line {lines[id]} has it already");
            else if (context.Evidence.TryAdd(id))
                items.Add(item);
        }

        return items;
    }

    private static EvidenceItem ReadItem(CsvRow row, string id)
    {
        var published = row.OptionalText("published");
        if (published.Length > 0 && !IsDayMonthOrYear(published))
            row.Report("published", "a day, a month or a year, written like 2026-01-29, 2026-01 or 2026, or an empty cell");
        return new EvidenceItem(
            id,
            row.Text("title"),
            row.OptionalText("publisher"),
            published,
            row.OptionalText("location"),
            row.OptionalText("licence"),
            row.OptionalText("note"));
    }

    private static bool IsDayMonthOrYear(string text) =>
        Words.TryParseDay(text, out _)
        || CalendarMonth.TryParse(text, out _)
        || (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _));
}
