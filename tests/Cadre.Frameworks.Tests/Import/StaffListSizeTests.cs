using System.Globalization;
using Cadre.Frameworks.Import.StaffLists;
using Cadre.Frameworks.Tests.England2025;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Import;

/// <summary>Long lists: sums are exact, and what stays in memory does not grow with the rows.</summary>
[Collection(Name)]
public sealed class StaffListSizeTests : IDisposable
{
    /// <summary>Tests that measure memory run when no other does.</summary>
    [CollectionDefinition(Name, DisableParallelization = true)]
    public sealed class Alone;

    internal const string Name = "memory";

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Import_SixtyThousandRows_AddsUpExactly()
    {
        var (framework, list) = (CopyOfEngland(), Path.Combine(_temporary.Path, "list.csv"));
        StaffListSample.Write(list, 60_000, seed: 3, shareOfTrusts: 0.5);
        var places = File.ReadLines(Path.Combine(framework, "places.csv")).Select(line => line.Split(',')[0]).ToHashSet();
        var rows = File.ReadLines(list).Skip(1).Select(line => line.Split(',')).Where(row => places.Contains(row[1])).ToList();
        var groups = OccupationCodes.Read().ToDictionary();
        var expected = rows.GroupBy(row => (row[1], groups.GetValueOrDefault(row[2], row[2])))
            .ToDictionary(cohort => cohort.Key, cohort => (cohort.Count(), cohort.Sum(row => decimal.Parse(row[6], CultureInfo.InvariantCulture))));

        var report = Import(framework, list);

        var stock = File.ReadLines(Path.Combine(framework, "stock.csv")).Skip(1).Select(line => line.Split(','))
            .ToDictionary(row => (row[0], row[2]), row => (int.Parse(row[3], CultureInfo.InvariantCulture), decimal.Parse(row[4], CultureInfo.InvariantCulture)));
        Assert.Equal(expected.OrderBy(cohort => cohort.Key), stock.OrderBy(cohort => cohort.Key));
        Assert.Equal((60_000, rows.Count, rows.Select(row => row[0]).Distinct().Count()), (report.Rows, report.Posts, report.People));
        var headcount = File.ReadLines(Path.Combine(framework, "headcount.csv")).Skip(1).Select(line => line.Split(',')).ToDictionary(row => row[0], row => int.Parse(row[1], CultureInfo.InvariantCulture));
        Assert.Equal(rows.GroupBy(row => row[1]).ToDictionary(place => place.Key, place => place.Select(row => row[0]).Distinct().Count()), headcount);
    }

    [Fact]
    public void Import_TwentyTimesTheRows_AllocatesLittleMoreAndKeepsNothingMore()
    {
        var (framework, shorter, longer) = (CopyOfEngland(), Path.Combine(_temporary.Path, "shorter.csv"), Path.Combine(_temporary.Path, "longer.csv"));
        StaffListSample.Write(shorter, 3_000, seed: 3, shareOfTrusts: 0.9);
        StaffListSample.Write(longer, 60_000, seed: 3, shareOfTrusts: 0.9);
        Measure(framework, shorter);

        var (allocated, kept) = Measure(framework, shorter);
        var (allocatedMore, keptMore) = Measure(framework, longer);

        // 57,000 rows more: eight bytes for each person, twice, and for each row, in tables that double; no string, no object for a row.
        Assert.InRange(allocatedMore - allocated, long.MinValue, 57_000 * 120);
        Assert.InRange(keptMore - kept, long.MinValue, 200_000);
    }

    private static (long Allocated, long Kept) Measure(string framework, string list)
    {
        var (before, used) = (GC.GetTotalMemory(forceFullCollection: true), GC.GetAllocatedBytesForCurrentThread());
        var report = Import(framework, list);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - used;
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(report);
        return (allocated, kept);
    }

    private static StaffListReport Import(string framework, string list) => StaffListImport.Import(new StaffListOptions { Framework = framework, List = list });

    private string CopyOfEngland()
    {
        var folder = Path.Combine(_temporary.Path, "england-2025");
        foreach (var file in Directory.GetFiles(EnglandRun.Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(EnglandRun.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return folder;
    }
}
