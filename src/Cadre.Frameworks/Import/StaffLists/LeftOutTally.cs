using System.Text;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>Adds up the rows that are not counted: a few lines and examples of each reason, however many there are.</summary>
internal sealed class LeftOutTally(Func<LeftOutReason, NearNames?> near)
{
    private const int Most = 5;
    private const int LongestExample = 24;
    private const int LongestCode = 12;

    /// <summary>A code of fewer rows may be a person's: of a column that was named wrongly.</summary>
    private const int FewestRowsOfCode = 5;

    /// <summary>So many different codes are told apart; a list of people has more.</summary>
    private const int MostCodes = 1000;

    /// <summary>Shapes come from the first rows alone: a list may have a million rows of the same few.</summary>
    private const int RowsWithShapes = 1000;

    private readonly OfReason[] _reasons = [.. Enum.GetValues<LeftOutReason>().Select(reason => new OfReason(new NearTally(near(reason))))];

    /// <summary>The reasons that have rows, in the order in which they are tried.</summary>
    public List<LeftOutRows> Rows =>
        [.. _reasons.Index().Where(item => item.Item.Rows > 0).Select(item => new LeftOutRows((LeftOutReason)item.Index, item.Item.Rows, item.Item.Lines, item.Item.Examples(), item.Item.Near.Names))];

    /// <summary>Adds a row.</summary>
    /// <param name="reason">Why it is not counted.</param>
    /// <param name="line">Its line.</param>
    /// <param name="cell">The cell for which it is not.</param>
    public void Add(LeftOutReason reason, long line, ReadOnlySpan<byte> cell)
    {
        var isCode = reason is LeftOutReason.OtherOrganisation or LeftOutReason.NoStaffGroup or LeftOutReason.NoService;
        _reasons[(int)reason].Add(line, cell, isCode);
    }

    /// <summary>Adds a row that is not left out for what stands in one cell.</summary>
    /// <param name="reason">Why it is not counted.</param>
    /// <param name="line">Its line.</param>
    /// <param name="example">What is told of it, which names nobody; null for nothing.</param>
    public void AddWhole(LeftOutReason reason, long line, string? example = null) => _reasons[(int)reason].AddWhole(line, example);

    /// <summary>The rows of one reason.</summary>
    private sealed class OfReason(NearTally near)
    {
        private readonly List<string> _shapes = new(Most);
        private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);

        public int Rows { get; private set; }

        public NearTally Near => near;

        public List<long> Lines { get; } = new(Most);

        public void AddWhole(long line, string? example)
        {
            Rows++;
            if (Lines.Count < Most)
                Lines.Add(line);
            if (example is not null && _shapes.Count < Most && !_shapes.Contains(example))
                _shapes.Add(example);
        }

        public void Add(long line, ReadOnlySpan<byte> cell, bool isCode)
        {
            AddWhole(line, cell.IsEmpty ? LeftOutRows.Blank : null);
            near.Add(cell);
            if (cell.IsEmpty || (isCode && CountCode(cell)))
                return;
            if (_shapes.Count < Most && Rows <= RowsWithShapes && Shape(cell) is var shape && !_shapes.Contains(shape))
                _shapes.Add(shape);
        }

        /// <summary>Codes of many rows, those of most first; then shapes.</summary>
        public List<string> Examples()
        {
            var shown = _codes.Where(code => code.Value >= FewestRowsOfCode).OrderByDescending(code => code.Value).Select(code => code.Key);
            var rare = _codes.Where(code => code.Value < FewestRowsOfCode).Select(code => Shape(Encoding.UTF8.GetBytes(code.Key)));
            return [.. shown.Concat(_shapes).Concat(rare).Distinct(StringComparer.Ordinal).Take(Most)];
        }

        /// <summary>Counts the row of a code; false when the cell does not look like one, or there are too many.</summary>
        private bool CountCode(ReadOnlySpan<byte> cell)
        {
            if (cell.Length > LongestCode || cell.ContainsAnyExceptInRange((byte)'!', (byte)'~'))
                return false;
            Span<char> letters = stackalloc char[LongestCode];
            var code = letters[..Encoding.ASCII.GetChars(cell, letters)];
            var rowsOf = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
            if (rowsOf.TryGetValue(code, out var rows))
                rowsOf[code] = rows + 1;
            else if (_codes.Count < MostCodes)
                rowsOf[code] = 1;
            else
                return false;
            return true;
        }

        /// <summary>The cell with 9 for each digit and x for each letter, and for all that is not ASCII.</summary>
        private static string Shape(ReadOnlySpan<byte> cell)
        {
            var text = Encoding.UTF8.GetString(cell[..Math.Min(cell.Length, LongestExample)]);
            var shown = string.Concat(text.Select(letter => letter switch
            {
                _ when char.IsControl(letter) => '?',
                _ when char.IsDigit(letter) => '9',
                _ when char.IsLetter(letter) || !char.IsAscii(letter) => 'x',
                _ => letter,
            }));
            return cell.Length > LongestExample ? $"{shown}..." : shown;
        }
    }
}
