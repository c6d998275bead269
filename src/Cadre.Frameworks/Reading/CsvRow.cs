using System.Buffers;
using System.Globalization;
using Cadre.Frameworks.Fields;

namespace Cadre.Frameworks.Reading;

/// <summary>
/// A row of a table. Each method reads a cell, reports it when it is not what is asked for, and then gives
/// a value that checks can tell from a good one: NaN for a number, -1 for a whole number or an index, null for a
/// word or a day. A cell of a column that is missing gives the same and is not reported again.
/// </summary>
internal sealed class CsvRow(CsvHeader header, int line, string[] cells, Problems problems)
{
    private const string LettersAndDigits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static readonly SearchValues<char> OfCodes = SearchValues.Create(LettersAndDigits + "_-");
    private static readonly SearchValues<char> OfIds = SearchValues.Create(LettersAndDigits + "_-.");

    /// <summary>Name of the file.</summary>
    public string File => header.Schema.File;

    /// <summary>Line of the file, 1 for the header.</summary>
    public int Line => line;

    /// <summary>Reports the cell in <paramref name="column"/>, quoting it.</summary>
    public void Report(string column, string expected) => Report(column, Quoted(Cell(column) ?? ""), expected);

    /// <summary>Reports something about <paramref name="column"/>, or about the whole row when it is null.</summary>
    public void Report(string? column, string found, string expected) =>
        problems.Add(new Problem(header.Schema.File, line, column, found, expected));

    /// <summary>Whether the cell is there and empty.</summary>
    public bool IsBlank(string column) => Cell(column) is "";

    /// <summary>Text that may be blank.</summary>
    public string OptionalText(string column) => Cell(column) ?? "";

    /// <summary>Text that may not be blank; "" when it is.</summary>
    public string Text(string column) => Cell(column) is { Length: > 0 } text ? text : Nothing(column, "a text", "");

    /// <summary>Letters, digits, <c>_</c> and <c>-</c>; null when it is anything else.</summary>
    public string? Code(string column)
    {
        Hold(column, Rule(column) is null or FieldRule.Code);
        return Matching(column, "a code of letters, digits, _ and -", OfCodes);
    }

    /// <summary>A code that may hold full stops as well: the name of a row rather than of a place.</summary>
    public string? Id(string column)
    {
        Hold(column, Rule(column) is null or FieldRule.Id);
        return Matching(column, "an id of letters, digits, _, - and .", OfIds);
    }

    /// <summary>A number; NaN when it is none or out of bounds.</summary>
    public double Number(string column, Quantity quantity)
    {
        var rule = Rule(column);
        Hold(column, rule is null || (rule is FieldRule.Number number && number.Allows(quantity)));
        if (Cell(column) is not { Length: > 0 } text)
            return Nothing(column, quantity.Expected(), double.NaN);
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var isNumber = double.TryParse(text, plain, CultureInfo.InvariantCulture, out var value) && char.IsAsciiDigit(text[^1]);
        if (isNumber && quantity.Allows(value))
            return value;

        Report(column, quantity.Expected(isNumber ? value : double.NaN) + (text.Contains(',') ? ", without thousands separators" : ""));
        return double.NaN;
    }

    /// <summary>A whole number; -1 when it is none or out of bounds.</summary>
    public int Whole(string column, Quantity quantity)
    {
        var rule = Rule(column);
        Hold(column, rule is null || (rule is FieldRule.Whole whole && whole.Allows(quantity)));
        if (Cell(column) is not { Length: > 0 } text)
            return Nothing(column, quantity.Expected(), -1);
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && quantity.Allows(value))
            return value;
        Report(column, quantity.Expected());
        return -1;
    }

    /// <summary>A day, written 2026-01-29; null when it is none.</summary>
    public DateOnly? Date(string column)
    {
        const string expected = "a day, written like 2026-01-29";
        Hold(column, Rule(column) is null or FieldRule.Day);
        if (Cell(column) is not { Length: > 0 } text)
            return Nothing<DateOnly?>(column, expected, null);
        if (Words.TryParseDay(text, out var day))
            return day;
        Report(column, expected);
        return null;
    }

    /// <summary>A day or nothing.</summary>
    public DateOnly? OptionalDate(string column) => IsBlank(column) ? null : Date(column);

    /// <summary>One of a few words; null when it is none of them.</summary>
    public T? Word<T>(string column, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        var rule = Rule(column);
        Hold(column, rule is null || (rule is FieldRule.Word word && word.Allows(words.Keys)));
        if (Cell(column) is not { Length: > 0 } text)
            return Nothing<T?>(column, string.Join(", ", words.Keys), null);
        if (words.TryGetValue(text, out var value))
            return value;
        Report(column, string.Join(", ", words.Keys) + Nearest.Suggestion(text, words.Keys));
        return null;
    }

    /// <summary>The index that a code stands for; -1 when it stands for none. An unknown code is reported where a column first has it.</summary>
    public int Reference(string column, CodeList codes)
    {
        var rule = Rule(column);
        Hold(column, rule is null or FieldRule.Shaped || (rule is FieldRule.Reference reference && reference.File == codes.File));
        if (Cell(column) is not { Length: > 0 } text)
            return Nothing(column, codes.Expected, -1);
        var index = codes.IndexOf(text);
        if (index < 0 && codes.IsNews(text, File, column))
            Report(column, codes.Expected + codes.Suggestion(text));
        return index;
    }

    /// <summary>The index that a code stands for, null where the cell is blank.</summary>
    public int? OptionalReference(string column, CodeList codes) => IsBlank(column) ? null : Reference(column, codes);

    private static string Quoted(string text) => text.Length == 0 ? "an empty cell" : FoundText.Quoted(text);

    private string? Matching(string column, string expected, SearchValues<char> letters)
    {
        if (Cell(column) is not { Length: > 0 } text)
            return Nothing<string?>(column, expected, null);
        if (!text.AsSpan().ContainsAnyExcept(letters))
            return text;
        Report(column, expected);
        return null;
    }

    /// <summary>What a cell gives that holds nothing: reported when it is blank, not when the column is missing.</summary>
    private T Nothing<T>(string column, string expected, T nothing)
    {
        if (IsBlank(column))
            Report(column, expected);
        return nothing;
    }

    /// <summary>Holds the reader to the declaration of the column, of which the schema is made.</summary>
    /// <exception cref="InvalidOperationException">The program reads the column otherwise than it is declared.</exception>
    private void Hold(string column, bool isAsDeclared)
    {
        if (!isAsDeclared)
            throw new InvalidOperationException($"{File} is read otherwise than its column {column} is declared.");
    }

    private FieldRule? Rule(string column) => header.Columns.TryGetValue(column, out var found) ? found.Rule : null;

    private string? Cell(string column) => header.Columns.TryGetValue(column, out var found) ? cells[found.Index] : null;
}
