namespace Cadre.Engine.Results;

/// <summary>Need of a line in two scenarios side by side, FTE.</summary>
/// <param name="Line">The line.</param>
/// <param name="A">The first scenario's.</param>
/// <param name="B">The second scenario's.</param>
/// <param name="Difference">The second's less the first's: of the central runs, and over the futures, each future's difference taken before percentiles.</param>
public readonly record struct ComparedNeedLine(Line Line, NeedTotal A, NeedTotal B, NeedTotal Difference)
{
    /// <summary>Need.</summary>
    public ComparedFigure Need => new(A.NeedSummary, B.NeedSummary, Difference.NeedSummary);

    /// <summary>Gap to need; null where the runs do not hold the futures' staff in the month.</summary>
    public ComparedFigure? Gap => A.GapSummary is { } a && B.GapSummary is { } b && Difference.GapSummary is { } difference ? new ComparedFigure(a, b, difference) : null;
}
