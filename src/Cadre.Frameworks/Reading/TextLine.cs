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
    public static IEnumerable<TextLine> Split(byte[] file)
    {
        var start = file.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        for (var number = 1; start < file.Length; number++)
        {
            var length = file.AsSpan(start).IndexOf((byte)'\n');
            var end = length < 0 ? file.Length : start + length;
            yield return Decode(number, file.AsSpan(start, end - start));
            start = end + 1;
        }
    }

    private static TextLine Decode(int number, ReadOnlySpan<byte> bytes)
    {
        if (bytes.EndsWith("\r"u8))
            bytes = bytes[..^1];
        if (bytes.Contains((byte)0))
            return new TextLine(number, "", "a NUL character");
        try
        {
            var text = Utf8.GetString(bytes);
            var control = HasControls(text) ? text.First(char.IsControl) : '\0';
            return new TextLine(number, text, control == '\0' ? null : $"the control character U+{(int)control:X4}");
        }
        catch (DecoderFallbackException)
        {
            return new TextLine(number, "", "bytes that are not UTF-8");
        }
    }

    /// <summary>Unicode's controls are two ranges.</summary>
    private static bool HasControls(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\0', '\u001F') || text.ContainsAnyInRange('\u007F', '\u009F');
}
