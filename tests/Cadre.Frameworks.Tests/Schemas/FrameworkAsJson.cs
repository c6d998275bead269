using System.Globalization;
using System.Text.Json.Nodes;
using Cadre.Frameworks.Reading;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Cadre.Frameworks.Tests.Schemas;

/// <summary>A framework's folder as one JSON value, in the way that its schema describes.</summary>
internal static class FrameworkAsJson
{
    /// <summary>An object with a property for each file, scenarios by name.</summary>
    public static JsonObject Read(string folder, JsonObject schema)
    {
        var framework = new JsonObject();
        foreach (var path in Directory.GetFiles(folder).Where(path => Path.GetExtension(path) != ".md").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            framework.Add(name, Path.GetExtension(path) == ".yaml" ? Yaml(path) : Table(path, schema["properties"]![name]!["items"]!["properties"]!.AsObject()));
        }

        var scenarios = new JsonObject();
        framework.Add(FrameworkTables.ScenarioFolder, scenarios);
        if (Directory.Exists(Path.Combine(folder, FrameworkTables.ScenarioFolder)))
        {
            foreach (var path in Directory.GetFiles(Path.Combine(folder, FrameworkTables.ScenarioFolder)))
                scenarios.Add(Path.GetFileNameWithoutExtension(path), Yaml(path));
        }

        return framework;
    }

    /// <summary>One object for each row; cells of columns that hold numbers as numbers.</summary>
    private static JsonArray Table(string path, JsonObject columns)
    {
        var problems = new Problems();
        string[] header = [.. File.ReadLines(path).First().Split(',')];
        var table = CsvTable.Read(File.ReadAllBytes(path), new TableSchema(Path.GetFileName(path), true, header), problems);
        problems.ThrowIfAny();
        return [.. table.Rows.Select(row => new JsonObject(header.Select(column => KeyValuePair.Create(column, (JsonNode?)Cell(row.OptionalText(column), columns[column])))))];
    }

    private static JsonValue? Cell(string text, JsonNode? column)
    {
        if (text.Length == 0)
            return null;
        var types = column?["type"]?.ToJsonString() ?? "";
        return types.Contains("number") || types.Contains("integer") ? JsonValue.Create(double.Parse(text, CultureInfo.InvariantCulture)) : JsonValue.Create(text);
    }

    private static JsonNode? Yaml(string path)
    {
        using var reader = new StreamReader(path);
        var stream = new YamlStream();
        stream.Load(reader);
        return Node(stream.Documents[0].RootNode);
    }

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Node(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Node)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } scalar => JsonValue.Create(scalar.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new NotSupportedException(node.ToString()),
    };
}
