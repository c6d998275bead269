using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Cadre.Engine.Model;

/// <summary>A financial year, April to March, written <c>2026/27</c>. The default value begins in April of year 0 and is no year.</summary>
/// <param name="Start">The calendar year in which it begins, 1 to 9998.</param>
public readonly record struct FinancialYear(int Start) : IComparable<FinancialYear>
{
    private const int FirstMonth = 4;

    /// <summary>The year that holds <paramref name="month"/>.</summary>
    public static FinancialYear Of(CalendarMonth month) => new(month.Month >= FirstMonth ? month.Year : month.Year - 1);

    /// <summary>Reads <c>2026/27</c>: four digits, a slash, and the last two digits of the next year.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out FinancialYear year)
    {
        year = default;
        if (text is not { Length: 7 } || text[4] != '/'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            || !int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            || start is < 1 or > 9998 || (start + 1) % 100 != end)
        {
            return false;
        }

        year = new FinancialYear(start);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(FinancialYear other) => Start.CompareTo(other.Start);

    /// <summary>Whether <paramref name="left"/> comes before <paramref name="right"/>.</summary>
    public static bool operator <(FinancialYear left, FinancialYear right) => left.Start < right.Start;

    /// <summary>Whether <paramref name="left"/> comes after <paramref name="right"/>.</summary>
    public static bool operator >(FinancialYear left, FinancialYear right) => left.Start > right.Start;

    /// <summary>Whether <paramref name="left"/> is <paramref name="right"/> or comes before it.</summary>
    public static bool operator <=(FinancialYear left, FinancialYear right) => left.Start <= right.Start;

    /// <summary>Whether <paramref name="left"/> is <paramref name="right"/> or comes after it.</summary>
    public static bool operator >=(FinancialYear left, FinancialYear right) => left.Start >= right.Start;

    /// <summary>The year as <c>2026/27</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start:0000}/{(Start + 1) % 100:00}");
}
