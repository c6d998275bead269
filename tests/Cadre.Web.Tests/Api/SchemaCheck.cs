using System.Text.Json;

namespace Cadre.Web.Tests.Api;

/// <summary>Holds JSON against a schema of an OpenAPI document, as far as ours use them: types, fields, items, references and alternatives.</summary>
internal static class SchemaCheck
{
    /// <summary>Everything in which JSON is not as its schema says.</summary>
    public static IEnumerable<string> Of(JsonElement document, JsonElement schema, JsonElement json, string where)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Of(document, reference.GetString()!.Split('/').Skip(1).Aggregate(document, (at, name) => at.GetProperty(name)), json, where);
        if (schema.TryGetProperty("oneOf", out var one) || schema.TryGetProperty("anyOf", out one))
            return one.EnumerateArray().Select(option => Of(document, option, json, where).ToList()).MinBy(faults => faults.Count)!;
        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, json))) return [$"{where}: {json.GetRawText()} is no word of the list"];
        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(name => Is(json, name))) return [$"{where}: {json.ValueKind}"];
        return json.ValueKind switch
        {
            JsonValueKind.Object => Fields(document, schema, json, where),
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => json.EnumerateArray().SelectMany((item, i) => Of(document, items, item, $"{where}[{i}]")),
            _ => [],
        };
    }

    private static IEnumerable<string> Fields(JsonElement document, JsonElement schema, JsonElement json, string where)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(name => name.GetString()!).Where(name => !json.TryGetProperty(name, out _)))
                yield return $"{where}.{name}: missing";
        }

        var rest = schema.TryGetProperty("additionalProperties", out var any) ? any : (JsonElement?)null;
        foreach (var field in json.EnumerateObject())
        {
            var known = schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(field.Name, out var own) ? own : rest;
            if (known is not { } one) yield return $"{where}.{field.Name}: not in the schema";
            else foreach (var fault in Of(document, one, field.Value, $"{where}.{field.Name}")) yield return fault;
        }
    }

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(name => name.GetString()!) : [type.GetString()!];

    private static bool Is(JsonElement json, string type) => type switch
    {
        "null" => json.ValueKind == JsonValueKind.Null,
        "string" => json.ValueKind == JsonValueKind.String,
        "boolean" => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out _),
        "number" => json.ValueKind == JsonValueKind.Number,
        "array" => json.ValueKind == JsonValueKind.Array,
        "object" => json.ValueKind == JsonValueKind.Object,
        _ => throw new ArgumentException($"No type {type}.", nameof(type)),
    };
}
