namespace Cadre.Frameworks.Reading;

/// <summary>The first line of a table.</summary>
/// <param name="Schema">The table.</param>
/// <param name="Columns">By name, the known columns that are there.</param>
/// <param name="Width">How many cells it has.</param>
/// <param name="IsSound">Whether every column is there once and no other: rows of another width are then at fault themselves.</param>
internal sealed record CsvHeader(TableSchema Schema, Dictionary<string, CsvColumn> Columns, int Width, bool IsSound)
{
    /// <summary>The header that a table should have.</summary>
    public static string Expected(TableSchema schema) => $"a header with the columns {string.Join(',', schema.Columns)}";

    /// <summary>
    /// Reports unknown, repeated and missing columns; one that is close to a missing one is reported once and read as
    /// that. Null when no column is known, reported once.
    /// </summary>
    public static CsvHeader? Read(TableSchema schema, string[] names, Problems problems)
    {
        if (!names.Intersect(schema.Columns).Any())
        {
            problems.Add(new Problem(schema.File, 1, null, FoundText.Quoted(string.Join(',', names)), Expected(schema)));
            return null;
        }

        var before = problems.Count;
        var indexes = new Dictionary<string, int>();
        var unknown = new List<int>();
        for (var i = 0; i < names.Length; i++)
        {
            if (!schema.Columns.Contains(names[i]))
                unknown.Add(i);
            else if (!indexes.TryAdd(names[i], i))
                problems.Add(new Problem(schema.File, 1, names[i], "the column a second time", "each column once"));
        }

        foreach (var i in unknown)
            ReportUnknown(schema, names[i], i, indexes, problems);
        ReportMissing(schema, [.. schema.Columns.Where(column => !indexes.ContainsKey(column))], problems);
        return new CsvHeader(schema, indexes.ToDictionary(column => column.Key, column => CsvColumn.Of(schema, column.Key, column.Value)), names.Length, problems.Count == before);
    }

    private static void ReportUnknown(TableSchema schema, string name, int index, Dictionary<string, int> indexes, Problems problems)
    {
        var meant = Nearest.Find(name, schema.Columns.Where(column => !indexes.ContainsKey(column)));
        if (meant is not null)
            indexes.Add(meant, index);
        var expected = meant is null ? $"only the columns {string.Join(',', schema.Columns)}" : $"the column {meant}";
        problems.Add(new Problem(schema.File, 1, FoundText.Short(name), "an unknown column", expected));
    }

    private static void ReportMissing(TableSchema schema, string[] missing, Problems problems)
    {
        if (missing is [var one])
            problems.Add(new Problem(schema.File, 1, one, "no such column", Expected(schema)));
        else if (missing.Length > 1)
            problems.Add(new Problem(schema.File, 1, null, $"no columns {string.Join(',', missing)}", Expected(schema)));
    }
}
