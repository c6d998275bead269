using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Cli.Comparisons;

/// <summary>The nation in one month of a comparison.</summary>
/// <param name="Month">The month.</param>
/// <param name="Staff">Staff in post, FTE.</param>
/// <param name="Posts">Posts, FTE.</param>
/// <param name="Vacancies">Vacancies, FTE.</param>
internal sealed record DifferenceYear(CalendarMonth Month, ComparedFigure Staff, ComparedFigure Posts, ComparedFigure Vacancies)
{
    public static DifferenceYear Of(Comparison comparison, Line nation, int month)
    {
        ComparedFigure Figure(Measure measure) => comparison.Of(nation, month, measure) ?? default;
        return new DifferenceYear(comparison.Model.MonthAt(month), Figure(Measure.Fte), Figure(Measure.Posts), Figure(Measure.Vacancies));
    }
}
