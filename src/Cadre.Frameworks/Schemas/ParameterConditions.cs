using System.Text.Json.Nodes;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Schemas;

/// <summary>What depends on the parameter: units and limits of the register (docs/method.md section 4) and of levers (section 9).</summary>
internal static class ParameterConditions
{
    private static readonly string[] LeverScope = ["place", "service", "staff_group", "supply", "exits", "from_age", "to_age"];

    /// <summary>For rows of the register.</summary>
    public static JsonArray OfRegister() =>
    [
        .. ParameterRule.All.Select(rule => If(rule.Word, new JsonObject
        {
            ["unit"] = new JsonObject { ["const"] = rule.Unit },
            ["low"] = Within(rule.Quantity),
            ["central"] = Within(rule.Quantity),
            ["high"] = Within(rule.Quantity),
        })),
    ];

    /// <summary>For levers: the limits of limit, the effect where only one will do, and the keys that the parameter does not take.</summary>
    public static JsonArray OfLevers() =>
    [
        .. LeverRule.All.Select(rule =>
        {
            var then = new JsonObject { ["limit"] = Within(rule.Value) };
            foreach (var key in LeverScope.Except(rule.Keys))
                then.Add(key, false);
            if (rule.IsOfSubstitutions)
                then.Add("effect", new JsonObject { ["const"] = Words.LeverEffects.First(word => word.Value == LeverEffect.Add).Key });
            return If(rule.Word, then);
        }),
    ];

    /// <summary>Limits without a type: a blank cell, null, is within them.</summary>
    private static JsonObject Within(Quantity quantity)
    {
        var schema = FieldSchema.OfNumber(quantity);
        schema.Remove("type");
        return schema;
    }

    private static JsonObject If(string parameter, JsonObject then) => new JsonObject
    {
        ["if"] = new JsonObject { ["properties"] = new JsonObject { ["parameter"] = new JsonObject { ["const"] = parameter } } },
        ["then"] = new JsonObject { ["properties"] = then },
    };
}
