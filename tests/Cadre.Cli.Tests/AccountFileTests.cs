using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

/// <summary>The account adds up, as anybody with the files can check.</summary>
public class AccountFileTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Account_SmallFramework_AddsUp()
    {
        using var folder = new TemporaryFolder();
        var files = RunCommandTests.RunSmall(folder, "out", "--futures", "20", "--months", "48");
        AssertAddsUp(files, "small", 9);
    }

    [Fact]
    public void Account_England_AddsUpAndStartsFromThePublishedStock()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(
            folder.Path, new Dictionary<string, string> { ["CADRE_HOME"] = Repository.Root }, ["run", "england-2025", "--quiet", "--out", "out"]);
        Assert.Equal(0, outcome.ExitCode);
        var files = new ResultFiles(Path.Combine(folder.Path, "out"));

        AssertAddsUp(files, "england", 482);
        var opening = files.Rows("account.csv").Where(row => row["month"] == "2025-10").ToArray();
        Assert.Equal(266_941, opening.Sum(row => ResultFiles.Number(row, "opening")));
        Assert.Equal(47, opening.Select(row => row["place"]).Distinct().Count());
        AssertRangesAreReal(files);
    }

    /// <summary>Every row closes, every month opens where the last one closed, and the nation is the sum of the cohorts.</summary>
    private static void AssertAddsUp(ResultFiles files, string nation, int cohorts)
    {
        var closing = new Dictionary<string, double>();
        var sums = new Dictionary<(string Month, string Measure), double>();
        foreach (var row in files.Rows("account.csv"))
        {
            double Value(string column) => ResultFiles.Number(row, column);
            var cohort = $"{row["place"]}/{row["service"]}/{row["staff_group"]}";
            var end = Value("opening") + Value("joiners") + Value("moves_in") - Value("leavers") - Value("moves_out") + Value("adjustment");
            AssertClose(end, Value("closing"), $"{row["month"]} {cohort}");
            if (closing.TryGetValue(cohort, out var before)) Assert.Equal(before, Value("opening"));
            closing[cohort] = Value("closing");
            AssertClose(Value("posts") - Value("fte"), Value("vacancies") - Value("over_establishment"), $"gap of {row["month"]} {cohort}");
            foreach (var (column, measure) in ((string, string)[])[("closing", "heads"), ("joiners", "joiners"), ("leavers", "leavers"), ("fte", "fte"), ("posts", "posts"), ("vacancies", "vacancies"), ("over_establishment", "over_establishment")])
                sums[(row["month"], measure)] = sums.GetValueOrDefault((row["month"], measure)) + Value(column);
        }

        Assert.Equal(cohorts, closing.Count);
        var central = files.Rows("percentiles.csv").Where(row => row["place"] == nation && row["staff_group"] == "all")
            .ToDictionary(row => (row["month"], row["measure"]), row => ResultFiles.Number(row, "central"));
        Assert.All(sums, sum => AssertClose(sum.Value, central[sum.Key], $"nation, {sum.Key}"));
    }

    private static void AssertRangesAreReal(ResultFiles files)
    {
        var rows = files.Rows("percentiles.csv").Where(row => row["place"] == "england" && row["measure"] == "fte" && string.CompareOrdinal(row["month"], "2026-09") >= 0).ToArray();
        Assert.True(rows.Count(row => ResultFiles.Number(row, "p5") < ResultFiles.Number(row, "p95")) >= 0.9 * rows.Length);
    }

    private static void AssertClose(double expected, double actual, string what) =>
        Assert.True(Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(expected)), $"{what}: {expected:R} is not {actual:R}");
}
