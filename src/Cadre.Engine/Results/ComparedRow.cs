using Cadre.Engine.Model;

namespace Cadre.Engine.Results;

/// <summary>A row of compare.csv.</summary>
/// <param name="Month">Number of the month, 1 for the first.</param>
/// <param name="Line">Place, service, staff group and sector.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="Figure">The figures.</param>
public readonly record struct ComparedRow(int Month, Line Line, Measure Measure, ComparedFigure Figure);
