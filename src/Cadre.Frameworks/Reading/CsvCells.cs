namespace Cadre.Frameworks.Reading;

/// <summary>
/// Splits the lines of one table into cells. A cell that is the same as the one above it is the same string: most are, and a large file
/// is read in a fraction of the memory.
/// </summary>
internal sealed class CsvCells
{
    private readonly List<string> _cells = [];
    private string[] _above = [];

    /// <summary>The cells of a line without its end; null where a quote stands neither at an end of a cell nor beside another quote.</summary>
    public string[]? Split(ReadOnlySpan<char> line)
    {
        _cells.Clear();
        for (var start = 0; ; start++)
        {
            var length = LengthOfCell(line[start..]);
            if (length < 0)
                return null;
            _cells.Add(Text(line.Slice(start, length)));
            start += length;
            if (start == line.Length)
                return _above = [.. _cells];
        }
    }

    /// <summary>How much of <paramref name="rest"/> is its first cell, quotes included; -1 where they are not as they should be.</summary>
    private static int LengthOfCell(ReadOnlySpan<char> rest)
    {
        if (rest is ['"', ..])
        {
            var end = EndOfQuoted(rest);
            return end == rest.Length || (end > 0 && rest[end] == ',') ? end : -1;
        }

        var next = rest.IndexOfAny(',', '"');
        return next < 0 ? rest.Length : rest[next] == ',' ? next : -1;
    }

    /// <summary>Where a cell that begins with a quote ends, its last quote included; -1 where it has none.</summary>
    private static int EndOfQuoted(ReadOnlySpan<char> rest)
    {
        for (var at = 1; ; at += 2)
        {
            var quote = rest[at..].IndexOf('"');
            if (quote < 0)
                return -1;
            at += quote;
            if (at + 1 == rest.Length || rest[at + 1] != '"')
                return at + 1;
        }
    }

    private string Text(ReadOnlySpan<char> cell)
    {
        var isQuoted = cell is ['"', ..];
        var text = isQuoted ? cell[1..^1] : cell;
        if (isQuoted && text.Contains('"'))
            return text.ToString().Replace("\"\"", "\"");
        var above = _cells.Count < _above.Length ? _above[_cells.Count] : "";
        return text.SequenceEqual(above) ? above : text.ToString();
    }
}
