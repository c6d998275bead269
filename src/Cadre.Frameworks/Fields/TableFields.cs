using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Fields;

/// <summary>
/// The declaration of every column of every table. Readers are held to it whenever they read a cell, and the schema is made
/// of it, so that the two cannot part.
/// </summary>
internal static class TableFields
{
    /// <summary>Columns that mean the same in every table that does not declare its own.</summary>
    private static readonly Field[] Common =
    [
        new("place", new FieldRule.Reference(FrameworkTables.Places.File), "Code of a place."),
        new("service", new FieldRule.Reference(FrameworkTables.HeaderFile), "Code of a service."),
        new("staff_group", new FieldRule.Reference(FrameworkTables.StaffGroups.File), "Code of a staff group without groups below it."),
        new("supply", new FieldRule.Reference(FrameworkTables.Sources.File), "Code of a source of candidates."),
        new("source", new FieldRule.Reference(FrameworkTables.Evidence.File), "Id of the evidence that the figure comes from."),
        new("grade", new FieldRule.Word(Words.Grades.Keys), "A published, B arithmetic on published figures, C judgement or a neighbouring population, D no source in hand or fitted."),
        new("known_on", new FieldRule.Day(), "The day the figure became public."),
        new("note", new FieldRule.Text(), "What a reader should know about it.", MayBeBlank: true),
    ];

    private static readonly Dictionary<(string File, string Column), Field> Own =
        new[] { PlaceFields.All, StaffFields.All, SupplyFields.All, RegisterFields.All, NeedFields.All, MoneyFields.All, PlanFields.All }
            .SelectMany(tables => tables)
            .SelectMany(table => table.Fields.Select(field => (table.Table.File, Field: field)))
            .ToDictionary(item => (item.File, item.Field.Name), item => item.Field);

    private static readonly Dictionary<string, Field> ByName = Common.ToDictionary(field => field.Name);

    /// <summary>The columns that are declared for one table alone: its file and their names.</summary>
    public static IReadOnlyCollection<(string File, string Column)> Declared => Own.Keys;

    /// <summary>The declaration of a column; null for one that nobody declared.</summary>
    public static Field? Find(string file, string column) => Own.GetValueOrDefault((file, column)) ?? ByName.GetValueOrDefault(column);
}
