using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Engine.Delivery;

/// <summary>What comes of a case in the run's last month.</summary>
/// <param name="Case">The case.</param>
/// <param name="Staff">Staff in post of the nation, FTE.</param>
/// <param name="Posts">Posts of the nation, FTE.</param>
/// <param name="Vacancies">Vacancies of the nation, FTE.</param>
/// <param name="Need">Need of the nation over all services and staff groups, FTE; null where the framework has no need.</param>
/// <param name="GapToNeed">Need less the staff of those with a need, FTE; null where the framework has no need.</param>
/// <param name="Targets">The targets in the framework's order, each in its own month.</param>
public sealed record DeliveryOutcome(
    DeliveryCase Case, DeliveryFigure Staff, DeliveryFigure Posts, DeliveryFigure Vacancies, DeliveryFigure? Need, DeliveryFigure? GapToNeed, IReadOnlyList<DeliveryTarget> Targets);

/// <summary>A figure of a case, and how far it lies from the plan's.</summary>
/// <param name="Central">The case's central run, in the figure's unit.</param>
/// <param name="CentralDifference">The case's central run less the plan's.</param>
/// <param name="Difference">
/// The case's less the plan's over the futures, each future's difference taken before percentiles; null where the runs do not hold
/// the figure in every future, so that only the central runs can be compared.
/// </param>
public readonly record struct DeliveryFigure(double Central, double CentralDifference, Summary? Difference);

/// <summary>A target in a case.</summary>
/// <param name="Target">The target.</param>
/// <param name="Figure">Its measure at its month; null where the run ends before it.</param>
/// <param name="Probability">Share of the set's futures in which it holds; null where the run ends before its month.</param>
public sealed record DeliveryTarget(Target Target, DeliveryFigure? Figure, double? Probability);
