using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Cadre.Frameworks.Writing.Workbooks;

/// <summary>Text as a workbook may hold it.</summary>
internal static partial class BookText
{
    /// <summary>The most that a cell holds, characters.</summary>
    public const int Longest = 32_767;

    private const char Replacement = '\uFFFD';

    /// <summary>The text without characters that XML has no place for, not longer than a cell may be, and none of it read as an escape.</summary>
    public static string Clean(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) cleaned.Append(text[i]).Append(text[++i]);
            else cleaned.Append(XmlConvert.IsXmlChar(text[i]) && !char.IsSurrogate(text[i]) ? text[i] : Replacement);
        }

        var escaped = Escape().Replace(cleaned.ToString(), "_x005F$0");
        return escaped.Length <= Longest ? escaped : escaped[..(Longest - 1)] + "…";
    }

    /// <summary>Whether a spreadsheet that a reader types it into would take it for a formula.</summary>
    public static bool LooksLikeFormula(string text) => text.TrimStart().Length > 0 && text.TrimStart()[0] is '=' or '+' or '-' or '@';

    /// <summary>Text in a header or footer, where &amp; begins a code.</summary>
    public static string InFooter(string text) => Clean(text).Replace("&", "&&", StringComparison.Ordinal);

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
