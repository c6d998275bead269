using Cadre.Engine;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Writing;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Examples;

/// <summary>
/// Every example's results, byte for byte, against digests.txt: beside the answers worked out by hand, not instead of them. Where a change of
/// numbers is meant, the line goes into digests.txt and what changed into CHANGELOG.md.
/// </summary>
public sealed class ExampleDigestTests
{
    private static readonly Dictionary<string, string> Frozen = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Cadre.Frameworks.Tests", "Examples", "digests.txt"))
        .Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => parts[1]);

    public static TheoryData<string> Names => ExampleTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Results_TwentyFutures_AreTheFrozenBytes(string name)
    {
        var framework = FrameworkReader.Read(Path.Combine(Repository.Root, "frameworks", "examples", name));
        var options = new RunOptions { Months = framework.RunMonths, Futures = 20, Chance = framework.Chance };
        using var temporary = new TemporaryFolder();
        using var folder = RunFolder.Begin(Path.Combine(temporary.Path, "run"));
        var manifest = RunWriter.Write(
            framework, ScenarioEntry.Baseline, NationalRun.Run(framework.Model, options), null, [], folder, TimeProvider.System, 0, TestContext.Current.CancellationToken);
        Assert.True(Frozen.GetValueOrDefault(name) == manifest.ResultsDigest, $"digests.txt should say \"{name} {manifest.ResultsDigest}\" if the change is meant.");
    }

    [Fact]
    public void Frozen_Names_AreThoseOfTheExamples() => Assert.Equal(Names.Select(row => row.Data).Order(StringComparer.Ordinal), Frozen.Keys);
}
