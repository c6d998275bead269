using Cadre.Frameworks.Fields;

namespace Cadre.Frameworks.Reading;

/// <summary>A column of a table that is read.</summary>
/// <param name="Index">Where it stands, 0 for the first.</param>
/// <param name="Rule">What its cells are declared to hold; null where nobody declared it.</param>
internal readonly record struct CsvColumn(int Index, FieldRule? Rule)
{
    /// <summary>The column of a name.</summary>
    public static CsvColumn Of(TableSchema schema, string name, int index) => new(index, TableFields.Find(schema.File, name)?.Rule);
}
