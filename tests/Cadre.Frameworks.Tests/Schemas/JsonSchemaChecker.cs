using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cadre.Frameworks.Tests.Schemas;

/// <summary>Checks a JSON value against a schema that uses no other keywords than these; another one is an error of the test.</summary>
internal static class JsonSchemaChecker
{
    private static readonly string[] Remarks = ["$schema", "title", "description", "format", "default"];

    /// <summary>The faults, each with the place in the value; none where it conforms.</summary>
    public static IEnumerable<string> Faults(JsonNode? schema, JsonNode? value, string at = "")
    {
        if (schema is JsonValue truth)
            return truth.GetValue<bool>() ? [] : [$"{at}: must not be there"];
        return schema!.AsObject().Where(keyword => !Remarks.Contains(keyword.Key)).SelectMany(keyword => Faults(schema.AsObject(), keyword.Key, keyword.Value!, value, at));
    }

    private static IEnumerable<string> Faults(JsonObject schema, string keyword, JsonNode rule, JsonNode? value, string at)
    {
        IEnumerable<string> Unless(bool holds) => holds ? [] : [$"{at}: {value?.ToJsonString() ?? "null"} is against {keyword} {rule.ToJsonString()}"];
        var (number, text, list, members) = (AsNumber(value), AsText(value), value as JsonArray, value as JsonObject);
        return keyword switch
        {
            "type" => Unless((rule is JsonArray types ? types.Select(type => type!.GetValue<string>()) : [rule.GetValue<string>()]).Any(type => IsOf(type, value))),
            "enum" => Unless(rule.AsArray().Any(word => JsonNode.DeepEquals(word, value))),
            "const" => Unless(JsonNode.DeepEquals(rule, value)),
            "minimum" => Unless(number is null || number >= rule.GetValue<double>()),
            "exclusiveMinimum" => Unless(number is null || number > rule.GetValue<double>()),
            "maximum" => Unless(number is null || number <= rule.GetValue<double>()),
            "minLength" => Unless(text is null || text.Length >= rule.GetValue<int>()),
            "pattern" => Unless(text is null || Regex.IsMatch(text, rule.GetValue<string>(), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))),
            "minItems" => Unless(list is null || list.Count >= rule.GetValue<int>()),
            "uniqueItems" => Unless(list is null || list.Select(item => item?.ToJsonString()).Distinct().Count() == list.Count),
            "items" => list is null ? [] : list.SelectMany((item, i) => Faults(rule, item, $"{at}[{i}]")),
            "required" => members is null ? [] : rule.AsArray().Select(key => key!.GetValue<string>()).Where(key => !members.ContainsKey(key)).Select(key => $"{at}: no {key}"),
            "properties" => members is null ? [] : rule.AsObject().Where(property => members.ContainsKey(property.Key)).SelectMany(property => Faults(property.Value, members[property.Key], $"{at}/{property.Key}")),
            "additionalProperties" => members is null ? [] : members.Where(member => schema["properties"]?.AsObject().ContainsKey(member.Key) != true).SelectMany(member => Faults(rule, member.Value, $"{at}/{member.Key}")),
            "allOf" => rule.AsArray().SelectMany(part => Faults(part, value, at)),
            "if" => Faults(rule, value, at).Any() ? [] : Faults(schema["then"], value, at),
            "then" => [],
            _ => throw new NotSupportedException($"The keyword {keyword}."),
        };
    }

    private static bool IsOf(string type, JsonNode? value) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => AsText(value) is not null,
        "boolean" => value is JsonValue truth && truth.TryGetValue<bool>(out _),
        "number" => AsNumber(value) is not null,
        "integer" => AsNumber(value) is { } number && number == Math.Floor(number),
        _ => throw new NotSupportedException($"The type {type}."),
    };

    private static double? AsNumber(JsonNode? value) => value is JsonValue number && number.TryGetValue<double>(out var found) ? found : null;

    private static string? AsText(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var found) ? found : null;
}
