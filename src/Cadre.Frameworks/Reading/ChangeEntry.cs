using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>A row of the register with other values, as a scenario's file has it.</summary>
/// <param name="Row">Index of the row in <see cref="NationalModel.Assumptions"/>.</param>
/// <param name="Assumption">The row with its new values, in the model's units.</param>
/// <param name="Reason">Why it changes.</param>
public sealed record ChangeEntry(int Row, Assumption Assumption, string Reason);
