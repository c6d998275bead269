using Cadre.Engine.Results;
using Cadre.Frameworks.Writing;
using Spectre.Console;

namespace Cadre.Cli.Plans;

/// <summary>Where the nation's joiners come from and why and where staff go, year by year in the central run; where the framework tells them apart.</summary>
internal sealed class FlowTable(IAnsiConsole console, Plan plan)
{
    private readonly bool _tellsCauses = plan.Result.Model.StaffGroups.Any(group => group.Exits.Count > 0);

    /// <summary>Writes the table; nothing where joiners have one source and leavers one cause.</summary>
    public void Show()
    {
        var nation = plan.Result.Model.Nation;
        (int Month, FlowRow Row)[] rows =
            [.. Enumerable.Range(1, plan.Marches[^1]).SelectMany(month => plan.Result.Flows.InMonth(month).Where(row => row.Place == nation).Select(row => (month, row)))];
        var kinds = rows.Select(row => (row.Row.Flow, row.Row.Source, row.Row.Kind)).Distinct().OrderBy(kind => kind.Flow).ThenBy(kind => kind.Source ?? int.MaxValue).ThenBy(kind => kind.Kind).ToArray();
        if (!kinds.Any(kind => kind.Source is not null || kind.Kind is not (FlowKind.None or FlowKind.Transfer))) return;
        double Heads((Flow Flow, int? Source, FlowKind Kind) kind, int march) => rows
            .Where(row => row.Month <= march && row.Month > march - PlanRows.FlowMonthsTo(march) && (row.Row.Flow, row.Row.Source, row.Row.Kind) == kind)
            .Sum(row => row.Row.Amount.Heads);
        TextColumn[] years = [.. plan.Marches.Select((march, i) => new TextColumn(
            $"to {Wording.Short(plan.Result.Model.MonthAt(march))}{(i == 0 && march < 12 ? "*" : "")}", [.. kinds.Select(kind => Figures.Amount(Heads(kind, march)))]))];
        var first = plan.Marches[0] < 12 ? $" (* {Wording.Count(plan.Marches[0], "month")})" : "";
        var names = new TextColumn("Way", [.. kinds.Select(kind => NameOf(kind.Flow, kind.Source, kind.Kind))]) { Narrowest = 20 };
        TextTable.WriteFirstThatFits(
            console,
            [.. Enumerable.Range(1, years.Length).Select(tables => (TextTable[])
            [
                .. years.Chunk((years.Length + tables - 1) / tables).Select((columns, table) => new TextTable(
                    table == 0 ? $"Where joiners come from and where staff go, central run, heads in the year to then{first}" : "Where joiners come from and where staff go (continued)",
                    [names, .. columns])),
            ])]);
    }

    private string NameOf(Flow flow, int? source, FlowKind kind) => (flow, kind) switch
    {
        (Flow.Joiners, _) => source is { } index ? $"Joiners: {plan.Result.Model.Sources[index].Name}" : "Joiners: everyone else",
        (Flow.Leavers, FlowKind.None) => _tellsCauses ? "Leavers: cause not told apart" : "Leavers",
        (Flow.Leavers, _) => $"Leavers: {Codes.Of(kind)}",
        (Flow.MovesIn, _) => $"Moves in: {Of(kind)}",
        (Flow.MovesOut, _) => $"Moves out: {Of(kind)}",
        _ => "Regrading and the like",
    };

    private static string Of(FlowKind kind) => kind switch
    {
        FlowKind.Within => "from place to place",
        FlowKind.Outside => "to other NHS bodies",
        FlowKind.Conversion => "between staff groups",
        _ => "with a transferred service",
    };
}
