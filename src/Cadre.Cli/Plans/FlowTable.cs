using Spectre.Console;

namespace Cadre.Cli.Plans;

/// <summary>Where the nation's joiners come from and why and where staff go, year by year in the central run; where the framework tells them apart.</summary>
internal sealed class FlowTable(IAnsiConsole console, Plan plan)
{
    /// <summary>Writes the table; nothing where joiners have one source and leavers one cause.</summary>
    public void Show()
    {
        if (plan.Flows.Count == 0) return;
        var model = plan.Result.Model;
        TextColumn[] years = [.. plan.Marches.Select((march, i) => new TextColumn(
            $"to {Wording.Short(model.MonthAt(march))}{(i == 0 && march < 12 ? "*" : "")}", [.. plan.Flows.Select(flow => Figures.Amount(flow.Heads[i]))]))];
        var first = plan.Marches[0] < 12 ? $" (* {Wording.Count(plan.Marches[0], "month")})" : "";
        var names = new TextColumn("Way", [.. plan.Flows.Select(flow => flow.NameIn(model))]) { Narrowest = 20 };
        TextTable.WriteFirstThatFits(
            console,
            [.. Enumerable.Range(1, years.Length).Select(tables => (TextTable[])
            [
                .. years.Chunk((years.Length + tables - 1) / tables).Select((columns, table) => new TextTable(
                    table == 0 ? $"Where joiners come from and where staff go, central run, heads in the year to then{first}" : "Where joiners come from and where staff go (continued)",
                    [names, .. columns])),
            ])]);
    }
}
