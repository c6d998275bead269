using System.Globalization;
using System.Text;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import;

/// <summary>A table that the import writes: rows of cells under the columns of its schema.</summary>
internal sealed class ImportTable(TableSchema schema)
{
    private static readonly System.Buffers.SearchValues<char> NeedsQuotes = System.Buffers.SearchValues.Create(",\"\n\r");

    private readonly StringBuilder _text = new(string.Join(',', schema.Columns) + "\n");

    /// <summary>The table's columns, in the order of a row's cells.</summary>
    public IReadOnlyList<string> Columns => schema.Columns;

    /// <summary>No figure of a framework comes near.</summary>
    private const double Most = 1e28;

    /// <summary>Adds a row; numbers are written to ten significant digits, text as it is.</summary>
    /// <exception cref="FrameworkException">A number is none or has no end: the publications hold nothing that it could be worked out from.</exception>
    public void Add(params object[] cells)
    {
        if (cells.Length != schema.Columns.Count)
            throw new ArgumentException($"{schema.File} has {schema.Columns.Count} columns, not {cells.Length}.", nameof(cells));
        CheckNumbers(schema, cells);
        _text.AppendJoin(',', cells.Select(Cell)).Append('\n');
    }

    /// <summary>Refuses a row in which a number is none or has no end.</summary>
    /// <exception cref="FrameworkException">There is one: the publications hold nothing that it could be worked out from.</exception>
    public static void CheckNumbers(TableSchema schema, object[] cells)
    {
        var without = Array.FindIndex(cells, cell => cell is double number && !(Math.Abs(number) < Most));
        if (without >= 0)
        {
            var row = string.Join(',', cells.Take(without).OfType<string>());
            throw new FrameworkException([new Problem(FrameworkTables.ImportFile, 0, null, $"nothing in the publications to work out {schema.Columns[without]} of {schema.File} from, row \"{FoundText.Short(row)}\"", "names of staff groups and periods as the publications have them")]);
        }
    }

    /// <summary>Writes the table into a framework folder.</summary>
    public void Save(string folder) => File.WriteAllText(Path.Combine(folder, schema.File), _text.ToString(), new UTF8Encoding(false));

    /// <summary>A number to ten significant digits, never in powers of ten.</summary>
    public static decimal Round(double value) => decimal.Parse(value.ToString("G10", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Cell(object cell)
    {
        var text = cell switch
        {
            double number => Round(number).ToString(CultureInfo.InvariantCulture),
            int number => number.ToString(CultureInfo.InvariantCulture),
            _ => (string)cell,
        };
        return text.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
    }
}
