using System.Globalization;

namespace Cadre.Frameworks.Reading.Workbooks;

/// <summary>Numbers that a workbook shows as days.</summary>
internal static class DayFormat
{
    /// <summary>Days from 1 January 1900, as spreadsheets count them, to 1 January 1904.</summary>
    private const int FromThe1904System = 1462;

    /// <summary>31 December 9999.</summary>
    private const double LastDay = 2_958_465;

    private static readonly DateTime DayZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>Whether a format shows days.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="codes">The codes of the workbook's own formats, by number.</param>
    public static bool IsOne(string id, IReadOnlyDictionary<string, string> codes)
    {
        if (codes.TryGetValue(id, out var code)) return IsDayCode(code);
        return int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58);
    }

    /// <summary>The day of a number, <c>2025-09-30</c>; null where it is none.</summary>
    /// <param name="number">Days.</param>
    /// <param name="countsFrom1904">Whether they are counted from 1 January 1904.</param>
    public static string? Text(double number, bool countsFrom1904)
    {
        var days = countsFrom1904 ? number + FromThe1904System : number;
        if (!(days >= 1 && days < LastDay + 1)) return null;
        // Spreadsheets have a 29 February 1900 that never was, day 60: before it the count is one less.
        var day = DayZero.AddDays(days < 60 ? days + 1 : days);
        return day.ToString(day.TimeOfDay.TotalSeconds < 1 ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether a code has days or years outside quotes and brackets.</summary>
    private static bool IsDayCode(string code)
    {
        var (isQuoted, isBracketed) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] == '\\') i++;
            else if (code[i] == '"') isQuoted = !isQuoted;
            else if (isQuoted) continue;
            else if (code[i] is '[' or ']') isBracketed = code[i] == '[';
            else if (!isBracketed && code[i] is 'd' or 'D' or 'y' or 'Y') return true;
        }

        return false;
    }
}
