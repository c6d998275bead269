using Cadre.Engine.Model;

namespace Cadre.Engine.Results;

/// <summary>
/// Staff and posts of a line on the opening day (docs/method.md section 3.1): staff are published and the same in every future, posts follow from the vacancy rate
/// that each future draws.
/// </summary>
/// <param name="Line">The line.</param>
/// <param name="Heads">Heads.</param>
/// <param name="Fte">FTE.</param>
/// <param name="Posts">Posts, FTE.</param>
/// <param name="Vacancies">Posts without staff, FTE.</param>
/// <param name="VacancyRate">Their share of the posts.</param>
public readonly record struct OpeningLine(Line Line, double Heads, double Fte, Summary Posts, Summary Vacancies, Summary VacancyRate)
{
    /// <summary>The lines of a run, nation to trusts.</summary>
    /// <param name="model">The model.</param>
    /// <param name="plan">Which lines there are.</param>
    /// <param name="centralOf">The central run's value of a row of the register.</param>
    /// <param name="drawsOf">Its values in every future.</param>
    /// <param name="futures">Futures that were run.</param>
    internal static IEnumerable<OpeningLine> Of(NationalModel model, RecordingPlan plan, Func<int, double> centralOf, Func<int, double[]> drawsOf, int futures)
    {
        var rows = AssumptionResolver.ForCohorts(model, Parameter.VacancyRate);
        foreach (var line in plan.MonthlyLines.Concat(plan.SampledLines))
        {
            double heads = 0, fte = 0;
            var byRow = new Dictionary<int, double>();
            foreach (var (cohort, weight) in plan.KeptCohortsOf(line))
            {
                heads += weight * model.Cohorts[cohort].OpeningHeads.Value;
                var there = weight * model.Cohorts[cohort].OpeningFte.Value;
                fte += there;
                if (there > 0) byRow[rows[cohort]] = byRow.GetValueOrDefault(rows[cohort]) + there;
            }

            yield return Of(line, heads, fte, byRow, centralOf, drawsOf, futures);
        }
    }

    private static OpeningLine Of(Line line, double heads, double fte, Dictionary<int, double> byRow, Func<int, double> centralOf, Func<int, double[]> drawsOf, int futures)
    {
        var central = byRow.Sum(part => part.Value / (1 - centralOf(part.Key)));
        var posts = new double[futures];
        foreach (var (row, there) in byRow)
        {
            var draws = drawsOf(row);
            for (var i = 0; i < posts.Length; i++)
                posts[i] += there / (1 - draws[i]);
        }

        double[] vacancies = [.. posts.Select(inFuture => inFuture - fte)];
        double[] rates = [.. posts.Select(inFuture => RecordingPlan.Rate(inFuture - fte, inFuture))];
        return new OpeningLine(
            line, heads, fte, Summary.Of(central, posts), Summary.Of(central - fte, vacancies), Summary.Of(RecordingPlan.Rate(central - fte, central), rates));
    }
}
