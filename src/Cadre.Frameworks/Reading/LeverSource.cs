namespace Cadre.Frameworks.Reading;

/// <summary>Reads which source of candidates, or stage of one, or which conversion or substitution a lever works on.</summary>
internal sealed class LeverSource(ScenarioContext context)
{
    private const string Key = "supply";

    /// <summary>The source and stage; null for every one; -1 for one that could not be read, which is reported.</summary>
    public (int? Source, int? Stage) Read(YamlMapping yaml, LeverRule? rule)
    {
        if (rule is null or { IsOfConversions: true } or { IsOfSubstitutions: true } || !yaml.Has(Key)) return (null, null);
        if (rule.Kind is not { } kind) return Refuse(yaml, $"no such key: {rule.Word} works by {string.Join(", ", rule.Keys)}");
        if (yaml.Text(Key) is not { } text) return (-1, null);
        var parts = text.Split('/');
        if (parts.Length > (rule.HasStages ? 2 : 1))
            return Refuse(yaml, rule.HasStages ? "a source, or source/stage" : $"a source: {rule.Word} has no stages");
        var source = yaml.Reference(Key, parts[0], context.Sources);
        if (source < 0) return (-1, null);
        if ((context.Kinds[source] ?? kind) != kind) return Refuse(yaml, $"a source of kind {Words.Of(kind)}, which alone has a {rule.Word}");
        if (parts is not [_, var code]) return (source, null);
        var stage = yaml.Reference(Key, code, context.Stages[source]);
        return stage < 0 ? (-1, null) : (source, stage);
    }

    /// <summary>The conversion; null for every one; -1 for one that could not be read, which is reported.</summary>
    public int? ReadConversion(YamlMapping yaml, LeverRule? rule) =>
        rule is { IsOfConversions: true } ? yaml.OptionalReference(Key, context.Conversions) : null;

    /// <summary>The substitution; null for every one; -1 for one that could not be read, which is reported.</summary>
    public int? ReadSubstitution(YamlMapping yaml, LeverRule? rule) =>
        rule is { IsOfSubstitutions: true } ? yaml.OptionalReference(Key, context.Substitutions) : null;

    private static (int?, int?) Refuse(YamlMapping yaml, string expected)
    {
        yaml.Report(Key, expected);
        return (-1, null);
    }
}
