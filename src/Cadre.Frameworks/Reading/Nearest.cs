namespace Cadre.Frameworks.Reading;

/// <summary>Finds the word that somebody who mistyped another may have meant.</summary>
internal static class Nearest
{
    /// <summary>The text <c>; did you mean X?</c>, or nothing when no candidate is close.</summary>
    public static string Suggestion(string typed, IEnumerable<string> candidates) =>
        Find(typed, candidates) is { } near ? $"; did you mean {near}?" : "";

    /// <summary>The candidate fewest edits away, the first among equals, or null when none is near.</summary>
    /// <param name="typed">What somebody wrote.</param>
    /// <param name="candidates">What they may have meant.</param>
    /// <param name="lettersPerEdit">One edit is near for each so many letters of the candidate, at least one; of a single letter none but its case.</param>
    public static string? Find(string typed, IEnumerable<string> candidates, int lettersPerEdit = 3)
    {
        string? best = null;
        var fewest = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var allowed = Math.Min(candidate.Length - 1, Math.Max(1, candidate.Length / lettersPerEdit));
            if (Math.Abs(candidate.Length - typed.Length) > allowed)
                continue;
            var edits = Edits(typed.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (edits <= allowed && edits < fewest)
                (best, fewest) = (candidate, edits);
        }

        return best;
    }

    /// <summary>Letters put in, left out, changed or swapped with their neighbour on the way from one word to the other.</summary>
    private static int Edits(string from, string to)
    {
        var edits = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    edits[i, j] = i + j;
                    continue;
                }

                var change = from[i - 1] == to[j - 1] ? 0 : 1;
                edits[i, j] = Math.Min(
                    Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1, edits[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
            }
        }

        return edits[from.Length, to.Length];
    }
}
