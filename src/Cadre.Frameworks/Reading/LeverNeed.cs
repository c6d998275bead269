using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Which needs a lever that changes need alone meets (docs/method.md section 9).</summary>
internal static class LeverNeed
{
    /// <summary>
    /// Indexes of what the lever works on, as <see cref="Lever.WorksOn"/> has them, without substitutions between groups that no place and
    /// service needs both of, and without staff groups whose hours no need counts.
    /// </summary>
    public static IReadOnlyList<int> Meeting(Lever lever, NationalModel model)
    {
        var worksOn = lever.WorksOn(model);
        return lever.Parameter switch
        {
            LeverParameter.HoursAvailable => [.. worksOn.Where(group => model.Needs.Any(need => need.StaffGroup == group && need.TakesHoursAvailable))],
            LeverParameter.Substitution => [.. worksOn.Where(substitution => IsNeeded(model.Substitutions[substitution], model))],
            _ => worksOn,
        };
    }

    private static bool IsNeeded(Substitution substitution, NationalModel model) =>
        PlacesOf(substitution.FromStaffGroup, model).Intersect(PlacesOf(substitution.ToStaffGroup, model)).Any();

    private static IEnumerable<(int Place, int Service)> PlacesOf(int staffGroup, NationalModel model) =>
        model.Needs.Where(need => need.StaffGroup == staffGroup).Select(need => (need.Place, need.Service));
}
