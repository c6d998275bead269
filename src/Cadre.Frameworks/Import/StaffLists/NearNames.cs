using System.Text;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>
/// Finds what a cell may mean that is none of the known codes: a code or name that differs by capitals, blanks and signs alone or by what trusts' names end
/// in, and, of words without digits, one that was mistyped. A code with digits is never taken for another.
/// </summary>
internal sealed class NearNames
{
    private const int ShortestMistyped = 5;
    private const int LettersPerEdit = 5;
    private const int LongestCell = 100;

    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal) { "NHS", "FOUNDATION", "TRUST", "FT", "THE", "AND" };

    /// <summary>By plain form what is shown; null where two are alike.</summary>
    private readonly Dictionary<string, string?> _shown = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];

    /// <summary>Adds a code or name.</summary>
    /// <param name="text">As the list may have it.</param>
    /// <param name="shown">What is told of it.</param>
    public void Add(string text, string shown)
    {
        var plain = Plain(text);
        if (_shown.TryGetValue(plain, out var other))
            _shown[plain] = other == shown ? shown : null;
        else if (plain.Length > 0)
            _shown.Add(plain, shown);
        if (plain.Length >= ShortestMistyped && !plain.Any(char.IsDigit))
            _words.Add(plain);
    }

    /// <summary>What a cell may mean; null where nothing is near.</summary>
    public string? Find(ReadOnlySpan<byte> cell)
    {
        if (cell.Length is 0 or > LongestCell)
            return null;
        var plain = Plain(Encoding.UTF8.GetString(cell));
        if (_shown.TryGetValue(plain, out var shown))
            return shown;
        var isWord = plain.Length >= ShortestMistyped - 1 && !plain.Any(char.IsDigit);
        return isWord && Nearest.Find(plain, _words, LettersPerEdit) is { } near ? _shown[near] : null;
    }

    /// <summary>Capitals and digits of the words that tell names apart.</summary>
    private static string Plain(string text)
    {
        var letters = string.Concat(text.Replace("'", "").Replace("’", "").Select(letter => char.IsLetterOrDigit(letter) ? char.ToUpperInvariant(letter) : ' '));
        return string.Concat(letters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Dropped.Contains(word)));
    }
}
