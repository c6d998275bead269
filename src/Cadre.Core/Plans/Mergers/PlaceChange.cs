using Cadre.Frameworks.Reading;

namespace Cadre.Core.Plans.Mergers;

/// <summary>What becomes of places of a round by the framework's table of successors.</summary>
/// <param name="Code">Code of the successor; empty where it is not known.</param>
/// <param name="Name">Its name; empty where it is not known.</param>
/// <param name="On">The day of the change.</param>
/// <param name="Plans">The plans that it carries on, with what the table says of each.</param>
/// <param name="Carried">The successor's plan; null where the merger is not carried out.</param>
/// <param name="NotCarriedOut">Why nothing can be done; empty where it can or is done.</param>
public sealed record PlaceChange(string Code, string Name, DateOnly On, IReadOnlyList<(Successor Row, LocalPlan? Plan)> Plans, LocalPlan? Carried, string NotCarriedOut);
