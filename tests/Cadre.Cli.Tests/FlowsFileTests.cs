using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

/// <summary>flows.csv adds up to the account, as anybody with the files can check.</summary>
public class FlowsFileTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Flows_SmallFramework_AddUpToTheAccountOfTheNationAndTheRegions()
    {
        using var folder = new TemporaryFolder();
        var files = RunCommandTests.RunSmall(folder, "out", "--futures", "2", "--months", "48");

        AssertAddsUp(files, "small", _ => 1);
        // places.csv of small-nation: Coast Trust serves both regions.
        AssertAddsUp(files, "R1", trust => trust switch { "T1" => 1, "T2" => 0.7, _ => 0 });
        AssertAddsUp(files, "R2", trust => trust switch { "T1" => 0, "T2" => 0.3, _ => 1 });
        var kinds = files.Rows("flows.csv").Where(row => row["flow"] == "joiners").ToLookup(row => row["staff_group"], row => row["kind"]);
        Assert.Equal(["nursing", "other", "returning"], kinds["nurses"].Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["abroad", "other"], kinds["doctors"].Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["other"], kinds["support"].Distinct());
        Assert.All(files.Rows("flows.csv"), row => Assert.True((ResultFiles.Number(row, "heads") > 0 && ResultFiles.Number(row, "fte") > 0) || row["flow"] == "adjustment"));
        // small-nation does not tell causes of leaving apart; its moves are transfers.
        Assert.All(files.Rows("flows.csv"), row => Assert.Equal(row["flow"] switch { "joiners" => row["kind"], "moves_in" or "moves_out" => "transfer", _ => "" }, row["kind"]));
    }

    [Fact]
    public void Flows_England_AddUpToTheAccount()
    {
        using var folder = new TemporaryFolder();
        var outcome = CadreProcess.Run(
            folder.Path, new Dictionary<string, string> { ["CADRE_HOME"] = Repository.Root }, ["run", "england-2025", "--quiet", "--futures", "1", "--months", "14", "--out", "out"]);
        Assert.Equal(0, outcome.ExitCode);

        AssertAddsUp(new ResultFiles(Path.Combine(folder.Path, "out")), "england", _ => 1);
    }

    /// <summary>By month, staff group and flow, the file's lines for <paramref name="place"/> sum to those of the trusts by their weight.</summary>
    private static void AssertAddsUp(ResultFiles files, string place, Func<string, double> weightOf)
    {
        var expected = new Dictionary<(string Month, string StaffGroup, string Flow), double>();
        foreach (var row in files.Rows("account.csv"))
        {
            foreach (var flow in (string[])["joiners", "leavers", "moves_in", "moves_out", "adjustment"])
            {
                var key = (row["month"], row["staff_group"], flow);
                expected[key] = expected.GetValueOrDefault(key) + (weightOf(row["place"]) * ResultFiles.Number(row, flow));
            }
        }

        var found = files.Rows("flows.csv").Where(row => row["place"] == place)
            .GroupBy(row => (row["month"], row["staff_group"], row["flow"]))
            .ToDictionary(rows => rows.Key, rows => rows.Sum(row => ResultFiles.Number(row, "heads")));
        Assert.NotEmpty(found);
        Assert.All(expected, pair => Assert.Equal(pair.Value, found.GetValueOrDefault(pair.Key), Tolerance * Math.Max(1, Math.Abs(pair.Value))));
        Assert.Subset(expected.Keys.ToHashSet(), found.Keys.ToHashSet());
    }
}
