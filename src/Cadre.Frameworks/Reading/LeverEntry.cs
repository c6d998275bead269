using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>A lever as its file has it.</summary>
/// <param name="Lever">The lever in the model's units.</param>
/// <param name="IsOn">Whether the scenario uses it.</param>
/// <param name="Size">Its size as written: percent to multiply, else in the unit of its <see cref="LeverRule"/>.</param>
/// <param name="Limit">Its limit as written; null for none.</param>
/// <param name="Reason">Why it is there.</param>
/// <param name="Grade">How good the evidence is.</param>
/// <param name="Source">Id of the evidence item.</param>
public sealed record LeverEntry(Lever Lever, bool IsOn, double Size, double? Limit, string Reason, Grade Grade, string Source);
