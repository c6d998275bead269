using System.Buffers.Text;
using System.Globalization;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>Reads cells of a staff list from their bytes, without making strings of them.</summary>
internal static class StaffListCell
{
    /// <summary>How many units of <see cref="TryFte"/> an FTE has: sums of whole units are exact in any order.</summary>
    public const long UnitsPerFte = 1_000_000_000;

    private const int LongestNumber = 32;

    /// <summary>Whether nothing is said: no text, or the <c>*</c> that publishers put for what they hold back.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> cell) => cell.IsEmpty || cell is [(byte)'*'];

    /// <summary>Reads an FTE: digits with at most one decimal sign, nothing else but a sign before them.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="decimalSign">The byte that stands before the decimals.</param>
    /// <param name="units">The FTE in units of a thousand-millionth.</param>
    public static bool TryFte(ReadOnlySpan<byte> cell, byte decimalSign, out long units)
    {
        units = 0;
        if (cell.Length is 0 or > LongestNumber || !IsAsciiDigit(cell[^1]))
            return false;
        Span<byte> plain = stackalloc byte[LongestNumber];
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] == decimalSign)
                plain[i] = (byte)'.';
            else if (IsAsciiDigit(cell[i]) || (cell[i] == '-' && i == 0))
                plain[i] = cell[i];
            else
                return false;
        }

        if (!double.TryParse(plain[..cell.Length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var fte))
            return false;
        units = (long)Math.Round(Math.Clamp(fte, -1e6, 1e6) * UnitsPerFte);
        return true;
    }

    /// <summary>Reads a whole number without a sign.</summary>
    public static bool TryWhole(ReadOnlySpan<byte> cell, out int number) =>
        Utf8Parser.TryParse(cell, out number, out var read) && read == cell.Length && IsAsciiDigit(cell[0]);

    /// <summary>Reads a day whose year has four digits, with <c>-</c>, <c>/</c> or <c>.</c> between its parts.</summary>
    public static bool TryDay(ReadOnlySpan<byte> cell, DayOrder order, out DateOnly day)
    {
        day = default;
        Span<int> parts = stackalloc int[3];
        var yearAt = order == DayOrder.YearMonthDay ? 0 : 2;
        byte sign = 0;
        for (var i = 0; i < 3; i++)
        {
            if (!Utf8Parser.TryParse(cell, out parts[i], out var read) || !IsAsciiDigit(cell[0]) || (i == yearAt ? read != 4 : read > 2))
                return false;
            cell = cell[read..];
            if (i == 2)
                break;
            if (cell.IsEmpty || cell[0] is not ((byte)'-' or (byte)'/' or (byte)'.') || (i == 1 && cell[0] != sign))
                return false;
            sign = cell[0];
            cell = cell[1..];
        }

        var (year, month, date) = order switch
        {
            DayOrder.YearMonthDay => (parts[0], parts[1], parts[2]),
            DayOrder.DayMonthYear => (parts[2], parts[1], parts[0]),
            DayOrder.MonthDayYear => (parts[2], parts[0], parts[1]),
        };
        if (!cell.IsEmpty || year is < 1 or > 9999 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month))
            return false;
        day = new DateOnly(year, month, date);
        return true;
    }

    private static bool IsAsciiDigit(byte letter) => letter is >= (byte)'0' and <= (byte)'9';
}
