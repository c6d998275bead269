using System.Globalization;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import;

/// <summary>Staff of one organisation and staff group at the end of a month, as published.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Month">The month.</param>
/// <param name="Organisation">Code of the organisation.</param>
/// <param name="OrganisationName">Its name.</param>
/// <param name="StaffGroup">The staff group's published name.</param>
/// <param name="Heads">People.</param>
/// <param name="Fte">Full-time equivalents.</param>
public sealed record MonthlyStaffRow(int Line, CalendarMonth Month, string Organisation, string OrganisationName, string StaffGroup, double Heads, double Fte);

/// <summary>
/// The publisher's turnover by organisation and staff group, month by month ("Turnover benchmarking 2"): the stock at the end of each month, which are the rows
/// "Denominator at end of period" (docs/tracking.md).
/// </summary>
public sealed class MonthlyStaffFile
{
    /// <summary>The published name of all staff groups together.</summary>
    public const string AllStaffGroups = TurnoverFile.AllStaffGroups;

    private const string Period = "PERIOD";
    private const string Kind = "TYPE";
    private const string EndOfPeriod = "Denominator at end of period";
    private static readonly string[] OtherKinds = ["Denominator at start of period", "Joiners", "Leavers"];

    private MonthlyStaffFile(IReadOnlyList<MonthlyStaffRow> rows) => Rows = rows;

    /// <summary>The rows of stock at the end of a month.</summary>
    public IReadOnlyList<MonthlyStaffRow> Rows { get; }

    /// <summary>Reads a CSV file.</summary>
    /// <param name="path">Where it is; its name ends in .csv.</param>
    /// <param name="name">What faults call it.</param>
    /// <exception cref="FrameworkException">It has faults; holds all of them.</exception>
    public static MonthlyStaffFile Read(string path, string name)
    {
        try
        {
            var file = PublishedFile.Read(Path.GetDirectoryName(path)!, new Publication { File = Path.GetFileName(path) }, Period, Kind, "REPORTING_ORG_NAME", "REPORTING_ORG_CODE", "STAFF_GROUP_1_NAME", "HC", "FTE");
            return new MonthlyStaffFile(RowsOf(file));
        }
        catch (FrameworkException wrong)
        {
            throw new FrameworkException(wrong.Problems.Select(problem => problem with { File = name }));
        }
    }

    private static List<MonthlyStaffRow> RowsOf(PublishedFile file)
    {
        var rows = new List<MonthlyStaffRow>();
        var seen = new Dictionary<(CalendarMonth, string, string), int>();
        foreach (var row in file.Rows)
        {
            var (kind, code, group) = (file.Text(row, Kind), file.Text(row, "REPORTING_ORG_CODE"), file.Text(row, "STAFF_GROUP_1_NAME"));
            if (OtherKinds.Contains(kind)) continue;
            if (kind != EndOfPeriod)
            {
                file.AddProblem(row, Kind, FoundText.Quoted(kind), $"{EndOfPeriod}, {string.Join(", ", OtherKinds.SkipLast(1))} or {OtherKinds[^1]}");
                continue;
            }

            if (EndOf(file.Text(row, Period)) is not { } month)
            {
                file.AddProblem(row, Period, FoundText.Quoted(file.Text(row, Period)), "the month before and the month, such as 202509 to 202510");
                continue;
            }

            if (!seen.TryAdd((month, code, group), row.Line))
                file.AddProblem(row, Kind, $"{FoundText.Short(code)}, {FoundText.Short(group)}, {month} again (first in line {seen[(month, code, group)]})", "one row for each organisation, staff group and month");
            rows.Add(new MonthlyStaffRow(row.Line, month, code, file.Text(row, "REPORTING_ORG_NAME"), group, file.Required(row, "HC"), file.Required(row, "FTE")));
        }

        if (rows.Count == 0 && file.Problems.Count == 0) file.AddProblem(new PublishedRow(1, []), Kind, "no row of stock at the end of a month", EndOfPeriod);
        return file.Problems.Count == 0 ? rows : throw new FrameworkException(file.Problems);
    }

    /// <summary>The second of two months that follow one another: <c>202509 to 202510</c>; null for anything else.</summary>
    private static CalendarMonth? EndOf(string period) =>
        period.Split(" to ") is [var from, var to] && MonthOf(from) is { } before && MonthOf(to) is { } month && month.MonthsSince(before) == 1 ? month : null;

    private static CalendarMonth? MonthOf(string text) =>
        text.Length == 6 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number / 100 >= 1 && number % 100 is >= 1 and <= 12 ? new CalendarMonth(number / 100, number % 100) : null;
}
