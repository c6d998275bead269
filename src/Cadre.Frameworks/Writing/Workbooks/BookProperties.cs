namespace Cadre.Frameworks.Writing.Workbooks;

/// <summary>What a workbook says of itself, the same for the same results: nothing of the clock or the machine.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Program">What wrote it, with its version.</param>
/// <param name="Licence">The line that goes with the figures.</param>
/// <param name="Day">The day that stands for when it was made: the framework's as-of day.</param>
/// <param name="Footer">What stands at the foot of each printed page beside its number.</param>
public sealed record BookProperties(string Title, string Subject, string Program, string Licence, DateOnly Day, string Footer);
