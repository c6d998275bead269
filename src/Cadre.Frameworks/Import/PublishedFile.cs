using System.Globalization;
using CsvHelper;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import;

/// <summary>A publisher's CSV file: named columns, rows with their line, and the faults found in them.</summary>
internal sealed class PublishedFile
{
    private readonly string _name;
    private readonly Dictionary<string, int> _columns;

    private PublishedFile(string name, Dictionary<string, int> columns, List<PublishedRow> rows)
    {
        (_name, _columns, Rows) = (name, columns, rows);
    }

    public IReadOnlyList<PublishedRow> Rows { get; }

    /// <summary>Faults found while reading cells; the caller throws them together.</summary>
    public List<Problem> Problems { get; } = [];

    /// <exception cref="FrameworkException">No such file, no header, or a column is missing.</exception>
    public static PublishedFile Read(string dataFolder, string name, params string[] columns)
    {
        var path = Path.Combine(dataFolder, name);
        if (!File.Exists(path))
            throw new FrameworkException([new Problem(name, 0, null, $"no such file under {dataFolder}", "the publication that import.yaml names")]);
        var options = new CsvReaderOptions { Separator = ',', HasHeader = false, TrackLineNumbers = true };
        using var reader = CsvReader.FromFile(path, options);
        if (!reader.Read())
            throw new FrameworkException([new Problem(name, 1, null, "an empty file", $"a header with {string.Join(", ", columns)}")]);
        var header = reader.Current.ToArray();
        var index = header.Select((column, i) => (column: Plain(column), i)).GroupBy(pair => pair.column, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First().i, StringComparer.OrdinalIgnoreCase);
        var missing = columns.Where(column => !index.ContainsKey(column)).Select(column => new Problem(name, 1, column, "no such column", $"the columns {string.Join(", ", columns)}")).ToList();
        if (missing.Count > 0) throw new FrameworkException(missing);
        var rows = new List<PublishedRow>();
        var problems = new List<Problem>();
        while (reader.Read())
        {
            var line = (int)reader.LineNumber;
            if (reader.FieldCount == header.Length) rows.Add(new PublishedRow(line, reader.Current.ToArray()));
            else problems.Add(new Problem(name, line, null, $"{reader.FieldCount} cells", $"{header.Length} cells, as in the header"));
        }

        var file = new PublishedFile(name, index, rows);
        file.Problems.AddRange(problems);
        return file;
    }

    /// <summary>A header's name without a byte-order mark and blanks around it; blanks within are underscores.</summary>
    private static string Plain(string header) => header.Trim('\uFEFF', ' ').Replace(' ', '_');

    /// <summary>Whether the file has a column.</summary>
    public bool Has(string column) => _columns.ContainsKey(column);

    public string Text(PublishedRow row, string column) => row.Cells[_columns[column]].Trim();

    /// <summary>A number of the row; null when the cell is blank. A cell that is neither is a problem.</summary>
    public double? Number(PublishedRow row, string column)
    {
        var text = Text(row, column);
        if (text.Length == 0) return null;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)) return value;
        Problems.Add(new Problem(_name, row.Line, column, $"\"{text}\"", "a number, 0 or more"));
        return null;
    }

    /// <summary>A number that must be there.</summary>
    public double Required(PublishedRow row, string column)
    {
        var before = Problems.Count;
        if (Number(row, column) is { } value) return value;
        if (Problems.Count == before) Problems.Add(new Problem(_name, row.Line, column, "an empty cell", "a number, 0 or more"));
        return 0;
    }

    public void AddProblem(PublishedRow row, string column, string found, string expected) =>
        Problems.Add(new Problem(_name, row.Line, column, found, expected));
}

/// <summary>A row of a publisher's file.</summary>
internal sealed record PublishedRow(int Line, string[] Cells);
