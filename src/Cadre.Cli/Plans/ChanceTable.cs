using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Spectre.Console;

namespace Cadre.Cli.Plans;

/// <summary>What chance does to the nation's staff in the last month shown, beside what the assumptions leave open; where chance was drawn.</summary>
internal sealed class ChanceTable(IAnsiConsole console, Plan plan)
{
    /// <summary>Writes the table; nothing without chance.</summary>
    public void Show()
    {
        if (plan.Result.Chance is not { } chance) return;
        var model = plan.Result.Model;
        var month = plan.Marches[^1];
        var rows = plan.StaffGroups.Where(row => row.Fte.Count > 0).ToArray();
        Summary Of(PlanRow row, bool luck)
        {
            var line = new Line(model.Nation, null, model.StaffGroups.TakeWhile(group => group.Code != row.Code).Count());
            return (luck ? chance.Summarise(line, month, Measure.Heads) : plan.Result.Summarise(line, month, Measure.Heads)) ?? default;
        }

        new TextTable(
            $"What chance does, {Wording.Long(plan.Last)}: staff in heads over {Wording.Count(chance.Count, "chance run")} at central assumptions",
            new TextColumn("Staff group", [.. rows.Select(row => new string(' ', 2 * row.Depth) + row.Name)]) { Narrowest = 16 },
            new TextColumn("Mean", [.. rows.Select(row => Figures.Amount(Of(row, luck: true).Mean))]),
            new TextColumn("Luck alone", [.. rows.Select(row => Figures.Range(Of(row, luck: true)))]) { Style = "bold" },
            new TextColumn("Assumptions alone", [.. rows.Select(row => plan.Result.FuturesRun > 1 ? Figures.Range(Of(row, luck: false)) : "")]) { Style = "grey" })
            .Write(console);
        console.WriteProse("Luck alone: what happens to whole people by chance, nine runs in ten. The other tables leave it out.", "grey");
        console.WriteLine();
    }
}
