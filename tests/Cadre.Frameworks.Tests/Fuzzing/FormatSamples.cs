using Cadre.Frameworks.Tests.Import.Workbooks;

namespace Cadre.Frameworks.Tests.Fuzzing;

/// <summary>A small publication of a format, true rows with few figures changed, and what its columns file says for the small framework.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Columns">The columns file.</param>
/// <param name="Lines">The header and the rows.</param>
internal sealed record FormatSample(string Name, string Columns, string[] Lines)
{
    /// <summary>Writes it as CSV.</summary>
    public void SaveCsv(string folder) => File.WriteAllText(Path.Combine(folder, "publication.csv"), string.Join('\n', Lines) + "\n");

    /// <summary>Writes it as a workbook, numbers as numbers. No cell holds a quote.</summary>
    public void SaveWorkbook(string folder)
    {
        var rows = Lines.Select((line, row) => $"<row r=\"{row + 1}\">{Cells(line, row + 1)}</row>");
        new TestWorkbook(string.Concat(rows)).Save(folder, "publication.xlsx");
    }

    private static string Cells(string line, int row) => string.Concat(line.Split(',').Select((cell, column) => Cell($"{(char)('A' + column)}{row}", cell)));

    private static string Cell(string address, string cell) =>
        cell.Length == 0 ? "" : double.TryParse(cell, out _) ? TestWorkbook.Number(address, cell) : TestWorkbook.Text(address, System.Net.WebUtility.HtmlEncode(cell));
}

/// <summary>A sample of each format of publication.</summary>
internal static class FormatSamples
{
    private const string Places = "organisations: { \"RV5*\": T1, RJZ: T2, Y56: R1, QE1: S3 }\n";
    private const string StaffGroups = "staff_groups: { Nurses & health visitors: nurses, HCHS doctors: doctors, \"nurse*\": nurses, medical_staff_hospital: doctors }\n";

    private const string Areas =
        """
        stock: shares
        areas:
          - { care_setting: Community Mental Health, service: all }
          - { care_setting: Adult and General, primary_area: Psychiatry, staff_group: doctors }

        """;

    public static IReadOnlyList<FormatSample> All { get; } =
    [
        new("turnover", Places + StaffGroups,
        [
            "PERIOD,TYPE,NHSE_REGION_CODE,NHSE_REGION_NAME,STAFF_GROUP,FTE", .. Turnover("202410 to 202510", 46064.67467), .. Turnover("202310 to 202410", 45001.5),
        ]),
        new("Talking Therapies by month", Places + Activities("referrals_received", "waiting_first_treatment"),
        [
            "reporting_period,level,org_code,measure,statistic,value", .. Months(),
        ]),
        new("Talking Therapies by year", Places + Activities("referrals_received", "finished_course_treatment"),
        [
            "reporting_period,org_type,org_code,variable_type,age_group,measure,statistic,value",
            "2024-25,ICB,QE1,Total,All,referrals_received,count,57860",
            "2023-24,ICB,QE1,Total,All,referrals_received,count,*",
            "2024-25,England,All,Total,All,referrals_received,count,1813432",
            "2024-25,England,All,Age Group,18 to 25,referrals_received,count,300000",
            "2024-25,ICB,QE1,Total,All,finished_course_treatment,count,22135", "2024-25,ICB,QE1,Total,All,reliable_recovery,percentage,48",
        ]),
        new("four-week waits", Places + Activities("MRS04", "MRS06"),
        [
            "REPORTING_PERIOD_START,REPORTING_PERIOD_END,BREAKDOWN,PRIMARY_LEVEL,SECONDARY_LEVEL,MEASURE_ID,MEASURE_NAME,MEASURE_VALUE",
            "01/04/2024,30/06/2024,Provider,RV5,NONE,MRS04,Number of CMH referral-spells that started in the RP,1255",
            "01/04/2024,30/06/2024,Provider,RJZ,NONE,MRS04,Number of CMH referral-spells that started in the RP,*",
            "01/04/2024,30/06/2024,Provider,RV5,NONE,MRS06,Number of CMH referral-spells that were still open at the end of the RP,4015",
            "01/04/2024,30/06/2024,England,England,NONE,MRS06,Number of CMH referral-spells that were still open at the end of the RP,240561",
            "01/04/2024,30/06/2024,Provider,RV5,NONE,MRS05,Proportion of CMH referral-spells,12%",
        ]),
        new("areas of work", Places + StaffGroups + Areas,
        [
            "DATA_MONTH,DATA_LEVEL,ORG_CODE,STAFF_GROUP_1,CARE_SETTING_OR_SPECIALTY,PRIMARY_AREA_OF_WORK,MENTAL_HEALTH_CLASSIFICATION,FTE",
            "2025-10-31,Organisation,RV5,Nurses & health visitors,Community Mental Health,Psychiatry,Mental Health Area of Work,120.5",
            "2025-10-31,Organisation,RV5,Nurses & health visitors,Adult and General,Psychiatry,Mental Health Area of Work,80",
            "2025-10-31,Organisation,RV5,Nurses & health visitors,Adult and General,General Acute,Other,4.2",
            "2025-10-31,Organisation,RJZ,HCHS doctors,Adult and General,Psychiatry,Mental Health Area of Work,*",
            "2025-09-30,Organisation,RV5,HCHS doctors,Adult and General,Psychiatry,Mental Health Area of Work,9",
            "2025-10-31,Region,Y56,HCHS doctors,All,All,All,90",
        ]),
        new("staff by organisation", Places + StaffGroups + "default_service: all\n",
        [
            "month,org_code,org_name,staff_group,nationality_group,fte",
            "2017-SEP,RV5,South London,Nurses & health visitors,UK,1300.5",
            "2017-SEP,RV5,South London,Nurses & health visitors,ROW,42.75",
            "2017-SEP,RV5,South London,HCHS doctors,EU,*",
            "2017-SEP,RJZ,King's,HCHS doctors,UK,86.2",
            "2017-SEP,00D,NHS Durham Dales CCG,HCHS doctors,UK,0.1",
            "2017-AUG,RV5,South London,HCHS doctors,UK,80",
            "2017-SEP,RV5,South London,All staff groups,UK,1700",
        ]),
        new("occupation codes by row", StaffGroups,
        [
            "occupation_code,code_group,is_mental_health_or_ld_nursing", "N6D,nurse,0", "N6E,nurse,0", "N0E,nurse_other,1", "N0E,nurse,1", "053,medical_staff_hospital,0", "G0A,admin_estates,0",
        ]),
        new("occupation codes by column", StaffGroups,
        [
            "medical_staff_hospital_codes,allied_health_staff_codes,nurse_staff_codes,midwife_staff_codes,nurse_other_staff_codes", "053,S0A,N6D,N2C,N0E", "921,,N6E,,", "A1A,,,,N0E",
        ]),
    ];

    private static IEnumerable<string> Turnover(string period, double staff) =>
        from region in new[] { "Y56,London", "All NHSE regions,All NHSE regions" }
        from type in new[] { "Denominator at start of period", "Denominator at end of period", "Joiners", "Leavers" }
        select FormattableString.Invariant($"{period},{type},{region},Nurses & health visitors,{(type.Length > 10 ? staff : staff / 10)}");

    private static IEnumerable<string> Months() =>
        from year in new[] { 2024, 2025 }
        from month in new[] { 1, 2, 3, 4, 10, 11, 12 }
        from measure in new[] { "referrals_received", "waiting_first_treatment" }
        select FormattableString.Invariant($"{year}-{month:00},Provider,RV5{month:00},{measure},count,{(month == 4 ? "*" : year + month)}");

    private static string Activities(string flow, string standing) =>
        $$"""
        activities:
          - { measure: {{flow}}, activity: flow, name: Flow, staff_group: doctors, hours: 1.5 }
          - { measure: {{standing}}, activity: open, name: Open, staff_group: doctors, hours: 9, growth: 2, grade: C }
        allowances: { category: 15, individual: 1 }

        """;
}
