using YamlDotNet.Core;

namespace Cadre.Frameworks.Reading;

/// <summary>What is wrong with a text that is no YAML, in this program's words instead of the parser's.</summary>
internal static class YamlFault
{
    private const string Twice = "Duplicate key ";

    /// <summary>Part of the parser's message and what it stands for; the first that fits counts.</summary>
    private static readonly (string Part, string Words)[] Known =
    [
        ("quoted scalar", "a quote that is not closed"),
        ("tab", "a tab where only blanks may stand"),
        ("mapping values are not allowed", "a colon where no key may stand: a second one in its line, or a line indented more than its neighbours"),
        ("invalid mapping", "a colon where no key may stand: a second one in its line, or a line indented more than its neighbours"),
        ("flow", "a bracket or brace that is not closed, or a comma that is missing"),
        ("cannot start any token", "a sign that begins a value only within quotes"),
        ("simple key", "a line that is no key with a colon"),
        ("block", "a line that is not indented as its neighbours"),
    ];

    /// <summary>The fault with the column in which it stands; a key that is there twice by its name.</summary>
    public static string Found(YamlException fail)
    {
        var message = fail.Message.TrimEnd('.');
        if (message.StartsWith(Twice, StringComparison.Ordinal))
            return $"the key {message[Twice.Length..]} a second time";
        var words = Array.Find(Known, known => message.Contains(known.Part, StringComparison.OrdinalIgnoreCase)).Words;
        return $"{words ?? "text that cannot be read as keys and values"} (column {Math.Max(1, fail.Start.Column)})";
    }
}
