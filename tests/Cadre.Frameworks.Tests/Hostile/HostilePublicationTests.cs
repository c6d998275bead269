using System.Text;
using Cadre.Frameworks.Import;
using Cadre.Frameworks.Import.Publications;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Reading.Workbooks;
using Cadre.Frameworks.Tests.Fuzzing;
using Cadre.Frameworks.Tests.Import.Workbooks;

namespace Cadre.Frameworks.Tests.Hostile;

/// <summary>Publications and columns files that no publisher writes: told with their line, and nothing is written.</summary>
public sealed class HostilePublicationTests : IDisposable
{
    private const string Number = "expected a number, 0 or more and up to 10000000000, such as 1234.5 or 1,234.5, or * where it is held back";

    private readonly HostileNation _nation = new();

    public void Dispose() => _nation.Dispose();

    private string Csv => Path.Combine(_nation.Around, "publication.csv");

    private string Columns => Path.Combine(_nation.Around, "columns.yaml");

    public static TheoryData<string> WithFigures => [.. FormatSamples.All.Select(sample => sample.Name).Where(name => !name.StartsWith("occupation", StringComparison.Ordinal))];

    /// <summary>Has the publication of a sample told by its faults.</summary>
    private string[] Faults(string file = "publication.csv") => _nation.Faults(() => PublicationImport.Import(new PublicationOptions
    {
        Framework = _nation.Folder, Publication = Path.Combine(_nation.Around, file), Columns = File.Exists(Columns) ? Columns : null,
    }));

    private static FormatSample Sample(string name) => FormatSamples.All.Single(sample => sample.Name == name);

    private void Write(FormatSample sample, params string[] lines)
    {
        File.WriteAllText(Columns, sample.Columns);
        File.WriteAllText(Csv, string.Join('\n', lines) + "\n");
    }

    [Theory]
    [MemberData(nameof(WithFigures))]
    public void Import_NoNumberInACellOfFigures_IsToldWithLineAndColumn(string name)
    {
        var sample = Sample(name);
        string[] values =
        [
            "NaN", "Infinity", "-Infinity", "1e308", "-3", "12,34", "10000000001", $"1{string.Concat(Enumerable.Repeat(",000", 110))}", new string('9', 400),
            "٣", "½", "0x10", "1_000", "=1+1", ".5", "5.",
        ];
        foreach (var value in values)
        {
            string[] lines = [.. sample.Lines];
            lines[1] = $"{lines[1][..lines[1].LastIndexOf(',')]},\"{value}\"";
            Write(sample, name == "staff by organisation" ? [lines[0], lines[1]] : lines);
            var shown = value.Length > 200 ? $"{value[..200]}… ({value.Length} letters)" : value;
            Assert.Contains($"publication.csv, line 2, column {lines[0].Split(',')[^1].ToUpperInvariant()}: found \"{shown}\", {Number}", Faults());
        }
    }

    /// <summary>Figures up to the bound in every cell of all rows: the tables are finite, or the check names what is too large.</summary>
    [Theory]
    [MemberData(nameof(WithFigures))]
    public void Import_LargestAndSmallestFigures_AreReadOrRefused(string name)
    {
        var sample = Sample(name);
        foreach (var value in (string[])["10000000000", "0.00000000000000000001", "0"])
        {
            Write(sample, [sample.Lines[0], .. sample.Lines.Skip(1).Select(line => $"{line[..line.LastIndexOf(',')]},{value}")]);
            var options = new PublicationOptions { Framework = _nation.Folder, Publication = Csv, Columns = Columns, MatchPlaceRates = true };
            try
            {
                PublicationImport.Import(options);
                Assert.All(FrameworkReader.Read(_nation.Folder).Model.Cohorts, cohort => Assert.True(double.IsFinite(cohort.OpeningHeads.Value)));
            }
            catch (FrameworkException wrong)
            {
                Assert.All(wrong.Problems, problem => Assert.NotEmpty(problem.File));
            }
        }
    }

    [Fact]
    public void Import_CutInAQuotedCell_NamesTheLine()
    {
        var sample = Sample("turnover");
        Write(sample, [.. sample.Lines[..3], "202410 to 202510,Leavers,Y56,\"Lon"]);
        Assert.Equal(["publication.csv, line 4: found a quote that is not closed, expected a quote at both ends of the cell"], Faults());
    }

    [Theory]
    [InlineData(0xC3)]
    [InlineData(0xFF)]
    [InlineData(0x00)]
    public void Import_BytesThatAreNoText_NamesTheLine(byte wrong)
    {
        var sample = Sample("turnover");
        Write(sample, sample.Lines);
        var lines = Encoding.UTF8.GetBytes(string.Join('\n', sample.Lines[..3]));
        File.WriteAllBytes(Csv, [.. lines, wrong, (byte)'\n']);
        Assert.Equal(["publication.csv, line 3: found bytes that are not UTF-8, expected plain text in UTF-8"], Faults());
        File.WriteAllBytes(Csv, [wrong, .. lines]);
        Assert.Equal(["publication.csv, line 1: found bytes that are not UTF-8, expected a CSV file in UTF-8, or an .xlsx workbook by its name"], Faults());
    }

    [Fact]
    public void Import_OneMillionColumns_IsRefusedByTheLengthOfTheRow()
    {
        var sample = Sample("turnover");
        Write(sample, $"{sample.Lines[0]},{string.Join(',', Enumerable.Range(0, 1_000_000))}", sample.Lines[1]);
        Assert.Equal(["publication.csv, line 1: found a row that is longer than 65,536 bytes, expected rows that are shorter, and every quote closed"], Faults());
    }

    [Fact]
    public void Import_ManyLongHeaders_ShowsTheirBeginnings()
    {
        Write(Sample("turnover"), string.Join(',', Enumerable.Range(0, 60).Select(i => $"{i}{new string('x', 1_000)}")));
        Assert.All(Faults(), fault => Assert.True(fault.Length < 3_000));
    }

    [Fact]
    public void Import_OneMillionBlankLinesAndRows_AreCounted()
    {
        var sample = Sample("turnover");
        Write(sample, [sample.Lines[0], .. Enumerable.Repeat("", 500_000), .. Enumerable.Repeat(",,,,,", 500_000), .. sample.Lines[1..]]);
        var report = PublicationImport.Import(new PublicationOptions { Framework = _nation.Folder, Publication = Csv, Columns = Columns });
        Assert.Contains("1000000 blank rows between others.", report.Notes);
    }

    [Fact]
    public void Import_OneMillionRowsThatAreNone_TellsTheFirst()
    {
        var sample = Sample("turnover");
        Write(sample, [sample.Lines[0], .. Enumerable.Repeat("x,y", 1_000_000)]);
        var faults = Faults();
        Assert.Equal((1_000, "publication.csv, line 2: found 2 cells, expected 6 cells, as in the header"), (faults.Length, faults[0]));
    }

    [Fact]
    public void Import_ManyOrganisationsThatAreNone_TakesSeconds()
    {
        var sample = Sample("staff by organisation");
        static string Row(int i) => $"2017-SEP,{(char)('A' + (i % 26))}x{i},Trost of the {Convert.ToHexString(BitConverter.GetBytes(i))},Nurses,UK,1";
        Write(sample, [sample.Lines[0], .. Enumerable.Range(0, 50_000).Select(Row)]);
        const string expected = "publication.csv, line 2: found 50000 rows: organisation is no trust of the framework, such as ";
        Assert.Contains(Faults(), fault => fault.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_MoreCellsThanAFileMayHave_IsRefusedAtTheLine()
    {
        File.WriteAllText(Csv, "a,b\n1,2\n\n3,4\n5,6\n");
        Assert.Equal(
            "publication.csv, line 5: found more than 6 cells up to this line, expected a smaller file",
            _nation.Fault(() => PublishedCsv.Read(Csv, "publication.csv", "", ',', mostCells: 6)));
    }

    [Fact]
    public void Import_ColumnsFileWithAnAlias_IsRefused()
    {
        var sample = Sample("turnover");
        Write(sample, sample.Lines);
        File.WriteAllText(Columns, "organisations: &a { Y56: R1 }\nstaff_groups: *a\n");
        Assert.Equal(["columns.yaml, line 1: found an anchor, &a, expected keys and values without anchors, aliases and tags"], Faults());
    }

    [Fact]
    public void Import_FourWeekWaitsUpToTheLastDayOfTheCalendar_LeavesThemOut()
    {
        var sample = Sample("four-week waits");
        Write(sample, [.. sample.Lines, sample.Lines[1].Replace("30/06/2024", "31/12/9999")]);
        var report = PublicationImport.Import(new PublicationOptions { Framework = _nation.Folder, Publication = Csv, Columns = Columns });
        Assert.Contains(report.LeftOut, rows => rows.Reason == "a period that ends after the framework's as_of, 2026-01-29");
    }

    /// <summary>One cell in the last column of the header makes every row as wide as a sheet can be.</summary>
    [Fact]
    public void Read_SheetWithAWideHeaderAndManyRows_IsRefusedInLittleMemory()
    {
        var rows = new StringBuilder($"<row r=\"1\">{TestWorkbook.Text("A1", "fte")}{TestWorkbook.Text("XFD1", "x")}</row>");
        for (var row = 2; row < 5_000; row++)
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>");
        var path = new TestWorkbook(rows.ToString()).Save(_nation.Around);
        Assert.Equal(
            "book.xlsx, sheet Data: found more than 20,000,000 cells under the header up to row 1222, expected a smaller sheet, or the sheet as CSV",
            _nation.Fault(() => WorkbookTable.Read(path, "book.xlsx", "", ["fte"])));
    }
}
