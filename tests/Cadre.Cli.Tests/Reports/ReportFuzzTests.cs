using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Cadre.Cli.Reports;
using Cadre.TestCommon;
using Cadre.TestCommon.Fuzzing;

namespace Cadre.Cli.Tests.Reports;

/// <summary>A run's folder is spoilt, its digest made to fit again, and read for a report until the time is over (CONTRIBUTING.md, "Hostile input").</summary>
public sealed partial class ReportFuzzTests(ReportCommandTests.SmallRun run, ITestOutputHelper output) : IClassFixture<ReportCommandTests.SmallRun>
{
    [Fact]
    public void Report_SpoiltRun_IsReadOrRefusedByName()
    {
        using var folder = new TemporaryFolder();
        var (mutants, refused) = new Fuzzer([Target], folder.Path).Run(Fuzzer.Time(usualSeconds: 5), Fuzzer.Seed);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mutants} mutants, {refused} refused"));
        Assert.True(mutants == 1 || refused > mutants / 8, $"Of {mutants} mutants only {refused} were refused: they are not spoilt enough.");
    }

    private FuzzTarget Target => new()
    {
        Name = "a run read for a report",
        Create = folder =>
        {
            foreach (var file in Directory.GetFiles(run.Path).Where(file => ReportRunReader.Digested.Append("places.csv").Append("about.json").Append("run.json").Contains(Path.GetFileName(file))))
                File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(file)), File.ReadAllBytes(file));
        },
        Spoils = file => file is not "account.csv",
        Prepare = folder =>
        {
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var file in ReportRunReader.Digested.Select(file => Path.Combine(folder, file)).Where(File.Exists))
                digest.AppendData(File.ReadAllBytes(file));
            var manifest = Path.Combine(folder, "run.json");
            var text = File.ReadAllText(manifest, System.Text.Encoding.Latin1);
            File.WriteAllText(manifest, ResultsDigest().Replace(text, $"${{key}}{Convert.ToHexStringLower(digest.GetHashAndReset())}"), System.Text.Encoding.Latin1);
        },
        Read = folder =>
        {
            var report = ReportRunReader.ReadChecked(folder);
            Assert.NotEmpty(RunReport.Of(report));
            Assert.NotEmpty(ComparisonReport.Of(report, report));
        },
        FaultOf = thrown => thrown is InputException { Problems: [{ Length: > 0 and < 2_000 }, ..] } ? null : $"it threw {thrown.GetType().Name} ({thrown.Message})",
    };

    [GeneratedRegex("(?<key>\"results_digest\": \")[0-9a-f]{64}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ResultsDigest();
}
