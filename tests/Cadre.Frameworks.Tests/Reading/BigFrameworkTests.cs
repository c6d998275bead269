using System.Globalization;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Tests.Import;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Reading;

[Collection(StaffListSizeTests.Name)]
public sealed class BigFrameworkTests
{
    private static readonly Lazy<Framework> England = new(() => FrameworkReader.Read(Path.Combine(Repository.Root, "frameworks", "england-2025")));

    [Fact]
    public void Read_BigFramework_HoldsWhatWasWritten()
    {
        const int places = 3;
        const int services = 2;
        const int parts = places * services;
        using var folder = new TemporaryFolder();

        var big = FrameworkReader.Read(BigFramework.Write(folder.Path, places, services, months: 240));

        var (model, england) = (big.Model, England.Value.Model);
        var copied = england.Places.Count(place => place.Level >= Engine.Model.PlaceLevel.System);
        Assert.Equal(england.Places.Count + ((places - 1) * copied), model.Places.Count);
        Assert.Equal(england.Cohorts.Count * parts, model.Cohorts.Count);
        Assert.Equal(england.Moves.Count * parts, model.Moves.Count);
        Assert.Equal(england.Assumptions.Count + (2 * places * england.Places.Count(place => place.Level == Engine.Model.PlaceLevel.Trust)), model.Assumptions.Count);
        Assert.Equal(england.Cohorts.Sum(cohort => cohort.OpeningFte.Value), model.Cohorts.Sum(cohort => cohort.OpeningFte.Value), 1e-3);
        Assert.Equal(model.Cohorts.Select(cohort => (cohort.Place, cohort.Service, cohort.StaffGroup)), model.Needs.Select(need => (need.Place, need.Service, need.StaffGroup)));
        Assert.All(model.Needs, need => Assert.Equal([6, 18, 30, 42], need.Trajectory.Select(point => point.Month)));
        Assert.All(model.Sources.Where(source => source.Intakes.Count > 0), source => Assert.InRange(source.Intakes[^1].Month, 229, 240));
        Assert.Equal(England.Value.Scenarios.Select(entry => entry.Scenario.Name), big.Scenarios.Select(entry => entry.Scenario.Name));

        var (was, last) = (england.Cohorts[^1], model.Cohorts[^1]);
        Assert.Equal($"{england.Places[was.Place].Code}-3", model.Places[last.Place].Code);
        Assert.Equal("service-2", model.Services[last.Service].Code);
        Assert.Equal(was.OpeningHeads.Value / parts, last.OpeningHeads.Value, 1e-6);
        Assert.Equal((was.LeavingMultiplier, was.Attractiveness), (last.LeavingMultiplier, last.Attractiveness));
    }

    [Fact]
    public void Read_ThousandFaultsInOneFile_FindsEachInItsLine()
    {
        using var folder = new TemporaryFolder();
        var copy = BigFramework.Write(folder.Path, places: 3, services: 1);
        var path = Path.Combine(copy, "place_rates.csv");
        var lines = File.ReadAllLines(path);
        var expected = new List<Problem>();
        for (var i = 1; i <= 1000; i++)
        {
            var cells = lines[i].Split(',');
            var (found, wanted, column) = (i % 4) switch
            {
                0 => ("-1", "a factor, over 0 and up to 1000000", 3),
                1 => ("", "a factor, over 0 and up to 1000000", 4),
                2 => ("soon", "a day, written like 2026-01-29", 7),
                _ => ("E", "A, B, C, D", 6),
            };
            cells[column] = found;
            lines[i] = string.Join(',', cells);
            expected.Add(new Problem("place_rates.csv", i + 1, lines[0].Split(',')[column], found.Length > 0 ? $"\"{found}\"" : "an empty cell", wanted));
        }

        File.WriteAllLines(path, lines);

        Assert.Equal(expected, Assert.Throws<FrameworkException>(() => FrameworkReader.Read(copy)).Problems);
    }

    [Fact]
    public void Read_UnclosedQuotesInABigFile_SpoilTheirOwnLinesOnly()
    {
        using var folder = new TemporaryFolder();
        var copy = BigFramework.Write(folder.Path, places: 2, services: 1);
        var path = Path.Combine(copy, "adjustments.csv");
        var lines = File.ReadAllLines(path);
        int[] spoilt = [2, 99, 100, lines.Length];
        foreach (var line in spoilt)
            lines[line - 1] = "\"" + lines[line - 1];
        File.WriteAllLines(path, lines);

        var problems = Assert.Throws<FrameworkException>(() => FrameworkReader.Read(copy)).Problems;

        Assert.Equal(spoilt, problems.Select(problem => problem.Line));
        Assert.All(problems, problem => Assert.Equal("a quote that is not closed", problem.Found));
    }

    /// <summary>Half as much again may be for what grows in steps; a list that is gone through for every row is four times as much.</summary>
    [Theory]
    [InlineData(1, 4, 1, 8)]
    [InlineData(4, 1, 8, 1)]
    public void Read_TwiceAsManyCohorts_TakesTwiceTheMemory(int places, int services, int placesTwice, int servicesTwice)
    {
        using var folder = new TemporaryFolder();
        var small = BigFramework.Write(Path.Combine(folder.Path, "small"), places, services);
        var large = BigFramework.Write(Path.Combine(folder.Path, "large"), placesTwice, servicesTwice);
        FrameworkReader.Read(small);

        var once = BytesToRead(small);
        var twice = BytesToRead(large);

        Assert.True(twice < 2.3 * once, string.Create(CultureInfo.InvariantCulture, $"{twice} bytes, {(double)twice / once:0.00} times {once}"));
    }

    private static long BytesToRead(string folder)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        FrameworkReader.Read(folder);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
