using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using Cadre.Frameworks.Fields;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Schemas;

/// <summary>
/// JSON Schema (2020-12) of a framework's files, made of the declarations that the readers keep to. A table is an array of
/// objects, one for each row, with a property for each column: numbers as numbers, blank cells as null.
/// </summary>
public static class FrameworkSchemas
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";
    private const string Scenario = "scenarios/NAME.yaml";

    private static readonly JsonSerializerOptions ImportOptions = new(JsonSerializerOptions.Default)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <summary>The name that stands for the columns file of a staff list, which is no part of a framework.</summary>
    public const string StaffListColumns = "staff-list.yaml";

    /// <summary>The name that stands for the columns file of a publication, which is no part of a framework either.</summary>
    public const string PublicationColumns = "publication.yaml";

    /// <summary>The files that have a schema, as <c>docs/frameworks.md</c> names them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [FrameworkTables.HeaderFile, Scenario, FrameworkTables.ImportFile, .. FrameworkTables.All.Select(table => table.File), StaffListColumns, PublicationColumns];

    /// <summary>The schema of a whole framework: an object with a property for each file, scenarios by name in <c>scenarios</c>.</summary>
    public static JsonObject All()
    {
        var properties = new JsonObject();
        foreach (var file in Names.Where(file => file is not (Scenario or StaffListColumns or PublicationColumns)))
            properties.Add(file, OfFile(file));
        properties.Add(FrameworkTables.ScenarioFolder, new JsonObject { ["type"] = "object", ["additionalProperties"] = OfScenario() });
        var required = FrameworkTables.All.Where(table => table.Required).Select(table => table.File).Prepend(FrameworkTables.HeaderFile);
        return Titled($"A framework of Cadre, format {FrameworkFormat.Current}", new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. required.Select(file => (JsonNode)file)]),
            ["additionalProperties"] = false,
        });
    }

    /// <summary>The schema of one file.</summary>
    /// <param name="name">One of <see cref="Names"/>, or a table's without <c>.csv</c>.</param>
    /// <exception cref="FrameworkException">There is no such file; the message lists those that there are.</exception>
    public static JsonObject Of(string name)
    {
        var file = Names.FirstOrDefault(file => file == name || Path.GetFileNameWithoutExtension(file) == name && file != Scenario);
        if (file is null)
            throw new FrameworkException([new Problem(name, 0, null, "no such file of a framework", $"one of {string.Join(", ", Names)}{Nearest.Suggestion(name, Names)}")]);
        return Titled(file, OfFile(file));
    }

    private static JsonObject OfFile(string file) => file switch
    {
        FrameworkTables.HeaderFile => FieldSchema.OfObject(YamlFields.Header, isRow: false),
        FrameworkTables.ImportFile => OfImport(),
        Scenario => OfScenario(),
        StaffListColumns => FieldSchema.OfObject(StaffListFields.ColumnsFile, isRow: false),
        PublicationColumns => FieldSchema.OfObject(PublicationFields.File, isRow: false),
        _ => OfTable(FrameworkTables.All.First(table => table.File == file)),
    };

    private static JsonObject OfTable(TableSchema table)
    {
        var row = FieldSchema.OfObject(table.Columns.Select(column => TableFields.Find(table.File, column) ?? Undeclared(column)), isRow: true);
        if (table == FrameworkTables.Assumptions || table == FrameworkTables.AssumptionsImported)
            row.Add("allOf", ParameterConditions.OfRegister());
        return new() { ["type"] = "array", ["items"] = row };
    }

    private static JsonObject OfScenario()
    {
        var scenario = FieldSchema.OfObject(YamlFields.Scenario, isRow: false);
        scenario["properties"]!["levers"]!["items"]!.AsObject().Add("allOf", ParameterConditions.OfLevers());
        return scenario;
    }

    /// <summary>Of the type that reads it; a text such as 2022 is a number to YAML.</summary>
    private static JsonObject OfImport()
    {
        return ImportOptions.GetJsonSchemaAsNode(typeof(ImportSettings), new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = TextMayBeANumber }).AsObject();

        static JsonNode TextMayBeANumber(JsonSchemaExporterContext context, JsonNode schema)
        {
            if (context.TypeInfo.Type == typeof(string))
                schema["type"] = new JsonArray("string", "number");
            return schema;
        }
    }

    private static Field Undeclared(string column) => new(column, new FieldRule.Text(), column);

    private static JsonObject Titled(string title, JsonObject schema)
    {
        schema.Insert(0, "title", title);
        schema.Insert(0, "$schema", Dialect);
        return schema;
    }
}
