using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Cli.Comparisons;

/// <summary>A staff group or a region in a comparison, in the last month shown.</summary>
internal sealed record DifferenceRow
{
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>Steps below the top row.</summary>
    public int Depth { get; init; }

    /// <summary>Staff in post, FTE.</summary>
    public required ComparedFigure Staff { get; init; }

    /// <summary>Posts, FTE.</summary>
    public required ComparedFigure Posts { get; init; }

    /// <summary>Vacancies, FTE.</summary>
    public required ComparedFigure Vacancies { get; init; }

    /// <summary>Vacancies over posts.</summary>
    public required ComparedFigure VacancyRate { get; init; }

    /// <summary>Where the difference in heads comes from.</summary>
    public required FlowDifference Flows { get; init; }

    /// <summary>The figures of a line that the runs hold.</summary>
    public static DifferenceRow Of(Comparison comparison, Line line, int month, FlowDifference flows)
    {
        ComparedFigure Figure(Measure measure) => comparison.Of(line, month, measure) ?? default;
        return new DifferenceRow
        {
            Staff = Figure(Measure.Fte),
            Posts = Figure(Measure.Posts),
            Vacancies = Figure(Measure.Vacancies),
            VacancyRate = Figure(Measure.VacancyRate),
            Flows = flows,
        };
    }
}
