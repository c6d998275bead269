using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Reading;

public sealed class FrameworkReaderTests
{
    private static readonly Framework Small = FrameworkReader.Read(SmallFramework.Folder);

    [Fact]
    public void Read_SmallNation_HasItsHeader()
    {
        Assert.Equal("small-nation", Small.Name);
        Assert.Equal("A small nation made up for tests", Small.Title);
        Assert.Equal(new DateOnly(2026, 1, 29), Small.AsOf);
        Assert.Equal(new DateOnly(2025, 9, 30), Small.Opening);
        Assert.Equal((48, 24), (Small.Months, Small.RunMonths));
        Assert.Equal(new CalendarMonth(2025, 10), Small.Model.MonthAt(1));
        Assert.Equal("all", Assert.Single(Small.Model.Services).Code);
    }

    [Fact]
    public void Read_SmallNation_HasItsPlacesWithParents()
    {
        var places = Small.Model.Places;

        Assert.Equal(["small", "R1", "R2", "S1", "S2", "S3", "T1", "T2", "T3"], places.Select(place => place.Code));
        Assert.Equal([new ParentShare(4, 0.7), new ParentShare(5, 0.3)], places[7].Parents);
        Assert.Equal([7, 4, 1, 0], WayUp.FromPlace(places, 7));
        Assert.Equal(0, Small.Model.Nation);
    }

    [Fact]
    public void Read_SmallNation_AddsPopulationUp() =>
        Assert.Equal(
            [977_000, 575_000, 402_000, 310_000, 265_000, 402_000, null, null, null],
            Small.Model.Places.Select(place => place.Population));

    [Fact]
    public void Read_SmallNation_HasItsStaffGroups()
    {
        var nurses = Small.Model.StaffGroups[2];

        Assert.Equal(["all", "clinical", "nurses", "doctors", "support"], Small.Model.StaffGroups.Select(group => group.Code));
        Assert.Equal([null, 0, 1, 1, 0], Small.Model.StaffGroups.Select(group => group.Parent));
        Assert.Equal(new AgeBand { From = 25, To = 35, StockShare = 0.25, FtePerHead = 0.92, LeavingRate = 11.8 / 100, JoinerShare = 0.32 }, nurses.AgeBands[1]);
        Assert.Equal(1.02, nurses.LeavingScale);
        Assert.Equal((12, 0.1), (nurses.LeavingSeason.Count, nurses.LeavingSeason[9]));
        Assert.Equal((12, 0.14), (nurses.ArrivalSeason.Count, nurses.ArrivalSeason[8]));
        Assert.Empty(Small.Model.StaffGroups[1].AgeBands);
    }

    [Fact]
    public void Read_SmallNation_GivesEachCohortItsRatesAndPool()
    {
        var model = Small.Model;

        Assert.Equal(9, model.Cohorts.Count);
        var coast = model.Cohorts[3];
        Assert.Equal((7, 0, 2), (coast.Place, coast.Service, coast.StaffGroup));
        Assert.Equal((310.0, 272.8), (coast.OpeningHeads.Value, coast.OpeningFte.Value));
        Assert.Equal((1.08, 0.92), (coast.LeavingMultiplier, coast.Attractiveness));
        Assert.Equal([0, 2, 4, 0, 2, 4, 1, 3, 4], model.Cohorts.Select(cohort => Assert.Single(cohort.Pools)));
        Assert.Equal(new CandidatePool { StaffGroup = 4, Catchment = 0, InflowPerYear = 180, OpeningPool = 21.6, JoinersPerYear = 87 }, model.Pools[4]);
    }

    [Fact]
    public void Read_SmallNation_HasItsSourcesWithStagesIntakesAndAges()
    {
        var (nursing, returning, abroad) = (Small.Model.Sources[0], Small.Model.Sources[1], Small.Model.Sources[2]);

        Assert.Equal(3, Small.Model.Sources.Count);
        Assert.Equal(("nursing", "Nursing courses", SupplyKind.Education, 2), (nursing.Code, nursing.Name, nursing.Kind, nursing.StaffGroup));
        Assert.Equal(
            [
                new TrainingStage { Code = "degree", Name = "Degree", Months = 18, InterruptionMonths = 12, LateMonths = 3, GapMonths = 1 },
                new TrainingStage { Code = "trainee", Name = "Trainee year", Months = 12, InterruptionMonths = 6, LateMonths = 2, GapMonths = 0 },
            ],
            nursing.Stages);
        Assert.Equal(15, nursing.Intakes.Count);
        Assert.Equal([new Intake(-36, 60), new Intake(-31, 20), new Intake(-24, 60)], nursing.Intakes.Take(3));
        Assert.Equal(new Intake(48, 70), nursing.Intakes[^1]);
        Assert.Equal([new AgeShare(20, 25, 0.62), new AgeShare(25, 35, 0.28), new AgeShare(35, 50, 0.1)], nursing.Ages);
        Assert.Equal((SupplyKind.ReturnToPractice, 4, 180), (returning.Kind, returning.Months, returning.Outside));
        Assert.Empty(returning.Ages);
        Assert.Equal((SupplyKind.International, 3, 2.0, 9.0), (abroad.Kind, abroad.StaffGroup, abroad.Floor, abroad.Ceiling));
    }

    [Fact]
    public void Read_SmallNation_HasItsNeeds()
    {
        var (hills, coast, plain) = (Small.Model.Needs[0], Small.Model.Needs[1], Small.Model.Needs[2]);

        Assert.Equal(3, Small.Model.Needs.Count);
        Assert.Equal((6, 0, 2, NeedMethod.Workload), (hills.Place, hills.Service, hills.StaffGroup, hills.Method));
        Assert.Equal((0.2, 1.5), (hills.CategoryAllowance, hills.IndividualAllowance));
        Assert.Equal(
            [
                new NeedActivity { Code = "contact", Name = "Contacts", Volume = 180_000, Growth = 0.02, Hours = 1.5 },
                new NeedActivity { Code = "bed_day", Name = "Bed days", Volume = 42_000, Growth = -0.01, Hours = 5 },
            ],
            hills.Activities);
        Assert.Equal((7, NeedMethod.Trajectory), (coast.Place, coast.Method));
        Assert.Equal([new NeedPoint(6, 300), new NeedPoint(18, 324)], coast.Trajectory);
        Assert.Equal((4, NeedMethod.Cover, 40.0, 168.0), (plain.StaffGroup, plain.Method, plain.Positions, plain.HoursPerWeek));
    }

    [Fact]
    public void Read_SmallNation_GivesStagesTheirOwnRowsBeforeThoseOfTheirSource()
    {
        string IdFor(Parameter parameter, int source, int? stage) =>
            AssumptionResolver.ForSource(Small.Model, parameter, source, stage) is >= 0 and var row ? Small.Model.Assumptions[row].Id : "";

        Assert.Equal("never_qualifying.nursing", IdFor(Parameter.NeverQualifying, 0, 0));
        Assert.Equal("never_qualifying.nursing.trainee", IdFor(Parameter.NeverQualifying, 0, 1));
        Assert.Equal(("late.nursing.degree", ""), (IdFor(Parameter.Late, 0, 0), IdFor(Parameter.Late, 0, 1)));
        Assert.Equal("completion.returning", IdFor(Parameter.Completion, 1, null));
        var abroad = Small.Register.Single(entry => entry.Assumption.Id == "international.abroad");
        Assert.Equal((1, 6, 12, "heads_per_year"), (abroad.Assumption.Low, abroad.Assumption.Central, abroad.Assumption.High, abroad.Unit));
        Assert.Equal((2, (int?)null), (abroad.Assumption.Supply, abroad.Assumption.Stage));
        Assert.Equal(0.12, Small.Register.Single(entry => entry.Assumption.Id == "uptake.returning").Assumption.Central);
    }

    [Fact]
    public void Read_SmallNation_HoldsPercentsAsShares()
    {
        var leaving = Small.Register.Single(entry => entry.Assumption.Id == "leaving_rate.nurses");
        var supportChange = Small.Register.Single(entry => entry.Assumption.Id == "net_change.support").Assumption;
        var months = Small.Register.Single(entry => entry.Assumption.Id == "months_to_fill").Assumption;

        Assert.Equal((9.0 / 100, 11.5 / 100, 15.0 / 100), (leaving.Assumption.Low, leaving.Assumption.Central, leaving.Assumption.High));
        Assert.Equal((9.0, 11.5, 15.0, "percent_per_year"), (leaving.Low, leaving.Central, leaving.High, leaving.Unit));
        Assert.Equal((new DateOnly(2026, 1, 15), new DateOnly(2027, 1, 31)), (leaving.KnownOn, leaving.Review));
        Assert.Equal(("assumptions_imported.csv", 2), (leaving.File, leaving.Line));
        Assert.Equal((0.005, 0.005, 0.005), (supportChange.Low, supportChange.Central, supportChange.High));
        Assert.Equal((2.0, 3.0, 4.5), (months.Low, months.Central, months.High));
    }

    [Fact]
    public void Read_SmallNation_HasTheRegisterInFileOrderWithEveryDistribution()
    {
        Assert.Equal(Small.Model.Assumptions, Small.Register.Select(entry => entry.Assumption));
        Assert.Equal(26, Small.Register.Count);
        Assert.Equal("net_change.nurses", Small.Model.Assumptions[0].Id);
        Assert.Equal("leaving_rate.support", Small.Model.Assumptions[25].Id);
        Assert.Equal(
            Enum.GetValues<DistributionFamily>(),
            Small.Model.Assumptions.Select(row => row.Distribution).Distinct().Order());
    }

    [Fact]
    public void Read_SmallNation_HasMovesTargetsAndTheRest()
    {
        Assert.Equal(
            [
                new StockMove(StockMoveKind.TransferOut, 3, 0, 12),
                new StockMove(StockMoveKind.TransferIn, 3, 6, 12),
                new StockMove(StockMoveKind.Adjustment, 1, 5, -4),
            ],
            Small.Model.Moves);
        Assert.Equal(
            new Target { Id = "vacancies-2027", Description = "No more than 9 percent of posts vacant", Measure = Measure.VacancyRate, Place = 0, Service = null, StaffGroup = 0, Month = new CalendarMonth(2027, 3), AtLeast = false, Value = 0.09 },
            Small.Model.Targets[1]);
        Assert.Equal(770, Small.PublishedHeadcount["T1"]);
        Assert.Equal(new Successor("T3", "T7", "Great Plain Trust", new DateOnly(2027, 4, 1), ""), Assert.Single(Small.Successors));
        Assert.Equal("Made up for tests", Assert.Single(Small.Evidence).Title);
    }

    [Fact]
    public void Read_CarriageReturnsByteOrderMarkAndColumnsMoved_ReadsTheSameModel()
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        foreach (var path in Directory.GetFiles(copy, "*.csv"))
            File.WriteAllText(path, "\uFEFF" + File.ReadAllText(path).Replace("\n", "\r\n"));
        var headcount = Path.Combine(copy, "headcount.csv");
        File.WriteAllText(headcount, "note,headcount,place,known_on,grade,source\n\"one, two\",770,T1,2026-02-26,D,synthetic");

        var read = FrameworkReader.Read(copy);

        Assert.Equivalent(Small.Model, read.Model, strict: true);
        Assert.Equal(770, Assert.Single(read.PublishedHeadcount).Value);
        Assert.NotEqual(Small.Digest, read.Digest);
    }

    [Fact]
    public void Read_WithoutOptionalFiles_Reads()
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        foreach (var file in FrameworkTables.All.Where(table => !table.Required && table != FrameworkTables.AssumptionsImported))
            File.Delete(Path.Combine(copy, file.File));
        var register = Path.Combine(copy, "assumptions.csv");
        File.WriteAllLines(register, File.ReadAllLines(register).Take(12));
        File.Delete(Path.Combine(copy, "README.md"));

        var read = FrameworkReader.Read(copy);

        Assert.Equal(9, read.Model.Cohorts.Count);
        Assert.Empty(read.Model.Moves);
        Assert.Empty(read.Model.Sources);
        Assert.Null(read.Model.Places[0].Population);
    }

    [Fact]
    public void Read_SameFilesElsewhere_HasTheSameDigest()
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);

        Assert.Equal(Small.Digest, FrameworkReader.Read(copy).Digest);
        Assert.Matches("^[0-9a-f]{64}$", Small.Digest);

        File.AppendAllText(Path.Combine(copy, "README.md"), "More.\n");
        Assert.NotEqual(Small.Digest, FrameworkReader.Read(copy).Digest);
    }

    [Fact]
    public void Read_NoSuchFolder_SaysSo()
    {
        var thrown = Assert.Throws<FrameworkException>(() => FrameworkReader.Read("/no/such/folder"));

        Assert.Equal("/no/such/folder: found no such folder, expected the folder of a framework", thrown.Message);
    }
}
