using System.IO.Compression;

namespace Cadre.Frameworks.Tests.Import.Workbooks;

/// <summary>A workbook made part by part, sound unless a test spoils it.</summary>
internal sealed class TestWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The parts by name.</summary>
    public Dictionary<string, string> Parts { get; } = new()
    {
        ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>",
        ["_rels/.rels"] = $"<Relationships><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        ["xl/_rels/workbook.xml.rels"] = $"<Relationships><Relationship Id=\"rId1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{Relations}/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/><Relationship Id=\"rId3\" Type=\"{Relations}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId4\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>",
        ["xl/sharedStrings.xml"] = "<sst><si><t>year</t></si><si><r><t>Nor</t></r><r><t>th</t></r><rPh><t>no</t></rPh></si><si/></sst>",
        ["xl/styles.xml"] = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"d mmm yyyy\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>",
        ["xl/worksheets/sheet2.xml"] = "<worksheet><sheetData/></worksheet>",
    };

    /// <param name="rows">Rows of the sheet Data: the inside of sheetData.</param>
    /// <param name="after">What stands after them.</param>
    public TestWorkbook(string rows, string after = "")
    {
        SetSheets("<sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/>");
        Parts["xl/worksheets/sheet1.xml"] = $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData>{after}</worksheet>";
    }

    /// <summary>Sets the list of sheets.</summary>
    public void SetSheets(string sheets) => Parts["xl/workbook.xml"] = $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{sheets}</sheets></workbook>";

    /// <summary>A cell of text.</summary>
    public static string Text(string address, string text) => $"<c r=\"{address}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    /// <summary>A number.</summary>
    public static string Number(string address, string value, int style = 0) => $"<c r=\"{address}\" s=\"{style}\"><v>{value}</v></c>";

    /// <summary>Writes it.</summary>
    public string Save(string folder, string name = "book.xlsx")
    {
        var path = Path.Combine(folder, name);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (part, text) in Parts)
        {
            using var writer = new StreamWriter(zip.CreateEntry(part, CompressionLevel.Optimal).Open());
            writer.Write(text);
        }

        return path;
    }
}
