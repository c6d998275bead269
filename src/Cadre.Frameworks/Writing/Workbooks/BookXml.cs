using System.Globalization;
using System.Xml;

namespace Cadre.Frameworks.Writing.Workbooks;

/// <summary>Names and small pieces of the parts of a workbook (ECMA-376).</summary>
internal static class BookXml
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    public const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    public const string CoreProperties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

    /// <summary>A whole number as files write it.</summary>
    public static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The letters of a column, from 1: A, Z, AA.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        return letters;
    }

    /// <summary>The address of a cell: B4.</summary>
    public static string Address(int column, int row) => Letters(column) + Text(row);

    /// <summary>Writes an element with one attribute.</summary>
    public static void Value(XmlWriter xml, string element, string attribute, string value)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }
}
