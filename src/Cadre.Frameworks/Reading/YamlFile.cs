using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Cadre.Frameworks.Reading;

/// <summary>
/// The text of a YAML file as keys and values. Refused before anything is built of it: what no file of Cadre needs and what can make a small
/// file large, anchors and aliases, tags, and values many levels deep.
/// </summary>
internal static class YamlFile
{
    private const string ValidYaml = "valid YAML, each key once";
    private const string PlainYaml = "keys and values without anchors, aliases and tags";

    /// <summary>Levels of values within values; a scenario has five.</summary>
    private const int Deepest = 24;

    /// <summary>Reads the bytes of a file that holds one mapping; null when they are not readable, which is reported.</summary>
    public static YamlMappingNode? Load(byte[] bytes, string file, Problems problems)
    {
        var fault = TextLine.Split(bytes).FirstOrDefault(line => line.Fault is not null);
        if (fault.Fault is not null)
        {
            problems.Add(new Problem(file, fault.Number, null, fault.Fault, "plain text in UTF-8"));
            return null;
        }

        var stream = new YamlStream();
        if (!Parse(bytes, file, problems, CheckShape) || !Parse(bytes, file, problems, stream.Load))
            return null;
        if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            return root;
        problems.Add(new Problem(file, 1, null, stream.Documents.Count > 1 ? "several documents" : "no keys", "one document with keys and values"));
        return null;
    }

    /// <summary>Has the text parsed; false where it cannot be, which is reported.</summary>
    private static bool Parse(byte[] bytes, string file, Problems problems, Action<IParser> read)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        var parser = new Parser(reader);
        try
        {
            read(parser);
            return true;
        }
        catch (ShapeException shape)
        {
            problems.Add(new Problem(file, Math.Max(1, (int)shape.Start.Line), null, shape.Message, shape.Expected));
        }
        catch (YamlException fail)
        {
            problems.Add(new Problem(file, Math.Max(1, (int)fail.Start.Line), null, YamlFault.Found(fail), ValidYaml));
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet 16.3 on a list that is not closed before the next key.
            problems.Add(new Problem(file, (int)(parser.Current?.End.Line ?? 1), null, "a list or mapping that is not closed", ValidYaml));
        }

        return false;
    }

    /// <summary>Goes through the values without keeping any.</summary>
    /// <exception cref="ShapeException">There is what may not be there.</exception>
    private static void CheckShape(IParser parser)
    {
        var depth = 0;
        while (parser.MoveNext())
        {
            var here = parser.Current!;
            if (here is AnchorAlias alias)
                throw new ShapeException(here, $"an alias, *{FoundText.Short(alias.Value.Value)}", PlainYaml);
            if (here is NodeEvent { Anchor.IsEmpty: false } anchored)
                throw new ShapeException(here, $"an anchor, &{FoundText.Short(anchored.Anchor.Value)}", PlainYaml);
            if (here is NodeEvent { Tag.IsEmpty: false } tagged)
                throw new ShapeException(here, $"a tag, {FoundText.Short(tagged.Tag.IsNonSpecific ? "!" : tagged.Tag.Value)}", PlainYaml);
            if (here is MappingStart or SequenceStart && ++depth > Deepest)
                throw new ShapeException(here, $"values more than {Deepest} levels deep (column {here.Start.Column})", "the keys and values of docs/frameworks.md, a few levels deep");
            if (here is MappingEnd or SequenceEnd)
                depth--;
        }
    }

    /// <summary>Something that may not be there.</summary>
    private sealed class ShapeException(ParsingEvent at, string found, string expected) : YamlException(at.Start, at.End, found)
    {
        public string Expected { get; } = expected;
    }
}
