namespace Cadre.Frameworks.Reading;

/// <summary>The shape of one CSV file of a framework.</summary>
/// <param name="File">Its name.</param>
/// <param name="Required">Whether a framework must have it.</param>
/// <param name="Columns">Its columns; all of them must be there, in any order.</param>
public sealed record TableSchema(string File, bool Required, IReadOnlyList<string> Columns);
