namespace Cadre.Frameworks.Reading;

/// <summary>What the readers of single tables share.</summary>
internal sealed class ReadContext(FrameworkFolder folder, FrameworkHeader header, TablesAhead? ahead = null)
{
    public FrameworkFolder Folder => folder;

    public FrameworkHeader Header => header;

    public Problems Problems => folder.Problems;

    public CodeList Services => header.Services;

    public CodeList Evidence { get; } = new("the id of an item", FrameworkTables.Evidence.File);

    public CodeList Places { get; } = new("the code of a place", FrameworkTables.Places.File);

    public CodeList StaffGroups { get; } = new("the code of a staff group", FrameworkTables.StaffGroups.File);

    public CodeList Sources { get; } = new("the code of a source", FrameworkTables.Sources.File);

    public CodeList Targets { get; } = new("the id of a target", FrameworkTables.Targets.File);

    public CodeList Conversions { get; } = new("the code of a conversion", FrameworkTables.Conversions.File);

    public CodeList Substitutions { get; } = new("the code of a substitution", FrameworkTables.Substitutions.File);

    public CodeList PlanServices { get; } = new("the code of a service", FrameworkTables.PlanServices.File);

    /// <summary>Whether length_of_service.csv had no faults, so that the bands of staff groups can be compared.</summary>
    public bool KnowsLengthOfService { get; set; }

    /// <summary>The rows of a table; reports its faults of form.</summary>
    public CsvTable Table(TableSchema schema) => ahead?.Read(schema) ?? CsvTable.Read(folder, schema);
}
