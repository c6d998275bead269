using Cadre.Engine.Model;

namespace Cadre.Engine.Results;

/// <summary>A row of need: which needs, and which cohorts that have one, a place counts of a service and staff group.</summary>
/// <param name="Place">Index of the place.</param>
/// <param name="Service">Index of the service.</param>
/// <param name="StaffGroup">Index of the staff group, a leaf.</param>
/// <param name="Parts">The needs that it adds up, each with its cohort (-1 for none) and the share of it that the place counts.</param>
/// <param name="IsWholeLine">Whether every cohort that the place counts in the service and staff group has a need.</param>
internal sealed record NeedSum(int Place, int Service, int StaffGroup, IReadOnlyList<NeedPart> Parts, bool IsWholeLine)
{
    /// <summary>The rows of a model in the order of needs.csv.</summary>
    /// <param name="model">The model.</param>
    /// <param name="placesAbove">A place itself and everything above it, with the share of it that each counts.</param>
    public static NeedSum[] Of(NationalModel model, Func<int, Dictionary<int, double>> placesAbove)
    {
        if (model.Needs.Count == 0) return [];
        var cohorts = model.Cohorts.Index().ToDictionary(item => (item.Item.Place, item.Item.Service, item.Item.StaffGroup), item => item.Index);
        var parts = new Dictionary<(int Place, int Service, int Group), List<NeedPart>>();
        foreach (var (n, need) in model.Needs.Index())
        {
            foreach (var (place, weight) in placesAbove(need.Place))
            {
                var key = (place, need.Service, need.StaffGroup);
                if (!parts.TryGetValue(key, out var list)) parts.Add(key, list = []);
                list.Add(new NeedPart(n, cohorts.GetValueOrDefault((need.Place, need.Service, need.StaffGroup), -1), weight));
            }
        }

        var counted = model.Cohorts.SelectMany(cohort => placesAbove(cohort.Place).Keys.Select(place => (place, cohort.Service, cohort.StaffGroup))).CountBy(key => key).ToDictionary();
        return
        [
            .. parts.OrderBy(sum => model.Places[sum.Key.Place].Level).ThenBy(sum => sum.Key.Place).ThenBy(sum => sum.Key.Service).ThenBy(sum => sum.Key.Group)
                .Select(sum => new NeedSum(
                    sum.Key.Place, sum.Key.Service, sum.Key.Group, sum.Value, counted.GetValueOrDefault(sum.Key) == sum.Value.Count(part => part.Cohort >= 0))),
        ];
    }
}

/// <summary>A need within a sum.</summary>
/// <param name="Need">Index in <see cref="NationalModel.Needs"/>.</param>
/// <param name="Cohort">Index of the cohort of the same place, service and staff group; -1 where there is none.</param>
/// <param name="Weight">Share of both that the place counts.</param>
internal readonly record struct NeedPart(int Need, int Cohort, double Weight);
