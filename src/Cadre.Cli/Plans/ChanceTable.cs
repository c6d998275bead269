using Spectre.Console;

namespace Cadre.Cli.Plans;

/// <summary>What chance does to the nation's staff in the last month shown, beside what the assumptions leave open; where chance was drawn.</summary>
internal sealed class ChanceTable(IAnsiConsole console, Plan plan)
{
    /// <summary>Writes the table; nothing without chance.</summary>
    public void Show()
    {
        if (plan.Chance is not { } rows) return;
        new TextTable(
            $"What chance does, {Wording.Long(plan.Last)}: staff in heads over {Wording.Count(plan.Result.Chance!.Count, "chance run")} at central assumptions",
            new TextColumn("Staff group", [.. rows.Select(row => new string(' ', 2 * row.Row.Depth) + row.Row.Name)]) { Narrowest = 16 },
            new TextColumn("Mean", [.. rows.Select(row => Figures.Amount(row.Luck.Mean))]),
            new TextColumn("Luck alone", [.. rows.Select(row => Figures.Range(row.Luck))]) { Style = "bold" },
            new TextColumn("Assumptions alone", [.. rows.Select(row => row.Assumptions is { } open ? Figures.Range(open) : "")]) { Style = "grey" })
            .Write(console);
        console.WriteProse("Luck alone: what happens to whole people by chance, nine runs in ten. The other tables leave it out.", "grey");
        console.WriteLine();
    }
}
