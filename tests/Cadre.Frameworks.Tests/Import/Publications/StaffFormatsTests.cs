using System.Globalization;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Import.Publications;

/// <summary>Staff by organisation and staff group set the opening stock; the workforce by area of work splits it over services and finer staff groups.</summary>
public sealed class StaffFormatsTests : IDisposable
{
    private const string ByOrganisation = "month,org_code,org_name,staff_group,nationality_group,fte";
    private const string ByArea = "DATA_MONTH,DATA_LEVEL,NHSE_REGION_CODE,NHSE_REGION_NAME,ICS_CODE,ICS_NAME,ORG_CODE,ORG_NAME,MAIN_STAFF_GROUP,STAFF_GROUP_1,CARE_SETTING_OR_SPECIALTY,PRIMARY_AREA_OF_WORK,SECONDARY_AREA_OF_WORK,TERTIARY_AREA_OF_WORK,MENTAL_HEALTH_CLASSIFICATION,FTE";

    private const string Areas = """
        organisations: { RJ1: T1, RJZ: T2 }
        staff_groups: { Nurses & health visitors: nurses, HCHS doctors: doctors, Support to ST&T staff: support }
        areas:
          - { care_setting: Community Mental Health, service: community }
          - { care_setting: Adult and General, primary_area: Psychiatry, service: ward }
          - { care_setting: Adult and General, service: ward }
          - { care_setting: General psychiatry, service: community }
          - { care_setting: Applied Psychology, service: community, staff_group: doctors }

        """;

    private readonly PublicationFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    /// <summary>True rows of the publication, with other figures where it is said.</summary>
    private static string Published(string organisation, string group, string setting, string area, string fte, string classification = "Mental Health Area of Work") =>
        $"2025-10-31,Organisation,Y56,London,QKK,South East London,{organisation},Guy's and St Thomas' NHS Foundation Trust,Professionally qualified clinical staff,{group},{setting},{area},{area},{area},{classification},{fte}";

    private Dictionary<string, double> Stock(string place) =>
        _fixture.Rows("stock.csv", place).Select(row => row.Split(',')).ToDictionary(cells => $"{cells[1]}/{cells[2]}", cells => double.Parse(cells[4], CultureInfo.InvariantCulture));

    private void SplitServices()
    {
        var yaml = Path.Combine(_fixture.Framework, "framework.yaml");
        File.WriteAllText(yaml, File.ReadAllText(yaml).Replace("  - code: all\n    name: All services\n", "  - code: community\n    name: Community\n  - code: ward\n    name: Wards\n"));
        foreach (var table in new[] { "stock", "place_rates", "need", "need_activities", "need_trajectory", "transfers", "adjustments" }.Select(name => Path.Combine(_fixture.Framework, $"{name}.csv")).Where(File.Exists))
            File.WriteAllText(table, File.ReadAllText(table).Replace(",all,", ",community,"));
        _fixture.Read();
    }

    [Fact]
    public void Import_StaffByNationality_AddsUpAndSetsTheStock()
    {
        string[] rows =
        [
            "2025-SEP,T1,Hills Trust,Nurses,UK,\"1,300.5\"", "2025-SEP,T1,Hills Trust,Nurses,ROW,42.75", "2025-SEP,T1,Hills Trust,Nurses,All,1343.25", "2025-SEP,T1,Hills Trust,Doctors,UK,86.2", "2025-SEP,T1,Hills Trust,Doctors,EU,*",
            "2025-SEP,T1,Hills Trust,All staff groups,UK,1700", "2025-SEP,T2,Coast Trust,Nurses,UK,272.8", "2025-SEP,T2,Coast Trust,Doctors,UK,*", "2017-SEP,T2,Coast Trust,Nurses,UK,1", "2025-SEP,00D,\"NHS Durham Dales, Easington and Sedgefield CCG\",Nurses,Unknown,0.1",
            "2025-SEP,T-2,Coast NHS Foundation Trust,Nurses,UK,3", "2025-SEP,T1,Hills Trust,Managers,UK,5",
        ];
        var report = _fixture.Import(ByOrganisation, rows);

        Assert.Equal(new Dictionary<string, double> { ["all/nurses"] = 1343.25, ["all/doctors"] = 86.2, ["all/support"] = 221.4 }, Stock("T1"));
        Assert.StartsWith($"T1,all,nurses,{ImportTableText(1343.25 * 420 / 371.5)},1343.25,hchs-staff-by-organisation,A,2026-01-29,\"published for 2025-SEP, 2 rows added up; heads at 0.885 FTE of a head, as before\"", _fixture.Rows("stock.csv", "T1,all,nurses")[0]);
        Assert.Equal(new Dictionary<string, double> { ["all/nurses"] = 272.8, ["all/doctors"] = 62.9, ["all/support"] = 173.6 }, Stock("T2"));
        Assert.Equal(
            [
                ("a total of rows that are used", 2), ("FTE is held back (*): not in the stock", 2), ("another month than 2025-SEP", 1), ("organisation is no trust of the framework", 2), ("staff group is none of the framework's", 1),
            ],
            report.LeftOut.Select(of => (of.Reason, of.Rows)));
        Assert.Equal(["T2 (Coast Trust)"], report.LeftOut[3].Near);
        Assert.StartsWith("Changed by more than 20%: Nurses (966.4 FTE before, 1,938.15 now). Still of the size of the staff before: supply.csv", report.NoLongerFits[0]);
        Assert.Contains("1 trust without a row that is used keeps its stock: T3.", report.NoLongerFits);
    }

    private static string ImportTableText(double value) => decimal.Parse(value.ToString("G10", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    [Fact]
    public void Import_CohortThatIsGone_NeedsItsRatesToFollow()
    {
        string[] rows = ["2025-SEP,T1,,Nurses,UK,400", "2025-SEP,T2,,Doctors,UK,60", "2025-SEP,T2,,Nurses,UK,0"];
        var faults = _fixture.Faults(() => _fixture.Import(ByOrganisation, rows));
        Assert.StartsWith("After the publication: found a framework that does not check", faults[0]);
        Assert.Contains(faults, fault => fault.StartsWith("place_rates.csv", StringComparison.Ordinal));

        var needs = new[] { "need.csv", "need_trajectory.csv" }.Select(name => Path.Combine(_fixture.Framework, name));
        var report = _fixture.Import(ByOrganisation, rows, matchPlaceRates: true);
        Assert.Equal(["stock.csv", "place_rates.csv"], report.Tables.Select(table => table.File).Take(2));
        Assert.All(needs, file => Assert.True(File.Exists(file)));
        Assert.Empty(_fixture.Rows("place_rates.csv", "T2,all,nurses"));
    }

    [Fact]
    public void Import_StaffGroupWithoutARow_IsNamedAndKept()
    {
        var report = _fixture.Import(ByOrganisation, ["2025-SEP,T1,,Nurses,UK,400", "2025-SEP,T2,,Nurses,UK,300", "2025-SEP,T2,,Doctors,UK,60", "2025-SEP,T2,,support,UK,170"]);

        Assert.Equal((400.0, 86.2, 221.4), (Stock("T1")["all/nurses"], Stock("T1")["all/doctors"], Stock("T1")["all/support"]));
        Assert.Contains(
            "Kept as before, without a row of the trust's staff group in the file (absent is not 0; a row with 0 makes it 0): T1/all/doctors (86.2 FTE), T1/all/support (221.4 FTE).",
            report.NoLongerFits);
        Assert.Equal(("stock.csv", 0, 4, 0), (report.Tables[0].File, report.Tables[0].Added, report.Tables[0].Changed, report.Tables[0].Removed));
    }

    [Fact]
    public void Import_CohortsThatOpenEmpty_Stay()
    {
        using var plan = new PublicationFixture("stepping-forward-2017");
        var empty = plan.Rows("stock.csv", "R1A").Where(row => row.Contains(",0,0,", StringComparison.Ordinal)).ToArray();
        var report = plan.Import(ByOrganisation, ["2017-SEP,R1A,,nurses,UK,1000", "2017-SEP,R1A,,support_clinical,UK,900", "2017-SEP,R1A,,nursing_associates,UK,0"]);

        Assert.Equal(empty, plan.Rows("stock.csv", "R1A").Where(row => row.Contains(",0,0,", StringComparison.Ordinal)));
        Assert.Equal((0, 2, 0), (report.Tables[0].Added, report.Tables[0].Changed, report.Tables[0].Removed));
        Assert.StartsWith("R1A,existing,nurses,", Assert.Single(plan.Rows("stock.csv", "R1A,existing,nurses")));
    }

    [Fact]
    public void Import_NoStaffWherePostsArePlanned_KeepsTheCohortAtZero()
    {
        using var planned = new PublicationFixture("examples/planned-posts");
        File.AppendAllText(Path.Combine(planned.Framework, "planned_posts.csv"), "T1,today,nurses,2026-05,1,synthetic,D,2025-09-30,\n");
        planned.Import(ByOrganisation, ["2025-SEP,T1,,nurses,UK,0"]);

        Assert.StartsWith("T1,today,nurses,0,0,hchs-staff-by-organisation,A,", planned.Rows("stock.csv", "T1,today")[0]);
        Assert.Contains("kept at 0: planned_posts.csv has it", planned.Rows("stock.csv", "T1,today")[0]);
    }

    [Fact]
    public void Import_NewStaffWithoutAService_AreLeftOut()
    {
        SplitServices();
        FaultyFile.Replace(_fixture.Framework, "stock.csv", 3, "T1,community,doctors,95,86.2", "T1,community,doctors,0,0");
        var report = _fixture.Import(ByOrganisation, ["2025-SEP,T1,,Doctors,UK,40", "2025-SEP,T1,,Nurses,UK,400"]);

        Assert.Equal((1, 1), (report.Used, report.LeftOut.Single().Rows));
        Assert.Equal(["Doctors of T1, 40 FTE"], report.LeftOut[0].Examples);
    }

    [Fact]
    public void Import_SeveralServices_KeepTheirShares()
    {
        SplitServices();
        FaultyFile.Replace(_fixture.Framework, "stock.csv", 2, "T1,community,nurses,420,371.5", "T1,community,nurses,315,278.625");
        FaultyFile.Append(_fixture.Framework, "stock.csv", "T1,ward,nurses,105,92.875,synthetic,D,2026-02-26,");
        FaultyFile.Append(_fixture.Framework, "place_rates.csv", "T1,ward,nurses,1,1,synthetic,D,2026-01-15,");
        var report = _fixture.Import(ByOrganisation, ["2025-SEP,T1,,Nurses,UK,400"]);

        Assert.Equal((300.0, 100.0), (Stock("T1")["community/nurses"], Stock("T1")["ward/nurses"]));
        Assert.Contains("split over services as before", _fixture.Rows("stock.csv", "T1,ward,nurses")[0]);
        Assert.Contains(("Service: Wards", "92.88", "100"), report.Figures.Select(figure => (figure.What, figure.Before, figure.Now)));
    }

    [Fact]
    public void Import_RepeatedRowOrNoMonth_IsAFault() =>
        Assert.Equal(
            [
                "file, line 3: found T1, Nurses, UK again (first in line 2), expected one row for each organisation and its parts",
                "file, line 4, column MONTH: found \"autumn\", expected a month, such as 2025-10, 2017-SEP or 2025-10-31",
            ],
            _fixture.Faults(() => _fixture.Import(ByOrganisation, ["2025-SEP,T1,,Nurses,UK,400", "2025-SEP,T1,,Nurses,UK,400", "autumn,T1,,Nurses,EU,400"])));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Import_WorkforceByArea_SplitsTheStockByItsShares(bool isWorkbook)
    {
        SplitServices();
        string[] rows =
        [
            Published("RJ1", "Nurses & health visitors", "Adult and General", "Mental Health", "3.0"), Published("RJ1", "Nurses & health visitors", "Community Mental Health", "Primary Care", "1.0"),
            Published("RJ1", "Support to ST&T staff", "Art/Music/Dramatherapy", "Medicine", "3.2"), Published("RJZ", "HCHS doctors", "General psychiatry", "Psychiatry", "4.1"),
            Published("RJ1", "Nurses & health visitors", "Other Mental Health", "Medicine", "4.0"), Published("RXX", "HCHS doctors", "General psychiatry", "Psychiatry", "4.1"),
            Published("RJZ", "HCHS doctors", "General psychiatry", "Medicine", "*"), Published("RJZ", "HCHS doctors", "General psychiatry", "Surgery", "1").Replace("Organisation", "England"),
        ];
        var report = isWorkbook ? _fixture.ImportWorkbook(ByArea, rows, Areas, matchPlaceRates: true) : _fixture.Import(ByArea, rows, Areas, matchPlaceRates: true);

        // Of T1's 371.5 FTE of nurses 3/8 are on wards, 1/8 in the community; the other half is in no rule and stays.
        Assert.Equal((371.5 * 5 / 8, 371.5 * 3 / 8), (Stock("T1")["community/nurses"], Stock("T1")["ward/nurses"]));
        Assert.Equal((86.2, 221.4, 62.9), (Stock("T1")["community/doctors"], Stock("T1")["community/support"], Stock("T2")["community/doctors"]));
        Assert.Equal(1109.9 + 679.1, Stock("T1").Values.Sum() + Stock("T2").Values.Sum() + Stock("T3").Values.Sum(), 6);
        Assert.Equal(_fixture.Rows("place_rates.csv", "T1,community,nurses")[0].Split(',')[3..5], _fixture.Rows("place_rates.csv", "T1,ward,nurses")[0].Split(',')[3..5]);
        Assert.Equal(
            [
                ("care setting and area of work are in no rule of the columns file (areas): their share of the stock stays where it is", 2), ("organisation is no trust of the framework", 1), ("FTE is held back (*): not in the stock", 1),
                ("a total above organisations", 1),
            ],
            report.LeftOut.Select(of => (of.Reason, of.Rows)));
        Assert.Equal(["Art/Music/Dramatherapy / Medicine", "Other Mental Health / Medicine"], report.LeftOut[0].Examples);
        ShortRun.Check(_fixture.Read());
    }

    [Fact]
    public void Import_WorkforceByAreaAsFigures_SetsTheServicesOfTheRules()
    {
        SplitServices();
        string[] rows = [Published("RJ1", "Nurses & health visitors", "Adult and General", "Mental Health", "30"), Published("RJ1", "Nurses & health visitors", "Community Mental Health", "Primary Care", "10")];
        _fixture.Import(ByArea, rows, Areas + "stock: figures\n", matchPlaceRates: true);

        Assert.Equal((10.0, 30.0, 86.2), (Stock("T1")["community/nurses"], Stock("T1")["ward/nurses"], Stock("T1")["community/doctors"]));
    }

    [Fact]
    public void Import_WorkforceByAreaAsTheFiguresAre_ChangesNoFte()
    {
        SplitServices();
        var columns = Areas + "stock: figures\nsource: synthetic\n";
        string[] rows = [Published("RJ1", "Nurses & health visitors", "Community Mental Health", "Primary Care", "10")];
        _fixture.Import(ByArea, rows, columns);
        var report = _fixture.Import(ByArea, rows, columns);

        Assert.Equal((0, 0, 0, 9), (report.Tables[0].Added, report.Tables[0].Changed, report.Tables[0].Removed, report.Tables[0].Kept));
        Assert.Contains("T1/community/doctors (86.2 FTE)", string.Join('\n', report.NoLongerFits));
    }

    [Fact]
    public void Import_FteThatIsNoNumber_IsToldOfEveryRowBesideRowsThatAreTooShort()
    {
        SplitServices();
        string[] rows = [Published("RJ1", "Nurses & health visitors", "Other", "Medicine", "-9x"), Published("RXX", "Nurses & health visitors", "Adult and General", "Medicine", "typo2"), "2025-10-31,Organisation"];

        Assert.Equal(
            [
                "file, line 2, column FTE: found \"-9x\", expected a number, 0 or more and up to 10000000000, such as 1234.5 or 1,234.5, or * where it is held back",
                "file, line 3, column FTE: found \"typo2\", expected a number, 0 or more and up to 10000000000, such as 1234.5 or 1,234.5, or * where it is held back",
                "file, line 4: found 2 cells, expected 16 cells, as in the header",
            ],
            _fixture.Faults(() => _fixture.Import(ByArea, rows, Areas)));
    }

    [Fact]
    public void Import_FinerStaffGroup_IsSplitFromTheOneThatIsPublished()
    {
        // Applied psychologists stand in for a finer group here: their FTE goes from support to doctors.
        SplitServices();
        string[] rows = [Published("RJ1", "Support to ST&T staff", "Applied Psychology", "Clinical Support", "1"), Published("RJ1", "Support to ST&T staff", "Other", "Clinical Support", "3")];
        _fixture.Import(ByArea, rows, Areas);

        var whole = 86.2 + 221.4;
        Assert.Equal((86.2 * 0.75) + (whole / 4), Stock("T1")["community/doctors"], 8);
        Assert.Equal(221.4 * 0.75, Stock("T1")["community/support"], 8);
    }

    [Fact]
    public void Import_NoRulesOrRulesThatSayNothing_AreFaults()
    {
        SplitServices();
        string[] rows = [Published("RJ1", "Nurses & health visitors", "Adult and General", "Mental Health", "3.0")];

        Assert.StartsWith("--columns, column areas: found no columns file, expected areas: rules", Assert.Single(_fixture.Faults(() => _fixture.Import(ByArea, rows))));
        Assert.Equal(
            [
                "columns, line 3, key areas: found a rule that asks or says nothing, expected what the row has (care_setting, primary_area ...) and the service or staff_group, or both, that it counts in",
            ],
            _fixture.Faults(() => _fixture.Import(ByArea, rows, "organisations: { RJ1: T1 }\nareas:\n  - { care_setting: Adult }\n")));
        Assert.Equal(
            [
                "columns, line 2, key areas.service: found \"wards\", expected the code of a service in framework.yaml; did you mean ward?",
                "columns, line 3, key areas.service: found no service, expected a service, or a default_service: the framework has several",
            ],
            _fixture.Faults(() => _fixture.Import(ByArea, rows, "areas:\n  - { care_setting: Adult, service: wards }\n  - { care_setting: Adult, staff_group: nurses }\n")));
    }

    [Fact]
    public void Import_PublishedStaffOf2017_GivesAFrameworkThatRuns()
    {
        Assert.SkipWhen(PublishedData.MayBeMissing, "the publications are not on this machine");
        using var england = new PublicationFixture("england-2025");
        // Staff of these groups were in regions then in which there are none now: a planner gives them a pool first.
        string[] pools = ["unknown,Y58", "unknown,Y62", "support_ambulance,Y63"];
        File.AppendAllLines(Path.Combine(england.Framework, "supply.csv"), pools.Select(pool => $"{pool},0,0,0,none,D,2026-04-30,"));
        var report = england.ImportFile(
            Path.Combine(PublishedData.Folder, "hchs-staff-nationality-by-org-2016-2018", "derived", "hchs_fte_by_org_staff_group_nationality_group_2017-09.csv"),
            PublicationFixture.Example("staff-2017"), matchPlaceRates: true);

        Assert.Equal(report.Rows, report.Used + report.LeftOut.Sum(of => of.Rows));
        Assert.Equal(["organisation is no trust of the framework"], report.LeftOut.Select(of => of.Reason));
        var framework = england.Read();
        Assert.Equal(47, framework.Model.Cohorts.Select(cohort => cohort.Place).Distinct().Count());
        ShortRun.Check(framework);
    }

    [Fact]
    public void Import_PublishedSampleByArea_LeavesOutTrustsThatAreNotThere()
    {
        Assert.SkipWhen(PublishedData.MayBeMissing, "the publications are not on this machine");
        using var england = new PublicationFixture("england-2025");
        var sample = Path.Combine(PublishedData.Folder, "publisher-csv-schema-samples", "core_14_mental_health_workforce_by_org_2025-10_SAMPLE.csv");
        var faults = england.Faults(() => england.ImportFile(sample, "areas:\n  - { care_setting: Adult and General, service: all }\n"));
        Assert.Contains("found 11 rows: organisation is no trust of the framework, such as \"RJ1\", \"RJZ\"", string.Join('\n', faults));

        var report = england.ImportFile(sample, "organisations: { RJ1: RV5, RJZ: RPG }\nareas:\n  - { care_setting: Adult and General, service: all }\n  - { care_setting: Other Mental Health, service: all }\n");
        Assert.Equal((11, 3), (report.Rows, report.Used));
        ShortRun.Check(england.Read());
    }
}
