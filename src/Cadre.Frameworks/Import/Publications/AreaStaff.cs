using Cadre.Engine.Model;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>FTE of trusts by service and staff group as a workforce file has it, and what becomes of the stock with it.</summary>
internal sealed class AreaStaff(PublicationWork work)
{
    private readonly Dictionary<(int Place, int Service, int StaffGroup), double> _fte = [];
    private readonly Dictionary<(int Place, int StaffGroup), List<PublishedRow>> _rows = [];
    private readonly Dictionary<(int Place, string Published), double> _unmapped = [];
    private readonly Dictionary<int, int> _together = [];
    private readonly Dictionary<string, int> _firstOf = [];

    /// <summary>Adds a row.</summary>
    /// <param name="place">Index of the trust.</param>
    /// <param name="service">Index of the service that its area of work is.</param>
    /// <param name="group">Index of the leaf.</param>
    /// <param name="published">The published staff group: leaves that one of them gives are split together.</param>
    /// <param name="fte">Its FTE.</param>
    /// <param name="row">The row.</param>
    public void Add(int place, int service, int group, string published, double fte, PublishedRow row)
    {
        _fte[(place, service, group)] = _fte.GetValueOrDefault((place, service, group)) + fte;
        if (!_rows.TryGetValue((place, group), out var rows))
            _rows.Add((place, group), rows = []);
        rows.Add(row);
        Join(published, group);
        if (work.Codes.StaffGroupOf(published) is >= 0 and var whole && work.Codes.IsLeaf(whole))
            Join(published, whole);
    }

    /// <summary>Adds FTE of a row that is in no rule: in a split its share of the stock stays where it is.</summary>
    public void AddUnmapped(int place, string published, double fte) => _unmapped[(place, published)] = _unmapped.GetValueOrDefault((place, published)) + fte;

    /// <summary>
    /// Splits the FTE that a trust has of the leaves that go together, in every service, by the file's shares: the file counts only what it classifies as mental health, so
    /// that its sums would take staff out of the framework.
    /// </summary>
    public void Split(StockEdit stock, string month)
    {
        foreach (var place in _fte.Keys.Select(key => key.Place).Distinct().Order())
        {
            foreach (var cells in _fte.Where(cell => cell.Key.Place == place && cell.Value > 0).GroupBy(cell => Root(cell.Key.StaffGroup)).OrderBy(cells => cells.Key))
            {
                int[] leaves = [.. work.Model.StaffGroups.Index().Select(group => group.Index).Where(group => work.Codes.IsLeaf(group) && Root(group) == cells.Key)];
                var whole = leaves.Sum(leaf => stock.Before(place, leaf));
                if (whole == 0)
                    LeaveOut(place, leaves);
                else
                    Split(stock, place, leaves, cells.ToDictionary(cell => (cell.Key.Service, cell.Key.StaffGroup), cell => cell.Value), month);
            }
        }
    }

    private void LeaveOut(int place, int[] leaves)
    {
        var rows = leaves.SelectMany(leaf => _rows.GetValueOrDefault((place, leaf), []));
        work.Tally.LeaveOutAfterAll(rows, "the framework has no such staff of the trust to split", work.Model.Places[place].Code);
    }

    private void Split(StockEdit stock, int place, int[] leaves, Dictionary<(int Service, int StaffGroup), double> cells, string month)
    {
        var whole = leaves.Sum(leaf => stock.Before(place, leaf));
        var unmapped = _unmapped.Where(of => of.Key.Place == place && _firstOf.TryGetValue(of.Key.Published, out var first) && leaves.Contains(first)).Sum(of => of.Value);
        var counted = cells.Values.Sum() + unmapped;
        var now = leaves.SelectMany(leaf => stock.Cohorts(place, leaf))
            .ToDictionary(cohort => (cohort.Service, cohort.StaffGroup), cohort => cohort.OpeningFte.Value * unmapped / counted);
        foreach (var (cell, fte) in cells)
            now[cell] = now.GetValueOrDefault(cell) + (whole * fte / counted);
        var without = unmapped > 0 ? FormattableString.Invariant($", of which {unmapped:0.##} in no rule stay where they were") : "";
        var note = FormattableString.Invariant($"{whole:0.##} FTE of the stock split by the {counted:0.##} FTE that the file has of {month}{without}");
        foreach (var (cell, fte) in now)
            stock.Put(place, cell.Service, cell.StaffGroup, fte, Grade.B, note);
    }

    /// <summary>Sets the services that the rules name by the file's figures; cohorts in other services stay, and so do staff groups of which a trust has no row.</summary>
    public void Set(StockEdit stock, string month, HashSet<int> services)
    {
        var note = $"published for {month}: what is classified as mental health";
        var places = _fte.Keys.Select(cell => cell.Place).ToHashSet();
        foreach (var cohort in work.Model.Cohorts.Where(cohort => places.Contains(cohort.Place) && services.Contains(cohort.Service)))
        {
            if (!_rows.ContainsKey((cohort.Place, cohort.StaffGroup)))
                stock.Keep(cohort);
            else if (!_fte.ContainsKey((cohort.Place, cohort.Service, cohort.StaffGroup)))
                stock.Put(cohort.Place, cohort.Service, cohort.StaffGroup, 0, Grade.A, note);
        }

        foreach (var (cell, fte) in _fte.OrderBy(cell => cell.Key))
            stock.Put(cell.Place, cell.Service, cell.StaffGroup, fte, Grade.A, note);
    }

    private void Join(string published, int group)
    {
        if (!_firstOf.TryAdd(published, group) && Root(group) != Root(_firstOf[published]))
            _together[Root(group)] = Root(_firstOf[published]);
    }

    private int Root(int group) => _together.TryGetValue(group, out var other) ? Root(other) : group;
}
