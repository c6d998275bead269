namespace Cadre.Core.Plans.Workbooks;

/// <summary>What was read from a cell.</summary>
/// <param name="Text">The text, a number with a point, or a day as 2027-03-31.</param>
/// <param name="IsDay">Whether it is a number that is shown as a day.</param>
/// <param name="IsFormula">Whether it was worked out.</param>
internal readonly record struct FormValue(string Text, bool IsDay, bool IsFormula);
