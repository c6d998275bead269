using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads targets.csv.</summary>
internal static class TargetsReader
{
    private const string EveryService = "all";

    /// <summary>The targets in the order of the file.</summary>
    public static List<Target> Read(ReadContext context)
    {
        var targets = new List<Target>();
        var lines = new Dictionary<string, int>();
        foreach (var row in context.Table(FrameworkTables.Targets).Rows)
        {
            var id = row.Id("id");
            if (id is not null && !lines.TryAdd(id, row.Line))
                row.Report("id", $"\"{id}\" a second time", $"each id once; line {lines[id]} has it already");
            targets.Add(ReadTarget(context, row, id ?? ""));
        }

        return targets;
    }

    private static Target ReadTarget(ReadContext context, CsvRow row, string id)
    {
        var measure = row.Word("measure", Words.Measures);
        var (place, service, staffGroup) = ReadScope(context, row);
        Provenance.Read(row, context);
        return new Target
        {
            Id = id,
            Description = row.Text("description"),
            Measure = measure ?? default,
            Place = place,
            Service = service,
            StaffGroup = staffGroup,
            Month = ReadMonth(context.Header, row),
            AtLeast = row.Word("op", Words.AtLeast) ?? default,
            Value = row.Number("value", measure == Measure.VacancyRate ? Quantity.Share : Quantity.Measure),
        };
    }

    private static (int Place, int? Service, int StaffGroup) ReadScope(ReadContext context, CsvRow row)
    {
        const string expected = "place/service/staff_group, such as england/all/all";
        if (row.Text("scope") is not { Length: > 0 } text)
            return (-1, null, -1);
        if (text.Split('/') is not [var place, var service, var staffGroup])
        {
            row.Report("scope", expected);
            return (-1, null, -1);
        }

        return (
            Part(context.Places, place),
            service == EveryService ? null : Part(context.Services, service),
            Part(context.StaffGroups, staffGroup));

        int Part(CodeList codes, string code)
        {
            var index = codes.IndexOf(code);
            if (index < 0 && codes.IsNews(code, row.File, "scope"))
                row.Report("scope", $"{expected}, with \"{code}\" {codes.Expected}{codes.Suggestion(code)}");
            return index;
        }
    }

    private static CalendarMonth ReadMonth(FrameworkHeader header, CsvRow row)
    {
        var expected = header.Span is { } span ? $"a month from {span.First} to {span.Last}" : "a month, written like 2029-03";
        if (row.OptionalText("month").Length == 0)
        {
            row.Text("month");
            return default;
        }

        var isMonth = CalendarMonth.TryParse(row.OptionalText("month"), out var month);
        if (!isMonth || (header.Span is { } months && (month < months.First || month > months.Last)))
            row.Report("month", expected);
        return month;
    }
}
