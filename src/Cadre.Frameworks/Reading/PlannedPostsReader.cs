using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads planned_posts.csv: the posts that a plan adds to cohorts.</summary>
internal static class PlannedPostsReader
{
    /// <summary>The posts in the order of the file.</summary>
    public static List<PlannedPosts> Read(ReadContext context, CohortIndex index)
    {
        var table = context.Table(FrameworkTables.PlannedPosts);
        var posts = new List<PlannedPosts>(table.Rows.Count);
        var lines = new Dictionary<(int Cohort, int Month), int>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            var key = index.ReadKey(row);
            var cohort = index.ReadCohort(row, key);
            var month = ReadMonth(row, context.Header);
            var fte = row.Number("fte", Quantity.FtePlanned);
            Provenance.Read(row, context);
            if (cohort < 0 || month is not { } number)
                continue;
            if (lines.TryAdd((cohort, number), row.Line))
                posts.Add(new PlannedPosts(cohort, number, fte));
            else
                row.Report("month", $"{row.OptionalText("month")} of {index.Name(key)} a second time", $"one row for each month; line {lines[(cohort, number)]} has it already");
        }

        return posts;
    }

    /// <summary>The number of the month, 1 for the first of the run; null when there is none.</summary>
    private static int? ReadMonth(CsvRow row, FrameworkHeader header)
    {
        if (row.OptionalText("month") is not { Length: > 0 } text)
        {
            row.Text("month");
            return null;
        }

        if (CalendarMonth.TryParse(text, out var month) && (header.Span is not { } months || (month >= months.First && month <= months.Last)))
            return header.Span is { } run ? month.MonthsSince(run.First) + 1 : month.MonthsSince(default);
        row.Report("month", header.Span is { } span ? $"a month from {span.First} to {span.Last}" : "a month, written like 2018-04");
        return null;
    }
}
