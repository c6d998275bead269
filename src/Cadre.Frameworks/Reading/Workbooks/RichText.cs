using System.Text;
using System.Xml;

namespace Cadre.Frameworks.Reading.Workbooks;

/// <summary>Text of a cell, whole or in runs of different fonts.</summary>
internal static class RichText
{
    /// <summary>Adds up the texts within the element that the reader is at, without how they are pronounced; the reader is after it then.</summary>
    public static string Read(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return "";
        }

        var (text, depth) = (new StringBuilder(), xml.Depth);
        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" }) xml.Skip();
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" }) text.Append(xml.ReadElementContentAsString());
            else xml.Read();
        }

        xml.Read();
        return text.ToString();
    }
}
