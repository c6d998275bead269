namespace Cadre.Frameworks.Reading;

/// <summary>The cohorts by place, service and staff group, for the rows that name one by these columns.</summary>
internal sealed class CohortIndex(ReadContext context, StaffGroupTree tree)
{
    /// <summary>The columns whose cells together name a cohort, as a fault of the three together names them.</summary>
    public const string Columns = "place, service, staff_group";

    private readonly Dictionary<RowKey, int> _indexes = [];
    private readonly List<CsvRow> _rows = [];

    /// <summary>False when a row of stock.csv could not be read; a cohort that is not there may be its.</summary>
    public bool IsComplete { get; set; } = true;

    /// <summary>The cohorts' rows of stock.csv.</summary>
    public IReadOnlyList<CsvRow> Rows => _rows;

    /// <summary>The keys in the order of the cohorts.</summary>
    public IReadOnlyList<RowKey> Keys => [.. _indexes.Keys];

    /// <summary>Adds the cohort of a row of stock.csv.</summary>
    public void Add(RowKey key, CsvRow row)
    {
        _indexes.Add(key, _rows.Count);
        _rows.Add(row);
    }

    /// <summary>The key that a row holds; -1 in each part that could not be read.</summary>
    public RowKey ReadKey(CsvRow row) =>
        new(row.Reference("place", context.Places), row.Reference("service", context.Services), LeafReference.Read(row, context, tree));

    /// <summary>The cohort that a row of another file names; -1 when there is none, which is reported.</summary>
    public int ReadCohort(CsvRow row, RowKey key)
    {
        if (!key.IsGood)
            return -1;
        var cohort = _indexes.GetValueOrDefault(key, -1);
        if (cohort < 0 && IsComplete)
            row.Report(Columns, Name(key), $"a cohort of {FrameworkTables.Stock.File}");
        return cohort;
    }

    /// <summary>How a message names a cohort; parts that could not be read are left out.</summary>
    public string Name(RowKey key) =>
        string.Join(", ", new[] { Part(context.Places, key.First), Part(context.Services, key.Second), Part(context.StaffGroups, key.Third) }.OfType<string>());

    private static string? Part(CodeList codes, int index) => index < 0 ? null : $"\"{codes[index]}\"";
}
