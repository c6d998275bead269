namespace Cadre.Core.People;

/// <summary>Why something cannot be done with a person.</summary>
/// <param name="Field">The field of the form; empty for none.</param>
/// <param name="Text">A sentence without its full stop.</param>
public sealed record PersonProblem(string Field, string Text);
