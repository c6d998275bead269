using Cadre.Core.Runs;

namespace Cadre.Core.Plans.Tracking;

/// <summary>A month of a plan's staff group: what was planned and what came.</summary>
/// <param name="Month">Month of the run, from 1.</param>
/// <param name="Planned">FTE of the last national run, with nine futures in ten.</param>
/// <param name="Actual">FTE as uploaded; null where a trust of the place has none.</param>
public readonly record struct TrackedMonth(int Month, LineFigures.Range Planned, double? Actual)
{
    /// <summary>Actual less planned, FTE.</summary>
    public double? Difference => Actual - Planned.Central;

    /// <summary>How far outside of nine futures in ten it is, FTE: above 0 over them, below 0 under them, 0 within.</summary>
    public double Beyond => Actual is not { } actual ? 0 : actual > Planned.High ? actual - Planned.High : actual < Planned.Low ? actual - Planned.Low : 0;
}
