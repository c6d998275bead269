using System.Text.Json.Nodes;
using Cadre.Frameworks.Fields;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Schemas;

/// <summary>JSON Schema of declared columns and keys.</summary>
internal static class FieldSchema
{
    private const string Code = "^[A-Za-z0-9_-]+$";
    private const string Id = "^[A-Za-z0-9_.-]+$";

    /// <summary>An object with the fields as properties and no others; a blank cell of a table is null.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="isRow">Whether the object is a row of a table, which has every column.</param>
    public static JsonObject OfObject(IEnumerable<Field> fields, bool isRow)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var field in fields)
        {
            properties.Add(field.Name, isRow && field.MayBeBlank ? OrNull(Of(field)) : Of(field));
            if (isRow || !field.MayBeBlank)
                required.Add(field.Name);
        }

        return new() { ["type"] = "object", ["properties"] = properties, ["required"] = required, ["additionalProperties"] = false };
    }

    /// <summary>A number within limits.</summary>
    public static JsonObject OfNumber(Quantity quantity) =>
        new() { ["type"] = "number", [quantity.LowIsOut ? "exclusiveMinimum" : "minimum"] = quantity.Low, ["maximum"] = quantity.High };

    private static JsonObject Of(Field field)
    {
        var schema = Of(field.Rule);
        schema.Insert(0, "description", field.Rule is FieldRule.Reference { File: var file } ? $"{field.Meaning} Defined in {file}." : field.Meaning);
        return schema;
    }

    private static JsonObject Of(FieldRule rule) => rule switch
    {
        FieldRule.Text => new() { ["type"] = "string", ["minLength"] = 1 },
        FieldRule.Code => new() { ["type"] = "string", ["pattern"] = Code },
        FieldRule.Id => new() { ["type"] = "string", ["pattern"] = Id },
        FieldRule.Reference => new() { ["type"] = "string", ["pattern"] = Id },
        FieldRule.Day => new() { ["type"] = "string", ["format"] = "date", ["pattern"] = @"^\d{4}-\d{2}-\d{2}$" },
        FieldRule.Month => new() { ["type"] = "string", ["pattern"] = @"^\d{4}-(0[1-9]|1[0-2])$" },
        FieldRule.Truth => new() { ["type"] = "boolean" },
        FieldRule.Number number => OfNumber(number.Quantity),
        FieldRule.Whole whole => new() { ["type"] = "integer", ["minimum"] = whole.Quantity.Low, ["maximum"] = whole.Quantity.High },
        FieldRule.Word word => new() { ["enum"] = Words(word.Words) },
        FieldRule.Shaped shaped => new() { ["type"] = "string", ["pattern"] = shaped.Pattern },
        FieldRule.WordList list => new() { ["type"] = "array", ["items"] = new JsonObject { ["enum"] = Words(list.Words) }, ["minItems"] = 1, ["uniqueItems"] = true },
        FieldRule.Mappings mappings => new() { ["type"] = "array", ["items"] = OfObject(mappings.Fields, isRow: false), ["minItems"] = mappings.MayBeEmpty ? 0 : 1 },
        FieldRule.Keys keys => OfObject(keys.Fields, isRow: false),
        FieldRule.Pairs pairs => new() { ["type"] = "object", ["additionalProperties"] = Of(pairs.Value) },
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No such rule."),
    };

    private static JsonArray Words(IEnumerable<string> words) => [.. words.Select(word => (JsonNode)word)];

    private static JsonObject OrNull(JsonObject schema)
    {
        if (schema["enum"] is JsonArray words)
            words.Add(null);
        else
            schema["type"] = new JsonArray(schema["type"]!.DeepClone(), "null");
        return schema;
    }
}
