using System.Text.Json.Nodes;
using Cadre.Frameworks.Creating;
using Cadre.Frameworks.Fields;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Schemas;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Schemas;

/// <summary>The schema against the readers, and against every framework of the repository.</summary>
public sealed class FrameworkSchemasTests
{
    private static readonly JsonObject Schema = FrameworkSchemas.All();

    public static TheoryData<string> Frameworks =>
    [
        .. new[] { "frameworks", Path.Combine("frameworks", "examples"), Path.Combine("tests", "TestCommon") }
            .SelectMany(root => Directory.GetDirectories(Path.Combine(Repository.Root, root)))
            .Where(folder => File.Exists(Path.Combine(folder, FrameworkTables.HeaderFile)) && Path.GetFileName(folder) != OldFramework.Name)
            .Select(folder => Path.GetRelativePath(Repository.Root, folder)).Order(StringComparer.Ordinal),
    ];

    /// <summary>Where a value stands, what takes its place, and what the checker says of it.</summary>
    public static TheoryData<string, string, string> Faults => new()
    {
        { "stock.csv/0/heads", "-3", "against minimum" },
        { "stock.csv/0/heads", "\"many\"", "against type" },
        { "stock.csv/0/heads", "null", "against type" },
        { "stock.csv/0/colour", "\"red\"", "must not be there" },
        { "stock.csv/0/fte", "", "no fte" },
        { "ages.csv/0/fte_per_head", "0", "against exclusiveMinimum" },
        { "ages.csv/0/to", "77", "against maximum" },
        { "places.csv/8/sector", "\"hospital\"", "against enum" },
        { "places.csv/8/place", "\"T 3\"", "against pattern" },
        { "assumptions.csv/0/unit", "\"months\"", "against const" },
        { "assumptions.csv/4/high", "95", "against maximum" },
        { "assumptions.csv/3/known_on", "\"January\"", "against pattern" },
        { "framework.yaml/format", "1", "against minimum" },
        { "framework.yaml/services", "[]", "against minItems" },
        { "framework.yaml/chance", "\"yes\"", "against type" },
        { "exits.csv/0/exit", "\"resigned\"", "against enum" },
        { "conversions.csv/0/months", "\"9 13\"", "against pattern" },
        { "substitutions.csv/0/exchange", "0", "against exclusiveMinimum" },
        { "scenarios/stay/levers/0/exits/1", "\"resignation\"", "against uniqueItems" },
        { "scenarios/stay/levers/0/supply", "\"nursing\"", "must not be there" },
        { "scenarios/stay/levers/0/start", "\"April\"", "against pattern" },
    };

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void All_EveryFrameworkOfTheRepository_Conforms(string folder) =>
        Assert.Empty(JsonSchemaChecker.Faults(Schema, FrameworkAsJson.Read(Path.Combine(Repository.Root, folder), Schema)));

    [Fact]
    public void All_NewFramework_Conforms()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "mine");
        NewFramework.Write("mine", path);

        Assert.Empty(JsonSchemaChecker.Faults(Schema, FrameworkAsJson.Read(path, Schema)));
    }

    [Fact]
    public void All_ColumnsOfEveryTable_AreDeclaredAndInTheSchema()
    {
        foreach (var table in FrameworkTables.All)
        {
            Assert.All(table.Columns, column => Assert.True(TableFields.Find(table.File, column) is { Meaning.Length: > 0 }, $"{table.File}, {column} is not declared"));
            Assert.Equal(table.Columns, Schema["properties"]![table.File]!["items"]!["properties"]!.AsObject().Select(property => property.Key));
        }

        Assert.All(TableFields.Declared, item => Assert.Contains(item.Column, FrameworkTables.All.Single(table => table.File == item.File).Columns));
    }

    [Fact]
    public void All_WaysOutAndLevers_Conform() => Assert.Empty(JsonSchemaChecker.Faults(Schema, Small()));

    [Theory]
    [MemberData(nameof(Faults))]
    public void All_ValueThatReadersRefuse_DoesNotConform(string place, string value, string fault)
    {
        var small = Small();
        JsonNode parent = small;
        string[] path = place.Split('/');
        foreach (var step in path[..^1])
            parent = int.TryParse(step, out var index) ? parent[index]! : parent[step]!;
        if (value.Length == 0)
            parent.AsObject().Remove(path[^1]);
        else if (parent is JsonArray list)
            list.Add(JsonNode.Parse(value));
        else
            parent[path[^1]] = JsonNode.Parse(value);

        Assert.Contains(fault, Assert.Single(JsonSchemaChecker.Faults(Schema, small)));
    }

    [Fact]
    public void Read_ColumnOtherwiseThanDeclared_IsAnErrorOfTheProgram()
    {
        var row = CsvTable.Read("place,service,staff_group,heads,fte,source,grade,known_on,note\nT1,all,nurses,1,1,synthetic,D,2026-01-15,\n"u8.ToArray(), FrameworkTables.Stock, new Problems()).Rows[0];

        Assert.Equal(1, row.Number("heads", Quantity.Heads));
        Assert.Throws<InvalidOperationException>(() => row.Number("heads", Quantity.Share));
        Assert.Throws<InvalidOperationException>(() => row.Code("heads"));
        Assert.Throws<InvalidOperationException>(() => row.Word("grade", Words.Levels));
        Assert.Throws<InvalidOperationException>(() => row.Reference("place", new CodeList("the code of a service", FrameworkTables.HeaderFile)));
    }

    [Fact]
    public void Of_NameOfAFile_IsItsPartOfTheWhole()
    {
        foreach (var name in FrameworkSchemas.Names.Where(name => !name.StartsWith(FrameworkTables.ScenarioFolder, StringComparison.Ordinal) && name is not (FrameworkSchemas.StaffListColumns or FrameworkSchemas.PublicationColumns)))
        {
            var one = FrameworkSchemas.Of(name);
            Assert.Equal("https://json-schema.org/draft/2020-12/schema", one["$schema"]!.GetValue<string>());
            one.Remove("$schema");
            one.Remove("title");
            Assert.True(JsonNode.DeepEquals(Schema["properties"]![name], one));
        }

        Assert.True(JsonNode.DeepEquals(FrameworkSchemas.Of("stock.csv"), FrameworkSchemas.Of("stock")));
        Assert.Contains("did you mean stock.csv?", Assert.Throws<FrameworkException>(() => FrameworkSchemas.Of("stok.csv")).Message);
    }

    /// <summary>The small framework with ways out and a scenario.</summary>
    private static JsonObject Small()
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        SmallFramework.AddWaysOut(copy);
        Directory.CreateDirectory(Path.Combine(copy, "scenarios"));
        File.WriteAllText(Path.Combine(copy, "scenarios", "stay.yaml"), """
            name: stay
            title: Fewer resign
            text: A trial.
            levers:
              - id: stay
                parameter: leaving_rate
                exits: [resignation]
                from_age: 20
                effect: multiply
                size: -10
                start: 2026-04
                reason: a trial
                grade: D
                source: synthetic
            """);
        FrameworkReader.Read(copy);
        return FrameworkAsJson.Read(copy, Schema);
    }
}
