using System.Text.Unicode;
using Cadre.Frameworks.Reading;
using CsvHelper;

namespace Cadre.Frameworks.Import;

/// <summary>
/// The rows of a publisher's CSV file that hold anything; those that cannot be rows are among the faults. What no publication has ends the reading, so that time and
/// memory stay bounded.
/// </summary>
internal sealed class PublishedCsv
{
    /// <summary>Longest row in bytes, line breaks within quotes included.</summary>
    private const int LongestRow = 1 << 16;

    /// <summary>Most cells of a file, whose rows are all kept.</summary>
    private const long MostCells = 50_000_000;

    /// <summary>Most rows that cannot be rows; with so many the others are not looked for.</summary>
    private const int MostFaults = 1_000;

    private readonly string _name;
    private readonly List<PublishedRow> _rows = [];
    private readonly List<int> _blankBefore = [];
    private int _blank;
    private long _cells;

    private PublishedCsv(string name) => _name = name;

    /// <summary>The rows that hold anything, the header and what stands above it among them.</summary>
    public IReadOnlyList<PublishedRow> Rows => _rows;

    /// <summary>The faults of rows that cannot be rows.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">What faults call it.</param>
    /// <param name="expected">What is expected of a file that is empty.</param>
    /// <param name="separator">What stands between cells; null to find out.</param>
    /// <param name="mostCells">Most cells.</param>
    /// <exception cref="FrameworkException">It is empty, or cannot be split into rows.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static PublishedCsv Read(string path, string name, string expected, char? separator, long mostCells = MostCells)
    {
        var csv = new PublishedCsv(name);
        var isOpen = false;
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            PoolStrings = true,
            MaxRecordSize = LongestRow,
            OnMalformedRecord = record => isOpen |= record.Reason is CsvMalformedReason.UnterminatedQuote,
        };
        var line = 0L;
        try
        {
            using var reader = CsvReader.FromFile(path, options);
            for (; reader.Read(); isOpen = false)
            {
                line = reader.LineNumber;
                csv.Add(reader, isOpen, mostCells);
            }
        }
        catch (CsvFormatException)
        {
            throw csv.Refused((int)line + 1, FormattableString.Invariant($"a row that is longer than {LongestRow:#,0} bytes"), "rows that are shorter, and every quote closed");
        }

        // Without a sound beginning, what is the header cannot be told.
        if (csv.Problems.Count > 0 && (csv.Rows.Count == 0 || csv.Problems[0].Line < csv.Rows[0].Line))
            throw new FrameworkException([csv.Problems[0]]);
        return csv.Rows.Count > 0 ? csv : throw csv.Refused(1, "an empty file", expected);
    }

    /// <summary>The rows under a header that have as many cells as it; the others are among the faults. And how many blank ones stand between them.</summary>
    /// <param name="header">Index of the header in <see cref="Rows"/>.</param>
    public (List<PublishedRow> Rows, int Blank) Under(int header)
    {
        var width = _rows[header].Cells.Length;
        var rows = new List<PublishedRow>(_rows.Count - header);
        foreach (var row in _rows.Skip(header + 1))
        {
            if (row.Cells.Length == width)
                rows.Add(row);
            else
                AddFault(row.Line, row.Cells.Length == 1 ? "1 cell" : $"{row.Cells.Length} cells", $"{width} cells, as in the header");
        }

        return (rows, _blankBefore[^1] - _blankBefore[header]);
    }

    private void Add(CsvReader reader, bool isOpen, long mostCells)
    {
        var line = (int)reader.LineNumber;
        if (!Utf8.IsValid(reader.RawRecord) || reader.RawRecord.Contains((byte)0))
        {
            AddFault(line, "bytes that are not UTF-8", line == 1 ? "a CSV file in UTF-8, or an .xlsx workbook by its name" : "plain text in UTF-8");
            return;
        }

        if (isOpen)
        {
            AddFault(line, "a quote that is not closed", "a quote at both ends of the cell");
            return;
        }

        if (IsBlank(reader))
        {
            _blank++;
            return;
        }

        if ((_cells += reader.FieldCount) > mostCells)
            throw Refused(line, FormattableString.Invariant($"more than {mostCells:#,0} cells up to this line"), "a smaller file");
        _rows.Add(new PublishedRow(line, reader.Current.ToArray()));
        _blankBefore.Add(_blank);
    }

    private static bool IsBlank(CsvReader reader)
    {
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (!reader.IsEmpty(i) && reader.GetString(i).AsSpan().Trim().Length > 0)
                return false;
        }

        return true;
    }

    private void AddFault(int line, string found, string expected)
    {
        Problems.Add(new Problem(_name, line, null, found, expected));
        if (Problems.Count == MostFaults)
            throw new FrameworkException(Problems);
    }

    private FrameworkException Refused(int line, string found, string expected) => new([new Problem(_name, line, null, found, expected)]);
}
