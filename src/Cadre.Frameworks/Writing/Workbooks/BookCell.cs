using System.Globalization;
using Cadre.Engine.Model;

namespace Cadre.Frameworks.Writing.Workbooks;

/// <summary>A cell of a workbook: text, a number or nothing. The default is nothing.</summary>
public readonly record struct BookCell
{
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>The text; null where the cell holds none.</summary>
    public string? Text { get; private init; }

    /// <summary>The number; null where the cell holds none. A day is the number of days since 30 December 1899.</summary>
    public double? Number { get; private init; }

    /// <summary>How it is shown.</summary>
    public BookFormat Format { get; private init; }

    /// <summary>Whether it stands in grey, as an end of a range does.</summary>
    public bool IsFaint { get; init; }

    /// <summary>Whether a number stands at the left, as text does.</summary>
    public bool IsLeft { get; init; }

    /// <summary>Steps that text is moved to the right, 0 to 15.</summary>
    public int Indent { get; init; }

    /// <summary>How long it is as a reader sees it, characters.</summary>
    public int Length => (Text is { } text ? text.Split('\n').Max(line => line.Length) : Number is { } number ? Shown(number).Length : 0) + (2 * Indent);

    /// <summary>Text; it stays text whatever it begins with.</summary>
    public static BookCell Of(string text) => new() { Text = text.Length > 0 ? text : null };

    /// <summary>A number; nothing where there is none.</summary>
    public static BookCell Of(double? value, BookFormat format) => new() { Number = value == 0 ? 0 : value, Format = format };

    /// <summary>A day.</summary>
    public static BookCell Of(DateOnly day) => new() { Number = day.DayNumber - DayZero.DayNumber, Format = BookFormat.Day };

    /// <summary>A month, as its last day.</summary>
    public static BookCell Of(CalendarMonth month) =>
        Of(new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month))) with { Format = BookFormat.Month };

    private string Shown(double number) => Format switch
    {
        BookFormat.Whole => number.ToString("#,##0", CultureInfo.InvariantCulture),
        BookFormat.Fine => number.ToString("#,##0.0##", CultureInfo.InvariantCulture),
        BookFormat.Share => number.ToString("0.0%", CultureInfo.InvariantCulture),
        BookFormat.Pounds => number.ToString("£#,##0", CultureInfo.InvariantCulture),
        BookFormat.Millions => (number / 1e6).ToString("£#,##0.0m", CultureInfo.InvariantCulture),
        BookFormat.Month => "Mar 2031",
        BookFormat.Day => "30 Sep 2025",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };
}
