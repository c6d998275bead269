using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Cadre.Engine.Model;

/// <summary>A month of the calendar, written <c>2026-04</c>. The default value is January of year 1.</summary>
public readonly record struct CalendarMonth : IComparable<CalendarMonth>
{
    private readonly int _sinceYearOne;

    private CalendarMonth(int sinceYearOne) => _sinceYearOne = sinceYearOne;

    /// <summary>Makes the month <paramref name="month"/> (1 to 12) of <paramref name="year"/> (1 to 9999).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public CalendarMonth(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        _sinceYearOne = ((year - 1) * 12) + month - 1;
    }

    /// <summary>The year, 1 to 9999.</summary>
    public int Year => (_sinceYearOne / 12) + 1;

    /// <summary>The month of the year, 1 (January) to 12.</summary>
    public int Month => (_sinceYearOne % 12) + 1;

    /// <summary>The month that holds <paramref name="date"/>.</summary>
    public static CalendarMonth Of(DateOnly date) => new(date.Year, date.Month);

    /// <summary>The month <paramref name="months"/> later, or earlier when negative.</summary>
    public CalendarMonth PlusMonths(int months) => new(_sinceYearOne + months);

    /// <summary>Whole months from <paramref name="earlier"/> to this month; negative when this one comes first.</summary>
    public int MonthsSince(CalendarMonth earlier) => _sinceYearOne - earlier._sinceYearOne;

    /// <summary>Reads <c>2026-04</c>: four digits, a hyphen, two digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CalendarMonth month)
    {
        month = default;
        if (text is not { Length: 7 } || text[4] != '-'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var monthOfYear)
            || year < 1 || monthOfYear is < 1 or > 12)
        {
            return false;
        }

        month = new CalendarMonth(year, monthOfYear);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(CalendarMonth other) => _sinceYearOne.CompareTo(other._sinceYearOne);

    /// <summary>Whether <paramref name="left"/> comes before <paramref name="right"/>.</summary>
    public static bool operator <(CalendarMonth left, CalendarMonth right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> comes after <paramref name="right"/>.</summary>
    public static bool operator >(CalendarMonth left, CalendarMonth right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> is <paramref name="right"/> or comes before it.</summary>
    public static bool operator <=(CalendarMonth left, CalendarMonth right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> is <paramref name="right"/> or comes after it.</summary>
    public static bool operator >=(CalendarMonth left, CalendarMonth right) => left.CompareTo(right) >= 0;

    /// <summary>The month as <c>2026-04</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}
