using System.Text;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>Adds up the rows that are not counted: a few lines and examples of each reason, however many there are.</summary>
internal sealed class LeftOutTally
{
    private const int Most = 5;
    private const int LongestExample = 24;

    /// <summary>Examples come from the first rows alone: a list may have a million rows of the same few.</summary>
    private const int RowsWithExamples = 1000;

    private readonly int[] _rows = new int[Enum.GetValues<LeftOutReason>().Length];
    private readonly List<long>[] _lines = [.. Enum.GetValues<LeftOutReason>().Select(_ => new List<long>(Most))];
    private readonly List<string>[] _examples = [.. Enum.GetValues<LeftOutReason>().Select(_ => new List<string>(Most))];

    /// <summary>The reasons that have rows, in the order in which they are tried.</summary>
    public List<LeftOutRows> Rows =>
        [.. Enum.GetValues<LeftOutReason>().Where(reason => _rows[(int)reason] > 0).Select(reason => new LeftOutRows(reason, _rows[(int)reason], _lines[(int)reason], _examples[(int)reason]))];

    /// <summary>Adds a row.</summary>
    /// <param name="reason">Why it is not counted.</param>
    /// <param name="line">Its line.</param>
    /// <param name="cell">The cell for which it is not; empty where it is not one cell's fault.</param>
    public void Add(LeftOutReason reason, long line, ReadOnlySpan<byte> cell)
    {
        _rows[(int)reason]++;
        if (_lines[(int)reason].Count < Most)
            _lines[(int)reason].Add(line);
        if (_examples[(int)reason].Count < Most && _rows[(int)reason] <= RowsWithExamples && !cell.IsEmpty)
            AddExample(_examples[(int)reason], Example(reason, cell));
    }

    private static void AddExample(List<string> examples, string example)
    {
        if (!examples.Contains(example))
            examples.Add(example);
    }

    private static string Example(LeftOutReason reason, ReadOnlySpan<byte> cell)
    {
        var text = Encoding.UTF8.GetString(cell[..Math.Min(cell.Length, LongestExample)]);
        var isCode = reason is LeftOutReason.OtherOrganisation or LeftOutReason.NoStaffGroup or LeftOutReason.NoService;
        var shown = string.Concat(text.Select(letter => letter switch
        {
            _ when char.IsControl(letter) => '?',
            _ when isCode => letter,
            _ when char.IsDigit(letter) => '9',
            _ when char.IsLetter(letter) => 'x',
            _ => letter,
        }));
        return cell.Length > LongestExample ? $"{shown}..." : shown;
    }
}
