using System.Globalization;
using System.Xml;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Core.Plans.Workbooks;

/// <summary>The styles of a form, one for each <see cref="FormStyle"/>, in its order.</summary>
internal static class FormStyles
{
    private const int General = 0;
    private const int AsText = 49;
    private const int TwoDecimals = 4;
    private const int Whole = 3;
    private const int Day = 164;

    /// <summary>The number of a style.</summary>
    public static int NumberOf(FormStyle style) => (int)style;

    /// <summary>Writes the part.</summary>
    public static void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", BookXml.Main);
        List(xml, "numFmts", [Day], number => Element(xml, "numFmt", ("numFmtId", Text(number)), ("formatCode", "d mmm yyyy")));
        List(xml, "fonts", [("10", "FF212B32", false), ("10", "FF212B32", true), ("10", "FF4C6272", false), ("14", "FF005EB8", true), ("10", "FFFFFFFF", true)], font => WriteFont(xml, font));
        List(xml, "fills", ["none", "gray125", "FF005EB8", "FFFFF9C4"], fill => WriteFill(xml, fill));
        List(xml, "borders", ["", "hair", "thin"], border => WriteBorder(xml, border));
        List(xml, "cellStyleXfs", [0], _ => Element(xml, "xf", ("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0")));
        List(xml, "cellXfs", Enum.GetValues<FormStyle>(), style => WriteFormat(xml, style));
        List(xml, "cellStyles", [0], _ => Element(xml, "cellStyle", ("name", "Normal"), ("xfId", "0"), ("builtinId", "0")));
        List(xml, "dxfs", [0], _ => WriteWarning(xml));
        xml.WriteEndElement();
    }

    private static void WriteFormat(XmlWriter xml, FormStyle style)
    {
        var isInput = IsInput(style);
        var format = style switch
        {
            FormStyle.Posts or FormStyle.Sum or FormStyle.PostsInput => TwoDecimals,
            FormStyle.Count => Whole,
            FormStyle.TextInput => AsText,
            FormStyle.DayInput => Day,
            _ => General,
        };
        var font = style switch { FormStyle.Label or FormStyle.Sum => 1, FormStyle.Note or FormStyle.Posts => 2, FormStyle.Title => 3, FormStyle.Header or FormStyle.NumberHeader => 4, _ => 0 };
        var fill = style is FormStyle.Header or FormStyle.NumberHeader ? 2 : isInput ? 3 : 0;
        var border = isInput ? 2 : style is FormStyle.Title or FormStyle.Note ? 0 : 1;
        xml.WriteStartElement("xf");
        foreach (var (name, value) in (ReadOnlySpan<(string, int)>)[("numFmtId", format), ("fontId", font), ("fillId", fill), ("borderId", border), ("xfId", 0)])
            xml.WriteAttributeString(name, Text(value));
        foreach (var applied in (string[])["applyNumberFormat", "applyFont", "applyFill", "applyBorder", "applyAlignment", "applyProtection"])
            xml.WriteAttributeString(applied, "1");
        var side = style is FormStyle.NumberHeader ? "right" : style is FormStyle.NumberInput or FormStyle.DayInput or FormStyle.Posts or FormStyle.Sum or FormStyle.Count or FormStyle.PostsInput ? "right" : "left";
        Element(xml, "alignment", ("horizontal", side), ("vertical", style is FormStyle.Header or FormStyle.NumberHeader ? "center" : "top"), ("wrapText", style is FormStyle.Title ? "0" : "1"), ("indent", style is FormStyle.Text or FormStyle.Label or FormStyle.Header or FormStyle.TextInput ? "1" : "0"));
        Element(xml, "protection", ("locked", isInput ? "0" : "1"));
        xml.WriteEndElement();
    }

    /// <summary>Whether cells of a style may be typed into.</summary>
    public static bool IsInput(FormStyle style) => style is FormStyle.PostsInput or FormStyle.TextInput or FormStyle.NumberInput or FormStyle.DayInput;

    private static void WriteFont(XmlWriter xml, (string Size, string Colour, bool IsBold) font)
    {
        xml.WriteStartElement("font");
        if (font.IsBold) xml.WriteElementString("b", "");
        BookXml.Value(xml, "sz", "val", font.Size);
        BookXml.Value(xml, "color", "rgb", font.Colour);
        BookXml.Value(xml, "name", "val", "Arial");
        BookXml.Value(xml, "family", "val", "2");
        xml.WriteEndElement();
    }

    private static void WriteFill(XmlWriter xml, string fill)
    {
        xml.WriteStartElement("fill");
        xml.WriteStartElement("patternFill");
        xml.WriteAttributeString("patternType", fill.StartsWith("FF", StringComparison.Ordinal) ? "solid" : fill);
        if (fill.StartsWith("FF", StringComparison.Ordinal))
        {
            BookXml.Value(xml, "fgColor", "rgb", fill);
            BookXml.Value(xml, "bgColor", "indexed", "64");
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteBorder(XmlWriter xml, string border)
    {
        xml.WriteStartElement("border");
        foreach (var side in (string[])["left", "right", "top", "bottom", "diagonal"])
        {
            xml.WriteStartElement(side);
            if (side != "diagonal" && (border == "thin" || (border == "hair" && side == "bottom")))
            {
                xml.WriteAttributeString("style", border);
                BookXml.Value(xml, "color", "rgb", "FFAEB7BD");
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteWarning(XmlWriter xml)
    {
        xml.WriteStartElement("dxf");
        xml.WriteStartElement("fill");
        xml.WriteStartElement("patternFill");
        BookXml.Value(xml, "bgColor", "rgb", "FFF4A79D");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void List<T>(XmlWriter xml, string name, T[] items, Action<T> write)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("count", Text(items.Length));
        foreach (var item in items)
            write(item);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
            xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
