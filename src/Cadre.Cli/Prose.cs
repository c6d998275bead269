using Spectre.Console;

namespace Cadre.Cli;

/// <summary>Sentences on a console, broken between words at a width that reads well.</summary>
internal static class Prose
{
    private const int Widest = 140;

    /// <summary>Writes a paragraph.</summary>
    public static void WriteProse(this IAnsiConsole console, string text, string style = "default")
    {
        foreach (var line in TextTable.Wrap(text, Math.Min(console.Profile.Width, Widest)))
            console.MarkupLineInterpolated($"[{style}]{line}[/]");
    }
}
