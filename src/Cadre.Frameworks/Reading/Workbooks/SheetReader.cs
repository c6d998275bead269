using System.Globalization;
using System.Xml;

namespace Cadre.Frameworks.Reading.Workbooks;

/// <summary>Reads the rows of one sheet, in one pass.</summary>
internal sealed class SheetReader(
    string file, string sheet, IReadOnlyList<string> texts, IReadOnlyList<bool> dayStyles, bool countsFrom1904, HeaderSearch search, WorkbookLimits limits)
{
    private readonly List<WorkbookRow> _rows = [];
    private readonly SortedDictionary<int, string> _cells = [];
    private string[]? _header;
    private int _headerRow;
    private int _row;
    private int _column;
    private int _read;
    private long _kept;

    /// <summary>Reads the part of the sheet.</summary>
    /// <exception cref="FrameworkException">A cell cannot be read, or cells are merged.</exception>
    public bool Read(XmlReader xml)
    {
        xml.Read();
        while (!xml.EOF)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                EndRow();
                StartRow(xml);
                xml.Read();
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                ReadCell(xml);
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" })
            {
                EndRow();
                CheckMerged(xml.GetAttribute("ref") ?? "");
                xml.Read();
            }
            else
            {
                xml.Read();
            }
        }

        EndRow();
        return true;
    }

    /// <summary>Whether there is a header.</summary>
    public bool HasHeader => _header is not null;

    /// <summary>What was read.</summary>
    /// <param name="hiddenSheets">Names of the workbook's hidden sheets.</param>
    /// <exception cref="FrameworkException">There is no header.</exception>
    public WorkbookTable ToTable(IReadOnlyList<string> hiddenSheets) => _header is null
        ? throw Fault(null, "no row with one of the columns that are looked for", $"a header with {string.Join(", ", search.Columns)}")
        : new WorkbookTable(sheet, hiddenSheets, _headerRow, _header, _rows);

    private void StartRow(XmlReader xml)
    {
        var before = _row;
        var text = xml.GetAttribute("r");
        if (text is null) _row++;
        else if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _row) || _row > CellAddress.MostRows || _row <= before)
            throw Fault(null, $"the row \"{Short(text)}\" after row {before}", $"rows in order, up to {CellAddress.MostRows:#,0}");
        _column = -1;
    }

    /// <summary>Takes the row that was read: what is above the header goes, the header is kept, rows under it are added.</summary>
    private void EndRow()
    {
        if (_cells.Count > 0)
        {
            if (_header is not null) AddRow(_header.Length);
            else if (search.IsHeader(_cells.Values)) KeepHeader();
        }

        _cells.Clear();
    }

    private void KeepHeader()
    {
        _header = Enumerable.Repeat("", _cells.Keys.Last() + 1).ToArray();
        foreach (var (column, text) in _cells)
            _header[column] = text.Trim();
        _headerRow = _row;
    }

    private void AddRow(int width)
    {
        if ((_kept += width) > limits.Cells) throw Fault(null, $"more than {limits.Cells:#,0} cells under the header up to row {_row}", "a smaller sheet, or the sheet as CSV");
        var cells = new string[width];
        Array.Fill(cells, "");
        foreach (var (column, text) in _cells)
        {
            if (column >= width) throw Fault(CellAddress.Of(column, _row), $"\"{Short(text)}\"", "nothing to the right of the header");
            cells[column] = text;
        }

        _rows.Add(new WorkbookRow(_row, cells));
    }

    /// <summary>Reads a cell; the reader is after it then.</summary>
    private void ReadCell(XmlReader xml)
    {
        var address = xml.GetAttribute("r");
        var (column, row) = (_column + 1, _row);
        if (_row == 0 || (address is not null && (!CellAddress.TryParse(address, out column, out row) || row != _row || column <= _column)) || column >= CellAddress.MostColumns)
            throw Fault(null, $"a cell \"{Short(address ?? "")}\" in row {_row}", "cells in order, each in its row");
        _column = column;
        if (++_read > limits.Cells) throw Fault(CellAddress.Of(column, row), $"more than {limits.Cells:#,0} cells", "a smaller sheet, or the sheet as CSV");
        var (type, style) = (xml.GetAttribute("t") ?? "n", xml.GetAttribute("s"));
        var text = type == "inlineStr" ? RichText.Read(xml) : Meaning(type, style, ValueOf(xml));
        if (text.Length > 0) _cells[column] = text;
    }

    /// <summary>The value of the cell that the reader is at, without its formula; the reader is after it then.</summary>
    private static string ValueOf(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return "";
        }

        var (value, depth) = ("", xml.Depth);
        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "v" }) value = xml.ReadElementContentAsString();
            else xml.Skip();
        }

        xml.Read();
        return value;
    }

    private string Meaning(string type, string? style, string value)
    {
        if (value.Length == 0) return "";
        switch (type)
        {
            case "s":
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var text) && text < texts.Count
                    ? texts[text]
                    : throw Fault(Here, $"the shared text \"{Short(value)}\"", $"a number under {texts.Count}, of which there are texts");
            case "n":
                return Number(style, value);
            case "b":
                return value == "1" ? "TRUE" : "FALSE";
            case "str" or "e" or "d":
                return value;
            default:
                throw Fault(Here, $"a cell of the kind \"{Short(type)}\"", "a number, text, a day, true or false");
        }
    }

    private string Number(string? style, string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            throw Fault(Here, $"\"{Short(value)}\"", "a number");
        var isDay = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < dayStyles.Count && dayStyles[index];
        if (isDay) return DayFormat.Text(number, countsFrom1904) ?? throw Fault(Here, $"\"{Short(value)}\", shown as a day", "a day from 1900 to 9999");
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        return shortest.Contains('E', StringComparison.Ordinal) && Math.Abs(number) < 1e28 ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : shortest;
    }

    /// <summary>A cell that stands for several hides the others: none from the header down.</summary>
    private void CheckMerged(string range)
    {
        var ends = range.Split(':');
        if (_header is null || !CellAddress.TryParse(ends[^1], out _, out var last) || last < _headerRow) return;
        throw Fault(ends[0], $"merged cells {Short(range)}{(CellAddress.TryParse(ends[0], out _, out var first) && first <= _headerRow ? " in the header" : "")}", "a cell for each column and row");
    }

    private string Here => CellAddress.Of(_column, _row);

    private static string Short(string text) => text.Length <= 40 ? text : $"{text[..40]}…";

    private FrameworkException Fault(string? cell, string found, string expected) => new([new Problem(file, 0, null, found, expected) { Sheet = sheet, Cell = cell }]);
}
