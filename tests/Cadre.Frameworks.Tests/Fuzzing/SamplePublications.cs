using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Tests.England2025;
using Cadre.Frameworks.Tests.Import.Workbooks;
using Cadre.Frameworks.Tests.SteppingForward2017;

namespace Cadre.Frameworks.Tests.Fuzzing;

/// <summary>Small sound files of the kinds that are published, invented, for the frameworks that come with Cadre.</summary>
internal static class SamplePublications
{
    private const string MonthHeader = "PERIOD,TYPE,NHSE_REGION_CODE,NHSE_REGION_NAME,ICS_CODE,ICS_NAME,REPORTING_ORG_NAME,REPORTING_ORG_CODE,CLUSTER_GROUP,BENCHMARK_GROUP,STAFF_GROUP_1_NAME,HC,FTE\n";

    private static readonly string[] Bands = ["All age bands", .. AgeBandNames()];

    public static ImportSettings England { get; } = ImportSettings.Read(EnglandRun.Folder);

    public static PlanImportSettings Plan { get; } = ImportSettings.Read(PlanTotalTests.Folder).Plan!;

    public static (string File, string Text) Month { get; } = (England.Month.File, MonthHeader + string.Concat(
        from organisation in new[] { "RV3", "RV5" }
        from type in new[] { "Denominator at start of period", "Denominator at end of period", "Joiners", "Leavers" }
        from staffGroup in new[] { "All staff groups", England.StaffGroups["nurses"].Published }
        select $"{England.Month.Period},{type},Y56,London,QKK,\"South East, London\",Trust {organisation},{organisation},{England.Cluster},Mental,{staffGroup},{(type.Length > 10 ? 200 : 3)},{(type.Length > 10 ? 180.5 : 2.75)}\n"));

    public static (string File, string Text) Year { get; } = (England.Year.File, "PERIOD,TYPE,STAFF_GROUP,GRADE,AGE_BAND,HC,FTE,VALUE_STATUS\n" + string.Concat(
        from type in new[] { "Denominator at end of period", "Joiners", "Leavers" }
        from band in Bands
        select $"{England.Year.Period},{type},{England.StaffGroups["nurses"].Published},All grades,{band},{(type.Length > 10 ? 200 : 30)},{(type.Length > 10 ? 180.5 : 27.5)},published\n"));

    public static (string File, string Text) People { get; } = (England.Population.File,
        $"year,icb_code,icb_name,sex,age_band,population\n{England.Population.Period},E1,NHS North London Integrated Care Board,F,0-10,1000\n{England.Population.Period},E2,\"NHS Bath, Wells Integrated Care Board\",M,0-10,2000\n2021,E2,x,M,0-10,5\n");

    public static (string File, string Text) Stock { get; } = (Plan.Stock.File, "month,org_code,org_name,staff_group,nationality_group,fte\n" + string.Concat(
        from organisation in new[] { "RV3", "RV5", "00D" }
        from staffGroup in new[] { "HCHS doctors", "Midwives" }
        from nationality in new[] { "UK", "Unknown" }
        select $"{Plan.Stock.Period},{organisation},\"Trust, {organisation}\",{staffGroup},{nationality},{(nationality == "UK" ? "\"1,234.5\"" : "*")}\n"));

    /// <summary>A columns file for the list of <see cref="Import.StaffListFixture"/>.</summary>
    public const string Columns =
        """
        columns:
          organisation: organisation
          staff_group: staff_group
          fte: fte
        separator: comma
        decimal: point
        dates: year_month_day
        organisations:
          RRP: T1
        staff_groups:
          "N6*": nurses
        services:
          ward: all
        default_service: all
        on: 2025-09-30
        source: synthetic
        grade: D
        known_on: 2026-01-15

        """;

    /// <summary>A workbook with shared texts, days, several runs of text and a second sheet.</summary>
    public static void SaveWorkbook(string folder) => new TestWorkbook(
        $"<row r=\"1\">{TestWorkbook.Text("A1", "People by place")}</row><row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c>{TestWorkbook.Text("B3", "place")}{TestWorkbook.Text("C3", "people")}</row>"
        + $"<row r=\"4\">{TestWorkbook.Number("A4", "45930", 1)}<c r=\"B4\" t=\"s\"><v>1</v></c>{TestWorkbook.Number("C4", "1E-3")}</row>"
        + $"<row r=\"6\">{TestWorkbook.Number("A6", "45930.5", 2)}<c r=\"C6\"><f>1+1</f><v>12.5</v></c></row>",
        "<mergeCells count=\"1\"><mergeCell ref=\"A1:C1\"/></mergeCells>").Save(folder);

    private static string[] AgeBandNames() => ["Under 25", "25 to 34", "35 to 44", "45 to 54", "55 to 64", "65 and over"];
}
