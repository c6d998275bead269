using System.Text.Json.Nodes;
using Cadre.TestCommon;

namespace Cadre.Cli.Tests;

public class SchemaCommandTests
{
    [Fact]
    public void Schema_AllAndOne_AreJson()
    {
        using var folder = new TemporaryFolder();

        var all = CadreProcess.Run(folder.Path, "schema");
        var one = CadreProcess.Run(folder.Path, "schema", "stock");

        Assert.Equal((0, "", 0, ""), (all.ExitCode, all.Error, one.ExitCode, one.Error));
        Assert.Equal("A framework of Cadre, format 2", JsonNode.Parse(all.Output)!["title"]!.GetValue<string>());
        Assert.Equal("stock.csv", JsonNode.Parse(one.Output)!["title"]!.GetValue<string>());
        Assert.Contains("\"heads\": {\n        \"description\": \"Heads on the opening day.\",", one.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Schema_NoSuchFile_ListsThoseThereAre()
    {
        using var folder = new TemporaryFolder();

        var outcome = CadreProcess.Run(folder.Path, "schema", "stok.csv");

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("one of framework.yaml, scenarios/NAME.yaml, import.yaml, places.csv,", outcome.Error);
    }
}
