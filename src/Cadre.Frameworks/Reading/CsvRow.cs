using System.Globalization;
using Cadre.Frameworks.Fields;

namespace Cadre.Frameworks.Reading;

/// <summary>
/// A row of a table. Each method reads a cell, reports it when it is not what is asked for, and then gives
/// a value that checks can tell from a good one: NaN for a number, -1 for a whole number or an index, null for a
/// word or a day. A cell of a column that is missing gives the same and is not reported again.
/// </summary>
internal sealed class CsvRow(TableSchema schema, int line, string[] cells, IReadOnlyDictionary<string, int> header, Problems problems)
{
    /// <summary>Name of the file.</summary>
    public string File => schema.File;

    /// <summary>Line of the file, 1 for the header.</summary>
    public int Line => line;

    /// <summary>Reports the cell in <paramref name="column"/>, quoting it.</summary>
    public void Report(string column, string expected) => Report(column, Quoted(Cell(column) ?? ""), expected);

    /// <summary>Reports something about <paramref name="column"/>, or about the whole row when it is null.</summary>
    public void Report(string? column, string found, string expected) =>
        problems.Add(new Problem(schema.File, line, column, found, expected));

    /// <summary>Whether the cell is there and empty.</summary>
    public bool IsBlank(string column) => Cell(column) is "";

    /// <summary>Text that may be blank.</summary>
    public string OptionalText(string column) => Cell(column) ?? "";

    /// <summary>Text that may not be blank; "" when it is.</summary>
    public string Text(string column) => Required(column, "a text") ?? "";

    /// <summary>Letters, digits, <c>_</c> and <c>-</c>; null when it is anything else.</summary>
    public string? Code(string column) => Matching(Declared<FieldRule.Code>(column), "a code of letters, digits, _ and -", "_-");

    /// <summary>A code that may hold full stops as well: the name of a row rather than of a place.</summary>
    public string? Id(string column) => Matching(Declared<FieldRule.Id>(column), "an id of letters, digits, _, - and .", "_-.");

    /// <summary>A number; NaN when it is none or out of bounds.</summary>
    public double Number(string column, Quantity quantity)
    {
        Declared<FieldRule.Number>(column, rule => rule.Allows(quantity));
        if (Required(column, quantity.Expected()) is not { } text)
            return double.NaN;
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
        Declared<FieldRule.Whole>(column, rule => rule.Allows(quantity));
        if (Required(column, quantity.Expected()) is not { } text)
            return -1;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && quantity.Allows(value))
            return value;
        Report(column, quantity.Expected());
        return -1;
    }

    /// <summary>A day, written 2026-01-29; null when it is none.</summary>
    public DateOnly? Date(string column)
    {
        const string expected = "a day, written like 2026-01-29";
        if (Required(Declared<FieldRule.Day>(column), expected) is not { } text)
            return null;
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
        Declared<FieldRule.Word>(column, rule => rule.Words.SequenceEqual(words.Keys));
        var expected = string.Join(", ", words.Keys);
        if (Required(column, expected) is not { } text)
            return null;
        if (words.TryGetValue(text, out var value))
            return value;
        Report(column, expected + Nearest.Suggestion(text, words.Keys));
        return null;
    }

    /// <summary>The index that a code stands for; -1 when it stands for none. An unknown code is reported where a column first has it.</summary>
    public int Reference(string column, CodeList codes)
    {
        Declared<FieldRule>(column, rule => rule is FieldRule.Shaped || (rule is FieldRule.Reference reference && reference.File == codes.File));
        if (Required(column, codes.Expected) is not { } text)
            return -1;
        var index = codes.IndexOf(text);
        if (index < 0 && codes.IsNews(text, File, column))
            Report(column, codes.Expected + codes.Suggestion(text));
        return index;
    }

    /// <summary>The index that a code stands for, null where the cell is blank.</summary>
    public int? OptionalReference(string column, CodeList codes) => IsBlank(column) ? null : Reference(column, codes);

    /// <summary>Holds the reader to the declaration of the column, of which the schema is made; gives the column.</summary>
    /// <exception cref="InvalidOperationException">The program reads the column otherwise than it is declared.</exception>
    private string Declared<T>(string column, Func<T, bool>? fits = null)
        where T : FieldRule
    {
        if (TableFields.Find(schema.File, column) is { } field && (field.Rule is not T rule || fits?.Invoke(rule) == false))
            throw new InvalidOperationException($"{schema.File} is read otherwise than its column {column} is declared.");
        return column;
    }

    private static string Quoted(string text) => text.Length == 0 ? "an empty cell" : $"\"{text}\"";

    private string? Matching(string column, string expected, string punctuation)
    {
        if (Required(column, expected) is not { } text)
            return null;
        if (text.All(letter => char.IsAsciiLetterOrDigit(letter) || punctuation.Contains(letter)))
            return text;
        Report(column, expected);
        return null;
    }

    private string? Required(string column, string expected)
    {
        var cell = Cell(column);
        if (cell is "")
            Report(column, expected);
        return cell is "" ? null : cell;
    }

    private string? Cell(string column) => header.TryGetValue(column, out var index) ? cells[index] : null;
}
