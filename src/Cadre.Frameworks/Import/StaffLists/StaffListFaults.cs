using System.Globalization;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>Tells a staff list with a few faulty rows, which are left out, from one that is wrong as a whole.</summary>
internal static class StaffListFaults
{
    /// <summary>Ends the import of a list with too many faulty rows, or with none to count; says of each reason how many rows, where and what stands there.</summary>
    /// <exception cref="FrameworkException">It is such a list.</exception>
    public static void ThrowIfTooMany(StaffListOptions options, StaffListColumns columns, StaffCounts counts)
    {
        var left = counts.LeftOut.Rows;
        var own = counts.Rows - left.Where(rows => rows.Reason == LeftOutReason.OtherOrganisation).Sum(rows => rows.Rows);
        var faulty = left.Where(rows => rows.IsFault).Sum(rows => rows.Rows);
        if (counts.Rows == 0)
            throw new FrameworkException([new Problem(options.List, 1, null, "a header alone", "a row for each post held")]);
        if (faulty <= options.Tolerance * own && counts.Counted > 0)
            return;
        var share = string.Create(CultureInfo.InvariantCulture, $"{100 * options.Tolerance:0.##}% of the {own:#,0} rows that are not of other organisations");
        throw new FrameworkException(
        [
            .. left.Where(rows => rows.IsFault || counts.Counted == 0).Select(rows => Of(options.List, rows, columns, "")),
            new Problem(options.List, 0, null, counts.Counted == 0 ? "no row to count" : string.Create(CultureInfo.InvariantCulture, $"{faulty:#,0} faulty {(faulty == 1 ? "row" : "rows")}"), counts.Counted == 0 ? "posts held at trusts of the framework" : $"at most {share} (--tolerate)"),
        ]);
    }

    /// <summary>What was left out of a list that was taken, as faults of the list: why cohorts may be gone for which the framework does not check.</summary>
    public static IEnumerable<Problem> OfLeftOut(string list, StaffListColumns columns, StaffCounts counts) =>
        counts.LeftOut.Rows.Select(rows => Of(list, rows, columns, " left out"));

    private static Problem Of(string list, LeftOutRows rows, StaffListColumns columns, string whatOfThem) =>
        new(list, (int)rows.FirstLines[0], ColumnOf(rows.Reason), FoundOf(rows, whatOfThem), ExpectedOf(rows.Reason, columns) + SuggestionOf(rows));

    private static string SuggestionOf(LeftOutRows rows) => rows.Near.Count == 0 ? "" : $"; did you mean {string.Join(", ", rows.Near.Select(near => near.Name))}?";

    private static string? ColumnOf(LeftOutReason reason) => reason switch
    {
        LeftOutReason.NotUtf8 or LeftOutReason.QuoteFault or LeftOutReason.CellCount => null,
        LeftOutReason.OtherOrganisation => "organisation",
        LeftOutReason.NoStaffGroup => "occupation_code or staff_group",
        LeftOutReason.NoService => "service",
        LeftOutReason.FteNoNumber or LeftOutReason.FteZero or LeftOutReason.FteOutOfBounds => "fte",
        LeftOutReason.AgeNoNumber or LeftOutReason.AgeOutOfBounds => "age or year_of_birth",
        LeftOutReason.StartNoDay or LeftOutReason.StartsLater => "start_date",
    };

    private static string FoundOf(LeftOutRows rows, string whatOfThem)
    {
        var isQuoted = ColumnOf(rows.Reason) is not null;
        var such = rows.Examples.Count > 0 ? $" such as {string.Join(", ", rows.Examples.Select(example => isQuoted && example != LeftOutRows.Blank ? $"\"{example}\"" : example))}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{rows.Rows:#,0} {(rows.Rows == 1 ? "row" : "rows")}{whatOfThem}{such} ({(rows.Rows == 1 ? "line" : "lines")} {string.Join(", ", rows.FirstLines)}{(rows.Rows > rows.FirstLines.Count ? " ..." : "")})");
    }

    private static string ExpectedOf(LeftOutReason reason, StaffListColumns columns) => reason switch
    {
        LeftOutReason.NotUtf8 => "text in UTF-8: a spreadsheet saves it as CSV UTF-8, and a file of Windows-1252 is converted first",
        LeftOutReason.QuoteFault => "quotes that are closed on their line, with nothing but a separator after them",
        LeftOutReason.CellCount => "as many cells as the header has",
        LeftOutReason.OtherOrganisation => "the code of a trust in places.csv, or one that the columns file gives a trust",
        LeftOutReason.NoStaffGroup => "a staff group that holds staff, or a code that the columns file or the NHS gives one",
        LeftOutReason.NoService => "a service of framework.yaml, or one that the columns file gives a service",
        LeftOutReason.FteNoNumber => $"an FTE with a decimal {(columns.DecimalSign == '.' ? "point" : "comma")} and without thousands separators (key decimal of the columns file)",
        LeftOutReason.FteZero => "an FTE over 0",
        LeftOutReason.FteOutOfBounds => "an FTE over 0 and up to 1.5: not hours a week, not percent",
        LeftOutReason.AgeNoNumber => "whole years, or a year such as 1980, or nothing",
        LeftOutReason.AgeOutOfBounds => "an age of 16 to 100, or the year of birth for it",
        LeftOutReason.StartNoDay => $"a day, written {Fields.StaffListFields.DayOrders.First(order => order.Value == columns.Dates).Key} (key dates of the columns file), or nothing",
        LeftOutReason.StartsLater => "a start up to the day of the list",
    };
}
