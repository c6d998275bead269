using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads intakes.csv: the places of every education source, by the month in which they start.</summary>
internal static class IntakesReader
{
    /// <summary>How long before the opening day an intake may start: nobody trains for longer.</summary>
    private const int MostMonthsBefore = 600;

    /// <summary>By source: its intakes in the order of time.</summary>
    public static List<Intake>[] Read(ReadContext context, SourceIndex index)
    {
        var table = context.Table(FrameworkTables.Intakes);
        var intakes = index.Kinds.Select(_ => new List<Intake>()).ToArray();
        var lines = new Dictionary<(int Source, int Month), int>();
        var isComplete = table.IsComplete && context.Sources.IsComplete;
        var unreadable = new HashSet<int>();
        foreach (var row in table.Rows)
        {
            var source = index.Read(row, SupplyKind.Education);
            var month = ReadStart(row, context.Header);
            var places = row.Number("places", Quantity.TrainingPlaces);
            Provenance.Read(row, context);
            isComplete &= source >= 0;
            if (month is null)
                unreadable.Add(source);
            if (source < 0 || month is not { } number)
                continue;
            if (lines.TryAdd((source, number), row.Line))
                intakes[source].Add(new Intake(number, places));
            else
                row.Report("start", $"{row.OptionalText("start")} of \"{context.Sources[source]}\" a second time", $"one row for each month; line {lines[(source, number)]} has it already");
        }

        foreach (var (source, kind) in index.Kinds.Index())
        {
            if (kind == SupplyKind.Education && intakes[source].Count == 0 && isComplete && !unreadable.Contains(source))
                context.Problems.Add(table.Schema.File, "supply", $"no intake of \"{context.Sources[source]}\"", "one or more for every source of kind education");
        }

        return [.. intakes.Select(list => list.OrderBy(intake => intake.Month).ToList())];
    }

    /// <summary>The number of the month, 1 for the first of the run; null when there is none.</summary>
    private static int? ReadStart(CsvRow row, FrameworkHeader header)
    {
        var text = row.OptionalText("start");
        if (text.Length == 0)
        {
            row.Text("start");
            return null;
        }

        var earliest = header.Span?.First.PlusMonths(-MostMonthsBefore);
        var expected = header.Span is { } span ? $"a month from {earliest} to {span.Last}" : "a month, written like 2025-09";
        if (CalendarMonth.TryParse(text, out var month) && (header.Span is not { } months || (month >= earliest && month <= months.Last)))
            return header.Span is { } run ? month.MonthsSince(run.First) + 1 : month.MonthsSince(default);
        row.Report("start", expected);
        return null;
    }
}
