using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>People by place and age, and what each age weighs in need (docs/plans.md, "What a plan begins from").</summary>
public sealed class NeedByAge
{
    private readonly IReadOnlyList<Place> _places;
    private readonly ILookup<int, PeopleOfAge> _people;

    /// <param name="places">The framework's places.</param>
    /// <param name="people">People by place and age.</param>
    /// <param name="weights">Weights of all ages for each service, or for every one.</param>
    internal NeedByAge(IReadOnlyList<Place> places, IReadOnlyList<PeopleOfAge> people, IReadOnlyList<NeedWeight> weights)
    {
        (_places, Weights) = (places, weights);
        _people = people.ToLookup(item => item.Place);
    }

    /// <summary>The weights, by service and age.</summary>
    public IReadOnlyList<NeedWeight> Weights { get; }

    /// <summary>The weights of a service in ascending order of age: its own, or those of every service.</summary>
    /// <param name="service">Index of the service.</param>
    public IReadOnlyList<NeedWeight> WeightsOf(int service) =>
        [.. Weights.Where(weight => weight.Service == (Weights.Any(own => own.Service == service) ? service : null)).OrderBy(weight => weight.From)];

    /// <summary>People of a place by age in ascending order, each number the place's own or the sum of those below by weight; empty where none is known.</summary>
    /// <param name="place">Index of the place.</param>
    public IReadOnlyList<PeopleOfAge> PeopleOf(int place) => _people.Contains(place)
        ? [.. _people[place].OrderBy(band => band.From)]
        :
        [
            .. Enumerable.Range(0, _places.Count)
                .SelectMany(below => _places[below].Parents.Where(parent => parent.Place == place).SelectMany(parent => PeopleOf(below).Select(band => band with { Place = place, People = parent.Weight * band.People })))
                .GroupBy(band => (band.From, band.To)).Select(bands => bands.First() with { People = bands.Sum(band => band.People) }).OrderBy(band => band.From),
        ];

    /// <summary>The people of a place, each age weighted by its need: the sum over ages of people x weight; null where its ages are not known.</summary>
    /// <param name="place">Index of the place.</param>
    /// <param name="service">Index of the service whose need it is.</param>
    public double? WeightedOf(int place, int service)
    {
        var people = PeopleOf(place);
        var weights = WeightsOf(service);
        return people.Count == 0 ? null : people.Sum(band => band.People * weights.First(weight => weight.Holds(band.From)).Weight);
    }
}
