using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads need_trajectory.csv: the FTE of every need by trajectory, in some months.</summary>
internal static class NeedTrajectoryReader
{
    /// <summary>How far before the run and after the framework's end a month may lie.</summary>
    private const int MostMonthsBeyond = 600;

    /// <summary>By need: its points in the order of time.</summary>
    public static List<NeedPoint>[] Read(ReadContext context, NeedIndex index)
    {
        var table = context.Table(FrameworkTables.NeedTrajectory);
        var points = Enumerable.Range(0, index.Count).Select(_ => new List<NeedPoint>()).ToArray();
        var lines = new Dictionary<RowKey, int>(table.Rows.Count);
        var unread = new List<RowKey>();
        foreach (var row in table.Rows)
        {
            var key = index.ReadKey(row);
            var need = index.Read(row, key, NeedMethod.Trajectory);
            var month = ReadMonth(row, context.Header);
            var fte = row.Number("fte", Quantity.Fte);
            Provenance.Read(row, context);
            if (need < 0 || month is not { } number)
                unread.Add(key);
            else if (lines.TryAdd(new RowKey(need, number), row.Line))
                points[need].Add(new NeedPoint(number, fte));
            else
                row.Report("month", $"{row.OptionalText("month")} of {index.Name(key)} a second time", $"one row for each month; line {lines[new RowKey(need, number)]} has it already");
        }

        index.ReportWithout(table, "month", NeedMethod.Trajectory, need => points[need].Count > 0, unread);
        foreach (var list in points)
            list.Sort((one, other) => one.Month.CompareTo(other.Month));
        return points;
    }

    /// <summary>The number of the month, 1 for the first of the run; null when there is none.</summary>
    private static int? ReadMonth(CsvRow row, FrameworkHeader header)
    {
        var text = row.OptionalText("month");
        if (text.Length == 0)
        {
            row.Text("month");
            return null;
        }

        var (earliest, latest) = (header.Span?.First.PlusMonths(-MostMonthsBeyond), header.Span?.Last.PlusMonths(MostMonthsBeyond));
        var isMonth = CalendarMonth.TryParse(text, out var month);
        if (isMonth && !(month < earliest) && !(month > latest))
            return month.MonthsSince(header.Span?.First ?? default) + 1;
        row.Report("month", header.Span is null ? "a month, written like 2027-03" : $"a month from {earliest} to {latest}");
        return null;
    }
}
