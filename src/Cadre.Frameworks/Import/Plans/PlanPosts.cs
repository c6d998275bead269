using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Plans;

/// <summary>A plan's posts by employer, service and leaf, in hundredths of an FTE, that add up to the published totals exactly (docs/method.md section 5.7).</summary>
internal sealed class PlanPosts
{
    private readonly PlanPostSettings _settings;
    private readonly PlanPlaces _places;
    private readonly PlanStock _stock;
    private readonly Dictionary<(string Place, string Service, string Group), long> _cells = [];

    /// <exception cref="FrameworkException">The totals and known cells do not fit together.</exception>
    public PlanPosts(PlanImportSettings settings, PlanPlaces places, PlanStock stock)
    {
        (_settings, _places, _stock) = (settings.Posts, places, stock);
        try
        {
            SpreadProfessional();
            SpreadSupport();
        }
        catch (InvalidDataException wrong)
        {
            throw new FrameworkException([new Problem(FrameworkTables.ImportFile, 0, "plan.posts", wrong.Message, "totals and known cells that fit together, of staff groups with an opening stock")]);
        }
    }

    /// <summary>Posts of a cohort, hundredths; 0 where it has none.</summary>
    public long Of(string place, string service, string group) => _cells.GetValueOrDefault((place, service, group));

    /// <summary>The cohort's posts by month of the path, hundredths.</summary>
    public IEnumerable<(string Month, long Posts)> ByMonth(string place, string service, string group) =>
        _settings.Path.Keys.Zip(Hundredths.Spread(Of(place, service, group), [.. _settings.Path.Values])).Where(step => step.Second > 0);

    private void SpreadProfessional()
    {
        string[] services = [.. _settings.Services.Keys], groups = [.. _settings.StaffGroups.Keys];
        long? Known(int s, int g) => _settings.Known.TryGetValue(services[s], out var row) && row.TryGetValue(groups[g], out var fte) ? Hundredths.Of(fte) : null;
        var table = ProportionalFit.Fit([.. _settings.Services.Values.Select(Hundredths.Of)], [.. _settings.StaffGroups.Values.Select(Hundredths.Of)], Known);
        for (var s = 0; s < services.Length; s++)
        {
            for (var g = 0; g < groups.Length; g++)
            {
                var outside = services[s] == _settings.Outside.Service && groups[g] == _settings.Outside.StaffGroup ? Hundredths.Of(_settings.Outside.Fte) : 0;
                if (outside > table[s][g]) throw new InvalidDataException("More posts are outside the NHS than there are of that service and staff group.");
                Spread(_places.Nhs, services[s], groups[g], table[s][g] - outside, place => _stock.Fte(place, groups[g]));
                Spread(_places.Outside, services[s], groups[g], outside, place => RegionFte(_places.RegionOf(place), groups[g]));
            }
        }
    }

    /// <summary>Support: by leaf as the opening stock, by service as the NHS's professional posts.</summary>
    private void SpreadSupport()
    {
        string[] services = [.. _settings.Services.Keys], groups = [.. _settings.Support.StaffGroups];
        var whole = Hundredths.Of(_settings.Support.Fte);
        var professional = services.Select(service => _cells.Where(cell => cell.Key.Service == service && _places.Nhs.Contains(cell.Key.Place)).Sum(cell => (double)cell.Value)).ToArray();
        var stock = groups.Select(group => _places.Nhs.Sum(place => _stock.Fte(place, group))).ToArray();
        var table = ProportionalFit.Fit(Hundredths.Spread(whole, professional), Hundredths.Spread(whole, stock), (_, _) => null);
        for (var s = 0; s < services.Length; s++)
        {
            for (var g = 0; g < groups.Length; g++)
                Spread(_places.Nhs, services[s], groups[g], table[s][g], place => _stock.Fte(place, groups[g]));
        }
    }

    private void Spread(IReadOnlyList<string> places, string service, string group, long posts, Func<string, double> weight)
    {
        if (posts == 0) return;
        var parts = Hundredths.Spread(posts, [.. places.Select(weight)]);
        for (var p = 0; p < places.Count; p++)
            if (parts[p] > 0) _cells.Add((places[p], service, group), parts[p]);
    }

    private double RegionFte(string region, string group) => _places.Trusts.Where(trust => _places.RegionOf(trust) == region).Sum(trust => _stock.Fte(trust, group));
}
