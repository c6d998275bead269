using System.IO.Compression;
using System.Xml;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Core.Plans.Workbooks;

/// <summary>Writes a form as an .xlsx workbook, part by part (docs/decisions/0010): no macros, no links. The same sheets give the same bytes.</summary>
internal static class FormBookWriter
{
    private const string Vml = "urn:schemas-microsoft-com:vml";
    private const string VmlOffice = "urn:schemas-microsoft-com:office:office";
    private const string VmlExcel = "urn:schemas-microsoft-com:office:excel";

    /// <summary>The workbook.</summary>
    /// <param name="sheets">Its sheets.</param>
    /// <param name="names">Names of ranges: <c>Lists!$A$1:$A$5</c>.</param>
    /// <param name="properties">What it says of itself.</param>
    public static byte[] Write(IReadOnlyList<FormSheet> sheets, IReadOnlyList<(string Name, string Range)> names, BookProperties properties)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string name, Action<XmlWriter> write) => WorkbookOutput.Part(zip, name, write);
            Part("[Content_Types].xml", xml => WriteContentTypes(xml, sheets));
            Part("_rels/.rels", WorkbookOutput.WritePackageRelations);
            Part("docProps/core.xml", xml => WorkbookOutput.WriteCore(xml, properties));
            Part("docProps/app.xml", xml => WorkbookOutput.WriteApp(xml, properties));
            Part("xl/workbook.xml", xml => WriteWorkbook(xml, sheets, names));
            Part("xl/_rels/workbook.xml.rels", xml => WorkbookOutput.WriteRelations(
                xml, [.. sheets.Select((_, i) => ($"{BookXml.Relations}/worksheet", $"worksheets/sheet{i + 1}.xml")), ($"{BookXml.Relations}/styles", "styles.xml")]));
            foreach (var (i, sheet) in sheets.Index())
            {
                Part($"xl/worksheets/sheet{i + 1}.xml", xml => new FormSheetPart(xml, sheet, properties.Footer).Write(isFirst: i == 0));
                if (sheet.Notes.Count == 0) continue;
                Part($"xl/worksheets/_rels/sheet{i + 1}.xml.rels", xml => WorkbookOutput.WriteRelations(
                    xml, [($"{BookXml.Relations}/vmlDrawing", $"../drawings/vmlDrawing{i + 1}.vml"), ($"{BookXml.Relations}/comments", $"../comments{i + 1}.xml")]));
                Part($"xl/comments{i + 1}.xml", xml => WriteNotes(xml, sheet));
                Part($"xl/drawings/vmlDrawing{i + 1}.vml", xml => WriteNoteShapes(xml, sheet));
            }

            Part("xl/styles.xml", FormStyles.Write);
        }

        return bytes.ToArray();
    }

    private static void WriteContentTypes(XmlWriter xml, IReadOnlyList<FormSheet> sheets)
    {
        xml.WriteStartElement("Types", BookXml.ContentTypes);
        void Add(string element, string key, string value, string type)
        {
            xml.WriteStartElement(element);
            xml.WriteAttributeString(key, value);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }

        Add("Default", "Extension", "rels", $"{WorkbookOutput.Package}relationships+xml");
        Add("Default", "Extension", "xml", "application/xml");
        Add("Default", "Extension", "vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
        Add("Override", "PartName", "/xl/workbook.xml", $"{WorkbookOutput.Office}sheet.main+xml");
        foreach (var (i, sheet) in sheets.Index())
        {
            Add("Override", "PartName", $"/xl/worksheets/sheet{i + 1}.xml", $"{WorkbookOutput.Office}worksheet+xml");
            if (sheet.Notes.Count > 0) Add("Override", "PartName", $"/xl/comments{i + 1}.xml", $"{WorkbookOutput.Office}comments+xml");
        }

        Add("Override", "PartName", "/xl/styles.xml", $"{WorkbookOutput.Office}styles+xml");
        Add("Override", "PartName", "/docProps/core.xml", $"{WorkbookOutput.Package}core-properties+xml");
        Add("Override", "PartName", "/docProps/app.xml", WorkbookOutput.ExtendedProperties);
        xml.WriteEndElement();
    }

    private static void WriteWorkbook(XmlWriter xml, IReadOnlyList<FormSheet> sheets, IReadOnlyList<(string Name, string Range)> names)
    {
        xml.WriteStartElement("workbook", BookXml.Main);
        BookXml.Value(xml, "workbookProtection", "lockStructure", "1");
        xml.WriteStartElement("bookViews");
        BookXml.Value(xml, "workbookView", "activeTab", "0");
        xml.WriteEndElement();
        xml.WriteStartElement("sheets");
        foreach (var (i, sheet) in sheets.Index())
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", sheet.Name);
            xml.WriteAttributeString("sheetId", BookXml.Text(i + 1));
            if (sheet.Hidden.Length > 0) xml.WriteAttributeString("state", sheet.Hidden);
            xml.WriteAttributeString("r", "id", BookXml.Relations, $"rId{i + 1}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("definedNames");
        foreach (var (i, sheet) in sheets.Index().Where(sheet => sheet.Item.HeaderRow > 0))
            Name("_xlnm.Print_Titles", $"'{sheet.Name}'!${sheet.HeaderRow}:${sheet.HeaderRow}", i);
        foreach (var (name, range) in names)
            Name(name, range, null);
        xml.WriteEndElement();
        BookXml.Value(xml, "calcPr", "fullCalcOnLoad", "1");
        xml.WriteEndElement();

        void Name(string name, string range, int? sheet)
        {
            xml.WriteStartElement("definedName");
            xml.WriteAttributeString("name", name);
            if (sheet is { } of) xml.WriteAttributeString("localSheetId", BookXml.Text(of));
            xml.WriteString(range);
            xml.WriteEndElement();
        }
    }

    private static void WriteNotes(XmlWriter xml, FormSheet sheet)
    {
        xml.WriteStartElement("comments", BookXml.Main);
        xml.WriteStartElement("authors");
        xml.WriteElementString("author", "Cadre");
        xml.WriteEndElement();
        xml.WriteStartElement("commentList");
        foreach (var (column, row, text) in sheet.Notes)
        {
            xml.WriteStartElement("comment");
            xml.WriteAttributeString("ref", BookXml.Address(column, row));
            xml.WriteAttributeString("authorId", "0");
            xml.WriteStartElement("text");
            xml.WriteElementString("t", BookText.Clean(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>The boxes of notes, which spreadsheets still keep in VML.</summary>
    private static void WriteNoteShapes(XmlWriter xml, FormSheet sheet)
    {
        xml.WriteStartElement("xml");
        xml.WriteAttributeString("xmlns", "v", null, Vml);
        xml.WriteAttributeString("xmlns", "o", null, VmlOffice);
        xml.WriteAttributeString("xmlns", "x", null, VmlExcel);
        xml.WriteStartElement("v", "shapetype", Vml);
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[("id", "note"), ("coordsize", "21600,21600"), ("path", "m,l,21600r21600,l21600,xe")])
            xml.WriteAttributeString(name, value);
        xml.WriteAttributeString("o", "spt", VmlOffice, "202");
        xml.WriteEndElement();
        foreach (var (i, (column, row, _)) in sheet.Notes.Index())
        {
            xml.WriteStartElement("v", "shape", Vml);
            xml.WriteAttributeString("id", $"note{i + 1}");
            xml.WriteAttributeString("type", "#note");
            xml.WriteAttributeString("style", "position:absolute;margin-left:200pt;margin-top:10pt;width:260pt;height:130pt;z-index:1;visibility:hidden");
            xml.WriteAttributeString("fillcolor", "#ffffe1");
            xml.WriteStartElement("x", "ClientData", VmlExcel);
            xml.WriteAttributeString("ObjectType", "Note");
            xml.WriteElementString("x", "Anchor", VmlExcel, $"{column}, 10, {row - 1}, 5, {column + 3}, 60, {row + 8}, 5");
            xml.WriteElementString("x", "AutoFill", VmlExcel, "False");
            xml.WriteElementString("x", "Row", VmlExcel, BookXml.Text(row - 1));
            xml.WriteElementString("x", "Column", VmlExcel, BookXml.Text(column - 1));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
