using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Cli.Plans;

/// <summary>A way into or out of the nation's workforce, in the central run.</summary>
/// <param name="Flow">Which flow.</param>
/// <param name="Source">For joiners the index of their source, null for everyone else; null for every other flow.</param>
/// <param name="Kind">For leavers their cause, for moves which.</param>
/// <param name="Heads">How many in the <see cref="PlanRows.FlowMonthsTo"/> to each of <see cref="Plan.Marches"/>.</param>
internal sealed record PlanFlow(Flow Flow, int? Source, FlowKind Kind, IReadOnlyList<double> Heads)
{
    /// <summary>All ways; none where joiners have one source and leavers one cause.</summary>
    public static List<PlanFlow> Of(RunResult result, IReadOnlyList<int> marches)
    {
        (int Month, FlowRow Row)[] rows =
            [.. Enumerable.Range(1, marches[^1]).SelectMany(month => result.Flows.InMonth(month).Where(row => row.Place == result.Model.Nation).Select(row => (month, row)))];
        var ways = rows.ToLookup(row => (row.Row.Flow, row.Row.Source, row.Row.Kind));
        if (!ways.Any(way => way.Key.Source is not null || way.Key.Kind is not (FlowKind.None or FlowKind.Transfer))) return [];
        return
        [
            .. ways.OrderBy(way => way.Key.Flow).ThenBy(way => way.Key.Source ?? int.MaxValue).ThenBy(way => way.Key.Kind)
                .Select(way => new PlanFlow(way.Key.Flow, way.Key.Source, way.Key.Kind, [.. marches.Select(march => HeadsTo(march, way))])),
        ];
    }

    /// <summary>What the screen calls it.</summary>
    public string NameIn(NationalModel model) => FlowWords.Of(model, Flow, Source, Kind);

    private static double HeadsTo(int march, IEnumerable<(int Month, FlowRow Row)> rows) =>
        rows.Where(row => row.Month <= march && row.Month > march - PlanRows.FlowMonthsTo(march)).Sum(row => row.Row.Amount.Heads);
}
