namespace Cadre.Core.Plans.Mergers;

/// <summary>A plan that is to carry on others, or parts of them.</summary>
/// <param name="Code">Code of its place.</param>
/// <param name="Name">Name of its place.</param>
/// <param name="Pieces">What of which plans comes to it.</param>
internal sealed record PlanSuccessor(string Code, string Name, IReadOnlyList<PlanPiece> Pieces);
