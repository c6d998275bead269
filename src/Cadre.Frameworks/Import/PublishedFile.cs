using System.Globalization;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Reading.Workbooks;

namespace Cadre.Frameworks.Import;

/// <summary>A publisher's file, CSV or a sheet of an .xlsx workbook: named columns, rows with their line, and the faults found in them.</summary>
internal sealed class PublishedFile
{
    /// <summary>No published figure comes near; sums over any number of rows stay finite.</summary>
    internal const double MostPublished = 1e10;

    private readonly string _name;
    private readonly WorkbookTable? _sheet;
    private readonly Dictionary<string, int> _columns;

    private PublishedFile(string name, WorkbookTable? sheet, Dictionary<string, int> columns, List<PublishedRow> rows, List<Problem> problems) =>
        (_name, _sheet, _columns, Rows, Problems) = (name, sheet, columns, rows, problems);

    public IReadOnlyList<PublishedRow> Rows { get; }

    /// <summary>Faults found while reading cells; the caller throws them together.</summary>
    public List<Problem> Problems { get; }

    /// <summary>What a reader of the report should know: sheets that are hidden and were not read.</summary>
    public IReadOnlyList<string> Notes => _sheet is { HiddenSheets: { Count: > 0 } hidden } ? [$"hidden sheets not read: {string.Join(", ", hidden)}"] : [];

    /// <exception cref="FrameworkException">No such file, no header, a column is missing, or a workbook that is refused.</exception>
    public static PublishedFile Read(string dataFolder, Publication publication, params string[] columns)
    {
        var name = publication.File;
        var path = Path.Combine(dataFolder, name);
        if (RelativePath.IsFaulty(name))
            throw new FrameworkException([new Problem(FoundText.Short(name), 0, null, "a path that leads elsewhere", RelativePath.Expected)]);
        if (LinkedFile.FaultUnder(dataFolder, name) is { } link)
            throw new FrameworkException([new Problem(name, 0, null, link, $"a file under {dataFolder}")]);
        if (!File.Exists(path))
            throw new FrameworkException([new Problem(name, 0, null, Directory.Exists(path) ? "a folder" : $"no such file under {dataFolder}", "the publication that import.yaml names")]);
        if (WorkbookTable.IsWorkbook(name)) return Of(WorkbookTable.Read(path, name, publication.Sheet, columns), name, columns);
        return publication.Sheet.Length == 0
            ? ReadCsv(path, name, columns)
            : throw new FrameworkException([new Problem(name, 0, null, $"a sheet, {publication.Sheet}, of a file that is no .xlsx workbook", "no sheet in import.yaml, or a workbook")]);
    }

    private static PublishedFile Of(WorkbookTable sheet, string name, string[] columns)
    {
        var index = IndexOf(sheet.Header, columns, column => new Problem(name, sheet.HeaderRow, column, "no such column", $"the columns {string.Join(", ", columns)}") { Sheet = sheet.Name });
        return new PublishedFile(name, sheet, index, [.. sheet.Rows.Select(row => new PublishedRow(row.Number, row.Cells))], []);
    }

    private static PublishedFile ReadCsv(string path, string name, string[] columns)
    {
        var csv = PublishedCsv.Read(path, name, $"a header with {string.Join(", ", columns)}", separator: ',');
        var index = IndexOf(csv.Rows[0].Cells, columns, column => new Problem(name, csv.Rows[0].Line, column, "no such column", $"the columns {string.Join(", ", columns)}"));
        return new PublishedFile(name, null, index, csv.Under(0).Rows, csv.Problems);
    }

    private static Dictionary<string, int> IndexOf(IReadOnlyList<string> header, string[] columns, Func<string, Problem> missing)
    {
        var index = header.Select((column, i) => (column: Plain(column), i)).GroupBy(pair => pair.column, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First().i, StringComparer.OrdinalIgnoreCase);
        Problem[] problems = [.. columns.Where(column => !index.ContainsKey(column)).Select(missing)];
        return problems.Length == 0 ? index : throw new FrameworkException(problems);
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
        var isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value);
        if (isNumber && value <= MostPublished) return value;
        AddProblem(row, column, FoundText.Quoted(text), isNumber && char.IsAsciiDigit(text[0]) ? $"a number, 0 or more and up to {MostPublished}" : "a number, 0 or more");
        return null;
    }

    /// <summary>A number that must be there.</summary>
    public double Required(PublishedRow row, string column)
    {
        var before = Problems.Count;
        if (Number(row, column) is { } value) return value;
        if (Problems.Count == before) AddProblem(row, column, "an empty cell", "a number, 0 or more");
        return 0;
    }

    public void AddProblem(PublishedRow row, string column, string found, string expected) =>
        Problems.Add(new Problem(_name, row.Line, column, found, expected) { Sheet = _sheet?.Name, Cell = _sheet is null ? null : CellAddress.Of(_columns[column], row.Line) });
}

/// <summary>A row of a publisher's file.</summary>
internal sealed record PublishedRow(int Line, string[] Cells);
