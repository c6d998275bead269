using Cadre.Frameworks.Import.Publications;
using Cadre.Frameworks.Tests.Import.Workbooks;

namespace Cadre.Frameworks.Tests.Import.Publications;

/// <summary>What every format shares: the header by which it is told, and cells as publishers write them.</summary>
public sealed class PublicationReaderTests : IDisposable
{
    private const string Header = "PERIOD,TYPE,NHSE_REGION_CODE,STAFF_GROUP,FTE";
    private const string Columns = "organisations: { Y56: R1, Y58: R2 }\n";

    private static readonly string[] Year =
    [
        "202410 to 202510,Denominator at start of period,Y56,Nurses,600",
        "202410 to 202510,Denominator at end of period,Y56,Nurses,640",
        "202410 to 202510,Joiners,Y56,Nurses,100",
        "202410 to 202510,Leavers,Y56,Nurses,62",
    ];

    private readonly PublicationFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    private string Rate => _fixture.Rows("assumptions_imported.csv", "leaving_rate.nurses.R1")[0].Split(",percent_per_year,")[1].Split(",pert")[0];

    [Theory]
    [InlineData("202410 to 202510,Leavers,Y56,Nurses,\"1,000,062.5\"", 1000062.5)]
    [InlineData("202410 to 202510,Leavers,Y56,Nurses,\" 62 \"", 62.0)]
    [InlineData("202410 to 202510,Leavers,Y56,Nurses,\u00A062", 62.0)]
    public void Number_AsPublishersWriteIt_IsRead(string row, double expected)
    {
        var (kind, value) = PublishedNumber.Read(row[(row.IndexOf("Nurses,", StringComparison.Ordinal) + 7)..].Trim('"'));

        Assert.Equal((PublishedNumberKind.Number, expected), (kind, value));
    }

    [Theory]
    [InlineData("*", "Suppressed")]
    [InlineData("[c]", "Suppressed")]
    [InlineData("  ", "Blank")]
    [InlineData("-3", "Fault")]
    [InlineData("NaN", "Fault")]
    [InlineData("Infinity", "Fault")]
    [InlineData("1e5", "Fault")]
    [InlineData("12,34", "Fault")]
    [InlineData("1.2.3", "Fault")]
    [InlineData("4 000", "Fault")]
    public void Number_AnythingElse_IsToldByKind(string cell, string kind) => Assert.Equal(kind, PublishedNumber.Read(cell).Kind.ToString());

    [Theory]
    [InlineData("31/10/2025", "01/02/2025", "2025-10-31", "2025-02-01", false)]
    [InlineData("10/31/2025", "01/02/2025", "2025-10-31", "2025-01-02", false)]
    [InlineData("2025-10-31", "01/02/2025", "2025-10-31", "2025-02-01", true)]
    [InlineData("2025-10-31", "02/02/2025", "2025-10-31", "2025-02-02", false)]
    public void Days_OfAFile_TellTheOrder(string one, string other, string first, string second, bool isTaken)
    {
        var days = PublishedDays.Find([one, other], null)!;

        Assert.Equal(($"{first}", $"{second}", isTaken), ($"{days.Read(one):yyyy-MM-dd}", $"{days.Read(other):yyyy-MM-dd}", days.IsTaken));
    }

    [Fact]
    public void Days_OfBothOrders_AreNone() => Assert.Null(PublishedDays.Find(["31/10/2025", "10/31/2025"], null));

    [Theory]
    [InlineData("2026-03", "2026-03")]
    [InlineData("2017-SEP", "2017-09")]
    [InlineData("202510", "2025-10")]
    [InlineData("2025-10-31", "2025-10")]
    [InlineData("31/10/2025", "2025-10")]
    [InlineData("September", "")]
    public void ReadMonth_AsPublishersWriteIt_IsRead(string text, string month) => Assert.Equal(month, PublishedDays.Find([], null)!.ReadMonth(text)?.ToString() ?? "");

    [Fact]
    public void Import_MarkLineEndsBlankRowsTitleAndQuotedLineBreaks_AreNoObstacle()
    {
        string[] rows = [.. Year[..2], ",,,,", Year[2].Replace("Y56", "\"Y56\""), Year[3].Replace("Leavers", "leavers"), "", ""];
        var text = "\uFEFFTurnover,,,,\r\n" + Header.Replace("STAFF_GROUP", "\"Staff\r\nGroup\"").Replace("FTE", "fte ") + "\r\n" + string.Join("\r\n", rows) + "\r\n";
        var report = _fixture.ImportText(text, Columns);

        Assert.Equal("8.695652174,10,11.5", Rate);
        Assert.Equal((4, 4), (report.Rows, report.Used));
        Assert.Contains("1 blank row between others.", report.Notes);
        Assert.Contains("what stands above it is not read.", report.Notes[0]);
    }

    [Fact]
    public void Import_Semicolons_AreFoundOut()
    {
        _fixture.ImportText(string.Join('\n', Year.Prepend(Header)).Replace(',', ';') + "\n", Columns);

        Assert.Equal("8.695652174,10,11.5", Rate);
    }

    [Fact]
    public void Import_NoFormatHasTheHeader_NamesEveryFormatAndTheNearestHeader()
    {
        var faults = _fixture.Faults(() => _fixture.Import(Header.Replace("STAFF_GROUP", "STAFF_GRUOP"), Year, Columns));

        Assert.Contains("file, line 1: found no header STAFF_GROUP, expected for yearly turnover the headers PERIOD, TYPE, STAFF_GROUP, FTE; is STAFF_GRUOP meant for STAFF_GROUP? (key columns of the columns file)", faults);
        Assert.All(faults, fault => Assert.Contains(", expected for ", fault));
    }

    [Fact]
    public void Import_WorkbookWithATitleOtherCapitalsAndBlankRows_IsReadAsCsvIs()
    {
        string[] rows = ["Leavers,,,,", ",,,,", Header.Replace("STAFF_GROUP", "Staff Group").Replace("FTE", "fte"), .. Year[..2], ",,,,", .. Year[2..]];
        var report = _fixture.ImportWorkbook("Turnover of FTE,FTE,,,", rows, Columns);

        Assert.Equal("8.695652174,10,11.5", Rate);
        Assert.Equal(["The header is in row 4; what stands above it is not read.", "1 blank row between others."], report.Notes);
    }

    [Fact]
    public void Import_WorkbookWithAnotherHeader_NamesTheFormatsAsForCsv()
    {
        var faults = _fixture.Faults(() => _fixture.ImportWorkbook("Code,People", ["N6A,3"]));

        Assert.Contains("found none of its headers, but Code, People", faults[0]);
    }

    [Fact]
    public void Import_WorkbookWithSeveralSheets_NamesTheKeyOfTheColumnsFile()
    {
        var book = new TestWorkbook("");
        book.SetSheets("<sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Notes\" sheetId=\"2\" r:id=\"rId2\"/>");
        var path = book.Save(_fixture.Folder, "publication.xlsx");

        Assert.Equal(["file: found 2 sheets: Data, Notes, expected one sheet, or its name as the key sheet of the columns file (--columns)"], _fixture.Faults(() => _fixture.ImportFile(path)));
    }

    [Fact]
    public void Import_Organisation_IsNamedForItsCode()
    {
        var faults = _fixture.Faults(() => _fixture.Import("month,organisation,staff_group,fte", ["2025-SEP,T1,Nurses,400"]));

        Assert.Contains("is organisation meant for ORG_CODE? (key columns of the columns file)", faults[0]);
    }

    [Fact]
    public void Import_MatchPlaceRatesOfAFormatWithoutStock_SaysThatItDoesNothing() =>
        Assert.Contains("--match-place-rates does nothing here: yearly turnover sets no stock.", _fixture.Import(Header, Year, Columns, matchPlaceRates: true).Notes);

    [Fact]
    public void Import_FaultyNumberBesideUnknownNames_IsToldToo()
    {
        string[] rows = [.. Year, "202410 to 202510,Leavers,Y99,Nurses,typo1", "202410 to 202510,Leavers,Y56,Nurse,typo2"];
        var faults = _fixture.Faults(() => _fixture.Import(Header, rows, Columns));

        Assert.Equal(["file, line 6, column FTE: found \"typo1\"", "file, line 7, column FTE: found \"typo2\""], faults.Select(fault => fault.Split(", expected")[0]));
    }

    [Fact]
    public void Import_HeaderNamedInTheColumnsFile_IsTaken()
    {
        _fixture.Import(Header.Replace("STAFF_GROUP", "Team"), Year, Columns + "columns: { STAFF_GROUP: team }\n");

        Assert.Equal("8.695652174,10,11.5", Rate);
    }

    [Fact]
    public void Import_HeaderTwice_IsAFault() =>
        Assert.Equal(["file, line 1, column FTE: found the header 2 times, expected each header once"], _fixture.Faults(() => _fixture.Import(Header + ",fte", Year.Select(row => row + ",1"), Columns)));

    [Fact]
    public void Import_FaultyCellsAndRows_AreAllNamedAndNothingIsWritten()
    {
        string[] rows = [.. Year[..3], "202410 to 202510,Leavers,Y56,Nurses,-62", "202410 to 202510,Leavers,Y58,Nurses,NaN", "soon,Leavers,Y58,Nurses,1", "202410 to 202510,Leavers,Y58", Year[0]];
        Assert.Equal(
            [
                "file, line 5, column FTE: found \"-62\", expected a number, 0 or more and up to 10000000000, such as 1234.5 or 1,234.5, or * where it is held back",
                "file, line 6, column FTE: found \"NaN\", expected a number, 0 or more and up to 10000000000, such as 1234.5 or 1,234.5, or * where it is held back",
                "file, line 7, column PERIOD: found \"soon\", expected twelve months, such as 202410 to 202510",
                "file, line 8: found 3 cells, expected 5 cells, as in the header",
                "file, line 9, column TYPE: found Nurses, Denominator at start of period, 202410 to 202510 again (first in line 2), expected one row for each period, region, staff group and type",
            ],
            _fixture.Faults(() => _fixture.Import(Header, rows, Columns)));
    }

    [Fact]
    public void Import_ManyFaultsOfAKind_TellsTwentyAndHowManyMore()
    {
        var rows = Enumerable.Range(0, 30).Select(i => $"202410 to 202510,Leavers,Y56,Nurses,?{i}").ToList();
        var faults = _fixture.Faults(() => _fixture.Import(Header, rows.Select((row, i) => row.Replace("2024", $"{1980 + i}").Replace("2025", $"{1981 + i}")), Columns));

        Assert.Equal(21, faults.Length);
        Assert.StartsWith("file, column FTE: found 10 more such cells or rows, expected a number", faults[0]);
    }

    [Theory]
    [InlineData("", "an empty file")]
    [InlineData(Header + "\n", "a header alone")]
    [InlineData(Header + "\n202410 to 202510,Leavers,Y56,\"Nurses,3\n", "a quote that is not closed")]
    public void Import_FileWithoutRows_IsAFault(string text, string found) => Assert.Contains($"found {found}", Assert.Single(_fixture.Faults(() => _fixture.ImportText(text, Columns))));

    [Fact]
    public void Import_NoFile_IsAFault() => Assert.Contains("no such file", Assert.Single(_fixture.Faults(() => _fixture.ImportFile(Path.Combine(_fixture.Folder, "none.csv")))));

    [Fact]
    public void Import_Workbook_IsReadAsTheFileIs()
    {
        _fixture.ImportWorkbook(Header, [.. Year[..3], Year[3].Replace(",62", ",62\u00A0")], Columns);

        Assert.Equal("8.695652174,10,11.5", Rate);
    }

    [Fact]
    public void Import_WorkbookWithAFault_NamesSheetAndCell() =>
        Assert.StartsWith("file, sheet Data, cell E5, column FTE: found \"many\"", Assert.Single(_fixture.Faults(() => _fixture.ImportWorkbook(Header, [.. Year[..3], Year[3].Replace(",62", ",many")], Columns))));

    [Fact]
    public void Import_ColumnsFileWithFaults_NamesThem()
    {
        var faults = _fixture.Faults(() => _fixture.Import(Header, Year, "organisations: { Y56: R9 }\nstaff_groups: { Nurses: nurse }\ndefault_service: al\n"));

        Assert.Equal(
            [
                "columns, line 1, key organisations.Y56: found \"R9\", expected the code of a place in places.csv; did you mean R1?",
                "columns, line 2, key staff_groups.Nurses: found \"nurse\", expected the code of a staff group in staff_groups.csv; did you mean nurses?",
                "columns, line 3, key default_service: found \"al\", expected the code of a service in framework.yaml; did you mean all?",
            ], faults);
        Assert.Contains("expected the key organisations", Assert.Single(_fixture.Faults(() => _fixture.Import(Header, Year, "organisation: { Y56: R1 }\n"))));
    }

    [Fact]
    public void Import_UnknownSourceAndLateDay_AreFaults()
    {
        _fixture.Import(Header, Year, Columns);
        var path = Path.Combine(_fixture.Folder, "publication.csv");
        var faults = _fixture.Faults(() => PublicationImport.Import(_fixture.Options(path, Columns) with { Source = "syntetic", KnownOn = new DateOnly(2026, 2, 1) }));

        Assert.Equal(
            [
                "--known-on: found \"2026-02-01\", expected a day not after the framework's as_of, 2026-01-29",
                "--source: found \"syntetic\", expected the id of an item in evidence.csv; did you mean synthetic?",
            ], faults);
    }

    [Fact]
    public void Import_FrameworkThatWouldNotCheck_ChangesNothing()
    {
        File.AppendAllText(Path.Combine(_fixture.Framework, "assumptions.csv"), "leaving_rate.x,leaving_rate,,all,doctors,,percent_per_year,8,9,10,pert,,,D,synthetic,2026-01-15,,\n");
        _fixture.Read();
        var faults = _fixture.Faults(() => _fixture.Import(Header, Year.Select(row => row.Replace("Nurses", "Doctors")), Columns));

        Assert.StartsWith("After the publication: found a framework that does not check", faults[0]);
        Assert.Contains("overlaps", faults[1]);
    }
}
