using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Plans;

/// <summary>The tables of a plan's import that need no fit; where a fit follows, values that make the framework readable.</summary>
internal sealed class PlanTables(PlanImportSettings settings, PlanPlaces places, PlanStock stock, PlanPosts posts)
{
    private const string Unfitted = "";

    private readonly string[] _services = [settings.Service, .. settings.Posts.Services.Keys];

    /// <summary>Writes all but the planned posts, which the fit leaves out, and returns their names.</summary>
    public List<string> Save(string folder)
    {
        (TableSchema Schema, Action<ImportTable> Fill)[] tables =
        [
            (FrameworkTables.Stock, AddStock), (FrameworkTables.PlaceRates, AddPlaceRates),
            (FrameworkTables.Need, new PlanNeeds(settings, places, stock, posts).AddNeed), (FrameworkTables.NeedTrajectory, new PlanNeeds(settings, places, stock, posts).AddTrajectory),
            (FrameworkTables.Scales, AddScales), (FrameworkTables.Seasons, AddSeasons), (FrameworkTables.Supply, AddSupply),
        ];
        foreach (var (schema, fill) in tables)
            Save(folder, schema, fill);
        return [.. tables.Select(table => table.Schema.File)];
    }

    /// <summary>Writes the planned posts and returns the table's name.</summary>
    public string SavePlannedPosts(string folder)
    {
        Save(folder, FrameworkTables.PlannedPosts, AddPlannedPosts);
        return FrameworkTables.PlannedPosts.File;
    }

    private static void Save(string folder, TableSchema schema, Action<ImportTable> fill)
    {
        var table = new ImportTable(schema);
        fill(table);
        table.Save(folder);
    }

    /// <summary>Every cohort: the opening stock, the new roles beside it, and the services of the plan, which open empty.</summary>
    private IEnumerable<(string Place, string Service, string Group)> Cohorts() =>
        from place in places.Nhs.Concat(places.Outside)
        from service in _services
        from @group in settings.StaffGroups
        where service == settings.Service ? IsExisting(place, @group.Key, @group.Value) : posts.Of(place, service, @group.Key) > 0
        select (place, service, @group.Key);

    private bool IsExisting(string place, string code, PlanStaffGroup group) =>
        stock.Fte(place, code) > 0 || (group.Published.Length == 0 && !places.Outside.Contains(place));

    private void AddStock(ImportTable table)
    {
        foreach (var (place, service, group) in Cohorts())
        {
            if (service != settings.Service)
                table.Add(place, service, group, 0, 0, settings.Posts.Source, "D", settings.Posts.KnownOn, "opens empty: its posts are in planned_posts.csv");
            else if (settings.StaffGroups[group].Published.Length == 0)
                table.Add(place, service, group, 0, 0, "none", "D", settings.FittedKnownOn, "a new role, which nobody is published to hold on the opening day");
            else
                AddExisting(table, place, group);
        }
    }

    private void AddExisting(ImportTable table, string place, string code)
    {
        var (fte, group) = (stock.Fte(place, code), settings.StaffGroups[code]);
        var fitted = place == places.Rest || stock.IsSplit(code);
        var partNote = settings.StaffGroups.Values.FirstOrDefault(other => other.Published == group.Published && other.Part is not null)?.PartNote ?? "";
        var note = string.Join("; ", new[] { place == places.Rest ? settings.Rest.Note : "", partNote, settings.FtePerHeadNote, settings.Stock.KnownOnNote }.Where(part => part.Length > 0));
        table.Add(place, settings.Service, code, Math.Round(fte / settings.FtePerHead, 5), fte, settings.Stock.Source, fitted ? "D" : "B", settings.Stock.KnownOn, note);
    }

    private void AddPlaceRates(ImportTable table)
    {
        foreach (var (place, service, group) in Cohorts())
            table.Add(place, service, group, 1, 1, "none", "D", settings.FittedKnownOn, "no joiners and leavers by organisation in hand");
    }

    private void AddPlannedPosts(ImportTable table)
    {
        var outside = settings.Posts.Outside;
        foreach (var (place, service, group) in Cohorts().Where(cohort => cohort.Service != settings.Service))
        {
            var note = places.Outside.Contains(place) ? outside.Note : settings.Posts.Note;
            foreach (var (month, fte) in posts.ByMonth(place, service, group))
                table.Add(place, service, group, month, Hundredths.ToFte(fte), settings.Posts.Source, "D", settings.Posts.KnownOn, note);
        }
    }

    private void AddScales(ImportTable table)
    {
        foreach (var code in settings.StaffGroups.Keys)
            table.Add(code, 1, "none", "D", settings.FittedKnownOn, Unfitted);
    }

    private void AddSeasons(ImportTable table)
    {
        foreach (var flow in FittedTables.Flows)
        {
            foreach (var code in settings.StaffGroups.Keys)
            {
                for (var month = 1; month <= 12; month++)
                    table.Add(flow, code, month, 1.0 / 12, "none", "D", settings.FittedKnownOn, Unfitted);
            }
        }
    }

    private void AddSupply(ImportTable table)
    {
        foreach (var (group, region) in Cohorts().Select(cohort => (cohort.Group, Region: places.RegionOf(cohort.Place))).Distinct()
            .OrderBy(pool => settings.StaffGroups.Keys.ToList().IndexOf(pool.Group)).ThenBy(pool => pool.Region, StringComparer.Ordinal))
            table.Add(group, region, 1, 0, 1, "none", "D", settings.FittedKnownOn, Unfitted);
    }
}
