namespace Cadre.Engine.Results;

/// <summary>A row of flows_difference.csv.</summary>
/// <param name="Month">Number of the month, 1 for the first.</param>
/// <param name="Line">Place and staff group; every service.</param>
/// <param name="Flows">The flows up to the month.</param>
public readonly record struct FlowDifferenceRow(int Month, Line Line, FlowDifference Flows);
