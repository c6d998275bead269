using System.Globalization;
using System.Xml;

namespace Cadre.Frameworks.Writing.Workbooks;

/// <summary>Writes one sheet of a workbook, row by row.</summary>
internal sealed class SheetPart(XmlWriter xml, BookSheet sheet, BookStyles styles, string footer)
{
    private const double LineHeight = 13.5;
    private const double TitleHeight = 24;

    /// <summary>Characters of running text that a column has room for, over the digits that its width counts.</summary>
    private const double TextOverDigits = 1.15;

    /// <summary>Excel keeps a footer of 255 characters.</summary>
    private const int LongestFooter = 200;

    private readonly int[] _widths = [.. sheet.Columns.Select((column, i) => column.WidthFor(sheet.Rows.Select(row => row.Cells[i])))];

    /// <summary>Writes the part.</summary>
    /// <param name="isFirst">Whether it is the sheet that a reader sees first.</param>
    public void Write(bool isFirst)
    {
        xml.WriteStartElement("worksheet", BookXml.Main);
        xml.WriteStartElement("sheetPr");
        BookXml.Value(xml, "pageSetUpPr", "fitToPage", "1");
        xml.WriteEndElement();
        BookXml.Value(xml, "dimension", "ref", $"A1:{BookXml.Address(sheet.Columns.Count, Math.Max(1, sheet.LastRow))}");
        WriteView(isFirst);
        BookXml.Value(xml, "sheetFormatPr", "defaultRowHeight", Text(LineHeight));
        WriteWidths();
        xml.WriteStartElement("sheetData");
        WriteLead();
        if (sheet.HasHeader) WriteHeader();
        foreach (var (i, row) in sheet.Rows.Index())
            WriteRow(row, sheet.FirstRow + i);
        xml.WriteEndElement();
        if (sheet.HasHeader && sheet.Rows.Count > 0) BookXml.Value(xml, "autoFilter", "ref", $"A{sheet.HeaderRow}:{BookXml.Address(sheet.Columns.Count, sheet.LastRow)}");
        WriteMerged();
        WritePage();
        xml.WriteEndElement();
    }

    private void WriteView(bool isFirst)
    {
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        xml.WriteAttributeString("showGridLines", "0");
        if (isFirst) xml.WriteAttributeString("tabSelected", "1");
        xml.WriteAttributeString("workbookViewId", "0");
        if (sheet.HasHeader)
        {
            xml.WriteStartElement("pane");
            if (sheet.FrozenColumns > 0) xml.WriteAttributeString("xSplit", BookXml.Text(sheet.FrozenColumns));
            xml.WriteAttributeString("ySplit", BookXml.Text(sheet.HeaderRow));
            xml.WriteAttributeString("topLeftCell", BookXml.Address(sheet.FrozenColumns + 1, sheet.FirstRow));
            xml.WriteAttributeString("activePane", sheet.FrozenColumns > 0 ? "bottomRight" : "bottomLeft");
            xml.WriteAttributeString("state", "frozen");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteWidths()
    {
        xml.WriteStartElement("cols");
        foreach (var (i, width) in _widths.Index())
        {
            xml.WriteStartElement("col");
            xml.WriteAttributeString("min", BookXml.Text(i + 1));
            xml.WriteAttributeString("max", BookXml.Text(i + 1));
            xml.WriteAttributeString("width", BookXml.Text(width));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Title and notes, each over all columns.</summary>
    private void WriteLead()
    {
        WriteLine(1, sheet.Title, new BookStyle(BookFormat.Text, BookFont.Title), TitleHeight);
        foreach (var (i, note) in sheet.Notes.Index())
            WriteLine(i + 2, note, new BookStyle(BookFormat.Text, BookFont.Note, IsWrapped: true), (LineHeight * LinesOf(note)) + 2);
    }

    /// <summary>Lines that a paragraph takes over the width of the sheet.</summary>
    private int LinesOf(string note) => LinesOf(note, Math.Max(20, (int)(_widths.Sum() * TextOverDigits)));

    private void WriteLine(int number, string text, BookStyle style, double height)
    {
        StartRow(number, height);
        WriteText(1, number, text, style);
        xml.WriteEndElement();
    }

    private void WriteHeader()
    {
        var style = new BookStyle(BookFormat.Text, BookFont.Header, IsWrapped: true, IsHeader: true);
        var lines = sheet.Columns.Select((column, i) => LinesOf(column.Title, _widths[i] - 1)).Max();
        StartRow(sheet.HeaderRow, (LineHeight * lines) + 6);
        foreach (var (i, column) in sheet.Columns.Index())
            WriteText(i + 1, sheet.HeaderRow, column.Title, style with { IsRight = column.IsNumber, Indent = !column.IsNumber && i > 0 && sheet.Columns[i - 1].IsNumber ? 1 : 0 });
        xml.WriteEndElement();
    }

    /// <summary>Lines of a text that is broken between words, and within those that are longer than a line.</summary>
    private static int LinesOf(string text, int width)
    {
        var (lines, used) = (1, 0);
        foreach (var word in text.Split(' ', '\n'))
        {
            if (used > 0 && used + 1 + word.Length > width) (lines, used) = (lines + 1, 0);
            used += word.Length + (used > 0 ? 1 : 0);
            for (; used > width; used -= width)
                lines++;
        }

        return lines;
    }

    private void WriteRow(BookRow row, int number)
    {
        // A row without a height has one line in some programs, however many its cells take.
        var lines = row.Cells.Select((cell, i) => cell.Text is { } text ? LinesOf(text, Math.Max(5, (int)(_widths[i] * TextOverDigits) - (2 * cell.Indent))) : 1).DefaultIfEmpty(1).Max();
        StartRow(number, lines > 1 ? (LineHeight * lines) + 1 : null);
        for (var i = 0; i < row.Cells.Count; i++)
            WriteCell(i + 1, number, row.Cells[i], row.IsBold);
        xml.WriteEndElement();
    }

    private void WriteCell(int column, int row, BookCell cell, bool isBold)
    {
        var style = new BookStyle(cell.Format, isBold ? BookFont.Bold : cell.IsFaint ? BookFont.Faint : BookFont.Plain, cell.Indent, IsLeft: cell.IsLeft && cell.Number is not null);
        if (cell.Text is { } text)
        {
            WriteText(column, row, text, style with { IsWrapped = cell.Length >= _widths[column - 1] || text.Contains('\n', StringComparison.Ordinal) });
            return;
        }

        StartCell(column, row, style);
        if (cell.Number is { } number)
        {
            var isNumber = double.IsFinite(number);
            xml.WriteAttributeString("t", isNumber ? "n" : "e");
            xml.WriteElementString("v", isNumber ? number.ToString("R", CultureInfo.InvariantCulture) : "#NUM!");
        }

        xml.WriteEndElement();
    }

    /// <summary>Text within the cell itself, so that nothing of it is ever worked out.</summary>
    private void WriteText(int column, int row, string text, BookStyle style)
    {
        StartCell(column, row, style with { IsQuoted = BookText.LooksLikeFormula(text) });
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is");
        xml.WriteStartElement("t");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(BookText.Clean(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void StartRow(int number, double? height)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", BookXml.Text(number));
        if (height is not { } points) return;
        xml.WriteAttributeString("ht", Text(points));
        xml.WriteAttributeString("customHeight", "1");
    }

    private void StartCell(int column, int row, BookStyle style)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", BookXml.Address(column, row));
        xml.WriteAttributeString("s", BookXml.Text(styles[style]));
    }

    private void WriteMerged()
    {
        if (sheet.Columns.Count < 2) return;
        xml.WriteStartElement("mergeCells");
        xml.WriteAttributeString("count", BookXml.Text(sheet.Notes.Count + 1));
        for (var row = 1; row < sheet.HeaderRow; row++)
            BookXml.Value(xml, "mergeCell", "ref", $"A{row}:{BookXml.Address(sheet.Columns.Count, row)}");
        xml.WriteEndElement();
    }

    /// <summary>Landscape A4, one page wide, one page in all without a header, with page number and digest at the foot.</summary>
    private void WritePage()
    {
        BookXml.Value(xml, "printOptions", "horizontalCentered", "0");
        xml.WriteStartElement("pageMargins");
        foreach (var (side, inches) in (ReadOnlySpan<(string, string)>)[("left", "0.4"), ("right", "0.4"), ("top", "0.5"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3")])
            xml.WriteAttributeString(side, inches);
        xml.WriteEndElement();
        xml.WriteStartElement("pageSetup");
        xml.WriteAttributeString("paperSize", "9");
        xml.WriteAttributeString("orientation", "landscape");
        xml.WriteAttributeString("fitToWidth", "1");
        xml.WriteAttributeString("fitToHeight", sheet.HasHeader ? "0" : "1");
        xml.WriteEndElement();
        var text = BookText.InFooter(footer);
        xml.WriteStartElement("headerFooter");
        xml.WriteElementString("oddFooter", $"&L&8{BookText.InFooter(sheet.Name)}&C&8Page &P of &N&R&8{(text.Length > LongestFooter ? text[..LongestFooter] : text)}");
        xml.WriteEndElement();
    }

    private static string Text(double points) => points.ToString("0.##", CultureInfo.InvariantCulture);
}
