using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Core.Runs;

/// <summary>Staff on the opening day by line: a cohort counts in its place and those above it, in its staff group and those above it.</summary>
internal static class OpeningStock
{
    /// <summary>Heads and FTE by line.</summary>
    public static IReadOnlyDictionary<Line, (double Heads, double Fte)> Of(NationalModel model)
    {
        var sums = new Dictionary<Line, (double Heads, double Fte)>();
        var employers = model.Sectors;
        foreach (var cohort in model.Cohorts)
        {
            EmployerSector?[] sectors = model.Places[cohort.Place].Sector is { } sector ? [null, .. employers.CountedIn(sector)] : [null];
            foreach (var (place, weight) in Above(model, cohort.Place, 1))
            {
                foreach (var line in from service in (int?[])[null, cohort.Service]
                                     from @group in WayUp.FromStaffGroup(model.StaffGroups, cohort.StaffGroup)
                                     from one in sectors
                                     select new Line(place, service, @group, one))
                {
                    var (heads, fte) = sums.GetValueOrDefault(line);
                    sums[line] = (heads + (weight * cohort.OpeningHeads.Value), fte + (weight * cohort.OpeningFte.Value));
                }
            }
        }

        return sums;
    }

    private static IEnumerable<(int Place, double Weight)> Above(NationalModel model, int place, double weight) =>
        model.Places[place].Parents.SelectMany(parent => Above(model, parent.Place, weight * parent.Weight)).Prepend((place, weight));
}
