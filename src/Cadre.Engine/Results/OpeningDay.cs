using Cadre.Engine.Model;

namespace Cadre.Engine.Results;

/// <summary>Heads, FTE or posts of some cohorts on the opening day (docs/method.md section 3.1).</summary>
internal sealed class OpeningDay
{
    private readonly (double Amount, int VacancyRow)[] _parts;

    /// <param name="model">The model.</param>
    /// <param name="cohorts">The cohorts, and how much of each counts.</param>
    /// <param name="measure"><see cref="Measure.Heads"/>, <see cref="Measure.Fte"/> or <see cref="Measure.Posts"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The measure is another: the opening day has no such figure.</exception>
    public OpeningDay(NationalModel model, IEnumerable<(int Cohort, double Weight)> cohorts, Measure measure)
    {
        var rows = AssumptionResolver.ForCohorts(model, Parameter.VacancyRate);
        _parts =
        [
            .. cohorts.Select(part => measure switch
            {
                Measure.Heads => (part.Weight * model.Cohorts[part.Cohort].OpeningHeads.Value, -1),
                Measure.Fte => (part.Weight * model.Cohorts[part.Cohort].OpeningFte.Value, -1),
                Measure.Posts => (part.Weight * model.Cohorts[part.Cohort].OpeningFte.Value, rows[part.Cohort]),
                _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Only heads, FTE and posts are known of the opening day."),
            }),
        ];
    }

    /// <summary>Their sum.</summary>
    /// <param name="valueOf">The value of a row of the register.</param>
    public double Of(Func<int, double> valueOf) => _parts.Sum(part => part.VacancyRow < 0 ? part.Amount : part.Amount / (1 - valueOf(part.VacancyRow)));
}
