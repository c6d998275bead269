using Cadre.Frameworks.Import;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Reading.Workbooks;
using Cadre.Frameworks.Tests.England2025;
using Cadre.TestCommon;
using static Cadre.Frameworks.Tests.Import.Workbooks.TestWorkbook;

namespace Cadre.Frameworks.Tests.Import.Workbooks;

/// <summary>Sheets of workbooks as tables, sound ones and spoilt ones.</summary>
public sealed class WorkbookTableTests : IDisposable
{
    private static readonly string Header = $"<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c>{Text("B3", "place")}{Text("C3", "people")}</row>";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_SoundSheet_GivesTheCellsOfACsv()
    {
        var book = new TestWorkbook(
            $"<row r=\"1\">{Text("A1", "People by place")}</row>{Header}"
            + $"<row r=\"4\">{Number("A4", "45930", 1)}<c r=\"B4\" t=\"s\"><v>1</v></c>{Number("C4", "1E-3")}</row>"
            + $"<row r=\"6\">{Number("A6", "45930.5", 2)}<c r=\"C6\"><f>1+1</f><v>0.1</v></c></row>");
        var table = Read(book);

        Assert.Equal(("Data", 3), (table.Name, table.HeaderRow));
        Assert.Equal(["year", "place", "people"], table.Header);
        Assert.Equal([4, 6], table.Rows.Select(row => row.Number));
        Assert.Equal(["2025-09-30", "North", "0.001"], table.Rows[0].Cells);
        Assert.Equal(["2025-09-30T12:00:00", "", "0.1"], table.Rows[1].Cells);
    }

    [Theory]
    [InlineData("<c r=\"C4\" t=\"s\"><v>7</v></c>", "book.xlsx, sheet Data, cell C4: found the shared text \"7\", expected a number under 3, of which there are texts")]
    [InlineData("<c r=\"C4\" t=\"s\"><v>-1</v></c>", "book.xlsx, sheet Data, cell C4: found the shared text \"-1\", expected a number under 3, of which there are texts")]
    [InlineData("<c r=\"C4\"><v>NaN</v></c>", "book.xlsx, sheet Data, cell C4: found \"NaN\", expected a number")]
    [InlineData("<c r=\"C4\"><v>1e999</v></c>", "book.xlsx, sheet Data, cell C4: found \"1e999\", expected a number")]
    [InlineData("<c r=\"C4\" s=\"1\"><v>99999999</v></c>", "book.xlsx, sheet Data, cell C4: found \"99999999\", shown as a day, expected a day from 1900 to 9999")]
    [InlineData("<c r=\"D4\"><v>5</v></c>", "book.xlsx, sheet Data, cell D4: found \"5\", expected nothing to the right of the header")]
    [InlineData("<c r=\"XFE4\"><v>5</v></c>", "book.xlsx, sheet Data: found a cell \"XFE4\" in row 4, expected cells in order, each in its row")]
    public void Read_SpoiltCell_IsToldWithSheetAndAddress(string cell, string fault) =>
        Assert.Equal(fault, FaultOf(new TestWorkbook($"{Header}<row r=\"4\">{cell}</row>")));

    [Theory]
    [InlineData("1e308", "\"1E+308\"")]
    [InlineData("-3", "\"-3\"")]
    public void PublishedFile_NumberThatIsNone_IsToldWithSheetAndAddress(string value, string found) => AssertNumberFault(Number("C4", value), found);

    [Theory]
    [InlineData("NaN")]
    [InlineData("1,000")]
    [InlineData("#N/A")]
    public void PublishedFile_TextInsteadOfANumber_IsToldWithSheetAndAddress(string text) => AssertNumberFault(Text("C4", text), $"\"{text}\"");

    [Fact]
    public void Read_MissingColumn_IsToldWithTheRowOfTheHeader()
    {
        new TestWorkbook(Header).Save(_folder.Path);
        var wrong = Assert.Throws<FrameworkException>(() => PublishedFile.Read(_folder.Path, new Publication { File = "book.xlsx" }, "year", "icb_name"));
        Assert.Equal("book.xlsx, sheet Data, line 3, column icb_name: found no such column, expected the columns year, icb_name", wrong.Problems.Single().ToString());
    }

    [Fact]
    public void Read_MergedHeader_IsRefused() =>
        Assert.Equal(
            "book.xlsx, sheet Data, cell B2: found merged cells B2:C3 in the header, expected a cell for each column and row",
            FaultOf(new TestWorkbook(Header, "<mergeCells count=\"2\"><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"B2:C3\"/></mergeCells>")));

    [Fact]
    public void Read_NoHeader_IsRefused() =>
        Assert.Equal("book.xlsx, sheet Data: found no row with one of the columns that are looked for, expected a header with year, people", FaultOf(new TestWorkbook($"<row r=\"1\">{Text("A1", "x")}</row>")));

    [Fact]
    public void Read_HiddenSheets_AreNamedAndNotRead()
    {
        var book = new TestWorkbook(Header);
        book.SetSheets("<sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Old\" sheetId=\"2\" state=\"veryHidden\" r:id=\"rId2\"/>");

        Assert.Equal(["Old"], Read(book).HiddenSheets);
        Assert.Equal("book.xlsx: found that the sheet Old is hidden, expected one in sight: Data (hidden: Old)", FaultOf(book, "Old"));
        Assert.Equal("book.xlsx: found no sheet Date, expected one in sight: Data (hidden: Old)", FaultOf(book, "Date"));
    }

    [Fact]
    public void Read_SeveralSheets_AsksForAName()
    {
        var book = new TestWorkbook(Header);
        book.SetSheets("<sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Notes\" sheetId=\"2\" r:id=\"rId2\"/>");

        Assert.Equal("book.xlsx: found 2 sheets: Data, Notes, expected one sheet, or its name as the key sheet of the publication in import.yaml", FaultOf(book));
        Assert.Equal("Data", Read(book, "Data").Name);
    }

    [Theory]
    [InlineData("xl/vbaProject.bin", "macros (xl/vbaProject.bin)")]
    [InlineData("xl/externalLinks/externalLink1.xml", "links to other workbooks (xl/externalLinks/externalLink1.xml)")]
    [InlineData("../../etc/cron.d/x", "an entry that leads out of the workbook, ../../etc/cron.d/x")]
    [InlineData("/etc/x", "an entry that leads out of the workbook, /etc/x")]
    [InlineData("XL/WORKBOOK.XML", "the entry XL/WORKBOOK.XML a second time")]
    public void Read_EntryThatMayNotBeThere_IsRefusedByName(string entry, string found)
    {
        var book = new TestWorkbook(Header);
        book.Parts[entry] = "";
        Assert.Equal($"book.xlsx: found {found}, expected a workbook as a spreadsheet program saves it, without macros and links to other files", FaultOf(book));
    }

    [Fact]
    public void Read_MacroContentUnderAnotherName_IsRefused()
    {
        var book = new TestWorkbook(Header);
        book.Parts["[Content_Types].xml"] = "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>";
        Assert.StartsWith("book.xlsx: found a workbook with macros (/xl/workbook.xml)", FaultOf(book));
    }

    [Fact]
    public void Read_MacroWorkbook_IsRefusedByItsName()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "book.xlsm"), "");
        var wrong = Assert.Throws<FrameworkException>(() => PublishedFile.Read(_folder.Path, new Publication { File = "book.xlsm" }, "year"));
        Assert.Equal("book.xlsm: found a workbook of the kind .xlsm, which may hold macros, expected an .xlsx workbook or CSV", wrong.Problems.Single().ToString());
    }

    [Fact]
    public void Read_ZipBomb_IsRefusedBeforeItIsUnpacked()
    {
        var book = new TestWorkbook(Header);
        book.Parts["xl/media/x.bin"] = new string('0', 30_000_000);
        Assert.StartsWith("book.xlsx: found an entry, xl/media/x.bin, that unpacks to over 250 times its size", FaultOf(book));
    }

    [Fact]
    public void Read_MoreThanTheLimits_IsRefused()
    {
        var book = new TestWorkbook($"{Header}<row r=\"4\">{Number("A4", "1")}{Number("B4", "2")}</row>");
        Assert.Equal("book.xlsx, sheet Data, cell B4: found more than 4 cells, expected a smaller sheet, or the sheet as CSV", FaultOf(book, limits: new WorkbookLimits { Cells = 4 }));
        Assert.StartsWith("book.xlsx: found more than 100 bytes when unpacked", FaultOf(book, limits: new WorkbookLimits { Bytes = 100 }));
        Assert.StartsWith("book.xlsx: found 8 entries in the zip file", FaultOf(book, limits: new WorkbookLimits { Entries = 5 }));
        Assert.StartsWith("book.xlsx: found more than 2 shared texts", FaultOf(book, limits: new WorkbookLimits { Cells = 2 }));
    }

    [Fact]
    public void Read_EntityExpansion_IsRefused()
    {
        var book = new TestWorkbook("");
        book.Parts["xl/worksheets/sheet1.xml"] = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><worksheet><sheetData>&b;</sheetData></worksheet>";
        Assert.StartsWith("book.xlsx: found a part xl/worksheets/sheet1.xml that is not the XML of a workbook (it has a DTD), expected", FaultOf(book));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(200)]
    [InlineData(-30)]
    public void Read_TruncatedFile_IsRefused(int length)
    {
        var path = new TestWorkbook(Header).Save(_folder.Path);
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(length < 0 ? bytes.Length + length : length)]);
        var wrong = Assert.Throws<FrameworkException>(() => WorkbookTable.Read(path, "book.xlsx", "", ["year"]));
        Assert.StartsWith("book.xlsx: found a file that is no .xlsx workbook or breaks off", wrong.Problems.Single().ToString());
    }

    [Fact]
    public void Read_EveryByteSpoilt_NeverFailsOtherwiseThanWithAFault()
    {
        var path = new TestWorkbook($"{Header}<row r=\"4\">{Number("A4", "2025")}{Text("B4", "North")}{Number("C4", "12.5")}</row>").Save(_folder.Path);
        var sound = File.ReadAllBytes(path);
        var refused = 0;
        for (var i = 0; i < sound.Length; i += 3)
        {
            byte[] spoilt = [.. sound];
            spoilt[i] ^= 0x5A;
            File.WriteAllBytes(path, spoilt);
            try
            {
                WorkbookTable.Read(path, "book.xlsx", "", ["year"]);
            }
            catch (FrameworkException wrong)
            {
                Assert.Single(wrong.Problems);
                refused++;
            }
        }

        Assert.True(refused > 50);
    }

    [Fact]
    public void PublishedFile_WorkbookOfLibreOffice_ReadsAsTheCsvItWasMadeOf()
    {
        Assert.SkipWhen(LibreOffice.MayBeMissing, "LibreOffice is not on this machine");
        var csv = Path.Combine(_folder.Path, "people.csv");
        File.WriteAllText(csv, "year,icb_name,population\n2024,\"North, \"\"old\"\" & new\",1234.5\n2024,South,12345678.25\n");
        LibreOffice.Convert(csv, "xlsx", _folder.Path);

        string[] columns = ["year", "icb_name", "population"];
        var (fromCsv, fromBook) = (PublishedFile.Read(_folder.Path, new Publication { File = "people.csv" }, columns), PublishedFile.Read(_folder.Path, new Publication { File = "people.xlsx" }, columns));

        Assert.Equal(2, fromBook.Rows.Count);
        Assert.Equal(fromCsv.Rows.Select(row => string.Join('|', row.Cells)), fromBook.Rows.Select(row => string.Join('|', row.Cells)));
        Assert.Equal([1234.5, 12345678.25], fromBook.Rows.Select(row => fromBook.Required(row, "population")));
    }

    [Fact]
    public void Import_WorkbookThatIsRefused_ChangesNothing()
    {
        var framework = Directory.CreateDirectory(Path.Combine(_folder.Path, "england-2025")).FullName;
        foreach (var file in Directory.GetFiles(EnglandRun.Folder))
            File.Copy(file, Path.Combine(framework, Path.GetFileName(file)));
        var settings = Path.Combine(framework, "import.yaml");
        var month = ImportSettings.Read(framework).Month.File;
        File.WriteAllText(settings, File.ReadAllText(settings).Replace(month, "book.xlsx", StringComparison.Ordinal));
        var before = Directory.GetFileSystemEntries(framework).ToDictionary(file => file, File.ReadAllText);
        var book = new TestWorkbook(Header);
        book.Parts["xl/vbaProject.bin"] = "";
        book.Save(_folder.Path);

        var wrong = Assert.Throws<FrameworkException>(() => Importer.Import(framework, _folder.Path));

        Assert.StartsWith("book.xlsx: found macros (xl/vbaProject.bin)", wrong.Problems.Single().ToString());
        Assert.Equal(before, Directory.GetFileSystemEntries(framework).ToDictionary(file => file, File.ReadAllText));
        Assert.Equal(2, Directory.GetFileSystemEntries(_folder.Path).Length);
    }

    private void AssertNumberFault(string cell, string found)
    {
        new TestWorkbook($"{Header}<row r=\"4\">{cell}</row>").Save(_folder.Path);
        var file = PublishedFile.Read(_folder.Path, new Publication { File = "book.xlsx" }, "year", "people");
        Assert.Equal(0, file.Required(file.Rows.Single(), "people"));
        Assert.Equal($"book.xlsx, sheet Data, cell C4, column people: found {found}, expected a number, 0 or more", file.Problems.Single().ToString());
    }

    private WorkbookTable Read(TestWorkbook book, string sheet = "", WorkbookLimits? limits = null)
    {
        File.Delete(Path.Combine(_folder.Path, "book.xlsx"));
        return WorkbookTable.Read(book.Save(_folder.Path), "book.xlsx", sheet, ["year", "people"], limits);
    }

    private string FaultOf(TestWorkbook book, string sheet = "", WorkbookLimits? limits = null) =>
        Assert.Throws<FrameworkException>(() => Read(book, sheet, limits)).Problems.Single().ToString();
}
