using Cadre.Frameworks.Reading;

namespace Cadre.Core.Plans.Mergers;

/// <summary>What becomes of places of a round by the framework's table of successors.</summary>
/// <param name="Code">Code of the successor; empty where it is not known.</param>
/// <param name="Name">Its name; empty where it is not known.</param>
/// <param name="On">The day of the change.</param>
/// <param name="Rows">What the table says of each place.</param>
public sealed record PlaceChange(string Code, string Name, DateOnly On, IReadOnlyList<Successor> Rows)
{
    /// <summary>What would come to the successor; none where nothing can be done.</summary>
    public IReadOnlyList<PlanPiece> Pieces { get; init; } = [];

    /// <summary>What would stay where it is of plans that lose a trust.</summary>
    public IReadOnlyList<PlanPiece> Rests { get; init; } = [];

    /// <summary>The plan that carries the places on; null where the change is not carried out.</summary>
    public LocalPlan? Carried { get; init; }

    /// <summary>Why nothing can be done; empty where it can or is done.</summary>
    public string NotCarriedOut { get; init; } = "";

    /// <summary>Whether it can be carried out.</summary>
    public bool CanBe => Carried is null && NotCarriedOut.Length == 0;
}
