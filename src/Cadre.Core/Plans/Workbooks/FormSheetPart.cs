using System.Globalization;
using System.Xml;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Core.Plans.Workbooks;

/// <summary>Writes a sheet of a form.</summary>
internal sealed class FormSheetPart(XmlWriter xml, FormSheet sheet, string footer)
{
    private const double LineHeight = 13.5;

    /// <summary>Excel keeps 255 characters of what it shows beside a cell, and 32 of its heading.</summary>
    private const int LongestHint = 255, LongestLabel = 32;

    /// <summary>What reaches over all columns ends where a screen does.</summary>
    private const double WidthOfAScreen = 120;

    private int Columns => sheet.Widths.Count;

    /// <summary>Columns that titles and notes reach over.</summary>
    private int Across => Math.Min(Columns, 1 + sheet.Widths.Select((_, i) => sheet.Widths.Take(i + 1).Sum()).TakeWhile(sum => sum < WidthOfAScreen).Count());

    /// <summary>Writes the part.</summary>
    /// <param name="isFirst">Whether it is the sheet that a reader sees first.</param>
    public void Write(bool isFirst)
    {
        xml.WriteStartElement("worksheet", BookXml.Main);
        xml.WriteStartElement("sheetPr");
        BookXml.Value(xml, "pageSetUpPr", "fitToPage", "1");
        xml.WriteEndElement();
        BookXml.Value(xml, "dimension", "ref", $"A1:{BookXml.Address(Columns, Math.Max(1, sheet.Rows.Count))}");
        WriteView(isFirst);
        BookXml.Value(xml, "sheetFormatPr", "defaultRowHeight", Text(LineHeight));
        xml.WriteStartElement("cols");
        foreach (var (i, width) in sheet.Widths.Index())
            Element("col", ("min", Text(i + 1)), ("max", Text(i + 1)), ("width", Text(width)), ("customWidth", "1"));
        xml.WriteEndElement();
        xml.WriteStartElement("sheetData");
        foreach (var (i, row) in sheet.Rows.Index())
            WriteRow(row, i + 1);
        xml.WriteEndElement();
        Element("sheetProtection", ("sheet", "1"), ("objects", "1"), ("scenarios", "1"), ("formatColumns", "0"), ("formatRows", "0"));
        WriteMerged();
        WriteWarning();
        WriteRules();
        WritePage();
        if (sheet.Notes.Count > 0)
        {
            xml.WriteStartElement("legacyDrawing");
            xml.WriteAttributeString("r", "id", BookXml.Relations, "rId1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteView(bool isFirst)
    {
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        xml.WriteAttributeString("showGridLines", "0");
        if (isFirst) xml.WriteAttributeString("tabSelected", "1");
        xml.WriteAttributeString("workbookViewId", "0");
        if (sheet.HeaderRow > 0)
        {
            xml.WriteStartElement("pane");
            if (sheet.FrozenColumns > 0) xml.WriteAttributeString("xSplit", Text(sheet.FrozenColumns));
            xml.WriteAttributeString("ySplit", Text(sheet.HeaderRow));
            xml.WriteAttributeString("topLeftCell", BookXml.Address(sheet.FrozenColumns + 1, sheet.HeaderRow + 1));
            xml.WriteAttributeString("activePane", sheet.FrozenColumns > 0 ? "bottomRight" : "bottomLeft");
            xml.WriteAttributeString("state", "frozen");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteRow(FormRow row, int number)
    {
        var lines = row.IsAcross
            ? row.Cells[0].Style == FormStyle.Title ? 2 : LinesOf(row.Cells[0].Text ?? "", sheet.Widths.Take(Across).Sum())
            : row.Cells.Select((cell, i) => LinesOf(cell.Text ?? "", sheet.Widths[i])).DefaultIfEmpty(1).Max();
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", Text(number));
        xml.WriteAttributeString("ht", Text((LineHeight * lines) + (number == sheet.HeaderRow ? 6 : 2)));
        // A row to type into grows with what is typed.
        if (!row.Cells.Any(cell => FormStyles.IsInput(cell.Style))) xml.WriteAttributeString("customHeight", "1");
        foreach (var (i, cell) in row.Cells.Index())
            WriteCell(cell, i + 1, number);
        xml.WriteEndElement();
    }

    private void WriteCell(FormCell cell, int column, int row)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", BookXml.Address(column, row));
        xml.WriteAttributeString("s", Text(FormStyles.NumberOf(cell.Style)));
        if (cell.Text is { } text)
        {
            // Within the cell itself and as text, so that nothing of it is ever worked out.
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is");
            xml.WriteStartElement("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(BookText.Clean(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        if (cell.Formula is { } formula) xml.WriteElementString("f", formula);
        if (cell.Number is { } number) xml.WriteElementString("v", number.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private void WriteMerged()
    {
        int[] across = [.. sheet.Rows.Index().Where(row => row.Item.IsAcross && Across > 1).Select(row => row.Index + 1)];
        if (across.Length == 0) return;
        xml.WriteStartElement("mergeCells");
        xml.WriteAttributeString("count", Text(across.Length));
        foreach (var row in across)
            BookXml.Value(xml, "mergeCell", "ref", $"A{Text(row)}:{BookXml.Address(Across, row)}");
        xml.WriteEndElement();
    }

    private void WriteWarning()
    {
        if (sheet.Warning is not { } warning) return;
        xml.WriteStartElement("conditionalFormatting");
        xml.WriteAttributeString("sqref", warning.Range);
        xml.WriteStartElement("cfRule");
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[("type", "expression"), ("dxfId", "0"), ("priority", "1")])
            xml.WriteAttributeString(name, value);
        xml.WriteElementString("formula", warning.Formula);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteRules()
    {
        if (sheet.Rules.Count == 0) return;
        xml.WriteStartElement("dataValidations");
        xml.WriteAttributeString("count", Text(sheet.Rules.Count));
        foreach (var rule in sheet.Rules)
        {
            xml.WriteStartElement("dataValidation");
            foreach (var (name, value) in (ReadOnlySpan<(string, string)>)
            [
                ("type", rule.Kind), ("allowBlank", "1"), ("showInputMessage", "1"), ("showErrorMessage", "1"), ("errorTitle", Short(rule.Label, LongestLabel)),
                ("error", Short($"Expected {rule.Expected}.", LongestHint)), ("promptTitle", Short(rule.Label, LongestLabel)), ("prompt", Short(rule.Hint, LongestHint)), ("sqref", rule.Range),
            ])
                xml.WriteAttributeString(name, value);
            xml.WriteElementString("formula1", rule.First);
            if (rule.Last.Length > 0) xml.WriteElementString("formula2", rule.Last);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Landscape A4, one page wide, the header on each page.</summary>
    private void WritePage()
    {
        Element("pageMargins", ("left", "0.4"), ("right", "0.4"), ("top", "0.5"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3"));
        Element("pageSetup", ("paperSize", "9"), ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", "0"));
        xml.WriteStartElement("headerFooter");
        xml.WriteElementString("oddFooter", $"&L&8{BookText.InFooter(sheet.Name)}, page &P of &N&R&8{Short(BookText.InFooter(footer), 150)}");
        xml.WriteEndElement();
    }

    private void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
            xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }

    /// <summary>Lines that a text takes in a column, broken between words.</summary>
    private static int LinesOf(string text, double width)
    {
        var lines = 0;
        foreach (var paragraph in text.Split('\n'))
        {
            lines++;
            var used = 0;
            foreach (var word in paragraph.Split(' '))
            {
                if (used > 0 && used + 1 + word.Length > width) (lines, used) = (lines + 1, 0);
                used += word.Length + (used > 0 ? 1 : 0);
            }
        }

        // Excel's rows are at most 409 points high.
        return Math.Min(lines, 30);
    }

    private static string Short(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
