using System.Text;
using Cadre.Frameworks.Import.StaffLists;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Tests.Import;

/// <summary>What a user is told beside the counts: what cells may mean, what was left out when the framework no longer checks, and what to look at.</summary>
public sealed class StaffListNearTests : IDisposable
{
    private readonly StaffListFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData("t1", "nurses", "T1 (Hills Trust)")]
    [InlineData("Hills NHS Foundation Trust", "nurses", "T1 (Hills Trust)")]
    [InlineData("HILLS", "nurses", "T1 (Hills Trust)")]
    [InlineData("Hill's Trust", "nurses", "T1 (Hills Trust)")]
    [InlineData("Hils Trust", "nurses", "T1 (Hills Trust)")]
    [InlineData("T9", "nurses", null)]
    [InlineData("Vale Trust", "nurses", null)]
    [InlineData("NHS Foundation Trust", "nurses", null)]
    [InlineData("T1", "Nurse", "nurses (Nurses)")]
    [InlineData("T1", "docters", "doctors (Doctors)")]
    [InlineData("T1", "n6d", "N6D")]
    [InlineData("T1", "cleaners", null)]
    public void Import_CellNearAKnownOne_NamesIt(string organisation, string group, string? near)
    {
        var left = Assert.Single(_fixture.Import([.. StaffListFixture.Hills, $"p9,{organisation},{group},,30,2010-05-01,1"]).LeftOut);

        Assert.Equal(near is null ? [] : [new NearName(near, 1)], left.Near);
    }

    [Fact]
    public void Import_LeftOutRowsThatEmptyACohort_StandBeforeTheCheckersFaults()
    {
        var faults = Ordered(() => _fixture.Import(StaffListFixture.Hills.Select(row => row.Replace("T1,doctors", "T1,docters"))));

        Assert.Equal(
            "list, line 5, column occupation_code or staff_group: found 1 row left out such as \"xxxxxxx\" (line 5), expected a staff group that holds staff, or a code that the columns file or the NHS gives one; "
            + "did you mean doctors (Doctors)?",
            faults[0]);
        Assert.StartsWith("After the staff list: found a framework that does not check, expected rows left out above that belong to these cohorts put right in the list or the columns file; or, where the list is right,", faults[1]);
        Assert.StartsWith("place_rates.csv, line 3, columns place, service, staff_group: found \"T1\", \"all\", \"doctors\"", faults[2]);
    }

    [Fact]
    public void Import_FaultsOfTheColumnsFile_StandBeforeWhatFollowsFromThem()
    {
        var faults = Ordered(() => _fixture.Import(StaffListFixture.Hills, "columns: {fte: WTE}\ndates: dmy"));

        Assert.StartsWith("columns, line 2, key dates", faults[0]);
        Assert.StartsWith("list, line 1, column WTE", faults[1]);
    }

    [Theory]
    [InlineData("columns: {fte: WTE", "columns, line 2: found a bracket or brace that is not closed, or a comma that is missing (column ")]
    [InlineData("decimal: comma\ncolumns:\n\tfte: WTE", "columns, line 3: found the control character U+0009")]
    [InlineData("columns:\n  fte: \"WTE", "columns, line 2: found a quote that is not closed (column ")]
    [InlineData("dates: day: month", "columns, line 1: found a colon where no key may stand: a second one in its line, or a line indented more than its neighbours (column ")]
    [InlineData("on: @today", "columns, line 1: found a sign that begins a value only within quotes (column 5)")]
    public void Import_ColumnsFileThatCannotBeRead_IsTheOnlyFault(string columns, string fault)
    {
        var found = Assert.Single(_fixture.Faults(() => _fixture.Import(StaffListFixture.Hills, columns, header: "a,b")));

        Assert.StartsWith(fault, found);
        Assert.DoesNotContain("While", found);
    }

    [Theory]
    [InlineData("known_on: 2026-03-01", "columns, line 1, key known_on: found \"2026-03-01\"")]
    [InlineData("grade: B\non: 2026-03-01", "columns, line 2, key on: found \"2026-03-01\"")]
    public void Import_DayAfterAsOf_IsBlamedOnWhereItStands(string columns, string fault) =>
        Assert.StartsWith(fault, Assert.Single(_fixture.Faults(() => _fixture.Import(StaffListFixture.Hills, columns))));

    [Fact]
    public void Import_MatchPlaceRates_TakesAdjustmentsOfCohortsThatAreGone()
    {
        FaultyFile("T1,all,doctors");
        _fixture.Import(StaffListFixture.Hills.Where(row => !row.Contains("doctors")), matchPlaceRates: true);

        Assert.Equal(["1,T2,all,support,-4,Posts regraded,synthetic,D,2026-01-15"], _fixture.Rows("adjustments.csv"));

        void FaultyFile(string cohort) => TestCommon.FaultyFile.Append(_fixture.Framework, "adjustments.csv", $"1,{cohort},-1,Posts regraded,synthetic,D,2026-01-15");
    }

    [Theory]
    [InlineData("05/01/2025", "06/05/2010", "day_month_year")]
    [InlineData("15/01/2025", "06/05/2010", null)]
    [InlineData("05/05/2025", "06/06/2010", null)]
    public void Import_DaysThatFitBothOrders_AreRemarkedOn(string one, string other, string? takenAs)
    {
        string[] rows = [.. StaffListFixture.Hills.Select(row => string.Join(',', row.Split(',').Select((cell, i) => i == 5 ? other : cell))), $"p9,T1,nurses,,30,{one},1"];

        Assert.Equal(takenAs, _fixture.Import(rows, "dates: day_month_year").DaysTakenAs);
    }

    [Fact]
    public void Import_IdenticalRows_AreCountedAndRemarkedOn()
    {
        var report = _fixture.Import([.. StaffListFixture.Hills, StaffListFixture.Hills[0], StaffListFixture.Hills[0], ",T1,nurses,,30,2010-05-01,1", ",T1,nurses,,30,2010-05-01,1"]);

        Assert.Equal((10, 2), (report.Posts, report.Repeated));
    }

    [Fact]
    public void Import_SomeTrusts_TellsTheOthersApartAndWhatIsOfTheOldSize()
    {
        var report = _fixture.Import(StaffListFixture.Hills);

        Assert.Equal((2047 - 775, 1789 - 679.1), (report.Kept.Heads, Math.Round(report.Kept.Fte, 9)));
        Assert.Equal([true, true, true], report.Groups.Select(group => group.HasOutgrownSupply));
        Assert.Equal(["supply.csv", "intakes.csv", "transfers.csv", "adjustments.csv", "need_trajectory.csv", "envelope.csv", "targets.csv"], report.TablesOfOldSize);
        Assert.Equal(0, report.LeftOutShare);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Import_OtherUnicodeWithItsMark_ReadsAsUtf8(string encoding)
    {
        var (text, order) = (string.Join('\n', StaffListFixture.Hills.Prepend(StaffListFixture.Header)), Encoding.GetEncoding(encoding));
        _fixture.ImportText(text);
        var tables = _fixture.Tables();
        File.WriteAllBytes(_fixture.List, [.. order.GetPreamble(), .. order.GetBytes(text)]);
        _fixture.ImportFile();

        Assert.Equal(tables, _fixture.Tables());
    }

    [Fact]
    public void Import_HeaderOfWindows1252_IsNamed()
    {
        File.WriteAllBytes(_fixture.List, [.. "organisation,staff_group,fte,pr"u8, 0xe9, .. "nom\nT1,nurses,1,x\n"u8]);

        Assert.StartsWith("list, line 1: found bytes as of Windows-1252, expected a CSV file in UTF-8", Assert.Single(_fixture.Faults(() => _fixture.ImportFile())));
    }

    [Fact]
    public void Import_TablesLaidAsideByAProcessThatWasKilled_AreNoFaultAndGo()
    {
        var aside = Path.Combine(_fixture.Framework, ".seasons.csv.tmp");
        File.WriteAllText(aside, "half");

        Assert.NotNull(FrameworkReader.Read(_fixture.Framework));
        _fixture.Import(StaffListFixture.Hills);
        Assert.False(File.Exists(aside));
        File.WriteAllText(Path.Combine(_fixture.Framework, ".tmp"), "");
        Assert.Throws<FrameworkException>(() => FrameworkReader.Read(_fixture.Framework));
    }

    [Fact]
    public void Find_OneLetter_IsNotGuessed() => Assert.Null(Nearest.Find("E", ["A", "B", "C", "D"]));

    /// <summary>The faults in their order, in which the list's path and the columns file's stand for nothing.</summary>
    private string[] Ordered(Action import) =>
        [.. Assert.Throws<FrameworkException>(import).Problems.Select(problem => problem.ToString().Replace(_fixture.List, "list").Replace(_fixture.Options("").Columns!, "columns"))];
}
