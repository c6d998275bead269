using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Cli.Plans;

/// <summary>What chance does to a staff group of the nation in the last month shown; heads.</summary>
/// <param name="Row">The staff group.</param>
/// <param name="Luck">Over the chance runs, at central assumptions; the central value is their mean.</param>
/// <param name="Assumptions">Over the futures; null for a run of one future, which has no range.</param>
internal sealed record PlanChance(PlanRow Row, Summary Luck, Summary? Assumptions)
{
    /// <summary>The staff groups that hold staff; null where chance was not drawn.</summary>
    public static List<PlanChance>? Of(RunResult result, IEnumerable<PlanRow> staffGroups, int month) => result.Chance is not { } chance ? null :
    [
        .. staffGroups.Where(row => row.Fte.Count > 0).Select(row => new PlanChance(
            row,
            chance.Summarise(row.Line, month, Measure.Heads) ?? default,
            result.FuturesRun > 1 ? result.Summarise(row.Line, month, Measure.Heads) : null)),
    ];
}
