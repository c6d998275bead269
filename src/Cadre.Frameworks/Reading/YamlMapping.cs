using System.Globalization;
using Cadre.Engine.Model;
using Cadre.Frameworks.Fields;
using YamlDotNet.RepresentationModel;

namespace Cadre.Frameworks.Reading;

/// <summary>A mapping of a YAML file, whose values are read one by one. Each method reports what it does not find.</summary>
internal sealed class YamlMapping
{
    private readonly string _file;
    private readonly YamlMappingNode _node;
    private readonly Problems _problems;

    private YamlMapping(string file, YamlMappingNode node, Problems problems)
    {
        _file = file;
        _node = node;
        _problems = problems;
    }

    /// <summary>Line of the file on which it begins, 1 for the first.</summary>
    public int Line => (int)_node.Start.Line;

    /// <summary>Reads a file that holds one mapping; null when it is not there or not readable, which is reported.</summary>
    public static YamlMapping? Read(FrameworkFolder folder, string file) =>
        folder.Bytes(file) is { } bytes ? Read(bytes, file, folder.Problems) : null;

    /// <summary>Reads the bytes of a file that holds one mapping; null when they are not readable, which is reported.</summary>
    public static YamlMapping? Read(byte[] bytes, string file, Problems problems) =>
        YamlFile.Load(bytes, file, problems) is { } root ? new YamlMapping(file, root, problems) : null;

    /// <summary>Reports keys that are not declared, and missing ones of those that must be there.</summary>
    public void CheckKeys(IReadOnlyList<Field> fields) =>
        CheckKeys([.. fields.Where(field => !field.MayBeBlank).Select(field => field.Name)], [.. fields.Where(field => field.MayBeBlank).Select(field => field.Name)]);

    /// <summary>Reports keys that are not listed, and those of <paramref name="required"/> that are missing.</summary>
    private void CheckKeys(string[] required, string[] optional)
    {
        string[] keys = [.. required, .. optional];
        var present = _node.Children.Keys.Select(key => (key as YamlScalarNode)?.Value ?? "").ToArray();
        var claimed = new List<string>();
        foreach (var (node, key) in _node.Children.Keys.Zip(present).Where(pair => !keys.Contains(pair.Second)))
        {
            var meant = Nearest.Find(key, keys.Except(present).Except(claimed));
            if (meant is not null)
                claimed.Add(meant);
            var expected = meant is null ? $"only the keys {string.Join(", ", keys)}" : $"the key {meant}";
            _problems.Add(new Problem(_file, (int)node.Start.Line, FoundText.Short(key), "an unknown key", expected));
        }

        foreach (var key in required.Except(present).Except(claimed))
            _problems.Add(new Problem(_file, (int)_node.Start.Line, key, "no such key", $"the keys {string.Join(", ", keys)}"));
    }

    /// <summary>Whether the key is there.</summary>
    public bool Has(string key) => Value(key) is not null;

    /// <summary>Reports something about the mapping as a whole.</summary>
    public void Report(string? key, string found, string expected) => _problems.Add(new Problem(_file, Line, key, found, expected));

    /// <summary>Reports something about a key in a line of its own.</summary>
    public void Report(string key, string found, string expected, int line) => _problems.Add(new Problem(_file, line, key, found, expected));

    /// <summary>Line of the file in which a key that is there stands.</summary>
    public int LineOf(string key) => (int)_node.Children.Keys.First(name => name is YamlScalarNode scalar && scalar.Value == key).Start.Line;

    /// <summary>Where the value of a key that is there stands: line and columns, 1 for the first, the last column itself not in it.</summary>
    public (int Line, int From, int To) PlaceOf(string key)
    {
        var value = Value(key)!;
        return ((int)value.Start.Line, (int)value.Start.Column, (int)value.End.Column);
    }

    /// <summary>Reports the value of a key that is there.</summary>
    public void Report(string key, string expected)
    {
        var (nameNode, value) = _node.Children.First(pair => pair.Key is YamlScalarNode scalar && scalar.Value == key);
        var found = value switch
        {
            YamlScalarNode { Value: null or "" } => "nothing",
            YamlScalarNode scalar => FoundText.Quoted(scalar.Value),
            YamlSequenceNode => "a list",
            _ => "keys and values",
        };
        _problems.Add(new Problem(_file, (int)nameNode.Start.Line, key, found, expected));
    }

    /// <summary>The plain text of a key, unchecked; null when there is none.</summary>
    public string? PlainText(string key) => (Value(key) as YamlScalarNode)?.Value;

    /// <summary>A text; null when there is none.</summary>
    public string? Text(string key) => Scalar(key, "a text");

    /// <summary>Letters, digits, <c>_</c> and <c>-</c>; null when it is anything else.</summary>
    public string? Code(string key) =>
        Parsed(key, "a code of letters, digits, _ and -", text => text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-') ? text : null);

    /// <summary>A day; null when it is none.</summary>
    public DateOnly? Date(string key)
    {
        DateOnly? day = null;
        Parsed(key, "a day, written like 2026-01-29", text => Words.TryParseDay(text, out var value) ? day = value : null);
        return day;
    }

    /// <summary>A whole number; null when it is none or out of bounds.</summary>
    public int? Whole(string key, Quantity quantity)
    {
        int? number = null;
        Parsed(key, quantity.Expected(), text =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && quantity.Allows(value)
                ? number = value
                : null);
        return number;
    }

    /// <summary>A code that may hold full stops as well; null when it is anything else.</summary>
    public string? Id(string key) =>
        Parsed(key, "an id of letters, digits, _, - and .", text => text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.') ? text : null);

    /// <summary>A number; null when it is none or out of bounds.</summary>
    public double? Number(string key, Quantity quantity)
    {
        if (Scalar(key, quantity.Expected()) is not { } text)
            return null;
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var isNumber = double.TryParse(text, plain, CultureInfo.InvariantCulture, out var value) && char.IsAsciiDigit(text[^1]);
        if (isNumber && quantity.Allows(value))
            return value;
        Report(key, quantity.Expected(isNumber ? value : double.NaN) + (text.Contains(',') ? ", without thousands separators" : ""));
        return null;
    }

    /// <summary>A month, written 2026-04; null when it is none.</summary>
    public CalendarMonth? Month(string key, string expected)
    {
        CalendarMonth? month = null;
        Parsed(key, expected, text => CalendarMonth.TryParse(text, out var value) ? month = value : null);
        return month;
    }

    /// <summary>One of a few words; null when it is none of them.</summary>
    public T? Word<T>(string key, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        var expected = string.Join(", ", words.Keys);
        if (Scalar(key, expected) is not { } text)
            return null;
        if (words.TryGetValue(text, out var value))
            return value;
        Report(key, expected + Nearest.Suggestion(text, words.Keys));
        return null;
    }

    /// <summary>A list of a few words, at least one and each once; empty when it is anything else.</summary>
    public IReadOnlyList<T> WordList<T>(string key, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        var expected = $"a list of {string.Join(", ", words.Keys)}, each once";
        if (Value(key) is not YamlSequenceNode { Children.Count: > 0 } list || !list.Children.All(item => item is YamlScalarNode))
        {
            Report(key, expected);
            return [];
        }

        string[] texts = [.. list.Children.Select(item => ((YamlScalarNode)item).Value ?? "")];
        if (Array.Find(texts, text => !words.ContainsKey(text)) is { } unknown)
            Report(key, $"\"{unknown}\"", expected + Nearest.Suggestion(unknown, words.Keys), LineOf(key));
        else if (texts.Distinct().Count() < texts.Length)
            Report(key, $"\"{string.Join(", ", texts)}\"", expected, LineOf(key));
        else
            return [.. texts.Select(text => words[text])];
        return [];
    }

    /// <summary>The index that a code stands for; -1 when it stands for none. An unknown code is reported where a key first has it.</summary>
    public int Reference(string key, CodeList codes) => Scalar(key, codes.Expected) is { } text ? Reference(key, text, codes) : -1;

    /// <summary>The same of a code that is part of a key's value.</summary>
    public int Reference(string key, string code, CodeList codes)
    {
        var index = codes.IndexOf(code);
        if (index < 0 && codes.IsNews(code, _file, key))
            Report(key, codes.Expected + codes.Suggestion(code));
        return index;
    }

    /// <summary>The index that a code stands for; null where the key is not there.</summary>
    public int? OptionalReference(string key, CodeList codes) => Has(key) ? Reference(key, codes) : null;

    /// <summary>A list of mappings; empty where the key is not there, its list is empty or anything else, which is reported.</summary>
    public List<YamlMapping> OptionalMappings(string key, string expected) =>
        Value(key) is null or YamlSequenceNode { Children.Count: 0 } ? [] : Mappings(key, expected) ?? [];

    /// <summary>A list of mappings, at least one; null when it is anything else.</summary>
    /// <param name="key">The key.</param>
    /// <param name="expected">What the list should hold.</param>
    public List<YamlMapping>? Mappings(string key, string expected = "a list of code and name")
    {
        if (Value(key) is not { } node)
            return null;
        if (node is YamlSequenceNode { Children.Count: > 0 } list && list.Children.All(item => item is YamlMappingNode))
            return [.. list.Children.Select(item => new YamlMapping(_file, (YamlMappingNode)item, _problems))];
        Report(key, expected);
        return null;
    }

    /// <summary>A mapping within the mapping; null where the key is not there, or holds anything else, which is reported.</summary>
    public YamlMapping? Mapping(string key, string expected)
    {
        if (Value(key) is YamlMappingNode node)
            return new YamlMapping(_file, node, _problems);
        if (Has(key))
            Report(key, expected);
        return null;
    }

    /// <summary>A mapping of free keys to texts; what is not a text is reported and left out.</summary>
    public List<YamlPair> Pairs(string key, string expected)
    {
        if (Mapping(key, expected) is not { } mapping)
            return [];
        var pairs = new List<YamlPair>();
        foreach (var (name, value) in mapping._node.Children)
        {
            if (name is YamlScalarNode { Value: { Length: > 0 } from } && value is YamlScalarNode { Value: { Length: > 0 } to })
                pairs.Add(new YamlPair($"{key}.{from}", from, to, (int)name.Start.Line));
            else
                Report(key, "no text on one side", expected, (int)name.Start.Line);
        }

        return pairs;
    }

    private T? Parsed<T>(string key, string expected, Func<string, T?> parse)
    {
        if (Scalar(key, expected) is not { } text)
            return default;
        var value = parse(text);
        if (value is null)
            Report(key, expected);
        return value;
    }

    private string? Scalar(string key, string expected)
    {
        if (Value(key) is not { } node)
            return null;
        if (node is YamlScalarNode { Value: { Length: > 0 } text })
            return text;
        Report(key, expected);
        return null;
    }

    private YamlNode? Value(string key) =>
        _node.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode scalar && scalar.Value == key).Value;
}
