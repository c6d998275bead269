namespace Cadre.Core.Plans.Tracking;

/// <summary>What a rule found.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="IsUp">Whether the points lie above, or go up.</param>
/// <param name="First">Index of the first point.</param>
/// <param name="Last">Index of the last point.</param>
/// <param name="Points">Points that count: those on the line, or like the one before, do not.</param>
public sealed record RunChartSignal(RunChartRule Rule, bool IsUp, int First, int Last, int Points);
