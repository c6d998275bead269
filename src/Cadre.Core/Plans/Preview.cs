using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Core.Plans;

/// <summary>What a plan would change in its place, the claims of all other places held as they were at the last national run.</summary>
/// <param name="Months">Months of the run that are shown: each March and the last one.</param>
/// <param name="Rows">Figures by staff group (index), month and measure.</param>
/// <param name="Futures">Futures that the ranges are of.</param>
/// <param name="LastNationalRun">When the national run was made that other places are held at.</param>
public sealed record Preview(IReadOnlyList<int> Months, IReadOnlyDictionary<(int StaffGroup, int Month, Measure Measure), ComparedFigure> Rows, int Futures, DateTime LastNationalRun)
{
    /// <summary>A figure; null where the run does not hold it.</summary>
    public ComparedFigure? Of(int staffGroup, int month, Measure measure) => Rows.TryGetValue((staffGroup, month, measure), out var figure) ? figure : null;
}
