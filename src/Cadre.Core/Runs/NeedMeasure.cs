namespace Cadre.Core.Runs;

/// <summary>What a run holds of need beside a line's own figures, FTE (docs/method.md section 10). The order is that of their numbers in <see cref="LineFigures"/>: never change it.</summary>
public enum NeedMeasure
{
    /// <summary>What the people to be treated require.</summary>
    Need,

    /// <summary>Need less the staff of those who have a need; below 0 where there are more staff than are needed.</summary>
    GapToNeed,
}
