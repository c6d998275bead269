using System.Text;

namespace Cadre.Frameworks.Reading;

/// <summary>One line of a file as text, or the reason why it is none.</summary>
/// <param name="Number">Its number, 1 for the first.</param>
/// <param name="Text">The line without its end.</param>
/// <param name="Fault">What was found that text does not hold; null when there is nothing.</param>
internal readonly record struct TextLine(int Number, string Text, string? Fault)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Splits a file at line feeds; drops a byte order mark and the carriage return before a line feed.</summary>
    public static List<TextLine> Split(byte[] file)
    {
        var lines = new List<TextLine>();
        var rest = file.AsSpan();
        if (rest.StartsWith(Encoding.UTF8.Preamble))
            rest = rest[Encoding.UTF8.Preamble.Length..];
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            lines.Add(Decode(lines.Count + 1, line.EndsWith("\r"u8) ? line[..^1] : line));
        }

        return lines;
    }

    private static TextLine Decode(int number, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
            return new TextLine(number, "", "a NUL character");
        try
        {
            var text = Utf8.GetString(bytes);
            var control = text.FirstOrDefault(char.IsControl);
            return new TextLine(number, text, control == '\0' ? null : $"the control character U+{(int)control:X4}");
        }
        catch (DecoderFallbackException)
        {
            return new TextLine(number, "", "bytes that are not UTF-8");
        }
    }
}
