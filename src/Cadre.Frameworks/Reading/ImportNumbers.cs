using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace Cadre.Frameworks.Reading;

/// <summary>Numbers of import.yaml, written as in every other file: a point, no thousands separators, no other notation, 0 or more.</summary>
internal sealed class ImportNumbers : IYamlTypeConverter
{
    private const double Most = 1e10;

    /// <inheritdoc/>
    public bool Accepts(Type type) => type == typeof(double) || type == typeof(double?) || type == typeof(int);

    /// <inheritdoc/>
    public object ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
    {
        var node = parser.Current!;
        if (node is not Scalar { Value: var text })
            throw new FaultException(node, "a list or keys and values", "a number");
        parser.MoveNext();
        if (type == typeof(int))
        {
            const int mostYears = 1200;
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole <= mostYears
                ? whole
                : throw new FaultException(node, Found(text), $"a whole number, 0 to {mostYears}");
        }

        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text, plain, CultureInfo.InvariantCulture, out var number) && char.IsAsciiDigit(text[^1]) && number is >= 0 and <= Most
            ? number
            : throw new FaultException(node, Found(text), $"a number, 0 or more and up to {Most}{(text.Contains(',') ? ", without thousands separators" : "")}");
    }

    /// <inheritdoc/>
    public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) => throw new NotSupportedException("import.yaml is read only.");

    private static string Found(string text) => text.Length == 0 ? "nothing" : FoundText.Quoted(text);

    /// <summary>A value that is no such number.</summary>
    internal sealed class FaultException(ParsingEvent at, string found, string expected) : YamlException(at.Start, at.End, found)
    {
        /// <summary>What should be there.</summary>
        public string Expected { get; } = expected;

        /// <summary>The key of the value: what stands before it on its line; null where it is none.</summary>
        /// <param name="text">The text of the file.</param>
        public string? KeyIn(string text)
        {
            var line = text.Split('\n')[(int)Start.Line - 1];
            var before = line[..Math.Min(line.Length, (int)Start.Column - 1)].TrimEnd();
            if (!before.EndsWith(':')) return null;
            var key = before[..^1][(before.LastIndexOfAny(['{', ',']) + 1)..].Trim();
            return key.Length == 0 ? null : FoundText.Short(key);
        }
    }
}
