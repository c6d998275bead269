using System.Globalization;
using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads population_ages.csv and need_weights.csv, by which posts are shared over places; a run does not use them.</summary>
internal sealed class NeedByAgeReader
{
    private readonly ReadContext _context;
    private readonly IReadOnlyList<Place> _places;
    private readonly CsvTable _ages;
    private readonly CsvTable _weights;
    private readonly List<(CsvRow Row, PeopleOfAge Band)> _people = [];
    private readonly List<(CsvRow Row, NeedWeight Band)> _needs = [];

    private NeedByAgeReader(ReadContext context, IReadOnlyList<Place> places) =>
        (_context, _places, _ages, _weights) = (context, places, context.Table(FrameworkTables.PopulationAges), context.Table(FrameworkTables.NeedWeights));

    /// <summary>People by place and age with what they weigh; null where the framework has no ages.</summary>
    public static NeedByAge? Read(ReadContext context, IReadOnlyList<Place> places)
    {
        var reader = new NeedByAgeReader(context, places);
        var before = context.Problems.Count;
        reader.ReadPeople();
        reader.ReadWeights();
        if (context.Problems.Count == before && reader._ages.IsComplete && reader._weights.IsComplete) reader.CheckTogether(arePlacesSound: before == 0);
        return reader._people.Count == 0 ? null : new NeedByAge(places, [.. reader._people.Select(item => item.Band)], [.. reader._needs.Select(item => item.Band)]);
    }

    private void ReadPeople()
    {
        var keys = new RowKeys(_ages);
        foreach (var row in _ages.Rows)
        {
            var place = row.Reference("place", _context.Places);
            var (from, to) = ReadAges(row);
            var people = row.Number("population", Quantity.People);
            if (people != Math.Floor(people) && !double.IsNaN(people)) row.Report("population", Quantity.People.Expected());
            Provenance.Read(row, _context);
            if (keys.TryAdd(row, new RowKey(place, from), "from", _ => $"the ages from {from}")) _people.Add((row, new PeopleOfAge(place, from, to, people)));
        }
    }

    private void ReadWeights()
    {
        var keys = new RowKeys(_weights);
        foreach (var row in _weights.Rows)
        {
            var service = row.OptionalReference("service", _context.Services);
            var (from, to) = ReadAges(row);
            var weight = row.Number("weight", Quantity.NeedWeight);
            var origin = Provenance.Read(row, _context);
            // A blank service comes before the first, and -1 is one that could not be read.
            if (keys.TryAdd(row, new RowKey(service is { } index ? (index < 0 ? -1 : index + 1) : 0, from), "from", _ => $"the ages from {from}"))
                _needs.Add((row, new NeedWeight(service, from, to, weight, origin.Source, origin.Grade, origin.Note)));
        }
    }

    /// <summary>The first age, -1 where it could not be read, and the end; null for none.</summary>
    private static (int From, int? To) ReadAges(CsvRow row)
    {
        var from = row.Whole("from", Quantity.AgeOfPeople);
        if (row.IsBlank("to")) return (from, null);
        var to = row.Whole("to", Quantity.AgeOfPeople);
        if (from >= 0 && to >= 0 && to <= from) row.Report("to", $"an age over from, {from}, or nothing for the last band");
        return (from, to);
    }

    /// <summary>Checks rows against each other; against places and their population where nothing is wrong with those.</summary>
    private void CheckTogether(bool arePlacesSound)
    {
        var byPlace = _people.GroupBy(item => item.Band.Place).ToList();
        foreach (var place in byPlace)
        {
            CheckBands([.. place.Select(item => (item.Row, item.Band.From, item.Band.To))], $"the ages of {_places[place.Key].Code}");
            if (arePlacesSound) CheckSum(place.Key, [.. place]);
        }

        foreach (var service in _needs.GroupBy(item => item.Band.Service))
        {
            CheckBands([.. service.Select(item => (item.Row, item.Band.From, item.Band.To))], service.Key is { } index ? $"the ages of {_context.Services[index]}" : "the ages");
            if (service.All(item => item.Band.Weight == 0)) service.First().Row.Report("weight", "at least one age with a weight over 0");
        }

        CheckPairs();
        if (_people.Count > 0 && arePlacesSound) CheckNoneMissing([.. byPlace.Select(place => place.Key)]);
    }

    /// <summary>Every band begins where the one before it ends, the first at 0, and the last has no end.</summary>
    private static void CheckBands(List<(CsvRow Row, int From, int? To)> bands, string what)
    {
        bands.Sort((one, other) => one.From.CompareTo(other.From));
        if (bands[0].From != 0) bands[0].Row.Report("from", $"0, where {what} begin");
        for (var i = 1; i < bands.Count; i++)
        {
            if (bands[i - 1].To is { } end && end != bands[i].From) bands[i].Row.Report("from", $"{end}, where the band of line {bands[i - 1].Row.Line} ends");
            if (bands[i - 1].To is null) bands[i - 1].Row.Report("to", $"{bands[i].From}, where the band of line {bands[i].Row.Line} begins: only the last has no end");
        }

        if (bands[^1].To is not null) bands[^1].Row.Report("to", $"nothing: the last of {what} has no end");
    }

    private void CheckSum(int place, List<(CsvRow Row, PeopleOfAge Band)> bands)
    {
        var sum = bands.Sum(item => item.Band.People);
        if (_places[place].Population is { } people && people == sum) return;
        bands[0].Row.Report("population", string.Create(CultureInfo.InvariantCulture, $"a sum of {sum} over the ages of {_places[place].Code}"), _places[place].Population is { } all ? string.Create(CultureInfo.InvariantCulture, $"{all}, the population of the place in population.csv") : "a place with a population in population.csv");
    }

    /// <summary>Every age that people are counted by has one weight, for every service.</summary>
    private void CheckPairs()
    {
        if (_people.Count > 0 != _needs.Count > 0)
        {
            _context.Problems.Add((_people.Count > 0 ? _weights : _ages).Schema.File, _people.Count > 0 ? "weight" : "population", "no rows", $"rows for all ages, as {(_people.Count > 0 ? _ages : _weights).Schema.File} has them");
            return;
        }

        if (_needs.Count > 0 && _needs.All(item => item.Band.Service is not null))
        {
            foreach (var service in Enumerable.Range(0, _context.Services.Count).Where(index => _needs.All(item => item.Band.Service != index)))
                _context.Problems.Add(_weights.Schema.File, "service", $"no row for \"{_context.Services[service]}\"", "rows for each service, or rows with a blank service for those without");
        }

        foreach (var (row, band) in _people.DistinctBy(item => (item.Band.From, item.Band.To)))
        {
            foreach (var cut in _needs.Where(item => band.From < item.Band.From && !(item.Band.From >= band.To)).Take(1))
                row.Report("to", $"{(band.To is { } to ? $"ages {band.From} to {to - 1}" : $"ages from {band.From}")}", $"ages of one weight; need_weights.csv begins another at {cut.Band.From} in line {cut.Row.Line}");
        }
    }

    private void CheckNoneMissing(HashSet<int> withAges)
    {
        var without = Enumerable.Range(0, _places.Count).Where(place => _places[place].Population is not null && !IsCovered(place, withAges)).ToList();
        // The lowest places without ages alone: those above them lack them for that reason.
        foreach (var place in without.Where(place => !without.Any(other => _places[other].Parents.Any(parent => parent.Place == place))))
            _context.Problems.Add(_ages.Schema.File, "place", $"no row for \"{_places[place].Code}\"", "the ages of every place with a population");
    }

    /// <summary>Whether a place has ages, or all below it that have a population do.</summary>
    private bool IsCovered(int place, HashSet<int> withAges) =>
        withAges.Contains(place) || (Below(place) is { Count: > 0 } below && below.TrueForAll(child => IsCovered(child, withAges)));

    private List<int> Below(int place) =>
        [.. Enumerable.Range(0, _places.Count).Where(below => _places[below].Population is not null && _places[below].Parents.Any(parent => parent.Place == place))];
}
