using Cadre.Engine;
using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>
/// Finds what cannot be seen in the files alone: a published move that takes a cohort below 0, in the baseline or in a scenario that
/// changes anything up to the last move.
/// </summary>
public static class MoveCheck
{
    /// <summary>Runs a framework to its last published move.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="cancellation">Stops between two months.</param>
    /// <exception cref="ModelException">There is such a move.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static void Run(Framework framework, CancellationToken cancellation = default)
    {
        var model = framework.Model;
        if (model.Moves.Count == 0) return;
        var last = model.MonthAt(model.Moves.Max(move => move.Month));
        bool Differs(Scenario scenario) => scenario.Changes.Count > 0 || scenario.Levers.Any(lever => lever.ShareAt(last) > 0);
        NationalRun.CheckMoves(model, framework.Scenarios.Select(entry => entry.Scenario).Where(Differs).Prepend(Scenario.Baseline), cancellation);
    }
}
