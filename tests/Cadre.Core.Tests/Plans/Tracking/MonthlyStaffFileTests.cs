using Cadre.Core.Plans.Tracking;
using Cadre.Frameworks.Import;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Core.Tests.Plans.Tracking;

public sealed class MonthlyStaffFileTests
{
    private const string Header = "PERIOD,TYPE,NHSE_REGION_CODE,NHSE_REGION_NAME,ICS_CODE,ICS_NAME,REPORTING_ORG_NAME,REPORTING_ORG_CODE,CLUSTER_GROUP,BENCHMARK_GROUP,STAFF_GROUP_1_NAME,HC,FTE\n";
    private const string End = "Denominator at end of period";
    private static readonly DateOnly Today = new(2026, 2, 10);

    [Fact]
    public void Read_RowsOfEveryKind_GivesTheStockAtTheEndOfEachMonth()
    {
        var rows = Read(Row(), Row(kind: "Joiners", heads: "3"), Row(kind: "Denominator at start of period"), Row(period: "202512 to 202601", heads: "421", fte: "372.25")).Rows;
        Assert.Equal([("2025-10", 420, 371.5), ("2026-01", 421, 372.25)], rows.Select(row => (row.Month.ToString(), row.Heads, row.Fte)));
    }

    [Theory]
    [InlineData("202409 to 202510", null, null, null, "PERIOD", "\"202409 to 202510\"")]
    [InlineData("202513 to 202601", null, null, null, "PERIOD", "\"202513 to 202601\"")]
    [InlineData("October", null, null, null, "PERIOD", "\"October\"")]
    [InlineData(null, "Denominator", null, null, "TYPE", "\"Denominator\"")]
    [InlineData(null, null, "many", null, "HC", "\"many\"")]
    [InlineData(null, null, "", null, "HC", "an empty cell")]
    [InlineData(null, null, null, "-1", "FTE", "\"-1\"")]
    [InlineData(null, null, null, "1e9", "FTE", "\"1e9\"")]
    [InlineData(null, null, null, "NaN", "FTE", "\"NaN\"")]
    public void Read_AFault_NamesLineColumnAndWhatWasFound(string? period, string? kind, string? heads, string? fte, string column, string found)
    {
        var problem = Assert.Single(Faults(Row(place: "T2"), Row(period ?? "202509 to 202510", kind ?? End, heads: heads ?? "1", fte: fte ?? "1")));
        Assert.Equal(("my file.csv", 3, column, found), (problem.File, problem.Line, problem.Column, problem.Found));
    }

    [Fact]
    public void Read_ManyFaults_ListsAllOfThem()
    {
        var faults = Faults(Row(), Row(), Row(heads: "x", fte: "y", place: "T2"), "a,b\n", Row(period: "?", place: "T3"));
        Assert.Equal([(3, "TYPE"), (4, "FTE"), (4, "HC"), (5, null), (6, "PERIOD")], faults.Select(fault => (fault.Line, fault.Column)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name,age\nAnn,3\n")]
    [InlineData("PK\u0003\u0004 a zip")]
    public void Read_WhatIsNoSuchFile_IsRefused(string content)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "uploaded.csv");
        File.WriteAllText(path, content);
        Assert.All(Assert.Throws<FrameworkException>(() => MonthlyStaffFile.Read(path, "my file.csv")).Problems, problem => Assert.Equal("my file.csv", problem.File));
    }

    [Fact]
    public void Read_NoStockAtTheEndOfAMonth_IsRefused() => Assert.Contains("no row of stock", Assert.Single(Faults(Row(kind: "Joiners"))).Found, StringComparison.Ordinal);

    [Fact]
    public void Cells_WhatDoesNotBelongToTheFramework_IsLeftOutAndNamed()
    {
        var cells = Cells(Row(), Row(group: "NURSES", place: "T2"), Row(group: "All staff groups"), Row(place: "RJ1"), Row(group: "Porters"), Row(period: "202508 to 202509"));
        Assert.Equal([("T1", "nurses"), ("T2", "nurses")], cells.Cells.Select(cell => (cell.Place, cell.StaffGroup)));
        Assert.Equal(
            ["1 organisation that the framework does not have: Trust RJ1 (RJ1).", "1 staff group that the framework does not have: Porters.", "1 month up to the framework's opening: September 2025."],
            cells.LeftOut);
    }

    [Theory]
    [InlineData("202601 to 202602", "February 2026")]
    [InlineData("202709 to 202710", "October 2027")]
    public void Cells_MonthThatIsNotOverOrTooLate_IsRefusedWithItsLine(string period, string found)
    {
        var problem = Assert.Single(Assert.Throws<FrameworkException>(() => Cells(Row(), Row(period))).Problems);
        Assert.Equal((3, "PERIOD", found), (problem.Line, problem.Column, problem.Found));
    }

    [Fact]
    public void Cells_NothingOfTheFramework_IsRefused() => Assert.Throws<FrameworkException>(() => Cells(Row(place: "RJ1")));

    private static string Row(string period = "202509 to 202510", string kind = End, string place = "T1", string group = "Nurses", string heads = "420", string fte = "371.5") =>
        $"{period},{kind},R1,North,S1,Northern Hills,Trust {place},{place},Mental Health,x,{group},{heads},{fte}\n";

    private static MonthlyStaffFile Read(params string[] rows)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "uploaded.csv");
        File.WriteAllText(path, Header + string.Concat(rows));
        return MonthlyStaffFile.Read(path, "my file.csv");
    }

    private static IReadOnlyList<Problem> Faults(params string[] rows) => Assert.Throws<FrameworkException>(() => Read(rows)).Problems;

    private static ActualCells Cells(params string[] rows) =>
        ActualCells.Of(PlanCase.Small, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Nurses"] = "nurses" }, Read(rows), "my file.csv", Today);
}
