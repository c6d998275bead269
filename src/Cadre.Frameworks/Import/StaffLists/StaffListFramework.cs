using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>
/// What a staff list is matched with: the places, services, staff groups, ages and evidence of a framework. Cells of its other tables may have faults, so that
/// somebody can make them ready for cohorts that the list brings.
/// </summary>
internal sealed class StaffListFramework
{
    private readonly Dictionary<string, IReadOnlyList<CsvRow>> _rows;

    private StaffListFramework(ReadContext context, IReadOnlyList<Place> places, StaffGroupTree tree, AgeBand[][] ages, Dictionary<string, IReadOnlyList<CsvRow>> rows) =>
        (Context, Places, Tree, Ages, _rows) = (context, places, tree, ages, rows);

    public ReadContext Context { get; }

    public IReadOnlyList<Place> Places { get; }

    public StaffGroupTree Tree { get; }

    /// <summary>By staff group, the bands of a leaf in ascending order.</summary>
    public AgeBand[][] Ages { get; }

    public int Services => Context.Services.Count;

    public int StaffGroups => Tree.Names.Count;

    public FrameworkHeader Header => Context.Header;

    /// <summary>Reads what is needed of a framework's folder.</summary>
    /// <exception cref="FrameworkException">It has faults; the exception holds all of them.</exception>
    public static StaffListFramework Read(string folder)
    {
        FrameworkFormat.ThrowUnlessCurrent(folder);
        var problems = new Problems();
        var files = FrameworkFolder.Open(folder, problems);
        var context = new ReadContext(files, FrameworkHeader.Read(files));
        EvidenceReader.Read(context);
        var places = PlacesReader.Read(context);
        var tree = StaffGroupsReader.Read(context);
        var ages = AgesReader.Read(context, tree);
        // The faults of ages.csv are reported already. A row of the others that cannot be split would be lost, as nobody can tell whose it is.
        Dictionary<string, IReadOnlyList<CsvRow>> rows = new() { [FrameworkTables.Ages.File] = RowsOf(files, FrameworkTables.Ages, new Problems()) };
        foreach (var table in new[] { FrameworkTables.Stock, FrameworkTables.Headcount, FrameworkTables.PlaceRates, FrameworkTables.Adjustments, FrameworkTables.OccupationCodes })
            rows.Add(table.File, RowsOf(files, table, problems));
        problems.ThrowIfAny();
        return new StaffListFramework(context, places, tree, ages, rows);
    }

    /// <summary>The rows of a table that a staff list writes as they stood, whatever their cells hold; none where the table is not there.</summary>
    public IReadOnlyList<CsvRow> Rows(TableSchema schema) => _rows[schema.File];

    /// <summary>Whether the framework has a table with rows.</summary>
    public bool Has(TableSchema schema) => Context.Folder.Bytes(schema.File) is { } bytes && RowsOf(bytes, schema, new Problems()).Count > 0;

    private static IReadOnlyList<CsvRow> RowsOf(FrameworkFolder files, TableSchema schema, Problems problems) =>
        files.Bytes(schema.File) is { } bytes ? RowsOf(bytes, schema, problems) : [];

    private static IReadOnlyList<CsvRow> RowsOf(byte[] bytes, TableSchema schema, Problems problems) => CsvTable.Read(bytes, schema, problems).Rows;
}
