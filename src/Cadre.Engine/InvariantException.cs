namespace Cadre.Engine;

/// <summary>A rule of docs/method.md section 3.6, or of a comparison (section 9), that did not hold: the program is at fault, and no result is given.</summary>
public sealed class InvariantException(string message) : Exception(message);
