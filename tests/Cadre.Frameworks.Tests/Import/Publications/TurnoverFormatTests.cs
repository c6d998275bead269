using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Import.Publications;

/// <summary>Yearly turnover by region and staff group, or by age, becomes rates of the register.</summary>
public sealed class TurnoverFormatTests : IDisposable
{
    private const string Header = "PERIOD,TYPE,NHSE_REGION_CODE,NHSE_REGION_NAME,MAIN_STAFF_GROUP,STAFF_GROUP,HC,FTE";
    private const string Qualified = "Professionally qualified clinical staff";

    /// <summary>The published sample: true rows of one type.</summary>
    private static readonly string[] Published =
    [
        "200909 to 201009,Denominator at end of period,All NHSE regions,All NHSE regions,All staff groups,All staff groups,1159716,1008013.25573",
        $"200909 to 201009,Denominator at end of period,All NHSE regions,All NHSE regions,{Qualified},Nurses & health visitors,315750,278891.64984",
        $"200909 to 201009,Denominator at end of period,Y56,London,{Qualified},Nurses & health visitors,49146,46064.67467",
        $"200909 to 201009,Denominator at end of period,Y58,South West,{Qualified},Nurses & health visitors,31214,26238.8407",
    ];

    private readonly PublicationFixture _fixture = new("england-2025");

    public void Dispose() => _fixture.Dispose();

    private static IEnumerable<string> Year(int until, string region, double start, double end, string joiners, string leavers, string group = "Nurses & health visitors") =>
        new[] { ("Denominator at start of period", $"{start}"), ("Denominator at end of period", $"{end}"), ("Joiners", joiners), ("Leavers", leavers) }
            .Where(item => item.Item2.Length > 0)
            .Select(item => $"{until - 1}10 to {until}10,{item.Item1},{region},,{Qualified},{group},,\"{item.Item2}\"");

    [Fact]
    public void Import_PublishedRowsWithJoinersAndLeavers_GiveTheRatesOfRegionAndNation()
    {
        // 27,889.164984 leavers over 278,891.64984 staff on average are 10%; 30,678.0814824 joiners 11%.
        string[] more =
        [
            .. Published,
            .. Published.Skip(1).Select(row => row.Replace("end of period", "start of period")),
            $"200909 to 201009,Leavers,All NHSE regions,All NHSE regions,{Qualified},Nurses & health visitors,,\"27,889.164984\"",
            $"200909 to 201009,Joiners,All NHSE regions,All NHSE regions,{Qualified},Nurses & health visitors,,30678.0814824",
            $"200909 to 201009,Leavers,Y56,London,{Qualified},Nurses & health visitors,,4606.467467",
        ];
        var report = _fixture.Import(Header, more, "ranges: { leaving_factor: 1.25, net_change_points: 2 }\n");

        var entries = _fixture.Read().Register;
        AssumptionEntry Row(string id) => entries.Single(entry => entry.Assumption.Id == id);
        Assert.Equal((8.0, 10.0, 12.5), (Row("leaving_rate.nurses").Low, Row("leaving_rate.nurses").Central, Row("leaving_rate.nurses").High));
        Assert.Equal((-1.0, 1.0, 3.0), (Row("net_change.nurses").Low, Row("net_change.nurses").Central, Row("net_change.nurses").High));
        Assert.Equal((8.0, 10.0, 12.5), (Row("leaving_rate.nurses.Y56").Low, Row("leaving_rate.nurses.Y56").Central, Row("leaving_rate.nurses.Y56").High));
        Assert.DoesNotContain(entries, entry => entry.Assumption.Id == "leaving_rate.nurses.Y58");
        Assert.Equal(("nhs-turnover-yearly", Engine.Model.Grade.C), (Row("leaving_rate.nurses.Y56").Assumption.Source, Row("leaving_rate.nurses.Y56").Assumption.Grade));
        Assert.StartsWith("leavers over the mean of staff at start and end, FTE, twelve months to 2010-09; range: ", Row("leaving_rate.nurses").Assumption.Note);
        Assert.Equal(
            [("a total of staff groups", 1), ("no leavers of the same year, staff group and place", 2)],
            report.LeftOut.Select(rows => (rows.Reason, rows.Rows)));
        Assert.Equal((10, 7), (report.Rows, report.Used));
        Assert.StartsWith("Supply was fitted to the rates before", report.NoLongerFits[0]);
        Assert.Single(_fixture.Rows("evidence.csv", "nhs-turnover-yearly,"));
    }

    [Fact]
    public void Import_SampleAlone_HasNothingToUseAndSaysWhy()
    {
        var faults = _fixture.Faults(() => _fixture.Import(Header, Published));

        Assert.Equal(
            [
                "file: found no row to use, expected figures of yearly turnover for places and staff groups of the framework (keys organisations and staff_groups of the columns file)",
                "file, line 2: found 1 row: a total of staff groups, expected rows that can be used",
                "file, line 3: found 3 rows: no leavers of the same year, staff group and place, expected rows that can be used",
            ], faults);
    }

    [Fact]
    public void Import_SeveralYears_RangeIsTheirSpreadAndNeverOfNoWidth()
    {
        string[] rows = [.. Year(2023, "Y56", 100, 100, "", "5"), .. Year(2024, "Y56", 100, 100, "", "13"), .. Year(2025, "Y56", 100, 100, "", "10"), .. Year(2025, "Y58", 100, 100, "", "10")];
        _fixture.Import(Header, rows);

        Assert.Contains(",percent_per_year,5,10,13,pert,", Assert.Single(_fixture.Rows("assumptions_imported.csv", "leaving_rate.nurses.Y56")));
        Assert.Contains(",percent_per_year,8.695652174,10,11.5,pert,", Assert.Single(_fixture.Rows("assumptions_imported.csv", "leaving_rate.nurses.Y58")));
    }

    [Fact]
    public void Import_Twice_ChangesTheRowsThatItWrote()
    {
        _fixture.Import(Header, Year(2024, "Y56", 100, 100, "", "10"));
        var report = _fixture.Import(Header, Year(2025, "Y56", 100, 100, "", "20"));

        Assert.Contains(",20,", Assert.Single(_fixture.Rows("assumptions_imported.csv", "leaving_rate.nurses.Y56")));
        Assert.Equal([("assumptions_imported.csv", 0, 1, 0)], report.Tables.Select(table => (table.File, table.Added, table.Changed, table.Removed)));
        Assert.Equal(("10.00%", "20.00%"), (report.Figures[0].Before, report.Figures[0].Now));
    }

    [Fact]
    public void Import_SuppressedBlankOtherYearsAndUnknownNames_AreLeftOutByName()
    {
        string[] rows =
        [
            .. Year(2025, "Y56", 100, 100, "11", "10"),
            .. Year(2025, "Y58", 100, 100, "*", "10"),
            .. Year(2025, "Y99", 100, 100, "11", "10"),
            .. Year(2025, "Y59", 100, 100, "11", " "),
            .. Year(2025, "Y60", 100, 100, "11", "0"),
            .. Year(2025, "Y61", 100, 100, "11", "10", "Nurses & helth visitors"),
            .. Year(2026, "Y62", 100, 100, "11", "10"),
            $"202509 to 202510,Leavers,Y62,,{Qualified},Midwives,,1",
            $"202410 to 202510,Leaver,Y62,,{Qualified},Midwives,,1",
        ];
        var report = _fixture.Import(Header, rows);

        Assert.Single(report.Figures);
        Assert.Equal(
            [
                ("FTE is held back (*): nothing is made of the year of the staff group and place", 1),
                ("region is no place of the framework", 4),
                ("FTE is blank", 1),
                ("staff group is none of the framework's", 4),
                ("twelve months that end after the framework's as_of, 2026-04-30", 4),
                ("not twelve months", 1),
                ("a TYPE that is none of start, end, joiners and leavers", 1),
                ("another figure of the same year, staff group and place is held back (*)", 3),
                ("no leavers of the same year, staff group and place", 3),
                ("no leavers in the latest twelve months: no rate", 4),
            ],
            report.LeftOut.Select(of => (of.Reason, of.Rows)));
        Assert.Equal(["nurses (Nurses and health visitors)"], report.LeftOut[3].Near);
        Assert.Equal(["Leavers"], report.LeftOut[6].Near);
        Assert.Equal(rows.Length, report.Used + report.LeftOut.Sum(of => of.Rows));
    }

    [Fact]
    public void Import_NationWithoutLeavers_UsesTheRowsForTheNetChangeAndSaysSo()
    {
        var report = _fixture.Import(Header, Year(2025, "All NHSE regions", 100, 100, "11", "0"));

        Assert.Equal((4, 0), (report.Used, report.LeftOut.Count));
        Assert.Equal("11.00%", Assert.Single(report.Figures).Now);
        Assert.Contains("Nurses and health visitors, England: no leavers in the latest twelve months, so no leaving rate; the net change is used.", report.Notes);
    }

    [Fact]
    public void Import_NetChangeOf50Points_IsNotUsedAndNamed()
    {
        var report = _fixture.Import(Header, Year(2025, "All NHSE regions", 100, 100, "60", "10"));

        Assert.Equal("10.00%", Assert.Single(report.Figures).Now);
        Assert.Contains("Nurses and health visitors, England: a net change of 50.00% in the twelve months to 2025-10 is not used: it must be under 50 either way.", report.Notes);
    }

    [Fact]
    public void Import_Workbook_GivesTheSame()
    {
        _fixture.ImportWorkbook(Header, Year(2025, "Y56", 100, 100, "11", "10"));

        Assert.Contains(",percent_per_year,8.695652174,10,11.5,pert,", Assert.Single(_fixture.Rows("assumptions_imported.csv", "leaving_rate.nurses.Y56")));
    }

    [Fact]
    public void Import_PublicationByAge_GivesTheNationsRatesAndAFrameworkThatRuns()
    {
        Assert.SkipWhen(PublishedData.MayBeMissing, "the publications are not on this machine");
        var file = Path.Combine(PublishedData.Folder, "nhs-turnover-by-age-band-england-2025", "turnover_2_by_staff_group_grade_age_band_england_2024-10_to_2025-10_EXTRACT.csv");
        var report = _fixture.ImportFile(file);

        Assert.Equal((343, 9), (report.Rows, report.Used));
        Assert.Equal([("a single age band: all ages are used", 54), ("a single grade: all grades are used", 280)], report.LeftOut.Select(of => (of.Reason, of.Rows)));
        Assert.Equal(["7.89%", "1.11%", "8.48%", "1.47%", "10.12%", "1.49%"], report.Figures.Select(figure => figure.Now));
        ShortRun.Check(_fixture.Read());
    }
}
