using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads population.csv and adds the places above up.</summary>
internal sealed class PopulationReader
{
    private readonly ReadContext _context;
    private readonly IReadOnlyList<Place> _places;
    private readonly CsvTable _table;
    private readonly Dictionary<int, (CsvRow Row, double People)> _rows = [];
    private readonly ILookup<int, (int Place, double Weight)> _below;

    private PopulationReader(ReadContext context, IReadOnlyList<Place> places)
    {
        _context = context;
        _places = places;
        _table = context.Table(FrameworkTables.Population);
        _below = places.Index()
            .SelectMany(place => place.Item.Parents.Select(parent => (Below: place.Index, Parent: parent)))
            .ToLookup(link => link.Parent.Place, link => (link.Below, link.Parent.Weight));
    }

    /// <summary>The places with their population: published, or the sum of those below by weight, or null.</summary>
    public static List<Place> Read(ReadContext context, IReadOnlyList<Place> places)
    {
        var reader = new PopulationReader(context, places);
        var isComplete = reader.ReadRows();
        reader.CheckNoneAboveAnother();
        if (isComplete)
            reader.CheckNoneMissing();
        return [.. places.Select((place, index) => place with { Population = reader.PeopleIn(index) })];
    }

    private bool ReadRows()
    {
        var keys = new RowKeys(_table);
        (int Year, int Line)? first = null;
        var isComplete = _table.IsComplete;
        foreach (var row in _table.Rows)
        {
            var place = row.Reference("place", _context.Places);
            var year = row.Whole("year", Quantity.Whole("a year", 1900, 2200));
            var people = row.Number("population", Quantity.People);
            if (people != Math.Floor(people) && !double.IsNaN(people))
                row.Report("population", Quantity.People.Expected());
            Provenance.Read(row, _context);
            if (year >= 0 && first is { } other && other.Year != year)
                row.Report("year", $"the same year in all rows; line {other.Line} has {other.Year}");
            if (year >= 0)
                first ??= (year, row.Line);
            isComplete &= place >= 0;
            if (keys.TryAdd(row, new RowKey(place), "place", key => $"\"{_context.Places[key.First]}\""))
                _rows.Add(place, (row, people));
        }

        return isComplete;
    }

    private void CheckNoneAboveAnother()
    {
        foreach (var (place, (row, _)) in _rows)
        {
            var below = Below(place).FirstOrDefault(_rows.ContainsKey, -1);
            if (below >= 0)
                row.Report("place", $"no row for a place above another with a row, {_places[below].Code} in line {_rows[below].Row.Line}");
        }
    }

    /// <summary>A sum over places of which one has no population would pass for the population of all.</summary>
    private void CheckNoneMissing()
    {
        for (var place = 0; place < _places.Count; place++)
        {
            var below = _below[place].Select(link => link.Place).Where(index => _places[index].Level != PlaceLevel.Trust).ToArray();
            if (_rows.ContainsKey(place) || !below.Any(index => PeopleIn(index) is not null))
                continue;
            foreach (var missing in below.Where(index => PeopleIn(index) is null))
                _context.Problems.Add(_table.Schema.File, "place", $"no row for \"{_places[missing].Code}\" or the places below it", $"one, as for others in {_places[place].Code}");
        }
    }

    private IEnumerable<int> Below(int place) =>
        _below[place].SelectMany(link => Below(link.Place).Prepend(link.Place));

    private double? PeopleIn(int place)
    {
        if (_rows.TryGetValue(place, out var own))
            return own.People;
        var parts = _below[place].Select(link => link.Weight * PeopleIn(link.Place)).Where(part => part is not null).ToArray();
        return parts.Length > 0 ? parts.Sum() : null;
    }
}
