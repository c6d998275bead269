using Cadre.Core.Plans;
using Cadre.Core.Words;
using Cadre.Engine.Model;

namespace Cadre.Web.Pages.Plans;

/// <summary>Something that prefilled posts rest on.</summary>
/// <param name="What">What it is.</param>
/// <param name="Value">What it says.</param>
/// <param name="Source">Where it comes from, with its grade.</param>
public sealed record PrefillSource(string What, string Value, string Source)
{
    /// <summary>What the prefilled posts of a line of a place rest on: the opening stock of its trusts, the assumptions in force there, the allocation.</summary>
    public static IReadOnlyList<PrefillSource> Of(PlannedPlace place, PlanLine line, string rule)
    {
        var (basis, model) = (place.Basis, place.Basis.Model);
        (int Cohort, double Weight)[] cohorts = [.. place.Members.SelectMany(member => basis.CohortsOf(member, line))];
        var list = new List<PrefillSource> { new("Allocation", $"The nation's posts, shared {rule}", "Allocated; rounded so that all places add up to the nation exactly") };
        foreach (var (cohort, weight) in cohorts)
        {
            var trust = model.Places[model.Cohorts[cohort].Place];
            var part = weight < 1 ? $", of which {Figures.Percent(weight)} is counted here" : "";
            list.Add(new PrefillSource($"Staff of {trust.Name}, {Wording.Day(basis.Framework.Opening)}", $"{Figures.Tenth(model.Cohorts[cohort].OpeningFte.Value)} FTE{part}", "Published: the opening stock of the framework"));
        }

        foreach (var parameter in (Parameter[])[Parameter.VacancyRate, Parameter.PostsGrowth])
        {
            var rows = AssumptionResolver.ForCohorts(model, parameter);
            foreach (var row in cohorts.Select(cohort => rows[cohort.Cohort]).Where(row => row >= 0).Distinct())
            {
                var assumption = model.Assumptions[row];
                var (central, range) = Figures.OfAssumption(assumption);
                var evidence = basis.Framework.Evidence.FirstOrDefault(item => item.Id == assumption.Source)?.Title ?? "no source in hand";
                list.Add(new PrefillSource(Wording.Capital(Wording.Of(parameter)), range.Length > 0 ? $"{central} ({range})" : central, $"Assumption {assumption.Id}, grade {assumption.Grade}: {evidence}"));
            }
        }

        if (model.PlannedPosts.Any(posts => cohorts.Any(cohort => cohort.Cohort == posts.Cohort)))
            list.Add(new PrefillSource("Posts that the national plan adds", "by month, in planned_posts.csv of the framework", "As the framework says row by row"));
        return list;
    }
}
