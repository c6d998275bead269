using System.Globalization;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Plans;

/// <summary>What the people to be treated require: FTE by year, spread over places as the plan's posts, and rotas by the size of a trust (docs/method.md section 5.7).</summary>
internal sealed class PlanNeeds(PlanImportSettings settings, PlanPlaces places, PlanStock stock, PlanPosts posts)
{
    private const string Trajectory = "trajectory";

    private readonly PlanNeedSettings _need = settings.Need;

    /// <summary>Fills need.csv.</summary>
    public void AddNeed(ImportTable table)
    {
        foreach (var (place, service, group) in Trajectories())
            table.Add(place, service, group, Trajectory, "", "", "", "", _need.Source, "D", _need.KnownOn, Note(service, group));
        var cover = _need.Cover;
        foreach (var place in places.Nhs.Where(place => stock.Fte(place, cover.StaffGroup) > 0))
        {
            var positions = Math.Max(1, Math.Round(stock.Fte(place, cover.StaffGroup) * cover.PositionsPerThousand / 1000));
            table.Add(
                place, cover.Service, cover.StaffGroup, "cover", positions, cover.HoursPerWeek, "", "", "none", "D", settings.FittedKnownOn,
                string.Create(CultureInfo.InvariantCulture, $"a judgement: {cover.PositionsPerThousand} positions for every 1000 FTE employed, one at least"));
        }
    }

    /// <summary>Fills need_trajectory.csv.</summary>
    public void AddTrajectory(ImportTable table)
    {
        foreach (var (place, service, group) in Trajectories())
        {
            foreach (var (month, fte) in Levels(service, group))
                table.Add(place, service, group, month, fte * Share(place, service, group), _need.Source, "D", _need.KnownOn, Note(service, group));
        }
    }

    private bool IsNewRole(string service, string group) => _need.NewRoles.TryGetValue(service, out var roles) && roles.Contains(group);

    private string Note(string service, string group) => IsNewRole(service, group)
        ? "a new role: a need of its own only where it takes over work"
        : string.Create(CultureInfo.InvariantCulture, $"more people a year x hours for each / {_need.HoursAvailable} hours of an FTE, spread as the planned posts; the hours have no source");

    private IEnumerable<(string Place, string Service, string Group)> Trajectories() =>
        from place in places.Nhs.Concat(places.Outside)
        from service in settings.Posts.Services.Keys
        from code in settings.StaffGroups.Keys
        where IsNewRole(service, code) ? !places.Outside.Contains(place) : posts.Of(place, service, code) > 0 && Levels(service, code).Any()
        select (place, service, code);

    /// <summary>FTE of the nation by month.</summary>
    private IEnumerable<(string Month, double Fte)> Levels(string service, string group) => IsNewRole(service, group)
        ? [(_need.People.SelectMany(people => people.Years.Keys).Min(StringComparer.Ordinal)!, 0)]
        : _need.People.Where(people => people.Service == service && people.Hours.ContainsKey(group))
            .SelectMany(people => people.Years.Select(year => (Month: year.Key, Fte: year.Value * people.Hours[group] / _need.HoursAvailable)))
            .GroupBy(level => level.Month).OrderBy(level => level.Key, StringComparer.Ordinal).Select(level => (level.Key, level.Sum(one => one.Fte)));

    private double Share(string place, string service, string group) => IsNewRole(service, group)
        ? 0
        : (double)posts.Of(place, service, group) / places.Nhs.Concat(places.Outside).Sum(other => posts.Of(other, service, group));
}
