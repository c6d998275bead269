namespace Cadre.Frameworks.Reading;

/// <summary>A place that merges into another, or moves to one, after the opening.</summary>
/// <param name="Place">Code of the place.</param>
/// <param name="Code">Code of its successor; blank where it is not known.</param>
/// <param name="Name">Name of its successor; may be blank.</param>
/// <param name="On">The day of the change.</param>
/// <param name="Note">What a reader should know about it; may be blank.</param>
public sealed record Successor(string Place, string Code, string Name, DateOnly On, string Note);
