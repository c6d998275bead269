using System.Text.Json;
using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

/// <summary>needs.csv beside the account, as anybody with the files can check; the screen and --json say the same.</summary>
public class NeedsFileTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Needs_SmallFramework_StandBesidePostsAndStaffAndAddUpByWeight()
    {
        using var folder = new TemporaryFolder();
        var files = RunCommandTests.RunSmall(folder, "out", "--futures", "2");
        var account = files.Rows("account.csv").ToDictionary(row => (row["month"], row["place"], row["staff_group"]));
        var needs = files.Rows("needs.csv").ToDictionary(row => (row["month"], row["place"], row["staff_group"]));

        Assert.Equal(24 * 12, needs.Count);
        foreach (var month in account.Keys.Select(key => key.Item1).Distinct())
        {
            foreach (var (trust, group) in (ReadOnlySpan<(string, string)>)[("T1", "nurses"), ("T2", "nurses"), ("T3", "support")])
            {
                var (need, cohort) = (needs[(month, trust, group)], account[(month, trust, group)]);
                Assert.Equal((cohort["posts"], cohort["fte"]), (need["posts"], need["staff"]));
            }

            // Coast Trust (T2) lies 70% in S2 of R1 and 30% in S3 of R2.
            foreach (var column in (string[])["need", "posts", "staff", "gap_to_need"])
            {
                var (hills, coast) = (Number(month, "T1", column), Number(month, "T2", column));
                Close(hills + (0.7 * coast), Number(month, "R1", column));
                Close(0.3 * coast, Number(month, "S3", column));
                Close(hills + coast, Number(month, "small", column));
            }

            foreach (var row in needs.Values)
                Close(ResultFiles.Number(row, "need") - ResultFiles.Number(row, "staff"), ResultFiles.Number(row, "gap_to_need"));
        }

        // Half-way between 300 in March 2026 and 324 in March 2027.
        Close(312, Number("2026-09", "T2", "need"));
        Close((((180000 * 1.5) + (42000 * 5)) / 1550 / 0.8) + 1.5, Number("2025-10", "T1", "need"));
        Close(40 * 168 * 52.14 / 1550, ResultFiles.Number(needs[("2027-09", "R2", "support")], "need"));

        double Number(string month, string place, string column) => ResultFiles.Number(needs[(month, place, "nurses")], column);
    }

    [Fact]
    public void Needs_Range_IsThatOfTheFuturesHoursAndStaff()
    {
        using var folder = new TemporaryFolder();
        var files = RunCommandTests.RunSmall(folder, "out", "--futures", "41");
        var rows = files.Rows("needs.csv").ToList();
        var staff = files.Rows("percentiles.csv").Where(row => row["measure"] == "fte").ToDictionary(row => (row["month"], row["place"], row["staff_group"]));

        foreach (var row in rows.Where(row => (row["place"], row["staff_group"]) == ("T2", "nurses")))
        {
            // A trajectory is the same in every future, so the gap's range is that of the staff, which are kept each March.
            Assert.All((string[])["need_p5", "need_p50", "need_p95"], column => Close(ResultFiles.Number(row, "need"), ResultFiles.Number(row, column)));
            var isKept = row["month"].EndsWith("-03", StringComparison.Ordinal);
            Assert.Equal(isKept, row["gap_p5"].Length > 0);
            if (!isKept) continue;
            var there = staff[(row["month"], "T2", "nurses")];
            Close(ResultFiles.Number(row, "need") - ResultFiles.Number(there, "p95"), ResultFiles.Number(row, "gap_p5"));
            Close(ResultFiles.Number(row, "need") - ResultFiles.Number(there, "p5"), ResultFiles.Number(row, "gap_p95"));
        }

        foreach (var row in rows.Where(row => (row["place"], row["staff_group"]) == ("T3", "support")))
        {
            // Hours lie between 1450 and 1650.
            Assert.InRange(ResultFiles.Number(row, "need_p5"), 40 * 168 * 52.14 / 1650, ResultFiles.Number(row, "need_p50"));
            Assert.InRange(ResultFiles.Number(row, "need_p95"), ResultFiles.Number(row, "need_p50"), 40 * 168 * 52.14 / 1450);
            Assert.True(ResultFiles.Number(row, "need_p5") < ResultFiles.Number(row, "need_p95"));
        }
    }

    [Fact]
    public void Compare_FrameworkWithNeeds_ShowsNeedAndGapOfBothAndTheirDifference()
    {
        using var folder = new TemporaryFolder();
        var copy = ScenarioFiles.CopyTo(folder.Path);
        ScenarioFiles.Write(copy, "shorter", """
            assumptions:
              - id: hours_available
                distribution: fixed
                central: 1240
                reason: a fifth less
                grade: D
                source: synthetic
            """);
        var outcome = CadreProcess.Run(folder.Path, "compare", copy, "baseline", "shorter", "--futures", "5", "--json", "--out", "out");
        var rows = new ResultFiles(Path.Combine(folder.Path, "out")).Rows("needs_difference.csv").ToList();

        Assert.Equal(["small", "small", "R1", "R2", "R2"], rows.Where(row => (row["month"], row["measure"]) == ("2027-09", "need")).Select(row => row["place"]));
        var support = rows.Where(row => (row["month"], row["place"], row["staff_group"]) == ("2027-09", "R2", "support")).ToDictionary(row => row["measure"]);
        Close(40 * 168 * 52.14 / 1550, ResultFiles.Number(support["need"], "a"));
        Close(40 * 168 * 52.14 / 1240, ResultFiles.Number(support["need"], "b"));
        // Hours change nothing in the run: need and gap differ alike in every future.
        Assert.All((string[])["difference", "p5", "p50", "p95"], column => Close(ResultFiles.Number(support["need"], column), ResultFiles.Number(support["gap_to_need"], column)));
        using var difference = JsonDocument.Parse(outcome.Output);
        var need = difference.RootElement.GetProperty("needs")[1].GetProperty("need");
        Close(40 * 168 * 52.14 * ((1 / 1240.0) - (1 / 1550.0)), need.GetProperty("difference").GetProperty("central").GetDouble());

        var screen = CadreProcess.Run(folder.Path, "compare", copy, "baseline", "shorter", "--futures", "5", "--out", "screen");
        Assert.Contains("Need, and need less staff of those with a need, September 2027, FTE", screen.Prose);
    }

    [Fact]
    public void Run_FrameworkWithNeeds_ShowsThemAtTheLastMarch()
    {
        using var folder = new TemporaryFolder();
        var screen = CadreProcess.Run(folder.Path, "run", SmallFramework.Folder, "--futures", "2", "--out", "screen");
        Assert.Contains("September 2027, central run: need, posts and staff of those with a need, FTE", screen.Prose);
        Assert.Contains("Gap to need", screen.Output);

        var json = CadreProcess.Run(folder.Path, "run", SmallFramework.Folder, "--futures", "2", "--json", "--out", "json");
        using var plan = JsonDocument.Parse(json.Output);
        var needs = plan.RootElement.GetProperty("needs");
        Assert.Equal(["nurses", "support"], needs.EnumerateArray().Select(row => row.GetProperty("staff_group").GetString()));
        var row = new ResultFiles(Path.Combine(folder.Path, "json")).Rows("needs.csv").Single(row => (row["month"], row["place"], row["staff_group"]) == ("2027-09", "small", "nurses"));
        Assert.Equal("2027-09", needs[0].GetProperty("month").GetString());
        Assert.Equal(ResultFiles.Number(row, "gap_to_need"), needs[0].GetProperty("gap_to_need").GetDouble());
    }

    [Fact]
    public void Run_FrameworkWithoutNeeds_SaysNothingOfNeed()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(folder.Path, "run", Path.Combine(Repository.Root, "frameworks", "examples", "elasticity"), "--futures", "1", "--months", "6", "--out", "out");

        Assert.Equal(0, outcome.ExitCode);
        Assert.DoesNotContain("need", outcome.Output);
        Assert.False(File.Exists(Path.Combine(folder.Path, "out", "needs.csv")));
    }

    private static void Close(double expected, double actual) => Assert.Equal(expected, actual, Tolerance * Math.Max(1, Math.Abs(expected)));
}
