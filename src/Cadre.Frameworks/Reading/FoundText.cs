namespace Cadre.Frameworks.Reading;

/// <summary>Text of a file as a fault shows it: in quotes, and its beginning alone where it is long.</summary>
internal static class FoundText
{
    private const int MostLetters = 200;

    /// <summary>The text in quotes.</summary>
    public static string Quoted(string text) => $"\"{Short(text)}\"";

    /// <summary>The text, or its beginning.</summary>
    public static string Short(string text)
    {
        if (text.Length <= MostLetters)
            return text;
        var end = char.IsHighSurrogate(text[MostLetters - 1]) ? MostLetters - 1 : MostLetters;
        return $"{text[..end]}… " + FormattableString.Invariant($"({text.Length:#,0} letters)");
    }
}
