using System.Globalization;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Import.Publications;

/// <summary>Activity of Talking Therapies and referral spells of the four-week waits become activities of need.</summary>
public sealed class ActivityFormatTests : IDisposable
{
    private const string Monthly = "reporting_period,level,org_code,measure,statistic,value";
    private const string Yearly = "reporting_period,org_type,org_code,org_name,variable_type,age_group,measure,statistic,value";
    private const string Waits = "REPORTING_PERIOD_START,REPORTING_PERIOD_END,STATUS,BREAKDOWN,PRIMARY_LEVEL,PRIMARY_LEVEL_DESCRIPTION,SECONDARY_LEVEL,SECONDARY_LEVEL_DESCRIPTION,MEASURE_ID,MEASURE_NAME,MEASURE_VALUE";
    private const string Started = "Number of CMH referral-spells that started in the RP";
    private const string Open = "Number of CMH referral-spells that were still open at the end of the RP";

    private const string Referrals = """
        organisations: { "RT1*": T1, RT2: T2, QE1: S3 }
        activities:
          - { measure: referrals_received, activity: referral, name: Referrals, staff_group: doctors, hours: 0.5 }
        allowances: { category: 15, individual: 1 }

        """;

    private const string Spells = """
        organisations: { RT1: T1, RT2: T2 }
        activities:
          - { measure: MRS04, activity: started, name: Spells started, staff_group: doctors, hours: 2, growth: 3 }
          - { measure: MRS06, activity: open, name: Open spells, staff_group: doctors, hours: 1.5, grade: C }

        """;

    private readonly PublicationFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    private static IEnumerable<string> Months(string code, int year, Func<int, string> value) =>
        Enumerable.Range(1, 12).Select(month => $"{year}-{month:00},Provider,{code},referrals_received,count,{value(month)}");

    private string[] Activity(string start) => _fixture.Rows("need_activities.csv", start)[0].Split(',');

    private static string Spell(string place, string id, string name, string value, string start = "01/04/2024", string level = "Provider") => $"{start},30/06/2024,Performance,{level},{place},,NONE,NONE,{id},{name},{value}";

    [Fact]
    public void Import_MonthsOfTwoYears_GiveTheYearAndItsGrowth()
    {
        string[] rows = [.. Months("RT101", 2024, _ => "100"), .. Months("RT101", 2025, _ => "110"), .. Months("RT102", 2025, _ => "\"1,000\""), .. Months("all", 2025, _ => "9999").Select(row => row.Replace("Provider", "England"))];
        var report = _fixture.Import(Monthly, rows, Referrals);

        var row = Activity("T1,all,doctors,referral");
        Assert.Equal((13320.0, 10.0, 0.5), (double.Parse(row[5], CultureInfo.InvariantCulture), double.Parse(row[6], CultureInfo.InvariantCulture), double.Parse(row[7], CultureInfo.InvariantCulture)));
        Assert.Equal("D", row[9]);
        Assert.Contains("volume: referrals_received, twelve months to 2025-12, 2 sites (grade B), rounded to 5 by the publisher; hours are a judgement (grade D); growth: over the twelve months before", string.Join(',', row));
        Assert.Equal(["T1,all,doctors,workload,,,15,1,talking-therapies-activity,D,2026-01-29,allowances of the columns file, a judgement; 0 unless given"], _fixture.Rows("need.csv", "T1,all,doctors").Select(line => line.Replace("\"", "")));
        Assert.Equal([("level England: Provider is used, so that nothing is counted twice", 12)], report.LeftOut.Select(of => (of.Reason, of.Rows)));
        Assert.Equal((48, 36), (report.Rows, report.Used));
        Assert.Equal(("", "13,320", "twelve months to 2025-12, 2 sites, growth +10.0%"), (report.Figures[0].Before, report.Figures[0].Now, report.Figures[0].From));
    }

    [Fact]
    public void Import_Twice_ReplacesTheActivityAndKeepsOthersOfTheNeed()
    {
        var columns = Referrals.Replace("doctors", "nurses");
        _fixture.Import(Monthly, Months("RT101", 2025, _ => "100"), columns);
        var report = _fixture.Import(Monthly, Months("RT101", 2025, _ => "200"), columns);

        Assert.Equal("2400", Activity("T1,all,nurses,referral")[5]);
        Assert.Equal(3, _fixture.Rows("need_activities.csv", "T1,all,nurses").Length);
        Assert.StartsWith("The same needs have other activities from before, which stay: contact (T1/all/nurses), bed_day (T1/all/nurses).", report.NoLongerFits[0]);
        Assert.Equal("Of 1 activity no growth is known, neither of the publication nor of the columns file (key growth): it is 0.", report.NoLongerFits[1]);
    }

    [Theory]
    [InlineData(6, "twelve months", "1200")]
    [InlineData(7, "none", "")]
    public void Import_MonthsHeldBack_AreNotZeroAndHalfMustBeThere(int heldBack, string what, string volume)
    {
        string[] rows = [.. Months("RT101", 2025, month => month <= heldBack ? "*" : "100"), .. Months("RT2", 2025, _ => "5")];
        var report = _fixture.Import(Monthly, rows, Referrals);

        Assert.Equal(("the count is held back (*): it is not taken as 0", heldBack), (report.LeftOut[0].Reason, report.LeftOut[0].Rows));
        var found = _fixture.Rows("need_activities.csv", "T1,all,doctors,referral");
        if (what == "none")
        {
            Assert.Empty(found);
            Assert.Equal(("fewer than half of the latest twelve months' counts of the organisation are published", 5), (report.LeftOut[1].Reason, report.LeftOut[1].Rows));
        }
        else
        {
            Assert.Equal(volume, found[0].Split(',')[5]);
            Assert.Contains("6 months to 2025-12 times 2", found[0]);
        }

        Assert.Contains("Every figure used is a multiple of 5: the publisher rounds them so.", report.Notes);
        Assert.Contains("(grade B), rounded to 5 by the publisher; hours are a judgement (grade D)", _fixture.Rows("need_activities.csv", "T2,all,doctors,referral")[0]);
    }

    [Fact]
    public void Import_YearsOfASystem_AreSpreadOverItsTrustsByFte()
    {
        // S3 has 30% of T2 (62.9 FTE of doctors) and all of T3 (73.8).
        string[] rows =
        [
            "2024-25,ICB,QE1,NHS LANCASHIRE AND SOUTH CUMBRIA INTEGRATED CARE BOARD,Total,All,referrals_received,count,57860",
            "2023-24,ICB,QE1,NHS LANCASHIRE AND SOUTH CUMBRIA INTEGRATED CARE BOARD,Total,All,referrals_received,count,58000",
            "2024-25,ICB,UNKNOWN,UNKNOWN,Total,All,referrals_received,count,2690",
            "2024-25,England,All,All,Total,All,referrals_received,count,1813432",
            "2024-25,England,All,All,Age Group,18 to 25,referrals_received,count,300000",
            "2024-25,ICB,QE1,NHS LANCASHIRE AND SOUTH CUMBRIA INTEGRATED CARE BOARD,Total,All,reliable_recovery,percentage,48",
            "2024-25,ICB,QE1,NHS LANCASHIRE AND SOUTH CUMBRIA INTEGRATED CARE BOARD,Total,All,reliable_recovery,count,9000",
        ];
        var report = _fixture.Import(Yearly, rows, Referrals);

        var (t2, t3) = (0.3 * 62.9, 73.8);
        Assert.Equal(57860 * t2 / (t2 + t3), double.Parse(Activity("T2,all,doctors,referral")[5], CultureInfo.InvariantCulture), 4);
        Assert.Equal(57860 * t3 / (t2 + t3), double.Parse(Activity("T3,all,doctors,referral")[5], CultureInfo.InvariantCulture), 4);
        Assert.Equal((57860.0 / 58000 - 1) * 100, double.Parse(Activity("T3,all,doctors,referral")[6], CultureInfo.InvariantCulture), 6);
        Assert.Contains("of S3 by the opening FTE of its trusts (grade C)", _fixture.Rows("need_activities.csv", "T2,all,doctors,referral")[0]);
        Assert.Equal(
            [
                ("a part of a total that is used", 1),
                ("no count but a share or mean", 1),
                ("measure is no activity of the columns file", 1),
                ("level England: ICB is used, so that nothing is counted twice", 1),
                ("organisation is no place of the framework", 1),
            ],
            report.LeftOut.OrderBy(of => of.Reason.StartsWith("level", StringComparison.Ordinal) ? 1 : of.Reason.StartsWith("organisation", StringComparison.Ordinal) ? 2 : 0).Select(of => (of.Reason, of.Rows)));
        Assert.Equal(["reliable_recovery"], report.LeftOut.Single(of => of.Reason.StartsWith("measure", StringComparison.Ordinal)).Examples);
    }

    [Fact]
    public void Import_QuarterOfSpells_IsFourTimesAndWhatStandsOpenIsOnce()
    {
        string[] rows =
        [
            Spell("RT1", "MRS04", Started, "5105"), Spell("RT1", "MRS06", Open, "13270", "01/06/2024"), Spell("RT2", "MRS04", Started, "*"), Spell("RT2", "MRS06", Open, "15", "01/06/2024"),
            Spell("RT1", "MRS01b", "Proportion of CMH referral-spells receiving a full clock stop in less than 4 weeks in the RP", "*"), Spell("England", "MRS04", Started, "16139", level: "England"),
            Spell("RT1", "MRS03a", "Median time (days) for open CMH referral-spells waiting for a 2nd contact at the end of the RP", "60", "01/06/2024"), Spell("T9", "MRS04", Started, "10"),
        ];
        var report = _fixture.Import(Waits, rows, Spells);

        Assert.Equal(("20420", "3", "2"), (Activity("T1,all,doctors,started")[5], Activity("T1,all,doctors,started")[6], Activity("T1,all,doctors,started")[7]));
        Assert.Contains("MRS04, 3 months to 2024-06 times 4 (grade B); hours are a judgement (grade D); growth is a judgement", _fixture.Rows("need_activities.csv", "T1,all,doctors,started")[0]);
        Assert.Equal(("13270", "C"), (Activity("T1,all,doctors,open")[5], Activity("T1,all,doctors,open")[9]));
        Assert.Contains("MRS06, at the end of 2024-06 (grade A)", _fixture.Rows("need_activities.csv", "T1,all,doctors,open")[0]);
        Assert.Empty(_fixture.Rows("need_activities.csv", "T2,all,doctors,started"));
        Assert.Equal("15", Activity("T2,all,doctors,open")[5]);
        Assert.Equal(8, report.Used + report.LeftOut.Sum(of => of.Rows));
        Assert.DoesNotContain(report.Notes, note => note.Contains("day_month_year"));
    }

    [Fact]
    public void Import_DaysThatCouldBeEither_AreRememberedAndTheColumnsFileDecides()
    {
        string[] rows = [Spell("RT1", "MRS04", Started, "5").Replace("30/06/2024", "2024-06-30")];
        var report = _fixture.Import(Waits, rows, Spells.Split("  - { measure: MRS06")[0]);

        Assert.Contains(report.Notes, note => note.Contains("they were read as day_month_year"));
        var fault = Assert.Single(_fixture.Faults(() => _fixture.Import(Waits, rows, Spells.Split("  - { measure: MRS06")[0] + "dates: month_day_year\n")));
        Assert.Contains("found 2024-01-04 to 2024-06-30, expected whole months", fault);
    }

    [Fact]
    public void Import_DaysOfBothOrders_IsAFault() =>
        Assert.Equal(
            [
                "file, line 2, column REPORTING_PERIOD_START: found days of which some have the day first and some the month: \"30/06/2024\" in line 2 and \"04/13/2024\" in line 2, "
                + "expected one order in the whole file, as line 2 has it",
            ],
            _fixture.Faults(() => _fixture.Import(Waits, [Spell("RT1", "MRS04", Started, "5", "04/13/2024")], Spells)));

    [Fact]
    public void Import_MonthThatIsNotOverOnAsOf_IsLeftOut()
    {
        // as_of is 29 January 2026.
        var report = _fixture.Import(Monthly, [.. Months("RT101", 2025, _ => "100"), "2026-01,Provider,RT101,referrals_received,count,900"], Referrals);

        Assert.Equal(("a period that ends after the framework's as_of, 2026-01-29", 1), (report.LeftOut.Single().Reason, report.LeftOut[0].Rows));
        Assert.Equal("1200", Activity("T1,all,doctors,referral")[5]);
    }

    [Fact]
    public void Import_StandingCountOfAnOlderDayAlone_IsNotUsed()
    {
        static string OpenIn(string place, int year, string value) => Spell(place, "MRS06", Open, value, $"01/06/{year}").Replace("30/06/2024", $"30/06/{year}");
        string[] rows = [OpenIn("RT1", 2025, "11"), OpenIn("RT1", 2024, "10"), OpenIn("RT1", 2023, "9"), OpenIn("RT2", 2024, "7"), Spell("RT1", "MRS04", Started, "20")];
        var report = _fixture.Import(Waits, rows, Spells);

        Assert.Equal(3, report.Used);
        Assert.Equal(
            ["an older day than the latest and that of a year before", "the organisation has no count at the end of 2025-06, the latest"], report.LeftOut.Select(of => of.Reason));
        Assert.Empty(_fixture.Rows("need_activities.csv", "T2,all,doctors,open"));
    }

    [Fact]
    public void Import_DaysWithTheMonthFirst_AreRead()
    {
        var report = _fixture.Import(Waits, [Spell("RT1", "MRS04", Started, "5", "04/01/2024").Replace("30/06/2024", "06/30/2024")], Spells.Split("  - { measure: MRS06")[0]);

        Assert.Contains("Days were read with the month first, as \"06/30/2024\" in line 2 asks (month_day_year, key dates of the columns file).", report.Notes);
    }

    [Fact]
    public void Import_NoActivitiesOrUnknownOnes_AreFaults()
    {
        string[] rows = [.. Months("RT101", 2025, _ => "100")];

        Assert.StartsWith("--columns, column activities: found no columns file, expected activities: ", Assert.Single(_fixture.Faults(() => _fixture.Import(Monthly, rows))));
        Assert.Equal(
            ["columns, line 3, key activities.measure: found \"referrals_recieved\", expected a measure of the publication that is a count; did you mean referrals_received?: referrals_received"],
            _fixture.Faults(() => _fixture.Import(Monthly, rows, Referrals.Replace("referrals_received", "referrals_recieved"))));
        Assert.Contains("found \"clinical\", expected the code of a staff group in staff_groups.csv without groups below it", Assert.Single(_fixture.Faults(() => _fixture.Import(Monthly, rows, Referrals.Replace("doctors", "clinical")))));
        Assert.Contains("a second time", Assert.Single(_fixture.Faults(() => _fixture.Import(Monthly, rows, Referrals.Replace("allowances", "  - { measure: referrals_received, activity: referral, name: Again, staff_group: doctors, hours: 1 }\nallowances")))));
        Assert.Contains("no such key", Assert.Single(_fixture.Faults(() => _fixture.Import(Monthly, rows, Referrals.Replace(", hours: 0.5", "")))));
        Assert.Contains("found \"trajectory\" of T2/all/nurses, expected workload", Assert.Single(_fixture.Faults(() => _fixture.Import(Monthly, Months("RT2", 2025, _ => "5"), Referrals.Replace("doctors", "nurses")))));
    }

    [Fact]
    public void Import_RepeatedRowOrNoPeriod_IsAFault()
    {
        string[] rows = [.. Months("RT101", 2025, _ => "100")];

        Assert.Equal(["file, line 14: found RT101, referrals_received, 2025-01 again (first in line 2), expected one row for each organisation, measure and period"], _fixture.Faults(() => _fixture.Import(Monthly, [.. rows, rows[0]], Referrals)));
        Assert.Equal(["file, line 2, column REPORTING_PERIOD: found \"last year\", expected a month such as 2026-03, or a financial year such as 2024-25"], _fixture.Faults(() => _fixture.Import(Monthly, [rows[0].Replace("2025-01", "last year")], Referrals)));
    }

    [Fact]
    public void Import_Workbook_GivesTheSame()
    {
        _fixture.ImportWorkbook(Waits, [Spell("RT1", "MRS04", Started, "5105"), Spell("RT1", "MRS06", Open, "13270", "01/06/2024")], Spells);

        Assert.Equal(("20420", "13270"), (Activity("T1,all,doctors,started")[5], Activity("T1,all,doctors,open")[5]));
    }

    [Fact]
    public void Import_SiteOfATrust_NamesTheTrust()
    {
        using var england = new PublicationFixture("england-2025");
        var faults = england.Faults(() => england.Import(Monthly, Months("RV5CG", 2025, _ => "10"), "activities:\n  - { measure: referrals_received, activity: referral, name: Referrals, staff_group: nurses, hours: 1 }\n"));

        Assert.Contains("did you mean RV5 (South London and Maudsley NHS Foundation Trust)?", string.Join('\n', faults));
    }

    [Theory]
    [InlineData("nhs-talking-therapies-activity-2017-2026/derived/talking_therapies_monthly_activity_by_provider_2021-01_2026-03.csv", "talking-therapies", 56)]
    [InlineData("nhs-talking-therapies-activity-2017-2026/derived/talking_therapies_annual_by_icb_region_agegroup_2017-18_2024-25.csv", "talking-therapies", 94)]
    [InlineData("mhsds-community-mh-waits-2024/mhsds_4ww_JunPerf_2024_v2.csv", "four-week-waits", 136)]
    public void Import_WholePublication_GivesAFrameworkThatRuns(string file, string columns, int activities)
    {
        Assert.SkipWhen(PublishedData.MayBeMissing, "the publications are not on this machine");
        using var england = new PublicationFixture("england-2025");
        File.AppendAllText(Path.Combine(england.Framework, "assumptions.csv"), "hours_available,hours_available,,,,,hours_per_year,1400,1500,1600,pert,,,D,none,2026-04-30,,2027-04-30\n");
        var report = england.ImportFile(Path.Combine(PublishedData.Folder, file), PublicationFixture.Example(columns));

        Assert.Equal(activities, report.Figures.Count);
        Assert.Equal(report.Rows, report.Used + report.LeftOut.Sum(of => of.Rows));
        var framework = england.Read();
        Assert.Equal(activities, framework.Model.Needs.Sum(need => need.Activities.Count));
        ShortRun.Check(framework);
    }
}
