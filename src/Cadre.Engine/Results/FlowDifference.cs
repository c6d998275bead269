namespace Cadre.Engine.Results;

/// <summary>
/// Where a difference in staff comes from, central runs, heads, all months up to one added up: the second scenario's less
/// the first's (docs/method.md section 9). Joiners less leavers plus moves is the difference in staff.
/// </summary>
/// <param name="Joiners">Difference in joiners.</param>
/// <param name="Leavers">Difference in leavers.</param>
/// <param name="Moves">Difference in moves in less moves out and adjustments.</param>
/// <param name="Staff">Difference in staff at the end of the month.</param>
public readonly record struct FlowDifference(double Joiners, double Leavers, double Moves, double Staff);
