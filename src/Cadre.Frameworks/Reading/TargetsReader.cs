using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads targets.csv.</summary>
internal static class TargetsReader
{
    private const string EveryService = "all";

    /// <summary>The targets in the order of the file.</summary>
    public static List<Target> Read(ReadContext context, IReadOnlyList<Place> places)
    {
        var table = context.Table(FrameworkTables.Targets);
        var targets = new List<Target>();
        var lines = new Dictionary<string, int>();
        context.Targets.IsComplete = table.IsComplete;
        foreach (var row in table.Rows)
        {
            var id = row.Id("id");
            if (id is null)
                context.Targets.IsComplete = false;
            else if (!lines.TryAdd(id, row.Line))
                row.Report("id", $"\"{id}\" a second time", $"each id once; line {lines[id]} has it already");
            else
                context.Targets.TryAdd(id);
            targets.Add(ReadTarget(context, places, row, id ?? ""));
        }

        return targets;
    }

    private static Target ReadTarget(ReadContext context, IReadOnlyList<Place> places, CsvRow row, string id)
    {
        var measure = row.Word("measure", Words.TargetMeasures);
        var (place, service, staffGroup, sector) = ReadScope(context, places, row);
        Provenance.Read(row, context);
        return new Target
        {
            Id = id,
            Description = row.Text("description"),
            Measure = measure?.Measure ?? default,
            SinceOpening = measure?.SinceOpening ?? false,
            Place = place,
            Service = service,
            StaffGroup = staffGroup,
            Sector = sector,
            Month = ReadMonth(context.Header, row),
            AtLeast = row.Word("op", Words.AtLeast) ?? default,
            Value = row.Number("value", measure?.Measure == Measure.VacancyRate ? Quantity.Share : measure is { SinceOpening: true } ? Quantity.AnyNumber : Quantity.Measure),
        };
    }

    private static (int Place, int? Service, int StaffGroup, EmployerSector? Sector) ReadScope(ReadContext context, IReadOnlyList<Place> places, CsvRow row)
    {
        const string expected = "place/service/staff_group, such as england/all/all";
        if (row.Text("scope") is not { Length: > 0 } text)
            return (-1, null, -1, null);
        var parts = text.Split('/');
        if (parts.Length is not (3 or 4))
        {
            row.Report("scope", $"{expected}; /sector may follow");
            return (-1, null, -1, null);
        }

        var place = Part(context.Places, parts[0]);
        return (
            place,
            parts[1] == EveryService ? null : Part(context.Services, parts[1]),
            Part(context.StaffGroups, parts[2]),
            parts.Length == 4 ? ReadSector(row, places, place, parts[3]) : null);

        int Part(CodeList codes, string code)
        {
            var index = codes.IndexOf(code);
            if (index < 0 && codes.IsNews(code, row.File, "scope"))
                row.Report("scope", $"{expected}, with \"{code}\" {codes.Expected}{codes.Suggestion(code)}");
            return index;
        }
    }

    /// <summary>The sector of a target; null when it is none, or none of an employer in the target's place, which is reported.</summary>
    private static EmployerSector? ReadSector(CsvRow row, IReadOnlyList<Place> places, int place, string code)
    {
        const string expected = "place/service/staff_group/sector";
        if (!Words.CountedSectors.TryGetValue(code, out var sector))
        {
            row.Report("scope", $"{expected}, with \"{code}\" one of {string.Join(", ", Words.CountedSectors.Keys)}{Nearest.Suggestion(code, Words.CountedSectors.Keys)}");
            return null;
        }

        if (place >= 0 && places[place].Level is not (PlaceLevel.Nation or PlaceLevel.Region))
            row.Report("scope", $"{expected}, with \"{places[place].Code}\" the nation or a region: other places are not counted by sector");
        else if (place >= 0 && places.Where((_, index) => IsWithin(places, index, place)).All(employer => employer.Level != PlaceLevel.Trust || (employer.Sector is { } other && !IsCountedBy(other, sector))))
            row.Report("scope", $"{expected}, with \"{code}\" the sector of a trust in \"{places[place].Code}\"");
        return sector;
    }

    private static bool IsCountedBy(EmployerSector employer, EmployerSector sector) =>
        employer == sector || (sector == EmployerSector.Nhs && employer is EmployerSector.NhsMentalHealth or EmployerSector.NhsOther);

    private static bool IsWithin(IReadOnlyList<Place> places, int index, int place) =>
        index == place || places[index].Parents.Any(parent => IsWithin(places, parent.Place, place));

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
