using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Reading;

public sealed class PlantedFaultsTests
{
    public static TheoryData<string> Names => [.. PlantedFaults.All.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_OneFault_IsReportedAlone(string name)
    {
        var fault = PlantedFaults.Named(name);
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        fault.Plant(copy);

        var thrown = Assert.Throws<FrameworkException>(() => FrameworkReader.Read(copy));

        Assert.Equal([fault.Problem], thrown.Problems);
    }

    [Fact]
    public void Read_ManyFaults_ReportsAllAtOnceSorted()
    {
        PlantedFault[] faults = [.. PlantedFaults.All.Where(fault => fault.GoesWithOthers)];
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        foreach (var fault in faults)
            fault.Plant(copy);

        var thrown = Assert.Throws<FrameworkException>(() => FrameworkReader.Read(copy));

        var expected = faults.Select(fault => fault.Problem)
            .OrderBy(problem => problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line)
            .ThenBy(problem => problem.Column, StringComparer.Ordinal);
        Assert.Equal(expected, thrown.Problems);
        Assert.True(faults.Length >= 40, $"Only {faults.Length} faults go together.");
    }
}
