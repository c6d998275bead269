using CsvHelper;

namespace Cadre.Frameworks.Reading;

/// <summary>
/// A CSV file of a framework with the rows that could be split into cells. A row is one line: a cell holds no
/// line break, so that a quote that is not closed spoils its own line and no other.
/// </summary>
internal sealed class CsvTable
{
    private static readonly CsvReaderOptions OneLine = new() { HasHeader = false, Separator = ',', AllowLineBreaksInQuotes = false, SkipEmptyLines = false, BufferSize = 1024 };

    private readonly List<CsvRow> _rows = [];
    private readonly CsvCells _cells = new();

    private readonly Problems _problems;

    private CsvTable(TableSchema schema, Problems problems) => (Schema, _problems) = (schema, problems);

    /// <summary>The table's columns.</summary>
    public TableSchema Schema { get; }

    /// <summary>The rows, in the order of the file.</summary>
    public IReadOnlyList<CsvRow> Rows => _rows;

    /// <summary>False when rows, or the whole file, could not be read: what is not here may have been meant to be.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Reads a table and reports its faults of form. An optional file that is not there is a table without rows.</summary>
    public static CsvTable Read(FrameworkFolder folder, TableSchema schema) =>
        folder.Bytes(schema.File) is { } bytes
            ? Read(bytes, schema, folder.Problems)
            : new CsvTable(schema, folder.Problems) { IsComplete = !schema.Required && !folder.IsRefused(schema.File) };

    /// <summary>Reads a table from the bytes of its file and reports its faults of form.</summary>
    public static CsvTable Read(byte[] bytes, TableSchema schema, Problems problems) => Read(bytes, schema, problems, problems);

    /// <summary>Reads a table from the bytes of its file.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="schema">The table's columns.</param>
    /// <param name="form">Where faults of form go.</param>
    /// <param name="cells">Where the rows are to put the faults of their cells, once they are asked for them.</param>
    public static CsvTable Read(byte[] bytes, TableSchema schema, Problems form, Problems cells)
    {
        var table = new CsvTable(schema, cells);
        table._rows.EnsureCapacity(bytes.AsSpan().Count((byte)'\n'));
        table.ReadLines(TextLine.Split(bytes), form);
        return table;
    }

    private void ReadLines(IEnumerable<TextLine> lines, Problems problems)
    {
        using var each = lines.GetEnumerator();
        if (!each.MoveNext())
        {
            problems.Add(new Problem(Schema.File, 1, null, "an empty file", CsvHeader.Expected(Schema)));
            IsComplete = false;
            return;
        }

        if (Cells(each.Current, problems) is not { } names || CsvHeader.Read(Schema, names, problems) is not { } header)
        {
            IsComplete = false;
            return;
        }

        var blank = new List<int>();
        while (each.MoveNext())
        {
            if (each.Current is { Text.Length: 0, Fault: null } && header.Width > 1)
            {
                if (blank.Count < 2) blank.Add(each.Current.Number);
                else blank[1] = each.Current.Number;
                continue;
            }

            ReportBlank(blank, header, problems);
            ReadRow(each.Current, header, problems);
        }

        ReportBlank(blank, header, problems);
    }

    /// <summary>Reports blank lines that follow each other once, however many they are.</summary>
    /// <param name="lines">The first and the last; empty for none, which it is afterwards.</param>
    /// <param name="header">The header.</param>
    /// <param name="problems">Takes the fault.</param>
    private void ReportBlank(List<int> lines, CsvHeader header, Problems problems)
    {
        if (lines.Count == 0)
            return;
        IsComplete = false;
        if (header.IsSound)
        {
            var found = lines is [var first, var last] ? FormattableString.Invariant($"{last - first + 1:#,0} blank lines from here on") : "a blank line";
            problems.Add(new Problem(Schema.File, lines[0], null, found, $"{header.Width} cells, as in the header"));
        }

        lines.Clear();
    }

    private void ReadRow(TextLine line, CsvHeader header, Problems problems)
    {
        if (Cells(line, problems) is not { } cells)
        {
            IsComplete = false;
        }
        else if (cells.Length != header.Width)
        {
            var found = cells.Length == 1 ? "1 cell" : $"{cells.Length} cells";
            if (header.IsSound)
                problems.Add(new Problem(Schema.File, line.Number, null, found, $"{header.Width} cells, as in the header"));
            IsComplete = false;
        }
        else
        {
            _rows.Add(new CsvRow(header, line.Number, cells, _problems));
        }
    }

    private string[]? Cells(TextLine line, Problems problems)
    {
        if (line.Fault is { } fault)
            return Refuse(fault, "plain text in UTF-8");
        if (_cells.Split(line.Text) is { } cells)
            return cells;

        CsvMalformedReason? bad = null;
        using var reader = CsvReader.FromText(line.Text, OneLine with { OnMalformedRecord = malformed => bad = malformed.Reason });
        reader.Read();
        return bad switch
        {
            null => reader.Current.ToArray(),
            CsvMalformedReason.UnterminatedQuote => Refuse("a quote that is not closed", "a quote at both ends of the cell, on one line, and two for each quote within"),
            _ => Refuse("a quote within a cell", "a quote at both ends of the cell and two for each quote within"),
        };

        string[]? Refuse(string found, string expected)
        {
            problems.Add(new Problem(Schema.File, line.Number, null, found, expected));
            return null;
        }
    }
}
