using System.IO.Compression;
using System.Text;
using Cadre.Frameworks.Import.StaffLists;

namespace Cadre.Frameworks.Tests.Import;

/// <summary>Rows that are left out, and lists that are not what they should be.</summary>
public sealed class StaffListRowsTests : IDisposable
{
    private readonly StaffListFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData("p9,RX1,nurses,,30,2010-05-01,1", LeftOutReason.OtherOrganisation, "xx9", false)]
    [InlineData("p9,R1,nurses,,30,2010-05-01,1", LeftOutReason.OtherOrganisation, "x9", false)]
    [InlineData("p9,T1,clinical,,30,2010-05-01,1", LeftOutReason.NoStaffGroup, "xxxxxxxx", false)]
    [InlineData("p9,T1,A6A,,30,2010-05-01,1", LeftOutReason.NoStaffGroup, "x9x", false)]
    [InlineData("p9,T1,nurses,wards,30,2010-05-01,1", LeftOutReason.NoService, "xxxxx", false)]
    [InlineData("p9,T1,nurses,,30,2010-05-01,0.00", LeftOutReason.FteZero, null, false)]
    [InlineData("p9,T1,nurses,,30,2010-05-01,37.5", LeftOutReason.FteOutOfBounds, "99.9", true)]
    [InlineData("p9,T1,nurses,,30,2010-05-01,-1", LeftOutReason.FteOutOfBounds, "-9", true)]
    [InlineData("p9,T1,nurses,,30,2010-05-01,\"1,0\"", LeftOutReason.FteNoNumber, "9,9", true)]
    [InlineData("p9,T1,nurses,,30,2010-05-01,full", LeftOutReason.FteNoNumber, "xxxx", true)]
    [InlineData("p9,T1,nurses,,30,2010-05-01,*", LeftOutReason.FteNoNumber, "*", true)]
    [InlineData("p9,T1,nurses,,30,2010-05-01,", LeftOutReason.FteNoNumber, "(blank)", true)]
    [InlineData("p9,T1,nurses,,30,2010-05-01,1e0", LeftOutReason.FteNoNumber, "9x9", true)]
    [InlineData("p9,T1,nurses,,15,2010-05-01,1", LeftOutReason.AgeOutOfBounds, "99", true)]
    [InlineData("p9,T1,nurses,,101,2010-05-01,1", LeftOutReason.AgeOutOfBounds, "999", true)]
    [InlineData("p9,T1,nurses,,30.5,2010-05-01,1", LeftOutReason.AgeNoNumber, "99.9", true)]
    [InlineData("p9,T1,nurses,,30,01/05/2010,1", LeftOutReason.StartNoDay, "99/99/9999", true)]
    [InlineData("p9,T1,nurses,,30,2010-02-30,1", LeftOutReason.StartNoDay, "9999-99-99", true)]
    [InlineData("p9,T1,nurses,,30,2025-10-01,1", LeftOutReason.StartsLater, null, false)]
    [InlineData("p9,T1,nurses,,30,2010-05-01,1,more", LeftOutReason.CellCount, "8 cells", true)]
    [InlineData("p9,T1,nurses,,30", LeftOutReason.CellCount, "5 cells", true)]
    [InlineData("p9,,nurses,,30,2010-05-01,1", LeftOutReason.OtherOrganisation, "(blank)", false)]
    [InlineData("p9,T1,\"nurses,,30,2010-05-01,1", LeftOutReason.QuoteFault, null, true)]
    [InlineData("p9,T1,\"nurses\"s,,30,2010-05-01,1", LeftOutReason.QuoteFault, null, true)]
    public void Import_RowThatDoesNotCount_IsNamedWithItsReason(string row, LeftOutReason reason, string? example, bool isFault)
    {
        string[] others = [.. Enumerable.Range(0, 200).Select(i => $"q{i},T1,nurses,,30,2010-05-01,1")];
        var report = _fixture.Import([.. StaffListFixture.Hills, row, .. others]);

        var left = Assert.Single(report.LeftOut);
        Assert.Equal((reason, 1, 8, isFault), (left.Reason, left.Rows, left.FirstLines.Single(), left.IsFault));
        Assert.Equal(example is null ? [] : [example], left.Examples);
        Assert.Equal((207, 206), (report.Rows, report.Posts));
    }

    [Fact]
    public void Import_BytesThatAreNotUtf8_SpoilTheirRowAlone()
    {
        byte[] spoilt = [.. "p9,T1,nurses,,30,2010-05-01,1"u8, 0xe9, .. "\n"u8];
        File.WriteAllBytes(_fixture.List, [.. Encoding.UTF8.GetBytes(string.Join('\n', StaffListFixture.Hills.Prepend(StaffListFixture.Header)) + "\n"), .. spoilt]);
        var report = _fixture.ImportFile(tolerance: 0.2);

        var left = Assert.Single(report.LeftOut);
        Assert.Equal((6, LeftOutReason.NotUtf8, "bytes as of Windows-1252"), (report.Posts, left.Reason, Assert.Single(left.Examples)));
    }

    [Theory]
    [InlineData(0.01, false)]
    [InlineData(0.02, true)]
    public void Import_FaultyRows_StopOnlyAboveTheTolerance(double tolerance, bool isTaken)
    {
        // 2 of 108 rows of the framework's trusts; 900 of other organisations do not count.
        string[] rows = [.. StaffListFixture.Hills, .. Enumerable.Range(0, 100).Select(i => $"q{i},T1,nurses,,30,2010-05-01,1"), "a,T1,nurses,,30,2010-05-01,37.5", "b,T1,nurses,,,,x", .. Enumerable.Range(0, 900).Select(i => $"e{i},X,nurses,,,,1")];
        if (isTaken)
        {
            Assert.Equal(106, _fixture.Import(rows, tolerance: tolerance).Posts);
            return;
        }

        Assert.Equal(
        [
            "list: found 2 faulty rows, expected at most 1% of the 108 rows that are not of other organisations (--tolerate)",
            "list, line 108, column fte: found 1 row such as \"99.9\" (line 108), expected an FTE over 0 and up to 1.5: not hours a week, not percent",
            "list, line 109, column fte: found 1 row such as \"x\" (line 109), expected an FTE with a decimal point and without thousands separators (key decimal of the columns file)",
        ],
        _fixture.Faults(() => _fixture.Import(rows, tolerance: tolerance)));
    }

    [Fact]
    public void Import_NoRowThatCounts_SaysWhy()
    {
        var faults = _fixture.Faults(() => _fixture.Import(["p,X1,nurses,,,,1", "q,X2,nurses,,,,1"]));

        Assert.Equal(
        [
            "list: found no row to count, expected posts held at trusts of the framework",
            "list, line 2, column organisation: found 2 rows such as \"x9\" (lines 2, 3), expected the code of a trust in places.csv, or one that the columns file gives a trust",
        ],
        faults);
    }

    [Fact]
    public void Import_LinesAndExamples_AreAFewOfMany()
    {
        var left = Assert.Single(_fixture.Import([.. StaffListFixture.Hills, .. Enumerable.Range(0, 3000).Select(i => $"e{i},X{i},nurses,,,,1")]).LeftOut);

        Assert.Equal(3000, left.Rows);
        Assert.Equal([8L, 9, 10, 11, 12], left.FirstLines);
        Assert.Equal(["x9", "x99", "x999"], left.Examples);
    }

    [Fact]
    public void Import_CodesOfManyRows_ComeFirstAndTheOthersAreShapes()
    {
        string[] codes =
        [
            "X1", .. Enumerable.Repeat("RX1", 5), .. Enumerable.Repeat("R-1", 6), .. Enumerable.Repeat("RX2", 4), .. Enumerable.Repeat("J Doe", 9),
            .. Enumerable.Repeat("Jane-Mary-Doe", 9), .. Enumerable.Repeat("Zo\u00eb\U00020000", 2),
        ];
        var left = Assert.Single(_fixture.Import([.. StaffListFixture.Hills, .. codes.Select(code => $"p,{code},nurses,,,,1")]).LeftOut);

        Assert.Equal(["R-1", "RX1", "x xxx", "xxxx-xxxx-xxx", "xxxxx"], left.Examples);
    }

    [Fact]
    public void Import_ColumnOfPseudonymsNamedAsTheOrganisation_NamesNobody()
    {
        string[] rows = [.. Enumerable.Range(0, 3000).Select(i => $"Jane{i},T1,nurses,1"), .. Enumerable.Range(0, 9).Select(_ => "Mary Elizabeth Doe,T1,nurses,1")];
        var fault = _fixture.Faults(() => _fixture.Import(rows, "columns: {organisation: person}", "person,place,staff_group,fte"))[1];

        Assert.DoesNotContain("Jane", fault);
        Assert.DoesNotContain("Doe", fault);
    }

    [Fact]
    public void Import_MarkQuotesCarriageReturnsBlanksAndEmptyLines_ReadAlike()
    {
        var plain = _fixture.Import(StaffListFixture.Hills);
        var tables = _fixture.Tables();
        var rows = StaffListFixture.Hills.Select(row => string.Join(',', row.Split(',').Select(cell => $" \"{cell}\" ")));
        var report = _fixture.ImportText($"\uFEFF{StaffListFixture.Header.ToUpperInvariant()}\r\n{string.Join("\r\n", rows)}\r\n\r\n\r\n");

        Assert.Equal(tables, _fixture.Tables());
        Assert.Equal((plain.Rows, plain.People), (report.Rows, report.People));
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public void Import_OtherSeparators_AreFoundOut(char separator)
    {
        var text = string.Join('\n', StaffListFixture.Hills.Prepend(StaffListFixture.Header)).Replace(',', separator);

        Assert.Equal(6, _fixture.ImportText(text).Posts);
    }

    [Fact]
    public void Import_Gzip_ReadsAsThePlainFile()
    {
        WriteGzip(string.Join('\n', StaffListFixture.Hills.Prepend(StaffListFixture.Header)));

        Assert.Equal(6, _fixture.ImportFile().Posts);
    }

    [Fact]
    public void Import_GzipThatBreaksOff_IsAFault()
    {
        WriteGzip(string.Join('\n', StaffListFixture.Hills.Prepend(StaffListFixture.Header).Concat(Enumerable.Range(0, 20_000).Select(i => $"q{i * 7919 % 20011},T1,nurses,,30,2010-05-01,1"))));
        File.WriteAllBytes(_fixture.List, File.ReadAllBytes(_fixture.List)[..^2000]);

        Assert.Contains("compressed data that breaks off or is spoilt", Assert.Single(_fixture.Faults(() => _fixture.ImportFile())));
    }

    [Fact]
    public void Import_FileThatEndsInAQuotedCell_LosesThatRowAlone()
    {
        var text = string.Join('\n', [StaffListFixture.Header, .. StaffListFixture.Hills, "p9,T1,\"nur"]);

        var report = _fixture.ImportText(text, tolerance: 0.2);
        Assert.Equal((6, LeftOutReason.QuoteFault, 8L), (report.Posts, report.LeftOut[0].Reason, report.LeftOut[0].FirstLines[0]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    public void Import_AHugeLine_IsRefusedNotRead(string quote)
    {
        using (var file = new StreamWriter(_fixture.List))
        {
            file.Write($"{string.Join('\n', StaffListFixture.Hills.Prepend(StaffListFixture.Header))}\np9,T1,{quote}");
            for (var i = 0; i < 2000; i++)
                file.Write(new string('x', 100_000));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var faults = _fixture.Faults(() => _fixture.ImportFile());
        Assert.Equal(["list, line 7: found after this line one of more than 65,536 bytes, expected lines of a staff list, one for each post held"], faults);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Theory]
    [InlineData("", "list, line 1: found an empty file, expected a header and a row for each post held")]
    [InlineData("pseudonym,organisation,staff_group,service,age,start_date,fte\n", "list, line 1: found a header alone, expected a row for each post held")]
    [InlineData("PK\u0003\u0004\0\0", "list, line 1: found a spreadsheet or another compressed file, expected a CSV file in UTF-8, or in UTF-16 with its byte order mark; a spreadsheet is saved as one first")]
    [InlineData("o\0r\0g\0\n\0", "list, line 1: found bytes of UTF-16 without its byte order mark, or no text at all, expected a CSV file in UTF-8, or in UTF-16 with its byte order mark; a spreadsheet is saved as one first")]
    public void Import_NoList_SaysWhatItIs(string text, string fault) => Assert.Equal([fault], _fixture.Faults(() => _fixture.ImportText(text)));

    [Fact]
    public void Import_NoFile_SaysSo() => Assert.Equal(["list: found no such file, expected a staff list (docs/frameworks.md)"], _fixture.Faults(() => _fixture.ImportFile()));

    [Fact]
    public void Import_HeadersThatAreNotThere_NamesWhatWasFoundAndTheNearest()
    {
        Assert.Equal(
        [
            "list, line 1: found the headers age, organization, group, ftes and 1 more, expected a header staff_group or occupation_code, or a columns file that says which it is",
            "list, line 1, column fte: found the headers age, organization, group, ftes and 1 more, expected a header fte, or a columns file that says which it is; is it ftes?",
            "list, line 1, column organisation: found the headers age, organization, group, ftes and 1 more, expected a header organisation, or a columns file that says which it is; is it organization?",
        ],
        _fixture.Faults(() => _fixture.ImportText("age,organization,group,ftes,week 9\n30,T1,nurses,1,1\n")));
        Assert.Contains("list, line 1, column fte: found the header 2 times, expected each header once", _fixture.Faults(() => _fixture.ImportText("fte,organisation,staff_group,fte\n1,T1,nurses,1\n")));
    }

    [Fact]
    public void Import_NoHeader_SaysSoWithoutAWordOfThePerson()
    {
        var faults = _fixture.Faults(() => _fixture.Import(StaffListFixture.Hills, header: "ftf,Organization,Doe,Jane,1980-02-01,S1234"));

        Assert.Equal(
        [
            "list, line 1: found a first line that is no header, expected a header staff_group or occupation_code, or a columns file that says which it is",
            "list, line 1, column fte: found a first line that is no header, expected a header fte, or a columns file that says which it is",
            "list, line 1, column organisation: found a first line that is no header, expected a header organisation, or a columns file that says which it is",
        ],
        faults);
    }

    private void WriteGzip(string text)
    {
        using var gzip = new GZipStream(File.Create(_fixture.List), CompressionLevel.Optimal);
        gzip.Write(Encoding.UTF8.GetBytes(text));
    }
}
