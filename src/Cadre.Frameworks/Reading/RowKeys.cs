namespace Cadre.Frameworks.Reading;

/// <summary>The key of a row, made of indexes; -1 is a part that could not be read.</summary>
internal readonly record struct RowKey(int First, int Second = 0, int Third = 0, int Fourth = 0)
{
    /// <summary>Whether every part could be read.</summary>
    public bool IsGood => First >= 0 && Second >= 0 && Third >= 0 && Fourth >= 0;

    /// <summary>Whether this key may be <paramref name="other"/>, were it readable.</summary>
    public bool MayBe(RowKey other) =>
        (First < 0 || First == other.First) && (Second < 0 || Second == other.Second)
        && (Third < 0 || Third == other.Third) && (Fourth < 0 || Fourth == other.Fourth);
}

/// <summary>The keys of a table's rows, to find a row that repeats another and one that is missing.</summary>
internal sealed class RowKeys(CsvTable table)
{
    private readonly Dictionary<RowKey, int> _lines = new(table.Rows.Count);
    private readonly List<RowKey> _unreadable = [];

    /// <summary>
    /// Adds a row's key. False when the row should be left out: its key could not be read, or an earlier row has it,
    /// which is reported in <paramref name="column"/>.
    /// </summary>
    public bool TryAdd(CsvRow row, RowKey key, string column, Func<RowKey, string> what)
    {
        if (!key.IsGood)
        {
            _unreadable.Add(key);
            return false;
        }

        if (_lines.TryAdd(key, row.Line))
            return true;
        row.Report(column, $"{what(key)} a second time", $"one row for each; line {_lines[key]} has it already");
        return false;
    }

    /// <summary>Whether no row has the key, and none that could not be read may be the one.</summary>
    public bool Lacks(RowKey key) =>
        table.IsComplete && !_lines.ContainsKey(key) && !_unreadable.Exists(unreadable => unreadable.MayBe(key));
}
