using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>The rows of need.csv by place, service and staff group, for the rows of other tables that are part of one.</summary>
internal sealed class NeedIndex(CsvTable table, CohortIndex names, Problems problems)
{
    private readonly RowKeys _keys = new(table);
    private readonly Dictionary<RowKey, int> _indexes = [];
    private readonly List<(CsvRow Row, NeedMethod? Method)> _needs = [];

    /// <summary>How many needs there are.</summary>
    public int Count => _needs.Count;

    /// <summary>The key that a row holds; -1 in each part that could not be read.</summary>
    public RowKey ReadKey(CsvRow row) => names.ReadKey(row);

    /// <summary>How a message names a need.</summary>
    public string Name(RowKey key) => names.Name(key);

    /// <summary>Adds the need of a row; false when it should be left out.</summary>
    /// <param name="row">The row of need.csv.</param>
    /// <param name="key">Its key.</param>
    /// <param name="method">Its method; null where it could not be read.</param>
    public bool TryAdd(CsvRow row, RowKey key, NeedMethod? method)
    {
        if (!_keys.TryAdd(row, key, "place", Name))
            return false;
        _indexes.Add(key, _needs.Count);
        _needs.Add((row, method));
        return true;
    }

    /// <summary>The need of a method that a row of another table is part of; -1 when there is none, which is reported.</summary>
    public int Read(CsvRow row, RowKey key, NeedMethod method)
    {
        if (!key.IsGood)
            return -1;
        if (_indexes.TryGetValue(key, out var need) && (_needs[need].Method ?? method) == method)
            return need;
        if (_indexes.ContainsKey(key) || _keys.Lacks(key))
            row.Report("place", Name(key), $"a row of {table.Schema.File} with the method {Words.Of(method)}");
        return -1;
    }

    /// <summary>Reports the needs of a method that have no part.</summary>
    /// <param name="parts">The table of parts.</param>
    /// <param name="what">What a part is called.</param>
    /// <param name="method">The method whose needs have parts.</param>
    /// <param name="hasPart">Whether a need has one.</param>
    /// <param name="unread">Keys of the rows of <paramref name="parts"/> that could not be read.</param>
    public void ReportWithout(CsvTable parts, string what, NeedMethod method, Func<int, bool> hasPart, List<RowKey> unread)
    {
        foreach (var (key, need) in _indexes)
        {
            if (_needs[need].Method != method || hasPart(need) || !parts.IsComplete || unread.Exists(other => other.MayBe(key)))
                continue;
            problems.Add(parts.Schema.File, "place", $"no {what} of {Name(key)}",
                $"one or more for every row with the method {Words.Of(method)}; {table.Schema.File} has it in line {_needs[need].Row.Line}");
        }
    }
}
