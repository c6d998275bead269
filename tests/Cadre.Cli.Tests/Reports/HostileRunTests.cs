using System.Text;
using System.Text.Json.Nodes;
using Cadre.Cli.Reports;
using Cadre.TestCommon;

namespace Cadre.Cli.Tests.Reports;

/// <summary>Runs whose files do not go together, read for a report; the inputs were found by fuzzing.</summary>
public sealed class HostileRunTests(ReportCommandTests.SmallRun run) : IClassFixture<ReportCommandTests.SmallRun>
{
    [Theory]
    [InlineData("staff_groups", "found staff_groups without any, expected everybody first")]
    [InlineData("regions", "found regions without any, expected the nation first")]
    [InlineData("flow_years", "found flow_years without any, expected the years of the run")]
    public void Report_AboutWithoutAny_IsRefusedByTheKey(string key, string fault) =>
        Assert.Contains($"about.json: {fault}", FaultOf(about => about[key] = new JsonArray()));

    [Theory]
    [InlineData("regions")]
    [InlineData("register")]
    [InlineData("needs")]
    public void Report_AboutWithNullInAList_IsRefused(string key) =>
        Assert.Contains("about.json: found null in a list, expected an item", FaultOf(about => about[key]!.AsArray().Add(null)));

    [Fact]
    public void Report_AboutWithoutATextOrNullForIt_IsRefused()
    {
        Assert.Contains("found a file of JSON that cannot be read", FaultOf(about => about["register"]![0]!.AsObject().Remove("note")));
        Assert.Contains("found a file of JSON that cannot be read", FaultOf(about => about["title"] = null));
    }

    [Fact]
    public void Report_NationThatTheTablesDoNotHold_IsRefused() =>
        Assert.Contains("found percentiles.csv without elsewhere in ", FaultOf(about => about["regions"]![0]!["code"] = "elsewhere"));

    [Theory]
    [InlineData("none,one", "found targets_by_lever.csv with other than one row \"none\" and one \"all\" of first")]
    [InlineData("none,all,all", "found targets_by_lever.csv with other than one row \"none\" and one \"all\" of first")]
    [InlineData("none,all", "found targets_by_lever.csv without what a lever adds to first")]
    public void Check_TrialsThatLackARow_AreRefused(string levers, string fault)
    {
        TrialRow[] trials = [.. levers.Split(',').Select(pulled => new TrialRow(pulled, "", "first", "fte", new Ranged(1, 1, 1), 0.5, null, null))];
        Assert.StartsWith(fault, Assert.Throws<FormatException>(() => RunCheck.Of(ReportSamples.Run with { Trials = trials })).Message);
    }

    [Fact]
    public void Read_QuoteThatIsNeverClosed_IsOneRowAndTakesNoTime()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "table.csv"), new StringBuilder("a,b\n1,\"x").Insert(8, "\n", 3_000_000).ToString());
        var table = RunTable.Read(folder.Path, "table.csv");
        Assert.Equal(3_000_001, Assert.Single(table.Rows)[1].Length);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("1,000")]
    [InlineData("")]
    public void Number_WithoutAnEnd_IsNone(string cell) => Assert.Equal($"found \"{cell}\", expected a number", Assert.Throws<FormatException>(() => RunTable.Number(cell)).Message);

    [Theory]
    [InlineData("99999999999")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public void Whole_ThatIsNone_IsTold(string cell) => Assert.Equal($"found \"{cell}\", expected a whole number", Assert.Throws<FormatException>(() => RunTable.Whole(cell)).Message);

    /// <summary>The fault of a copy of the run whose about.json is changed; nothing is written.</summary>
    private string FaultOf(Action<JsonNode> change)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(run.Path))
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        var about = Path.Combine(folder.Path, "about.json");
        var node = JsonNode.Parse(File.ReadAllText(about))!;
        change(node);
        File.WriteAllText(about, node.ToJsonString());
        var page = Path.Combine(folder.Path, "page.html");
        var wrong = Assert.Throws<InputException>(() => ReportCommand.Write([folder.Path], page));
        Assert.False(File.Exists(page));
        return Assert.Single(wrong.Problems);
    }
}
