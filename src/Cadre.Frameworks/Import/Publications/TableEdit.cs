using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>A table of a framework whose rows are changed one by one, by key; the cells of all others stay, and their order. Quotes and line ends are written anew.</summary>
internal sealed class TableEdit
{
    private readonly TableSchema _schema;
    private readonly int[] _keys;
    private readonly List<string[]> _rows = [];
    private readonly Dictionary<string, int> _byKey = [];
    private readonly HashSet<int> _removed = [];
    private readonly HashSet<int> _changed = [];
    private readonly int _before;

    private TableEdit(TableSchema schema, IReadOnlyList<string> keys, IEnumerable<string[]> rows)
    {
        (_schema, _keys) = (schema, [.. keys.Select(key => IndexOf(schema, key))]);
        foreach (var row in rows)
        {
            _byKey.TryAdd(KeyOf(row), _rows.Count);
            _rows.Add(row);
        }

        _before = _rows.Count;
    }

    /// <summary>Name of the table's file.</summary>
    public string File => _schema.File;

    /// <summary>Reads a table of a framework that was checked; one that is not there has no rows.</summary>
    /// <param name="folder">The framework's folder.</param>
    /// <param name="schema">The table.</param>
    /// <param name="keys">The columns that tell rows apart.</param>
    public static TableEdit Read(string folder, TableSchema schema, params string[] keys)
    {
        var path = Path.Combine(folder, schema.File);
        if (!System.IO.File.Exists(path))
            return new TableEdit(schema, keys, []);
        var table = CsvTable.Read(System.IO.File.ReadAllBytes(path), schema, new Problems());
        return new TableEdit(schema, keys, table.Rows.Select(row => schema.Columns.Select(row.OptionalText).ToArray()));
    }

    /// <summary>The rows that are there, each as cells by column.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Rows => _rows.Index().Where(row => !_removed.Contains(row.Index)).Select(row => Cells(row.Item));

    /// <summary>The row of a key; null where there is none.</summary>
    public IReadOnlyDictionary<string, string>? Find(params string[] key) =>
        _byKey.TryGetValue(string.Join('\n', key), out var index) && !_removed.Contains(index) ? Cells(_rows[index]) : null;

    /// <summary>Puts a row in the place of the one with its key, or at the end.</summary>
    /// <param name="cells">The cells in the order of the columns: texts, and numbers, which are written to ten significant digits.</param>
    /// <exception cref="FrameworkException">A number is none or has no end.</exception>
    public void Put(params object[] cells)
    {
        ImportTable.CheckNumbers(_schema, cells);
        string[] row = [.. cells.Select(cell => cell is double number ? ImportTable.Round(number).ToString(System.Globalization.CultureInfo.InvariantCulture) : cell.ToString()!)];
        if (!_byKey.TryGetValue(KeyOf(row), out var index))
        {
            _byKey.Add(KeyOf(row), _rows.Count);
            _rows.Add(row);
            return;
        }

        _removed.Remove(index);
        if (index < _before && !_rows[index].SequenceEqual(row))
            _changed.Add(index);
        _rows[index] = row;
    }

    /// <summary>Takes the row of a key out, where there is one.</summary>
    public void Remove(params string[] key)
    {
        if (_byKey.TryGetValue(string.Join('\n', key), out var index))
            _removed.Add(index);
    }

    /// <summary>Takes out the rows for which it holds, and returns how many.</summary>
    public int RemoveAll(Func<IReadOnlyDictionary<string, string>, bool> isGone)
    {
        int[] gone = [.. _rows.Index().Where(row => !_removed.Contains(row.Index) && isGone(Cells(row.Item))).Select(row => row.Index)];
        _removed.UnionWith(gone);
        return gone.Length;
    }

    /// <summary>Writes the table into a folder, in the order of the rows that it had, new ones at the end; without rows it is its header.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="fromRows">Rows of the publication that stand behind it.</param>
    public WrittenTable Save(string folder, int fromRows)
    {
        var table = new ImportTable(_schema);
        foreach (var (_, row) in _rows.Index().Where(row => !_removed.Contains(row.Index)))
            table.Add([.. row]);
        table.Save(folder);
        var changed = _changed.Count(index => !_removed.Contains(index));
        var removed = _removed.Count(index => index < _before);
        return new WrittenTable(_schema.File, _rows.Count - _before - (_removed.Count - removed), changed, removed, _before - changed - removed, fromRows);
    }

    private Dictionary<string, string> Cells(string[] row) => _schema.Columns.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second);

    private string KeyOf(string[] row) => string.Join('\n', _keys.Select(key => row[key]));

    private static int IndexOf(TableSchema schema, string column) => schema.Columns.Index().First(item => item.Item == column).Index;
}
