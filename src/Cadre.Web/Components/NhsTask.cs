namespace Cadre.Web.Components;

/// <summary>A line of a list of tasks.</summary>
/// <param name="Name">What is to be done.</param>
/// <param name="Href">Where; null where nothing can be done yet.</param>
/// <param name="Hint">More about it; null for nothing.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Colour">Colour of the status; null for plain words.</param>
public sealed record NhsTask(string Name, string? Href, string? Hint, string Status, string? Colour);
