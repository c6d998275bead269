using System.Globalization;
using Cadre.Engine.Model;
using Cadre.Frameworks.Import.StaffLists;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>
/// Days of a publication, written 2025-10-31 or with the year last: then the whole file tells whether the day or the month comes first. A file whose every such
/// day could be read both ways is taken as day first, as its British publishers write.
/// </summary>
internal sealed class PublishedDays
{
    private readonly DayOrder _yearLast;

    private PublishedDays(DayOrder yearLast, bool isTaken) => (_yearLast, IsTaken) = (yearLast, isTaken);

    /// <summary>What a fault says was expected.</summary>
    public const string Expected = "a day, such as 2025-10-31 or 31/10/2025";

    /// <summary>Whether no day of the file tells which of day and month comes first, and one of the orders was taken.</summary>
    public bool IsTaken { get; }

    /// <summary>Whether days with the year last are read with the month first.</summary>
    public bool IsMonthFirst => _yearLast == DayOrder.MonthDayYear;

    /// <summary>The order in which alone a cell with the year last is a day; null where both are, or none.</summary>
    public static DayOrder? OnlyOrder(string text) => (Read(text, DayOrder.DayMonthYear), Read(text, DayOrder.MonthDayYear)) switch
    {
        (not null, null) => DayOrder.DayMonthYear,
        (null, not null) => DayOrder.MonthDayYear,
        _ => null,
    };

    /// <summary>Finds the order of a file's days.</summary>
    /// <param name="texts">Its cells of days.</param>
    /// <param name="given">The order that the columns file names; null to find out.</param>
    /// <returns>The order; null where some days can only be read one way and some only the other.</returns>
    public static PublishedDays? Find(IEnumerable<string> texts, DayOrder? given)
    {
        if (given is { } order)
            return new PublishedDays(order, isTaken: false);
        var (dayFirst, monthFirst, either) = (false, false, false);
        foreach (var text in texts.Distinct())
        {
            var (asDay, asMonth) = (Read(text, DayOrder.DayMonthYear), Read(text, DayOrder.MonthDayYear));
            dayFirst |= asDay is not null && asMonth is null;
            monthFirst |= asMonth is not null && asDay is null;
            either |= asDay is not null && asMonth is not null && asDay != asMonth;
        }

        if (dayFirst && monthFirst)
            return null;
        return new PublishedDays(monthFirst ? DayOrder.MonthDayYear : DayOrder.DayMonthYear, isTaken: either && !dayFirst && !monthFirst);
    }

    /// <summary>The day that a cell holds; null when it is none.</summary>
    public DateOnly? Read(string text) => Read(text, DayOrder.YearMonthDay) ?? Read(text, _yearLast == DayOrder.YearMonthDay ? DayOrder.DayMonthYear : _yearLast);

    /// <summary>The month that a cell holds: <c>2026-03</c>, <c>2017-SEP</c>, <c>202510</c> or a day of it; null when it is none.</summary>
    public CalendarMonth? ReadMonth(string text)
    {
        if (CalendarMonth.TryParse(text, out var month))
            return month;
        string[] formats = ["yyyy-MMM", "yyyyMM", "MMM-yy", "MMMM yyyy", "MMM yyyy"];
        if (DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
            return CalendarMonth.Of(first);
        return Read(text) is { } day ? CalendarMonth.Of(day) : null;
    }

    private static DateOnly? Read(string text, DayOrder order) =>
        StaffListCell.TryDay(System.Text.Encoding.UTF8.GetBytes(text.Trim()), order, out var day) ? day : null;
}
