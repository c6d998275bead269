using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Reading.Workbooks;

namespace Cadre.Core.Plans.Workbooks;

/// <summary>Reads the cells of one sheet, and which of them are formulas.</summary>
internal sealed partial class FormSheetReader(string file, string sheet, IReadOnlyList<string> texts, IReadOnlyList<bool> dayStyles, bool countsFrom1904, int mostCells)
{
    /// <summary>Decimals that are kept: what arithmetic leaves behind them is no more than how a computer holds a number.</summary>
    public const int Decimals = 9;

    private readonly Dictionary<(int Column, int Row), FormValue> _cells = [];
    private readonly List<(int Column, int Row, int LastColumn, int LastRow)> _arrays = [];

    /// <summary>Reads the part of the sheet.</summary>
    /// <exception cref="FrameworkException">A cell cannot be read.</exception>
    public IReadOnlyDictionary<(int Column, int Row), FormValue> Read(XmlReader xml)
    {
        var (row, column) = (0, 0);
        xml.Read();
        while (!xml.EOF)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                (row, column) = (xml.GetAttribute("r") is { } text ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0 : row + 1, 0);
                if (row is < 1 or > CellAddress.MostRows) throw Fault("a row without a number", "numbered rows");
                xml.Read();
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                (column, row) = ReadCell(xml, column + 1, row);
            }
            else
            {
                xml.Read();
            }
        }

        // A formula over several cells stands in the first alone.
        foreach (var (at, value) in _cells.Where(cell => _arrays.Exists(array => cell.Key.Column >= array.Column && cell.Key.Column <= array.LastColumn && cell.Key.Row >= array.Row && cell.Key.Row <= array.LastRow)).ToList())
            _cells[at] = value with { IsFormula = true };
        return _cells;
    }

    private (int Column, int Row) ReadCell(XmlReader xml, int column, int row)
    {
        if (xml.GetAttribute("r") is { } address)
        {
            if (!CellAddress.TryParse(address, out var at, out row)) throw Fault($"a cell \"{Short(address)}\"", "addresses such as C12");
            column = at + 1;
        }

        var (type, style) = (xml.GetAttribute("t") ?? "n", xml.GetAttribute("s"));
        var (value, isFormula) = ReadContent(xml);
        if (value.Length == 0 && !isFormula) return (column, row);
        if (_cells.Count >= mostCells) throw Fault($"more than {mostCells:#,0} cells with something in them", "a workbook as it was made, filled in");
        var (text, isDay) = type switch
        {
            "s" => (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < texts.Count ? Plain(texts[index]) : throw Fault("a text that is not there", "a workbook as a spreadsheet program saves it"), false),
            "n" => Number(value, style),
            "b" => (value == "1" ? "TRUE" : "FALSE", false),
            _ => (Plain(value), false),
        };
        if (!_cells.TryAdd((column, row), new FormValue(text, isDay, isFormula))) throw Fault($"the cell {CellAddress.Of(column - 1, row)} twice", "each cell once");
        return (column, row);
    }

    /// <summary>Value and formula of the cell that the reader is at; the reader is after it then.</summary>
    private (string Value, bool IsFormula) ReadContent(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return ("", false);
        }

        var (value, isFormula, depth) = ("", false, xml.Depth);
        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "v" }) value = xml.ReadElementContentAsString();
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "is" }) value = RichText.Read(xml);
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "f" })
            {
                isFormula = true;
                if (xml.GetAttribute("t") is "array" or "dataTable" && xml.GetAttribute("ref") is { } range) AddArray(range.Split(':'));
                xml.Skip();
            }
            else xml.Skip();
        }

        xml.Read();
        return (value, isFormula);
    }

    private void AddArray(string[] ends)
    {
        if (CellAddress.TryParse(ends[0], out var column, out var row) && CellAddress.TryParse(ends[^1], out var lastColumn, out var lastRow)) _arrays.Add((column + 1, row, lastColumn + 1, lastRow));
    }

    private (string Text, bool IsDay) Number(string value, string? style)
    {
        if (value.Length == 0) return ("", false);
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) throw Fault($"the number \"{Short(value)}\"", "a number");
        var isDay = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < dayStyles.Count && dayStyles[index];
        if (isDay && DayFormat.Text(number, countsFrom1904) is { } day) return (day, true);
        return Math.Abs(number) < 1e18
            ? (Math.Round((decimal)number, Decimals, MidpointRounding.ToEven).ToString("0.#########", CultureInfo.InvariantCulture), false)
            : (number.ToString("R", CultureInfo.InvariantCulture), false);
    }

    /// <summary>Text without the escapes that workbooks write for what XML cannot hold, and with one kind of line end.</summary>
    private static string Plain(string text) => Escape().Replace(text, escape => ((char)int.Parse(escape.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()).ReplaceLineEndings("\n");

    private static string Short(string text) => text.Length <= 40 ? text : $"{text[..40]}...";

    private FrameworkException Fault(string found, string expected) => new([new Problem(file, 0, null, $"{found} in the sheet {sheet}", expected)]);

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
