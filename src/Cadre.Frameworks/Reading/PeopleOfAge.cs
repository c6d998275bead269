namespace Cadre.Frameworks.Reading;

/// <summary>People of some ages who live in a place.</summary>
/// <param name="Place">Index of the place.</param>
/// <param name="From">First age.</param>
/// <param name="To">Age before which the band ends; null for no end.</param>
/// <param name="People">How many, whole.</param>
public sealed record PeopleOfAge(int Place, int From, int? To, double People);
