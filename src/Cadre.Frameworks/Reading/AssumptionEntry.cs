using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>A row of the register as its file has it, beside what the model holds.</summary>
/// <param name="Assumption">The row in the model's units.</param>
/// <param name="File">The file that holds it.</param>
/// <param name="Line">Its line there.</param>
/// <param name="Unit">The unit of <paramref name="Low"/>, <paramref name="Central"/> and <paramref name="High"/>.</param>
/// <param name="Low">The low end as written; the central value where the cell is blank.</param>
/// <param name="Central">The central value as written.</param>
/// <param name="High">The high end as written; the central value where the cell is blank.</param>
/// <param name="KnownOn">The day it became public.</param>
/// <param name="Review">The day by which somebody should look again; null when none is set.</param>
public sealed record AssumptionEntry(
    Assumption Assumption,
    string File,
    int Line,
    string Unit,
    double Low,
    double Central,
    double High,
    DateOnly KnownOn,
    DateOnly? Review);
