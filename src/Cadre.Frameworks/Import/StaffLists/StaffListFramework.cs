using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>
/// What a staff list is matched with: the places, services, staff groups, ages and evidence of a framework. Its other tables may have faults, so that
/// somebody can make them ready for cohorts that the list brings.
/// </summary>
internal sealed class StaffListFramework
{
    private StaffListFramework(ReadContext context, IReadOnlyList<Place> places, StaffGroupTree tree, AgeBand[][] ages) =>
        (Context, Places, Tree, Ages) = (context, places, tree, ages);

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
        problems.ThrowIfAny();
        return new StaffListFramework(context, places, tree, ages);
    }

    /// <summary>The rows of a table as they stand, whatever their cells hold; none where the table is not there.</summary>
    public IReadOnlyList<CsvRow> Rows(TableSchema schema) =>
        Context.Folder.Bytes(schema.File) is { } bytes ? CsvTable.Read(bytes, schema, new Problems()).Rows : [];
}
