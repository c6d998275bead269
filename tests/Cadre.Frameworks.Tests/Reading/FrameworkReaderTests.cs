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
    public void Read_SmallNation_GivesEachCohortItsRatesAndNearestPool()
    {
        var model = Small.Model;

        Assert.Equal(9, model.Cohorts.Count);
        var coast = model.Cohorts[3];
        Assert.Equal((7, 0, 2), (coast.Place, coast.Service, coast.StaffGroup));
        Assert.Equal((310.0, 272.8), (coast.OpeningHeads.Value, coast.OpeningFte.Value));
        Assert.Equal((1.08, 0.92), (coast.LeavingMultiplier, coast.Attractiveness));
        Assert.Equal([0, 2, 4, 0, 2, 4, 1, 3, 4], model.Cohorts.Select(cohort => cohort.Pool));
        Assert.Equal(new CandidatePool { StaffGroup = 4, Catchment = 0, InflowPerYear = 180, OpeningPool = 21.6, JoinersPerYear = 87 }, model.Pools[4]);
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
        Assert.Equal(15, Small.Register.Count);
        Assert.Equal("net_change.nurses", Small.Model.Assumptions[0].Id);
        Assert.Equal("leaving_rate.support", Small.Model.Assumptions[14].Id);
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
        File.Delete(Path.Combine(copy, "README.md"));

        var read = FrameworkReader.Read(copy);

        Assert.Equal(9, read.Model.Cohorts.Count);
        Assert.Empty(read.Model.Moves);
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
