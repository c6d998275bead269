namespace Cadre.Frameworks.Reading.Workbooks;

/// <summary>
/// A sheet of an .xlsx workbook as rows of cells, which hold what they would in the sheet saved as CSV: numbers with a point, days as
/// 2025-09-30. The header is the first row with one of the columns that are looked for; what stands above it is not read.
/// </summary>
internal sealed class WorkbookTable
{
    /// <summary>Workbooks of other kinds, which are told from CSV by their names and refused.</summary>
    private static readonly string[] OtherKinds = [".xlsm", ".xlsb", ".xltm", ".xls", ".ods"];

    internal WorkbookTable(string name, IReadOnlyList<string> hiddenSheets, int headerRow, IReadOnlyList<string> header, IReadOnlyList<WorkbookRow> rows) =>
        (Name, HiddenSheets, HeaderRow, Header, Rows) = (name, hiddenSheets, headerRow, header, rows);

    /// <summary>The sheet's name.</summary>
    public string Name { get; }

    /// <summary>Sheets that are not in sight and were not read.</summary>
    public IReadOnlyList<string> HiddenSheets { get; }

    /// <summary>Number of the header's row, from 1.</summary>
    public int HeaderRow { get; }

    /// <summary>The header, from column A on.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The rows under the header that hold anything.</summary>
    public IReadOnlyList<WorkbookRow> Rows { get; }

    /// <summary>Whether a file is a workbook by its name, of whatever kind.</summary>
    public static bool IsWorkbook(string name) => HasEnding(name, ".xlsx") || OtherKinds.Any(kind => HasEnding(name, kind));

    /// <summary>Reads a sheet.</summary>
    /// <param name="path">Where the workbook is.</param>
    /// <param name="name">What faults call it.</param>
    /// <param name="sheet">The sheet; blank for the only one in sight.</param>
    /// <param name="columns">Columns that are looked for.</param>
    /// <param name="limits">How much is read; null for the usual.</param>
    /// <exception cref="FrameworkException">The workbook is refused; the fault says where, what was found and what was expected.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static WorkbookTable Read(string path, string name, string sheet, IReadOnlyList<string> columns, WorkbookLimits? limits = null) =>
        Read(path, name, sheet, new HeaderSearch(columns), limits);

    /// <summary>The same with another way to tell the header.</summary>
    public static WorkbookTable Read(string path, string name, string sheet, HeaderSearch search, WorkbookLimits? limits = null)
    {
        limits ??= new WorkbookLimits();
        if (Array.Find(OtherKinds, kind => HasEnding(name, kind)) is { } other)
            throw WorkbookPackage.Refused(name, $"a workbook of the kind {other}{(other is ".xlsm" or ".xltm" ? ", which may hold macros" : "")}", "an .xlsx workbook or CSV");
        using var package = WorkbookPackage.Open(path, name, limits);
        var parts = new WorkbookParts(package, name, limits);
        var chosen = Choose(parts.Sheets, name, sheet, search.ExpectedSheet);
        var (texts, days) = (parts.ReadTexts(), parts.ReadDayStyles());
        var reader = new SheetReader(name, chosen.Name, texts, days, parts.CountsFrom1904, search, limits);
        package.Read(chosen.Part, reader.Read);
        if (search.OrFirst && !reader.HasHeader)
        {
            reader = new SheetReader(name, chosen.Name, texts, days, parts.CountsFrom1904, search with { Fewest = 0 }, limits);
            package.Read(chosen.Part, reader.Read);
        }

        return reader.ToTable([.. parts.Sheets.Where(each => each.IsHidden).Select(each => each.Name)]);
    }

    private static bool HasEnding(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static WorkbookSheet Choose(IReadOnlyList<WorkbookSheet> sheets, string name, string wanted, string expected)
    {
        WorkbookSheet[] inSight = [.. sheets.Where(sheet => !sheet.IsHidden)];
        string[] hidden = [.. sheets.Where(sheet => sheet.IsHidden).Select(sheet => sheet.Name)];
        var besides = hidden.Length > 0 ? $" (hidden: {string.Join(", ", hidden)})" : "";
        var list = $"{string.Join(", ", inSight.Select(sheet => sheet.Name))}{besides}";
        if (wanted.Length == 0)
        {
            return inSight is [var only]
                ? only
                : throw WorkbookPackage.Refused(name, inSight.Length == 0 ? $"no sheet in sight{besides}" : $"{inSight.Length} sheets: {list}", expected);
        }

        if (Array.Find(inSight, sheet => sheet.Name == wanted) is { } found) return found;
        throw WorkbookPackage.Refused(name, hidden.Contains(wanted) ? $"that the sheet {wanted} is hidden" : $"no sheet {wanted}", $"one in sight: {list}");
    }
}

/// <summary>A row of a sheet.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Cells">Its cells from column A to the last of the header; blank where there is none.</param>
internal sealed record WorkbookRow(int Number, string[] Cells);
