using System.Text.Json.Nodes;
using Cadre.Frameworks.Schemas;
using Cadre.Frameworks.Tests.Schemas;

namespace Cadre.Frameworks.Tests.Import;

/// <summary>The columns file of a staff list.</summary>
public sealed class StaffListColumnsTests : IDisposable
{
    private readonly StaffListFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Import_OtherHeadersDaysAndDecimals_ReadAsTheColumnsFileSays()
    {
        _fixture.Import(StaffListFixture.Hills);
        var tables = _fixture.Tables();
        const string text = """
            Person;Employer;Role;Ward;Born;From;WTE;Remark
            p1;T1;RN;;1995;15/1/2025;1;
            p2;T1;RN;;1995;1.5.2010;0,5;
            p2;T1;Support;;1995;01-05-2010;,5;
            p3;T1;Dr;;1975;01/01/2000;0,8;
            p4;T1;RN;Everything;2001;30/09/2025;1,0;"late; by post"
            p5;T1;RN;;1945;01/01/1990;0,25;
            """;
        var report = _fixture.ImportText(text, """
            columns: {pseudonym: Person, organisation: Employer, occupation_code: Role, service: Ward, year_of_birth: Born, start_date: From, fte: WTE}
            dates: day_month_year
            decimal: comma
            separator: semicolon
            staff_groups: {RN: nurses, Dr: doctors, Support: support}
            services: {Everything: all}
            """);

        Assert.Empty(report.LeftOut);
        Assert.Equal(tables, _fixture.Tables());
        Assert.Equal(("Born", "WTE"), (report.Headers["year_of_birth"], report.Headers["fte"]));
    }

    [Fact]
    public void Import_MonthBeforeDay_ReadsAsTheColumnsFileSays() =>
        Assert.Equal(6, _fixture.Import(StaffListFixture.Hills.Select(row => row.Replace("2025-09-30", "9/30/2025").Replace("2025-01-15", "01/15/2025").Replace("2010-05-01", "5-1-2010").Replace("2000-01-01", "1.1.2000").Replace("1990-01-01", "1/1/1990")), "dates: month_day_year").Posts);

    [Fact]
    public void Import_PredecessorsAndPrefixes_CountWhereTheyAreMapped()
    {
        _fixture.Import(
            ["p1,OLD,N6D,,,,1", "p2,T1,N9A,,,,1", "p3,T1,0X1,,,,1", "p4,T1,N6DX,,,,1", "p5,T1,S1L,,,,1"],
            """
            organisations: {OLD: T1}
            staff_groups: {"N*": nurses, N9A: support, "N6DX*": support, "0*": doctors, "*": support}
            """,
            "pseudonym,organisation,occupation_code,service,age,start_date,fte");

        Assert.Equal(["1", "1", "3"], _fixture.Rows("stock.csv", "T1").Select(row => row.Split(',')[3]));
    }

    [Fact]
    public void Import_PrefixOverKnownCodes_ComesBeforeThem()
    {
        _fixture.Import(
            ["p1,T1,N6D,,,,1", "p2,T1,N6D,,,,1", "p3,T1,001,,,,1", "p4,T1,nurses,,,,1", "p5,T1,N7E,,,,1", "p6,T1,NCD,,,,1"],
            """
            staff_groups: {"N*": support, "NC*": nurses, N7E: doctors, "nur*": doctors}
            """,
            "pseudonym,organisation,occupation_code,service,age,start_date,fte", matchPlaceRates: true);

        Assert.Equal(["nurses,1", "doctors,3", "support,2"], _fixture.Rows("stock.csv", "T1").Select(row => string.Join(',', row.Split(',')[2..4])));
    }

    [Fact]
    public void Import_AgeAndYearOfBirth_TakesTheAgeAndNamesItAlone()
    {
        var report = _fixture.Import(["T1,nurses,N6D,30,1900,1", "T1,doctors,001,30,,1", "T1,support,x,30,x,1"], header: "organisation,staff_group,occupation_code,age,year_of_birth,fte");

        Assert.Equal((3, 0), (report.Posts, report.LeftOut.Count));
        Assert.Equal(["age", "fte", "organisation", "staff_group"], report.Headers.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Import_CodesOfTheNhs_AreKnownWhereTheFrameworkHasTheirGroups()
    {
        var report = _fixture.Import(
            ["p1,T1,N6D,,,,1", "p2,T1,001,,,,1", "p3,T1,support,,,,1", "p4,T1,H1D,,,,1"], header: "pseudonym,organisation,occupation_code,service,age,start_date,fte");

        Assert.Equal(["nurses,1", "doctors,1", "support,1"], _fixture.Rows("stock.csv", "T1").Select(row => string.Join(',', row.Split(',')[2..4])));
        Assert.Equal(["x9x"], Assert.Single(report.LeftOut).Examples);
    }

    [Fact]
    public void Import_SeveralServices_TakesTheDefaultWhereARowNamesNone()
    {
        var path = Path.Combine(_fixture.Framework, "framework.yaml");
        File.WriteAllText(path, File.ReadAllText(path).Replace("  - code: all\n    name: All services", "  - code: wards\n    name: Wards\n  - code: community\n    name: Community"));
        foreach (var table in Directory.GetFiles(_fixture.Framework, "*.csv"))
            File.WriteAllText(table, File.ReadAllText(table).Replace(",all,nurses,", ",wards,nurses,").Replace(",all,doctors,", ",wards,doctors,").Replace(",all,support,", ",wards,support,"));
        string[] rows = ["p1,T1,nurses,,,,1", "p2,T1,doctors,wards,,,1", "p3,T1,support,,,,1", "p4,T1,support,other,,,1"];

        Assert.Contains(_fixture.Faults(() => _fixture.Import(rows)), fault => fault.Contains("place_rates.csv"));
        var left = Assert.Single(_fixture.Import(rows, "default_service: wards").LeftOut);
        Assert.Equal(["wards", "wards", "wards"], _fixture.Rows("stock.csv", "T1").Select(row => row.Split(',')[1]));
        Assert.Equal(["xxxxx"], left.Examples);
    }

    [Theory]
    [InlineData("colour: red", "columns, line 1, key colour: found an unknown key, expected only the keys columns, separator,")]
    [InlineData("columns:\n  organisatoin: Employer", "columns, line 2, key organisatoin: found an unknown key, expected the key organisation")]
    [InlineData("columns: Employer", "columns, line 1, key columns: found \"Employer\", expected a header for each column")]
    [InlineData("columns: {age: age, year_of_birth: fte}", "columns, line 1, key year_of_birth: found year_of_birth beside age, expected one of age and year_of_birth")]
    [InlineData("columns: {occupation_code: age, staff_group: staff_group}", "columns, line 1, key staff_group: found staff_group beside occupation_code, expected one of occupation_code and staff_group")]
    [InlineData("columns:\n  fte: WTE", "list, line 1, column WTE: found the headers pseudonym, organisation, staff_group, service, age, start_date, fte, expected a header WTE, which the columns file names for fte; is it fte?")]
    [InlineData("separator: dot", "columns, line 1, key separator: found \"dot\", expected comma, semicolon, tab, bar")]
    [InlineData("decimal: comm", "columns, line 1, key decimal: found \"comm\", expected point, comma; did you mean comma?")]
    [InlineData("dates: dmy", "columns, line 1, key dates: found \"dmy\", expected year_month_day, day_month_year, month_day_year")]
    [InlineData("organisations:\n  OLD: T9", "columns, line 2, key organisations.OLD: found \"T9\", expected the code of a trust in places.csv; did you mean")]
    [InlineData("organisations:\n  OLD: R1", "columns, line 2, key organisations.OLD: found \"R1\", expected the code of a trust in places.csv")]
    [InlineData("organisations:\n  OLD: [T1]", "columns, line 2, key organisations: found no text on one side, expected a text for each text")]
    [InlineData("staff_groups:\n  a: nurses\n  \"N*\": nurse", "columns, line 3, key staff_groups.N*: found \"nurse\", expected the code of a staff group without groups below it in staff_groups.csv; did you mean nurses?")]
    [InlineData("staff_groups:\n  x: clinical", "columns, line 2, key staff_groups.x: found \"clinical\", expected the code of a staff group without groups below it")]
    [InlineData("services:\n  x: wards", "columns, line 2, key services.x: found \"wards\", expected the code of a service in framework.yaml")]
    [InlineData("default_service: wards", "columns, line 1, key default_service: found \"wards\", expected the code of a service in framework.yaml")]
    [InlineData("on: yesterday", "columns, line 1, key on: found \"yesterday\", expected a day, written like 2026-01-29")]
    [InlineData("on: 0001-01-01", "columns, line 1, key on: found \"0001-01-01\", expected a day from 1900 to 2031, five years after the framework's as_of")]
    [InlineData("grade: C\non: 2032-01-01", "columns, line 2, key on: found \"2032-01-01\", expected a day from 1900 to 2031, five years after the framework's as_of")]
    [InlineData("grade: E", "columns, line 1, key grade: found \"E\", expected A, B, C, D")]
    [InlineData("organisations: {a: T1, a: T2}", "columns, line 1: found the key a a second time, expected valid YAML")]
    public void Import_FaultOfTheColumnsFile_IsNamedWithItsLine(string columns, string fault)
    {
        // A problem names a key where its file ends in .yaml.
        var faults = _fixture.Faults(() => _fixture.Import(StaffListFixture.Hills, columns));

        Assert.StartsWith(fault, Assert.Single(faults));
    }

    [Fact]
    public void Import_FaultsOfColumnsFileAndHeader_AreNamedAtOnce()
    {
        var faults = _fixture.Faults(() => _fixture.Import(StaffListFixture.Hills, "columns: {fte: WTE, start_date: Began}\ndates: dmy\norganisations: {OLD: T9}"));

        Assert.Equal(4, faults.Length);
    }

    [Fact]
    public void Import_SourceOfTheColumnsFile_IsAnItemOfEvidence()
    {
        File.WriteAllText(_fixture.List, string.Join('\n', StaffListFixture.Hills.Prepend(StaffListFixture.Header)));
        var faults = _fixture.Faults(() =>
        {
            var options = _fixture.Options("") with { Source = null };
            File.WriteAllText(options.Columns!, "grade: B\nsource: synthetc\n");
            return Cadre.Frameworks.Import.StaffLists.StaffListImport.Import(options);
        });

        Assert.Equal(["columns, line 2, key source: found \"synthetc\", expected the id of an item in evidence.csv; did you mean synthetic?"], faults);
    }

    [Fact]
    public void Schema_OfTheColumnsFile_TakesTheExampleAndRefusesOthers()
    {
        var schema = FrameworkSchemas.Of("staff-list");
        var good = JsonNode.Parse("""{"columns": {"fte": "WTE"}, "dates": "day_month_year", "staff_groups": {"N*": "nurses"}, "on": "2025-09-30"}""")!;
        var bad = JsonNode.Parse("""{"columns": {"wte": "WTE"}, "dates": "dmy", "staff_groups": {"N*": "two words"}}""")!;

        Assert.Empty(JsonSchemaChecker.Faults(schema, good));
        Assert.True(JsonSchemaChecker.Faults(schema, bad).Count() >= 2);
    }
}
