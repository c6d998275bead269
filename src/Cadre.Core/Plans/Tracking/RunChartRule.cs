namespace Cadre.Core.Plans.Tracking;

/// <summary>A rule of run charts (docs/tracking.md).</summary>
public enum RunChartRule
{
    /// <summary>Six or more consecutive points on one side of the planned line.</summary>
    Shift,

    /// <summary>Five or more consecutive points that all go up, or all down.</summary>
    Trend,

    /// <summary>A point that is clearly unlike the others.</summary>
    Astronomical,
}
