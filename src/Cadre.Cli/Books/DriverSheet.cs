using Cadre.Cli.Plans;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Cli.Books;

/// <summary>The assumptions that move the first target most.</summary>
internal static class DriverSheet
{
    public static BookSheet Of(Plan plan) => new BookTable<PlanDriver>(hasRange: false)
        .AddText("Assumption", row => Wording.Of(row.Assumption.Parameter))
        .AddText("Where", row => row.Scope)
        .AddText("Central", row => Figures.OfAssumption(row.Assumption).Central)
        .AddText("Low to high", row => Figures.OfAssumption(row.Assumption).Range)
        .AddNumber("Weight", row => row.Weight, BookFormat.Share)
        .AddText("Grade", row => row.Assumption.Grade.ToString())
        .AddText("Source", row => row.Source, 70)
        .AddText("Id", row => row.Assumption.Id)
        .ToSheet(
            "What matters", $"What moves “{plan.Explained!.Target.Description}” most",
            [$"Weight: squared rank correlation of the assumption's draws with the target's measure over {Wording.Count(plan.Result.FuturesRun, "future")}; small weights may be chance, the more so the fewer the futures."],
            plan.Drivers);
}
