using Cadre.Cli.Plans;
using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Cli.Books;

/// <summary>A place on the opening day, central run (docs/method.md section 3.1).</summary>
/// <param name="Fte">Staff in post, FTE.</param>
/// <param name="Posts">Posts, FTE.</param>
internal readonly record struct PlaceOpening(double Fte, double Posts)
{
    /// <summary>Vacancies, FTE.</summary>
    public double Vacancies => Posts - Fte;

    /// <summary>By index of the place: what it and the places below it hold; places without a cohort are not there.</summary>
    public static Dictionary<int, PlaceOpening> Of(RunResult result)
    {
        var (model, register) = (result.Model, Plan.RegisterOf(result));
        var rates = AssumptionResolver.ForCohorts(model, Parameter.VacancyRate);
        var places = new Dictionary<int, PlaceOpening>();
        foreach (var (c, cohort) in model.Cohorts.Index())
        {
            var fte = cohort.OpeningFte.Value;
            var posts = fte / (1 - register[rates[c]].Central);
            foreach (var (place, weight) in PlanRows.Above(model, cohort.Place))
            {
                var sum = places.GetValueOrDefault(place);
                places[place] = new PlaceOpening(sum.Fte + (weight * fte), sum.Posts + (weight * posts));
            }
        }

        return places;
    }
}
