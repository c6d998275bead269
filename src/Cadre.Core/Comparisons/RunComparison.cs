using Cadre.Core.Runs;
using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Core.Comparisons;

/// <summary>Two runs side by side in one month, by place and staff group; every service and employer together.</summary>
public sealed class RunComparison
{
    /// <summary>What is compared, in reading order.</summary>
    public static readonly IReadOnlyList<Measure> Measures = [Measure.Fte, Measure.Posts, Measure.Vacancies];

    private readonly Dictionary<(int Place, int StaffGroup, Measure Measure), ComparedFigure> _figures;
    private readonly Dictionary<(int Place, int StaffGroup), ComparedNeedLine> _needs;

    private RunComparison(int month, Dictionary<(int Place, int StaffGroup, Measure Measure), ComparedFigure> figures, Dictionary<(int Place, int StaffGroup), ComparedNeedLine> needs) =>
        (Month, _figures, _needs) = (month, figures, needs);

    /// <summary>The month that is compared, 1 for the first: the last March of the runs, or their last month where they have no March.</summary>
    public int Month { get; }

    /// <summary>A figure; null where the runs do not hold it.</summary>
    /// <param name="place">Index of the place.</param>
    /// <param name="staffGroup">Index of the staff group.</param>
    /// <param name="measure">One of <see cref="Measures"/>.</param>
    public ComparedFigure? Of(int place, int staffGroup, Measure measure) => _figures.TryGetValue((place, staffGroup, measure), out var figure) ? figure : null;

    /// <summary>Need or the gap to it; null where the framework gives no need for these staff or it is 0 in both runs, and of the gap where the runs do not hold the futures' staff.</summary>
    /// <param name="place">Index of the place.</param>
    /// <param name="staffGroup">Index of the staff group.</param>
    /// <param name="measure">Which of the two.</param>
    public ComparedFigure? Of(int place, int staffGroup, NeedMeasure measure) =>
        !_needs.TryGetValue((place, staffGroup), out var line) ? null : measure == NeedMeasure.Need ? line.Need : line.Gap;

    /// <summary>Picks the figures out of a comparison, which can then be forgotten: it holds every future.</summary>
    internal static RunComparison Of(Comparison comparison)
    {
        var model = comparison.Model;
        var month = Enumerable.Range(1, comparison.Months).LastOrDefault(number => model.MonthAt(number).Month == 3, comparison.Months);
        var figures = from place in Enumerable.Range(0, model.Places.Count).AsParallel().WithDegreeOfParallelism(comparison.A.Options.Workers)
                      from staffGroup in Enumerable.Range(0, model.StaffGroups.Count)
                      from measure in Measures
                      let figure = comparison.Of(new Line(place, null, staffGroup), month, measure)
                      where figure is not null
                      select (Key: (place, staffGroup, measure), Figure: figure.Value);
        return new RunComparison(
            month, figures.ToDictionary(item => item.Key, item => item.Figure),
            comparison.NeedLines(month).Where(line => line.Line.Service is null && (line.A.Need > 0 || line.B.Need > 0)).ToDictionary(line => (line.Line.Place, line.Line.StaffGroup)));
    }
}
