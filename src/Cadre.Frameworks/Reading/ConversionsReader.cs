using System.Globalization;
using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads conversions.csv: ways from one staff group or service into another (docs/method.md section 3.2).</summary>
internal sealed class ConversionsReader(ReadContext context, StaffGroupTree tree, IReadOnlyList<StaffGroup> staffGroups, CohortIndex cohorts)
{
    private const int MonthsPerYear = 12;
    private const string ExpectedMonths = "calendar months, 1 to 12 with blanks between, each once, or an empty cell";

    /// <summary>The conversions in the order of the file; their codes become known to the register and to levers.</summary>
    public static List<Conversion> Read(ReadContext context, StaffGroupTree tree, IReadOnlyList<StaffGroup> staffGroups, CohortIndex cohorts)
    {
        var reader = new ConversionsReader(context, tree, staffGroups, cohorts);
        var table = context.Table(FrameworkTables.Conversions);
        context.Conversions.IsComplete = table.IsComplete;
        var conversions = new List<Conversion>();
        var lines = new List<int>();
        foreach (var row in table.Rows)
        {
            var code = row.Code("conversion");
            var conversion = reader.ReadRow(row, code ?? "");
            if (code is not null && context.Sources.IndexOf(code) >= 0)
                row.Report("conversion", $"another code: {FrameworkTables.Sources.File} has a source {code}");
            if (code is null)
            {
                context.Conversions.IsComplete = false;
            }
            else if (context.Conversions.TryAdd(code))
            {
                conversions.Add(conversion);
                lines.Add(row.Line);
            }
            else
            {
                row.Report("conversion", $"\"{code}\" a second time", $"each conversion once; line {lines[context.Conversions.IndexOf(code)]} has it already");
            }
        }

        return conversions;
    }

    private Conversion ReadRow(CsvRow row, string code)
    {
        var conversion = new Conversion
        {
            Code = code,
            Name = row.Text("name"),
            FromService = row.Reference("from_service", context.Services),
            FromStaffGroup = LeafReference.Read(row, context, tree, "from_staff_group"),
            ToService = row.Reference("to_service", context.Services),
            ToStaffGroup = LeafReference.Read(row, context, tree, "to_staff_group"),
            Months = ReadMonths(row),
        };
        Provenance.Read(row, context);
        if (conversion is { FromService: >= 0, FromStaffGroup: >= 0, ToService: >= 0, ToStaffGroup: >= 0 })
            CheckWay(row, conversion);
        return conversion;
    }

    private static List<int> ReadMonths(CsvRow row)
    {
        var text = row.OptionalText("months");
        if (text.Length == 0)
            return [];
        var months = new List<int>();
        foreach (var part in text.Split(' '))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var month) || month is < 1 or > MonthsPerYear || months.Contains(month))
            {
                row.Report("months", ExpectedMonths);
                return [];
            }

            months.Add(month);
        }

        return months;
    }

    private void CheckWay(CsvRow row, Conversion way)
    {
        var isWithin = way.FromService == way.ToService && way.FromStaffGroup == way.ToStaffGroup;
        if (isWithin)
            row.Report("to_staff_group", "another staff group or service than they leave");
        if (context.KnowsLengthOfService && !HaveSameBands(staffGroups[way.FromStaffGroup].LengthOfService, staffGroups[way.ToStaffGroup].LengthOfService))
            row.Report("to_staff_group", $"a staff group with the same bands of length of service as {row.OptionalText("from_staff_group")}");
        // A cohort that could not be read may be the one that is missing.
        if (!isWithin && cohorts.IsComplete && !PlacesOf(way.FromService, way.FromStaffGroup).Overlaps(PlacesOf(way.ToService, way.ToStaffGroup)))
            row.Report("conversion", $"a place in {FrameworkTables.Stock.File} with both cohorts: where they leave and where they come to");
    }

    private static bool HaveSameBands(IReadOnlyList<LengthOfServiceBand> first, IReadOnlyList<LengthOfServiceBand> second) =>
        first.Select(band => band.Months).SequenceEqual(second.Select(band => band.Months));

    private HashSet<int> PlacesOf(int service, int staffGroup) =>
        [.. cohorts.Keys.Where(key => key.Second == service && key.Third == staffGroup).Select(key => key.First)];
}
