namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>A trust, staff group or service that cells of rows which are not counted may mean.</summary>
/// <param name="Name">What it is called: the code, and a trust's name.</param>
/// <param name="Rows">How many rows are near it.</param>
public sealed record NearName(string Name, int Rows);
