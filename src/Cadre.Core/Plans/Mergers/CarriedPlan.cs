namespace Cadre.Core.Plans.Mergers;

/// <summary>A plan that carries others on.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="CarriedUtc">When the others were carried on.</param>
/// <param name="Why">What happened, and where that is known from.</param>
/// <param name="Pieces">What came to it.</param>
public sealed record CarriedPlan(LocalPlan Plan, DateTime CarriedUtc, string Why, IReadOnlyList<PlanPiece> Pieces);
