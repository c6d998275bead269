using Cadre.Frameworks.Import.StaffLists;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Import;

/// <summary>What a staff list adds up to, by hand.</summary>
public sealed class StaffListImportTests : IDisposable
{
    private const string Cells = "synthetic,D,2025-09-30";
    private const string Note = "staff list of 2025-09-30 added up";

    private readonly StaffListFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Import_OneTrust_ReplacesItsStockAndKeepsTheOthers()
    {
        var others = _fixture.Rows("stock.csv", "T2").Concat(_fixture.Rows("stock.csv", "T3"));
        var report = _fixture.Import(StaffListFixture.Hills);

        Assert.Equal(
            [$"T1,all,nurses,4,2.75,{Cells},{Note}", $"T1,all,doctors,1,0.8,{Cells},{Note}", $"T1,all,support,1,0.5,{Cells},{Note}", .. others], _fixture.Rows("stock.csv"));
        Assert.Equal((6, 6, 5, 4.05), (report.Rows, report.Posts, report.People, report.Fte));
        Assert.Equal(1, report.Trusts);
        Assert.Equal(["T2", "T3"], report.TrustsKept);
        Assert.Equal((2047, 1789), (report.Before.Heads, report.Before.Fte));
        Assert.Equal((2047 - 775 + 6, 1789 - 679.1 + 4.05), (report.Now.Heads, Math.Round(report.Now.Fte, 9)));
        Assert.Equal(["T1 nurses", "T1 doctors", "T1 support"], report.SmallCohorts);
        Assert.Equal(["nurses 20 to 24", "nurses 25 to 34", "nurses 65 to 75"], report.SmallBands.Take(3));
        Assert.Empty(report.LeftOut);
        Assert.Equal(["stock.csv", "ages.csv", "headcount.csv"], report.TablesWritten);
        Assert.Equal(2.75 + 272.8 + 322.1, FrameworkReader.Read(_fixture.Framework).Model.Cohorts.Where(cohort => cohort.StaffGroup == 2).Sum(cohort => cohort.OpeningFte.Value), 9);
    }

    [Fact]
    public void Import_Ages_GiveSharesAndFtePerHeadAndKeepLeaving()
    {
        var joiners = _fixture.Rows("ages.csv", "nurses").Select(row => row.Split(',')[6]);
        _fixture.Import(StaffListFixture.Hills);
        var bands = _fixture.Rows("ages.csv", "nurses").Select(row => row.Split(',')).ToArray();

        Assert.Equal(["0.25", "0.5", "0", "0", "0", "0.25"], bands.Select(band => band[3]));
        Assert.Equal(["1", "0.75", "0.86", "0.88", "0.82", "0.25"], bands.Select(band => band[4]));
        Assert.Equal(["14.2", "11.8", "8.6", "7.1", "16.4", "27.5"], bands.Select(band => band[5]));
        Assert.Equal(joiners, bands.Select(band => band[6]));
        Assert.Equal($"{Note}; joiner_share as before; leaving_rate kept from synthetic (D)", bands[0][10]);
        Assert.Equal($"{Note}; joiner_share and fte_per_head as before; leaving_rate kept from synthetic (D)", bands[2][10]);
    }

    [Fact]
    public void Import_Twice_GivesTheSameTables()
    {
        _fixture.Import(StaffListFixture.Hills);
        var once = _fixture.Tables();
        _fixture.Import(StaffListFixture.Hills.Reverse());

        Assert.Equal(once, _fixture.Tables());
    }

    [Fact]
    public void Import_AgesOutsideTheBands_CountInTheNearest()
    {
        _fixture.Import([.. StaffListFixture.Hills, "p6,T1,nurses,,17,2020-01-01,1"]);

        Assert.Equal(["0.4", "0.4", "0", "0", "0", "0.2"], _fixture.Rows("ages.csv", "nurses").Select(row => row.Split(',')[3]));
    }

    [Theory]
    [InlineData(100, "0.6", "0.4")]
    [InlineData(99, "0.32", "0.19")]
    public void Import_Joiners_GiveSharesFromAHundredOn(int joiners, string young, string middle)
    {
        var rows = Enumerable.Range(0, joiners).Select(i => $"q{i},T1,nurses,,{(i < joiners * 6 / 10 ? 30 : 40)},2024-10-01,1");
        // Twelve months before the day is a day too early.
        string[] tooEarly = ["r1,T1,nurses,,22,2024-09-30,1", "p2,T1,support,,30,2010-05-01,0.5", "p3,T1,doctors,,50,2000-01-01,0.8"];
        var report = _fixture.Import([.. rows, .. tooEarly]);

        Assert.Equal((young, middle), (_fixture.Rows("ages.csv", "nurses,25")[0].Split(',')[6], _fixture.Rows("ages.csv", "nurses,35")[0].Split(',')[6]));
        Assert.Equal((joiners, joiners >= 100), (report.Groups[0].Joiners, report.Groups[0].HasJoinerShares));
    }

    [Fact]
    public void Import_PeopleWithSeveralPosts_CountOnceAtEachTrust()
    {
        string[] plain = ["p2,T3,nurses,,30,2010-05-01,0.5", "p8,T3,doctors,,30,2010-05-01,0.5", "p9,T3,support,,30,2010-05-01,0.5", "p9,T3,support,,30,2010-05-01,0.5"];
        var report = _fixture.Import([.. StaffListFixture.Hills, .. plain, ",T3,nurses,,40,2010-05-01,1", "*,T3,nurses,,40,2010-05-01,1"]);

        Assert.Equal([$"T1,5,{Cells},{Note}", $"T3,5,{Cells},{Note}"], _fixture.Rows("headcount.csv", "T1").Concat(_fixture.Rows("headcount.csv", "T3")));
        Assert.Equal(["small,2036,synthetic,D,2026-02-26,", "T2,583,synthetic,D,2026-02-26,"], _fixture.Rows("headcount.csv")[..2]);
        Assert.Equal((9, 2), (report.People, report.WithoutPseudonym));
    }

    [Fact]
    public void Import_FewerColumns_KeepsWhatTheyWouldGive()
    {
        var (ages, headcount) = (_fixture.Rows("ages.csv"), _fixture.Rows("headcount.csv"));
        var report = _fixture.Import(["1,T1,nurses", "1,T1,doctors", "1,T1,support"], header: "fte,organisation,staff_group");

        Assert.Equal(ages, _fixture.Rows("ages.csv"));
        Assert.Equal(headcount, _fixture.Rows("headcount.csv"));
        Assert.Equal(["stock.csv"], report.TablesWritten);
        Assert.Null(report.People);
        Assert.Equal((0, 0, 0), (report.WithoutAge, report.WithoutStart, report.WithoutPseudonym));
    }

    [Fact]
    public void Import_CellsThatSayNothing_CountInTheStockAlone()
    {
        var report = _fixture.Import([.. StaffListFixture.Hills, "p6,T1,nurses,,,,1", "p7,T1,nurses,,*,*,1"]);

        Assert.StartsWith("T1,all,nurses,6,4.75,", _fixture.Rows("stock.csv")[0]);
        Assert.Equal(["0.25", "0.5"], _fixture.Rows("ages.csv", "nurses").Take(2).Select(row => row.Split(',')[3]));
        Assert.Equal((2, 2, 0), (report.WithoutAge, report.WithoutStart, report.WithoutPseudonym));
    }

    [Fact]
    public void Import_CohortsThatAreGone_AreNamedAsTheCheckerDoes()
    {
        Directory.CreateDirectory(Path.Combine(_fixture.Framework, "scenarios"));
        File.WriteAllText(Path.Combine(_fixture.Framework, "scenarios", "stay.yaml"), """
            name: stay
            title: Fewer leave
            text: A trial.
            levers:
              - id: stay
                parameter: leaving_rate
                place: T1
                staff_group: doctors
                effect: multiply
                size: -10
                start: 2026-04
                reason: a trial
                grade: D
                source: synthetic
            """);
        string[] rows = [.. StaffListFixture.Hills.Where(row => !row.Contains("doctors"))];
        var faults = _fixture.Faults(() => _fixture.Import(rows));
        var withRates = _fixture.Faults(() => StaffListImport.Import(_fixture.Options() with { MatchPlaceRates = true }));

        Assert.StartsWith("After the staff list: found a framework that does not check, expected the following to be put right first", faults[0]);
        Assert.Equal("place_rates.csv, line 3, columns place, service, staff_group: found \"T1\", \"all\", \"doctors\", expected a cohort of stock.csv", faults[1]);
        Assert.StartsWith("After the staff list", withRates[0]);
        Assert.StartsWith("scenarios/stay.yaml, line 5", withRates[1]);
    }

    [Fact]
    public void Import_MatchPlaceRates_DropsRowsOfCohortsThatAreGoneAndAddsNewOnes()
    {
        string[] rows = [.. StaffListFixture.Hills.Where(row => !row.Contains("doctors"))];
        File.WriteAllText(_fixture.List, string.Join('\n', rows.Prepend(StaffListFixture.Header)));
        StaffListImport.Import(_fixture.Options() with { MatchPlaceRates = true });
        Assert.Equal(["T1,all,nurses,0.94,1.1,synthetic,D,2026-01-15,", "T1,all,support,0.98,1,synthetic,D,2026-01-15,"], _fixture.Rows("place_rates.csv", "T1"));

        File.WriteAllText(_fixture.List, string.Join('\n', StaffListFixture.Hills.Prepend(StaffListFixture.Header)));
        StaffListImport.Import(_fixture.Options() with { MatchPlaceRates = true });
        Assert.Contains($"T1,all,doctors,1,1,{Cells},new with the staff list of 2025-09-30: 1 changes nothing", _fixture.Rows("place_rates.csv"));
        Assert.Equal(9, _fixture.Rows("place_rates.csv").Length);
    }

    [Fact]
    public void Import_RowsOfNewCohortsInPlaceRatesBefore_AreTaken()
    {
        FaultyFile.Remove(_fixture.Framework, "stock.csv", 3, "T1,all,doctors");

        Assert.Equal(6, _fixture.Import(StaffListFixture.Hills).Posts);
    }

    [Fact]
    public void Import_SourceGradeAndDays_AreTheOptionsBeforeTheColumnsFiles()
    {
        FaultyFile.Append(_fixture.Framework, "evidence.csv", "list,The list,,,,,");
        File.WriteAllText(_fixture.List, string.Join('\n', StaffListFixture.Hills.Prepend(StaffListFixture.Header)));
        _fixture.Import(StaffListFixture.Hills, "source: list\ngrade: B\non: 2025-10-31\nknown_on: 2025-12-01\n");
        Assert.StartsWith("T1,all,nurses,4,2.75,synthetic,B,2025-12-01,staff list of 2025-10-31", _fixture.Rows("stock.csv")[0]);

        StaffListImport.Import(_fixture.Options() with { Source = "list", Grade = Engine.Model.Grade.C, On = new DateOnly(2025, 9, 30), KnownOn = new DateOnly(2026, 1, 1) });
        Assert.StartsWith("T1,all,nurses,4,2.75,list,C,2026-01-01,staff list of 2025-09-30", _fixture.Rows("stock.csv")[0]);
    }

    [Fact]
    public void Import_NoSourceOrADayAfterAsOf_SaysWhatToDo()
    {
        var faults = _fixture.Faults(() =>
        {
            File.WriteAllText(_fixture.List, string.Join('\n', StaffListFixture.Hills.Prepend(StaffListFixture.Header)));
            return StaffListImport.Import(_fixture.Options() with { Source = null, On = new DateOnly(2026, 3, 31) });
        });

        Assert.StartsWith("--on: found \"2026-03-31\", expected a day not after the framework's as_of, 2026-01-29", faults[0]);
        Assert.Equal(
            "--source: found nothing, and no item none in evidence.csv to stand for it, expected --source ID, or source: ID in the columns file, with the id of an item in evidence.csv, such as synthetic: "
            + "add a row for the list there, or one of the id none",
            faults[1]);
    }

    [Fact]
    public void Import_Cancelled_ChangesNothing()
    {
        File.WriteAllText(_fixture.List, string.Join('\n', StaffListFixture.Hills.Prepend(StaffListFixture.Header)));
        var before = _fixture.Tables();

        Assert.Throws<OperationCanceledException>(() => StaffListImport.Import(_fixture.Options(), new CancellationToken(canceled: true)));
        Assert.Equal(before, _fixture.Tables());
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("1899-12-31")]
    [InlineData("2032-01-01")]
    [InlineData("9999-12-31")]
    public void Import_ADayOfAnotherAge_IsAFault(string day)
    {
        File.WriteAllText(_fixture.List, string.Join('\n', StaffListFixture.Hills.Prepend(StaffListFixture.Header)));
        var faults = _fixture.Faults(() => StaffListImport.Import(_fixture.Options() with { On = DateOnly.Parse(day) }));

        Assert.Equal([$"--on: found \"{day}\", expected a day from 1900 to 2031, five years after the framework's as_of"], faults);
    }

    [Theory]
    [InlineData("stock.csv", "T2,all,nurses,1")]
    [InlineData("headcount.csv", "\"T2,5,synthetic,D,2026-02-26,")]
    [InlineData("place_rates.csv", "T2,all,nurses,1,1,1,1,1,1,1,1,1")]
    [InlineData("ages.csv", "")]
    public void Import_KeptRowThatCannotBeSplit_IsAFault(string table, string row)
    {
        File.AppendAllText(Path.Combine(_fixture.Framework, table), row + "\n");
        var lines = File.ReadLines(Path.Combine(_fixture.Framework, table)).Count();
        var faults = _fixture.Faults(() => _fixture.Import(StaffListFixture.Hills, matchPlaceRates: true));

        Assert.StartsWith($"{table}, line {lines}: found ", Assert.Single(faults));
    }

    [Fact]
    public void Import_BandsWrittenWithAZeroBefore_AreTheSameBands()
    {
        _fixture.Import(StaffListFixture.Hills);
        var shares = _fixture.Rows("ages.csv", "nurses").Select(row => row.Split(',')[3]).ToArray();
        var path = Path.Combine(_fixture.Framework, "ages.csv");
        File.WriteAllText(path, File.ReadAllText(path).Replace("nurses,25,", "nurses,025,"));
        _fixture.Import(StaffListFixture.Hills);

        Assert.Equal(shares, _fixture.Rows("ages.csv", "nurses").Select(row => row.Split(',')[3]));
    }
}
