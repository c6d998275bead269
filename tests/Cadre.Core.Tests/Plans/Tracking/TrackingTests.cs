using Cadre.Core.Plans.Tracking;
using Cadre.Core.Runs;
using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Import;
using Cadre.TestCommon;

namespace Cadre.Core.Tests.Plans.Tracking;

public sealed class TrackingTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    [Fact]
    public void Bands_MarchesOfPlaces_AreThoseOfTheRun()
    {
        var framework = PlanCase.Small.Framework;
        var run = RunOf(70);
        var bands = TrackedBands.Of(PlanCase.Small, run, Scenario.Baseline, [.. ((string[])["S1", "S2", "S3"]).Select(code => (code, (IReadOnlyList<string>)[code]))], default);
        var whole = NationalRun.Run(framework.Model, new RunOptions { Months = run.Months, Futures = run.Futures, Seed = (ulong)run.Seed });
        Assert.Equal(3 * 5, bands.Count);
        foreach (var band in bands)
        {
            var line = new Line(PlanCase.Small.PlaceOf(band.Place)!.Value, null, framework.Model.StaffGroups.Index().First(group => group.Item.Code == band.StaffGroup).Index);
            var figures = LineFigures.Unpack(band.Figures);
            Assert.Equal(Enumerable.Range(1, TrackedBands.MostMonths), figures.Months);
            foreach (var month in (int[])[6, 18])
            {
                var expected = whole.Summarise(line, month, Measure.Fte)!.Value;
                Assert.Equal(new LineFigures.Range(expected.Central, expected.P5, expected.P50, expected.P95), figures.Of(month, Measure.Fte));
            }
        }
    }

    [Fact]
    public void Bands_PlacesThatMerged_AreSummedWithinEachFuture()
    {
        var run = RunOf(40);
        var merged = TrackedBands.Of(PlanCase.Small, run, Scenario.Baseline, [("S12", ["S1", "S2", "S3"])], default);
        var nation = NationalRun.Run(PlanCase.Small.Model, new RunOptions { Months = 24, Futures = 40, Seed = 7 });
        var all = LineFigures.Unpack(merged.Single(line => line.StaffGroup == "all").Figures);
        for (var month = 1; month <= 24; month++)
        {
            var expected = nation.Summarise(new Line(PlanCase.Small.Model.Nation, null, PlanCase.Small.Model.Everybody), month, Measure.Fte)!.Value;
            var found = all.Of(month, Measure.Fte)!.Value;
            Assert.Equal(expected.Central, found.Central, 1e-6);
            Assert.Equal(expected.P5, found.Low, 1e-6);
            Assert.Equal(expected.P95, found.High, 1e-6);
        }
    }

    [Fact]
    public void FteOf_PlaceWithPartOfATrust_CountsThePartAndWaitsForEveryTrust()
    {
        var held = new ActualsHeld([Cell("T2", "nurses", "2025-10", 100), Cell("T3", "nurses", "2025-10", 300), Cell("T3", "doctors", "2025-10", 50), Cell("T3", "nurses", "2025-11", 301)]);
        var nurses = GroupOf("nurses");
        Assert.Equal([KeyValuePair.Create(1, 330.0)], held.FteOf(PlanCase.Small, ["S3"], nurses));
        // T2 has no doctors in the file: nobody, for it is there.
        Assert.Equal([KeyValuePair.Create(1, 50.0)], held.FteOf(PlanCase.Small, ["S3"], GroupOf("doctors")));
        Assert.Equal([KeyValuePair.Create(1, 400.0)], held.FteOf(PlanCase.Small, ["S2", "S3"], nurses));
        Assert.Equal([KeyValuePair.Create(1, 380.0)], held.FteOf(PlanCase.Small, ["S3"], PlanCase.Small.Model.Everybody));
        Assert.Empty(held.FteOf(PlanCase.Small, ["S1"], nurses));
    }

    [Fact]
    public void Tracking_MonthsOutsideTheBand_SaysHowFarAndSinceWhen()
    {
        var band = new LineFigures();
        for (var month = 1; month <= 8; month++)
            band.Add(month, Measure.Fte, new LineFigures.Range(100, 90, 100, 110));
        PlanTracking Of(params double?[] actuals) =>
            PlanTracking.Of(band, actuals.Index().Where(month => month.Item is not null).ToDictionary(month => month.Index + 1, month => month.Item!.Value));

        Assert.Null(Of().Last);
        Assert.False(Of(null, 90, 110).HasLeft);
        Assert.False(Of(80, 100).HasLeft);
        var left = Of(80, 100, 111, null, 112.5);
        Assert.Equal((5, 3, 2.5), (left.Last!.Value.Month, left.LeftSince!.Value.Month, left.Last.Value.Beyond));
        Assert.Equal((3, -1.0), (Of(111, 120, 89).LeftSince!.Value.Month, Of(111, 120, 89).Last!.Value.Beyond));
    }

    [Fact]
    public void Cells_OfEnglandsPublication_AreTheFrameworksStaffAtTheEndOfTheMonth()
    {
        var path = Path.Combine(PublishedData.Folder, "nhs-turnover-by-org-staffgroup-2025", "turnover_benchmarking_staff_group_by_org_2025-10.csv");
        Assert.SkipWhen(PublishedData.MayBeMissing, "The publications are not here.");
        var folder = Path.Combine(Repository.Root, "frameworks", "england-2025");
        var names = PublishedNames.Of(PlanCase.England.Model, Zip(folder));
        var file = MonthlyStaffFile.Read(path, "turnover.csv");
        var found = ActualCells.Of(PlanCase.England, names, file, "turnover.csv", Today);

        Assert.All(found.Cells, cell => Assert.Equal("2025-10", cell.Month.ToString()));
        Assert.Equal(47, found.Cells.Select(cell => cell.Place).Distinct().Count());
        var line = File.ReadLines(path).First(row => row.Contains("Denominator at end of period", StringComparison.Ordinal) && row.Contains(",RV5,", StringComparison.Ordinal) && row.Contains("Nurses & health visitors", StringComparison.Ordinal));
        Assert.Equal(double.Parse(line.Split(',')[^1], System.Globalization.CultureInfo.InvariantCulture), found.Cells.Single(cell => cell.Place == "RV5" && cell.StaffGroup == "nurses").Fte);
        Assert.Contains(found.LeftOut, left => left.StartsWith("200 organisations that the framework does not have", StringComparison.Ordinal));
    }

    private static Run RunOf(int futures) => new()
    {
        FrameworkId = Guid.NewGuid(), Scenario = RequestRunOptions.LocalPlans, Futures = futures, Seed = 7, Months = 24, RequestedUtc = DateTime.UnixEpoch,
    };

    private static Actual Cell(string place, string group, string month, double fte) => new() { UploadId = Guid.Empty, Place = place, StaffGroup = group, Month = month, Heads = fte, Fte = fte };

    private static int GroupOf(string code) => PlanCase.Small.Model.StaffGroups.Index().First(group => group.Item.Code == code).Index;

    private static byte[] Zip(string folder)
    {
        using var bytes = new MemoryStream();
        System.IO.Compression.ZipFile.CreateFromDirectory(folder, bytes);
        return bytes.ToArray();
    }
}
