using System.Xml;

namespace Cadre.Frameworks.Writing.Workbooks;

/// <summary>What a cell looks like.</summary>
internal readonly record struct BookStyle(BookFormat Format, BookFont Font, int Indent = 0, bool IsWrapped = false, bool IsQuoted = false, bool IsHeader = false, bool IsLeft = false, bool IsRight = false);

/// <summary>The fonts of a workbook, in the order of its list of fonts.</summary>
internal enum BookFont
{
    Plain,
    Bold,
    Faint,
    Note,
    Title,
    Header,
}

/// <summary>The styles that a workbook uses: numbered as they come up, written once in the end.</summary>
internal sealed class BookStyles
{
    /// <summary>Numbers under this belong to the formats that every spreadsheet knows.</summary>
    private const int FirstOwnFormat = 164;

    private static readonly string[] Formats =
        ["@", "#,##0", "#,##0.0##", "0.0%", "\"£\"#,##0;-\"£\"#,##0", "\"£\"#,##0.0,,\"m\";-\"£\"#,##0.0,,\"m\"", "d mmm yyyy", "mmm yyyy"];

    private readonly Dictionary<BookStyle, int> _numbers = [];

    /// <summary>The number of a style.</summary>
    public int this[BookStyle style]
    {
        get
        {
            if (!_numbers.TryGetValue(style, out var number)) _numbers.Add(style, number = _numbers.Count + 1);
            return number;
        }
    }

    /// <summary>Writes the part.</summary>
    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", BookXml.Main);
        WriteList(xml, "numFmts", Formats.Index(), format =>
        {
            xml.WriteStartElement("numFmt");
            xml.WriteAttributeString("numFmtId", BookXml.Text(FirstOwnFormat + format.Index));
            xml.WriteAttributeString("formatCode", format.Item);
            xml.WriteEndElement();
        });
        WriteList(xml, "fonts", Enum.GetValues<BookFont>(), font => WriteFont(xml, font));
        // The first two fills are what every spreadsheet expects there; the third is the header's.
        WriteList(xml, "fills", ["none", "gray125", "solid"], pattern => WriteFill(xml, pattern));
        WriteList(xml, "borders", [false, true], isHeader => WriteBorder(xml, isHeader));
        WriteList(xml, "cellStyleXfs", [default(BookStyle)], _ => WriteFormat(xml, default, isNamed: true));
        // Number 0 is that of cells that nothing was written to.
        WriteList(xml, "cellXfs", _numbers.OrderBy(style => style.Value).Select(style => style.Key).Prepend(new BookStyle(BookFormat.Text, BookFont.Note)), style => WriteFormat(xml, style, isNamed: false));
        WriteList(xml, "cellStyles", ["Normal"], name =>
        {
            xml.WriteStartElement("cellStyle");
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("xfId", "0");
            xml.WriteAttributeString("builtinId", "0");
            xml.WriteEndElement();
        });
        xml.WriteEndElement();
    }

    private static void WriteList<T>(XmlWriter xml, string name, IEnumerable<T> items, Action<T> write)
    {
        T[] all = [.. items];
        xml.WriteStartElement(name);
        xml.WriteAttributeString("count", BookXml.Text(all.Length));
        foreach (var item in all)
            write(item);
        xml.WriteEndElement();
    }

    private static void WriteFont(XmlWriter xml, BookFont font)
    {
        var (size, colour) = font switch
        {
            BookFont.Plain or BookFont.Bold => ("10", "FF212B32"),
            BookFont.Faint or BookFont.Note => ("10", "FF4C6272"),
            BookFont.Title => ("14", "FF005EB8"),
            BookFont.Header => ("10", "FFFFFFFF"),
        };
        xml.WriteStartElement("font");
        if (font is BookFont.Bold or BookFont.Title or BookFont.Header) xml.WriteElementString("b", "");
        BookXml.Value(xml, "sz", "val", size);
        BookXml.Value(xml, "color", "rgb", colour);
        BookXml.Value(xml, "name", "val", "Arial");
        BookXml.Value(xml, "family", "val", "2");
        xml.WriteEndElement();
    }

    private static void WriteFill(XmlWriter xml, string pattern)
    {
        xml.WriteStartElement("fill");
        xml.WriteStartElement("patternFill");
        xml.WriteAttributeString("patternType", pattern);
        if (pattern == "solid")
        {
            BookXml.Value(xml, "fgColor", "rgb", "FF005EB8");
            BookXml.Value(xml, "bgColor", "indexed", "64");
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteBorder(XmlWriter xml, bool isLined)
    {
        xml.WriteStartElement("border");
        foreach (var side in (string[])["left", "right", "top", "bottom", "diagonal"])
        {
            xml.WriteStartElement(side);
            if (isLined && side == "bottom")
            {
                xml.WriteAttributeString("style", "hair");
                BookXml.Value(xml, "color", "rgb", "FFD8DDE0");
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteFormat(XmlWriter xml, BookStyle style, bool isNamed)
    {
        xml.WriteStartElement("xf");
        xml.WriteAttributeString("numFmtId", style.Format == BookFormat.Text ? "0" : BookXml.Text(FirstOwnFormat + (int)style.Format));
        xml.WriteAttributeString("fontId", BookXml.Text((int)style.Font));
        xml.WriteAttributeString("fillId", style.IsHeader ? "2" : "0");
        xml.WriteAttributeString("borderId", isNamed || style.Font is BookFont.Title or BookFont.Note ? "0" : "1");
        if (!isNamed) xml.WriteAttributeString("xfId", "0");
        if (style.IsQuoted) xml.WriteAttributeString("quotePrefix", "1");
        if (!isNamed)
        {
            foreach (var applied in (string[])["applyNumberFormat", "applyFont", "applyFill", "applyBorder", "applyAlignment"])
                xml.WriteAttributeString(applied, "1");
            xml.WriteStartElement("alignment");
            if (style.Indent > 0 || style.IsLeft || style.IsRight) xml.WriteAttributeString("horizontal", style.IsRight ? "right" : "left");

            xml.WriteAttributeString("vertical", style.IsHeader ? "center" : "top");
            if (style.IsWrapped) xml.WriteAttributeString("wrapText", "1");
            if (style.Indent > 0) xml.WriteAttributeString("indent", BookXml.Text(style.Indent));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
