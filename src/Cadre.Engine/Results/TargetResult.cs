using Cadre.Engine.Model;

namespace Cadre.Engine.Results;

/// <summary>What a run says about a target.</summary>
/// <param name="Target">The target.</param>
/// <param name="Reached">Its figures; null when the run ends before its month.</param>
public sealed record TargetResult(Target Target, TargetOutcome? Reached);

/// <summary>The figures of a target that the run reaches.</summary>
/// <param name="Summary">The measure at the target's month.</param>
/// <param name="Probability">Share of futures in which the target holds.</param>
/// <param name="Weights">
/// By row of the register: squared rank correlation of the row's draws with the measure; 0 for fixed rows.
/// </param>
public sealed record TargetOutcome(Summary Summary, double Probability, IReadOnlyList<double> Weights);
