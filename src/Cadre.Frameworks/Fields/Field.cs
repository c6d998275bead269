namespace Cadre.Frameworks.Fields;

/// <summary>A column of a table, or a key of a YAML file: what readers take and what the schema says of it.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Rule">What a value may be.</param>
/// <param name="Meaning">What it means, in a few words.</param>
/// <param name="MayBeBlank">Whether a cell may be blank, or the key left out.</param>
internal sealed record Field(string Name, FieldRule Rule, string Meaning, bool MayBeBlank = false);
