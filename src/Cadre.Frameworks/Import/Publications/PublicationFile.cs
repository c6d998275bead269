using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Reading.Workbooks;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>
/// A publisher's file, CSV or a sheet of an .xlsx workbook, as it is before its format is known: the header, found under lines of title, and the rows that hold anything.
/// A cell of CSV may hold line breaks in quotes.
/// </summary>
internal sealed class PublicationFile
{
    private const int MostLinesOfTitle = 30;
    private const int FewestOfHeader = 2;
    private const int MostOfAFault = 20;

    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string?, string), int> _faults = [];
    private readonly List<Problem> _ofShape = [];
    private readonly Problems _problems;

    private PublicationFile(string name, string? sheet, int headerLine, string[] header, List<PublishedRow> rows, Problems problems)
    {
        (Name, Sheet, HeaderLine, Header, Rows, _problems) = (name, sheet, headerLine, header, rows, problems);
        foreach (var (index, column) in header.Index())
            _columns.TryAdd(Plain(column), index);
    }

    /// <summary>Path of the file as the user wrote it.</summary>
    public string Name { get; }

    /// <summary>Of a workbook, the sheet that was read; else null.</summary>
    public string? Sheet { get; }

    /// <summary>Line of the header, 1 for the first.</summary>
    public int HeaderLine { get; }

    /// <summary>The header's cells as the file has them.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The rows that hold anything.</summary>
    public IReadOnlyList<PublishedRow> Rows { get; }

    /// <summary>Whether a fault of it was found so far.</summary>
    public bool IsFaulty => _faults.Count + _ofShape.Count > 0;

    /// <summary>Rows between others whose every cell is blank.</summary>
    public int BlankRows { get; private set; }

    /// <summary>What a reader of the report should know: lines of title, sheets that were not read.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>A header without a byte-order mark and blanks around it; blanks within are underscores.</summary>
    public static string Plain(string header) => string.Join('_', header.Trim('\uFEFF', ' ').Split([' ', '\u00A0', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="sheet">Of a workbook, the sheet; blank for the only one in sight.</param>
    /// <param name="known">Headers of every format, by which the header is told from lines of title.</param>
    /// <param name="problems">Where its faults go.</param>
    /// <exception cref="FrameworkException">There is no such file, it is empty, or a workbook that is refused.</exception>
    public static PublicationFile Read(string path, string sheet, IReadOnlyCollection<string> known, Problems problems)
    {
        if (!File.Exists(path))
            throw new FrameworkException([new Problem(path, 0, null, "no such file", "a publication, CSV or .xlsx (docs/publications.md)")]);
        if (WorkbookTable.IsWorkbook(path))
            return ReadWorkbook(path, sheet, known, problems);
        if (sheet.Length > 0)
            problems.Add(path, null, $"a sheet, {sheet}, of a file that is no .xlsx workbook", "no sheet in the columns file, or a workbook");
        return ReadCsv(path, known, problems);
    }

    private static PublicationFile ReadWorkbook(string path, string sheet, IReadOnlyCollection<string> known, Problems problems)
    {
        var names = known.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var table = WorkbookTable.Read(path, path, sheet, new HeaderSearch([.. known])
        {
            Fewest = FewestOfHeader,
            OrFirst = true,
            IsColumn = cell => names.Contains(Plain(cell)),
            ExpectedSheet = "one sheet, or its name as the key sheet of the columns file (--columns)",
        });
        List<PublishedRow> rows = [.. table.Rows.Select(row => new PublishedRow(row.Number, row.Cells)).Where(HoldsAnything)];
        var file = new PublicationFile(path, table.Name, table.HeaderRow, [.. table.Header], rows, problems) { BlankRows = BlankRowsOf(table.HeaderRow, rows) };
        file.NoteTitle("row");
        if (table.HiddenSheets.Count > 0)
            file.Notes.Add($"Hidden sheets are not read: {string.Join(", ", table.HiddenSheets)}.");
        return file;
    }

    private static PublicationFile ReadCsv(string path, IReadOnlyCollection<string> known, Problems problems)
    {
        var csv = PublishedCsv.Read(path, path, "a publication with a header and rows (docs/publications.md)", separator: null);
        var names = known.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var at = csv.Rows.Take(MostLinesOfTitle).ToList().FindIndex(line => line.Cells.Count(cell => names.Contains(Plain(cell))) >= FewestOfHeader);
        var header = csv.Rows[Math.Max(0, at)];
        var (rows, blank) = csv.Under(Math.Max(0, at));
        var file = new PublicationFile(path, null, header.Line, header.Cells, rows, problems) { BlankRows = blank };
        file.NoteTitle("line");
        file._ofShape.AddRange(csv.Problems);
        return file;
    }

    private void NoteTitle(string word)
    {
        if (HeaderLine > 1)
            Notes.Add($"The header is in {word} {HeaderLine}; what stands above it is not read.");
    }

    /// <summary>Rows of a sheet between the header and the last row that holds anything.</summary>
    private static int BlankRowsOf(int header, List<PublishedRow> rows) => rows.Count == 0 ? 0 : rows[^1].Line - header - rows.Count;

    private static bool HoldsAnything(PublishedRow row) => row.Cells.Any(cell => cell.AsSpan().Trim().Length > 0);

    /// <summary>Calls a header by another name, under which the format knows it.</summary>
    public void Rename(string column, string header) => _columns[column] = _columns[header];

    /// <summary>Whether the file has a column.</summary>
    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>How many of the file's headers have a name.</summary>
    public int Count(string column) => Header.Count(header => string.Equals(Plain(header), column, StringComparison.OrdinalIgnoreCase));

    /// <summary>The text of a cell without blanks around it, those that do not break included; blank where the file does not have the column.</summary>
    public string Text(PublishedRow row, string column) => _columns.TryGetValue(column, out var index) ? row.Cells[index].Trim() : "";

    /// <summary>What a cell of figures holds; what is none is reported.</summary>
    public PublishedNumber Number(PublishedRow row, string column)
    {
        var number = PublishedNumber.Read(Text(row, column));
        if (number.Kind == PublishedNumberKind.Fault)
            Report(row, column, FoundText.Quoted(Text(row, column)), PublishedNumber.Expected);
        return number;
    }

    /// <summary>Reports a cell, or the whole row where the column is null; of one kind of fault the first few alone, with how many more there are.</summary>
    public void Report(PublishedRow row, string? column, string found, string expected)
    {
        var cell = Sheet is not null && column is not null && _columns.TryGetValue(column, out var index) ? CellAddress.Of(index, row.Line) : null;
        Report(new Problem(Name, row.Line, column, found, expected) { Sheet = Sheet, Cell = cell });
    }

    private void Report(Problem fault)
    {
        var kind = (fault.Column, fault.Expected);
        _faults[kind] = _faults.GetValueOrDefault(kind) + 1;
        if (_faults[kind] <= MostOfAFault)
            _problems.Add(fault);
    }

    /// <summary>Ends the import where anything was found so far but rows that cannot be rows: what is wrong in the others is told with them.</summary>
    /// <exception cref="FrameworkException">At least one such fault was found.</exception>
    public void ThrowIfAnyButShape()
    {
        if (_problems.Count > 0)
            ThrowIfAnyFault();
    }

    /// <summary>Reports how many faults of a kind are not told one by one, and ends the import where there is any fault.</summary>
    /// <exception cref="FrameworkException">At least one fault was found.</exception>
    public void ThrowIfAnyFault()
    {
        foreach (var fault in _ofShape)
            Report(fault);
        _ofShape.Clear();
        foreach (var ((column, expected), count) in _faults.Where(fault => fault.Value > MostOfAFault))
            _problems.Add(Name, column, $"{count - MostOfAFault} more such cells or rows", expected);
        _problems.ThrowIfAny();
    }
}
