namespace Cadre.Frameworks.Reading;

/// <summary>Splits the larger tables of a folder into rows on other threads, before they are asked for.</summary>
internal sealed class TablesAhead
{
    /// <summary>A smaller file, bytes, is read sooner than a thread begins.</summary>
    private const int Large = 100_000;

    private readonly FrameworkFolder _folder;
    private readonly Dictionary<TableSchema, Task<(CsvTable Table, Problems Form)>> _ahead = [];

    /// <summary>Begins with the tables that are large, in the order in which they are asked for.</summary>
    public TablesAhead(FrameworkFolder folder)
    {
        _folder = folder;
        foreach (var schema in FrameworkTables.All)
        {
            if (folder.Bytes(schema.File) is { Length: > Large } bytes)
                _ahead.Add(schema, Task.Run(() => Split(bytes, schema)));
        }
    }

    /// <summary>The rows of a large table, null for any other; its faults of form are reported now, so that all stand in one order.</summary>
    public CsvTable? Read(TableSchema schema)
    {
        if (!_ahead.TryGetValue(schema, out var ahead))
            return null;
        var (table, form) = ahead.GetAwaiter().GetResult();
        _folder.Problems.Add(form);
        return table;
    }

    private (CsvTable Table, Problems Form) Split(byte[] bytes, TableSchema schema)
    {
        var form = new Problems();
        return (CsvTable.Read(bytes, schema, form, _folder.Problems), form);
    }
}
