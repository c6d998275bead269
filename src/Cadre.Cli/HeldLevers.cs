using Cadre.Cli.Comparisons;
using Cadre.Engine.Results;
using Spectre.Console;

namespace Cadre.Cli;

/// <summary>Says which levers of a run a limit or a bound holds, and what that takes from them: levers.csv in a sentence each.</summary>
internal static class HeldLevers
{
    /// <summary>Writes a line for each lever that is held in the last month in which it works; nothing where none is.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="run">The run.</param>
    public static void Show(IAnsiConsole console, RunResult run)
    {
        LeverMonth[] held = [.. run.Levers.GroupBy(row => row.Lever.Id).Select(rows => rows.Last()).Where(row => row.Withheld > Math.Abs(row.Lever.Size) * 1e-9)];
        foreach (var row in held)
        {
            console.WriteProse(
                $"Lever {row.Lever.Id} is held by a limit or a bound: of what it asks for in {Wording.Long(run.Model.MonthAt(row.Month))}, {LeverWords.Change(row.Lever.Parameter, row.Withheld)} "
                + $"on average {(row.WorksOn == 1 ? "" : $"over the {row.WorksOn} that it works on ")}come to nothing (levers.csv).");
        }

        if (held.Length > 0) console.WriteLine();
    }
}
