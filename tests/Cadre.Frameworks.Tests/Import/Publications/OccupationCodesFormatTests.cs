using Cadre.Frameworks.Import.StaffLists;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Import.Publications;

/// <summary>A publication of occupation codes becomes the table by which staff lists are read.</summary>
public sealed class OccupationCodesFormatTests : IDisposable
{
    private const string Header = "occupation_code,code_group,is_mental_health_or_ld_nursing";
    private const string Columns = "staff_groups: { nurse: nurses, nurse_other: support, medical_staff_hospital: doctors }\n";
    private static readonly string[] Rows = ["N6D,nurse,0", "N6E,nurse,0", "N0E,nurse,1", "N0E,nurse_other,1", "053,medical_staff_hospital,0", "G0A,admin_estates,0"];

    private readonly PublicationFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    private StaffListReport ImportList(string? columns = null)
    {
        var (list, file) = (Path.Combine(_fixture.Folder, "list.csv"), Path.Combine(_fixture.Folder, "list.yaml"));
        File.WriteAllText(list, "organisation,occupation_code,fte\n" + string.Join('\n', Enumerable.Range(0, 9).Select(_ => "T1,N6D,1")) + "\nT1,N0E,1\nT1,053,1\nT1,XYZ,1\n");
        if (columns is not null)
            File.WriteAllText(file, columns);
        return StaffListImport.Import(new StaffListOptions { Framework = _fixture.Framework, List = list, Columns = columns is null ? null : file, Source = "synthetic" });
    }

    [Fact]
    public void Import_CodesByGroup_BecomeTheTableOfStaffLists()
    {
        var report = _fixture.Import(Header, Rows, Columns);

        Assert.Equal(
            ["053,doctors", "N0E,support", "N6D,nurses", "N6E,nurses"],
            _fixture.Rows("occupation_codes.csv").Select(row => string.Join(',', row.Split(',')[..2])));
        Assert.Equal([("group is no staff group of the framework without groups below it", 1)], report.LeftOut.Select(of => (of.Reason, of.Rows)));
        Assert.Equal((6, 5), (report.Rows, report.Used));
        var list = ImportList();
        Assert.Equal((9, 1, 1), ((int)list.Groups[0].Now.Heads - 675, (int)list.Groups[1].Now.Heads - 152, (int)list.Groups[2].Now.Heads - 445));
        Assert.Equal(1, list.LeftOut.Sum(rows => rows.Rows));
    }

    [Fact]
    public void Import_ColumnForEachGroup_GivesTheSame()
    {
        string[] rows = ["053,AAA,N6D,N2C,N0E", ",,N6E,, "];
        _fixture.ImportWorkbook("medical_staff_hospital_codes,allied_health_staff_codes,nurse_staff_codes,midwife_staff_codes,nurse_other_staff_codes", [rows[0], rows[1].TrimEnd(' ')], Columns);

        Assert.Equal(["053,doctors", "N0E,support", "N6D,nurses", "N6E,nurses"], _fixture.Rows("occupation_codes.csv").Select(row => string.Join(',', row.Split(',')[..2])));
    }

    [Fact]
    public void Import_Again_TakesCodesOutThatAreGone()
    {
        _fixture.Import(Header, Rows, Columns);
        var report = _fixture.Import(Header, Rows[..2], Columns);

        Assert.Equal(2, _fixture.Rows("occupation_codes.csv").Length);
        Assert.Equal((0, 0, 2, 2), (report.Tables[0].Added, report.Tables[0].Changed, report.Tables[0].Removed, report.Tables[0].Kept));
    }

    [Fact]
    public void Import_CodeOfTwoStaffGroups_IsAFault() =>
        Assert.Equal(
            ["file, line 3: found N6D in nurse and medical_staff_hospital, which are different staff groups, expected a code of one of them, or of a group with fewer codes (key staff_groups of the columns file)"],
            _fixture.Faults(() => _fixture.Import(Header, ["N6D,nurse,0", "N6D,medical_staff_hospital,0"], Columns)));

    [Fact]
    public void Import_NoCode_IsAFault() =>
        Assert.Equal(["file, line 2, column OCCUPATION_CODE: found \"N 6\", expected an occupation code of letters and digits, such as N6D"], _fixture.Faults(() => _fixture.Import(Header, ["N 6,nurse,0"], Columns)));

    [Theory]
    [InlineData("occupation_code,staff_group\n# made up\nN6D,support\nN0E,support\n053,doctors\n", 10)]
    [InlineData("staff_group,occupation_code\nnurses,N6D\nnurses,N0E\ndoctors,053\n", 1)]
    public void StaffList_ColumnsFileThatNamesCodes_IsReadByThem(string codes, int support)
    {
        File.WriteAllText(Path.Combine(_fixture.Folder, "codes.csv"), codes);

        // 445 heads of support are at the other trusts.
        Assert.Equal(support, (int)ImportListWith("codes.csv").Groups[2].Now.Heads - 445);
    }

    private StaffListReport ImportListWith(string file)
    {
        // The cohorts of T1 stay all three, so that the framework checks.
        var list = Path.Combine(_fixture.Folder, "codes.csv");
        var text = File.ReadAllText(list);
        File.WriteAllText(list, text + (text.Contains(",support") ? "N1A,nurses\n" : "support,N1A\n"));
        var (path, columns) = (Path.Combine(_fixture.Folder, "list.csv"), Path.Combine(_fixture.Folder, "list.yaml"));
        File.WriteAllText(columns, $"occupation_codes: {file}\n");
        File.WriteAllText(path, "organisation,occupation_code,fte\n" + string.Join('\n', Enumerable.Range(0, 9).Select(_ => "T1,N6D,1")) + "\nT1,N0E,1\nT1,053,1\nT1,N1A,1\n");
        return StaffListImport.Import(new StaffListOptions { Framework = _fixture.Framework, List = path, Columns = columns, Source = "synthetic" });
    }

    [Theory]
    [InlineData("code,group\nN6D,nurses\n", "codes.csv, line 1: found the header code,group, expected the headers occupation_code and staff_group")]
    [InlineData("occupation_code,staff_group\nN6D,nurse\n", "codes.csv, line 2, column staff_group: found \"nurse\", expected the code of a staff group without groups below it in staff_groups.csv; did you mean nurses?")]
    [InlineData("occupation_code,staff_group\nN6D,nurses\nN6D,doctors\n", "codes.csv, line 3, column occupation_code: found \"N6D\" a second time, expected each code once; line 2 has it already")]
    [InlineData("occupation_code,staff_group\nN6D\n", "codes.csv, line 2: found 1 cell, expected 2 cells, as in the header")]
    [InlineData(null, "key occupation_codes: found \"codes.csv\", which is no file beside it, expected a CSV file with the header occupation_code,staff_group")]
    public void StaffList_ColumnsFileWithFaultyCodes_NamesThem(string? codes, string expected)
    {
        if (codes is not null)
            File.WriteAllText(Path.Combine(_fixture.Folder, "codes.csv"), codes);
        var wrong = Assert.Throws<FrameworkException>(() => ImportList("occupation_codes: codes.csv\n"));

        Assert.EndsWith(expected, Assert.Single(wrong.Problems).ToString());
    }

    [Theory]
    [InlineData("N6D,nurses,synthetic,D,2026-01-15,\nN6D,doctors,synthetic,D,2026-01-15,", "occupation_codes.csv, line 3, column occupation_code: found \"N6D\" a second time, expected each code once; line 2 has it already")]
    [InlineData("N6D,clinical,synthetic,D,2026-01-15,", "occupation_codes.csv, line 2, column staff_group: found \"clinical\", expected a staff group without groups below it")]
    public void Check_FaultyTable_NamesIt(string rows, string expected)
    {
        File.WriteAllText(Path.Combine(_fixture.Framework, "occupation_codes.csv"), $"occupation_code,staff_group,source,grade,known_on,note\n{rows}\n");

        Assert.Equal(expected, Assert.Single(Assert.Throws<FrameworkException>(() => _fixture.Read()).Problems).ToString());
    }

    [Theory]
    [InlineData("derived/occupation_code_to_staff_group.csv")]
    [InlineData("workforce_staff_codes.xlsx")]
    public void Import_PublishedCodes_AreThoseThatWereBuiltInForNurses(string file)
    {
        Assert.SkipWhen(PublishedData.MayBeMissing, "the publications are not on this machine");
        using var england = new PublicationFixture("england-2025");
        var report = england.ImportFile(
            Path.Combine(PublishedData.Folder, "nhs-occupation-codes-by-staff-group", file),
            PublicationFixture.Example("occupation-codes"));

        Assert.True(england.Rows("occupation_codes.csv").Length > 200);
        Assert.Contains("N6D,nurses,", england.Rows("occupation_codes.csv", "N6D,")[0]);
        Assert.Contains(report.Notes, note => note.StartsWith("Groups that are no staff group of the framework, with their codes: ", StringComparison.Ordinal));
        ShortRun.Check(england.Read());
    }
}
