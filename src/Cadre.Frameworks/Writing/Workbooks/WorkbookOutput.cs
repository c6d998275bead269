using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Cadre.Frameworks.Writing.Workbooks;

/// <summary>
/// Writes an .xlsx workbook part by part (docs/decisions/0010): no macros, no links, no formulas. The same sheets give the same bytes.
/// </summary>
public static class WorkbookOutput
{
    internal const string Office = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    internal const string Package = "application/vnd.openxmlformats-package.";
    internal const string ExtendedProperties = "application/vnd.openxmlformats-officedocument.extended-properties+xml";

    /// <summary>The earliest time that a zip file can hold.</summary>
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings Format = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = true };

    /// <summary>Writes a workbook.</summary>
    /// <param name="path">Where; there must be no such file yet.</param>
    /// <param name="sheets">Its sheets, at least one.</param>
    /// <param name="properties">What it says of itself.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<BookSheet> sheets, BookProperties properties)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        Write(file, sheets, properties);
    }

    /// <summary>Writes a workbook into a stream, which stays open.</summary>
    /// <param name="stream">Where; it can be written.</param>
    /// <param name="sheets">Its sheets, at least one.</param>
    /// <param name="properties">What it says of itself.</param>
    public static void Write(Stream stream, IReadOnlyList<BookSheet> sheets, BookProperties properties)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var styles = new BookStyles();
        Part(zip, "[Content_Types].xml", xml => WriteContentTypes(xml, sheets.Count));
        Part(zip, "_rels/.rels", WritePackageRelations);
        Part(zip, "docProps/core.xml", xml => WriteCore(xml, properties));
        Part(zip, "docProps/app.xml", xml => WriteApp(xml, properties));
        Part(zip, "xl/workbook.xml", xml => WriteWorkbook(xml, sheets));
        Part(zip, "xl/_rels/workbook.xml.rels", xml => WriteWorkbookRelations(xml, sheets.Count));
        foreach (var (i, sheet) in sheets.Index())
            Part(zip, $"xl/worksheets/sheet{i + 1}.xml", xml => new SheetPart(xml, sheet, styles, properties.Footer).Write(isFirst: i == 0));
        Part(zip, "xl/styles.xml", styles.Write);
    }

    /// <summary>Writes a part of a workbook.</summary>
    internal static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Always;
        using var xml = XmlWriter.Create(entry.Open(), Format);
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    private static void WriteContentTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", BookXml.ContentTypes);
        foreach (var (extension, type) in (ReadOnlySpan<(string, string)>)[("rels", $"{Package}relationships+xml"), ("xml", "application/xml")])
        {
            xml.WriteStartElement("Default");
            xml.WriteAttributeString("Extension", extension);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }

        void Override(string part, string type)
        {
            xml.WriteStartElement("Override");
            xml.WriteAttributeString("PartName", part);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }

        Override("/xl/workbook.xml", $"{Office}sheet.main+xml");
        for (var sheet = 1; sheet <= sheets; sheet++)
            Override($"/xl/worksheets/sheet{sheet}.xml", $"{Office}worksheet+xml");
        Override("/xl/styles.xml", $"{Office}styles+xml");
        Override("/docProps/core.xml", $"{Package}core-properties+xml");
        Override("/docProps/app.xml", ExtendedProperties);
        xml.WriteEndElement();
    }

    /// <summary>Says which part is the workbook and which say what it is.</summary>
    internal static void WritePackageRelations(XmlWriter xml) => WriteRelations(
        xml,
        [
            ($"{BookXml.Relations}/officeDocument", "xl/workbook.xml"),
            ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
            ($"{BookXml.Relations}/extended-properties", "docProps/app.xml"),
        ]);

    private static void WriteWorkbookRelations(XmlWriter xml, int sheets) => WriteRelations(
        xml,
        [
            .. Enumerable.Range(1, sheets).Select(sheet => ($"{BookXml.Relations}/worksheet", $"worksheets/sheet{sheet}.xml")),
            ($"{BookXml.Relations}/styles", "styles.xml"),
        ]);

    /// <summary>Relations with the ids rId1, rId2 and so on.</summary>
    internal static void WriteRelations(XmlWriter xml, IReadOnlyList<(string Type, string Part)> relations)
    {
        xml.WriteStartElement("Relationships", BookXml.PackageRelations);
        foreach (var (i, (type, part)) in relations.Index())
        {
            xml.WriteStartElement("Relationship");
            xml.WriteAttributeString("Id", $"rId{i + 1}");
            xml.WriteAttributeString("Type", type);
            xml.WriteAttributeString("Target", part);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Writes what a workbook says of itself.</summary>
    internal static void WriteCore(XmlWriter xml, BookProperties properties)
    {
        const string dublinCore = "http://purl.org/dc/elements/1.1/";
        const string terms = "http://purl.org/dc/terms/";
        const string types = "http://www.w3.org/2001/XMLSchema-instance";
        xml.WriteStartElement("cp", "coreProperties", BookXml.CoreProperties);
        xml.WriteAttributeString("xmlns", "dc", null, dublinCore);
        xml.WriteAttributeString("xmlns", "dcterms", null, terms);
        xml.WriteAttributeString("xmlns", "xsi", null, types);
        xml.WriteElementString("dc", "title", dublinCore, BookText.Clean(properties.Title));
        xml.WriteElementString("dc", "subject", dublinCore, BookText.Clean(properties.Subject));
        xml.WriteElementString("dc", "creator", dublinCore, properties.Program);
        xml.WriteElementString("dc", "description", dublinCore, BookText.Clean(properties.Licence));
        foreach (var name in (string[])["created", "modified"])
        {
            xml.WriteStartElement("dcterms", name, terms);
            xml.WriteAttributeString("xsi", "type", types, "dcterms:W3CDTF");
            xml.WriteString($"{properties.Day:yyyy-MM-dd}T00:00:00Z");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Writes what made a workbook.</summary>
    internal static void WriteApp(XmlWriter xml, BookProperties properties)
    {
        xml.WriteStartElement("Properties", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
        xml.WriteElementString("Application", properties.Program);
        xml.WriteEndElement();
    }

    private static void WriteWorkbook(XmlWriter xml, IReadOnlyList<BookSheet> sheets)
    {
        xml.WriteStartElement("workbook", BookXml.Main);
        xml.WriteStartElement("bookViews");
        BookXml.Value(xml, "workbookView", "activeTab", "0");
        xml.WriteEndElement();
        xml.WriteStartElement("sheets");
        foreach (var (i, sheet) in sheets.Index())
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", sheet.Name);
            xml.WriteAttributeString("sheetId", BookXml.Text(i + 1));
            xml.WriteAttributeString("r", "id", BookXml.Relations, $"rId{i + 1}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        WriteNames(xml, sheets);
        xml.WriteEndElement();
    }

    /// <summary>The filters, then the rows that are repeated on each printed page.</summary>
    private static void WriteNames(XmlWriter xml, IReadOnlyList<BookSheet> sheets)
    {
        (int Index, BookSheet Item)[] headed = [.. sheets.Index().Where(sheet => sheet.Item.HasHeader)];
        if (headed.Length == 0) return;
        void Name(string name, int sheet, string range, bool isHidden)
        {
            xml.WriteStartElement("definedName");
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("localSheetId", BookXml.Text(sheet));
            if (isHidden) xml.WriteAttributeString("hidden", "1");
            xml.WriteString($"'{sheets[sheet].Name.Replace("'", "''", StringComparison.Ordinal)}'!{range}");
            xml.WriteEndElement();
        }

        xml.WriteStartElement("definedNames");
        foreach (var (i, sheet) in headed.Where(sheet => sheet.Item.Rows.Count > 0))
            Name("_xlnm._FilterDatabase", i, $"$A${sheet.HeaderRow}:${BookXml.Letters(sheet.Columns.Count)}${sheet.LastRow}", isHidden: true);
        foreach (var (i, sheet) in headed)
            Name("_xlnm.Print_Titles", i, $"${sheet.HeaderRow}:${sheet.HeaderRow}", isHidden: false);
        xml.WriteEndElement();
    }
}
