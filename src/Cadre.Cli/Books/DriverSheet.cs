using Cadre.Cli.Plans;
using Cadre.Engine.Model;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Cli.Books;

/// <summary>For each target that the run reaches, the assumptions that move it most.</summary>
internal static class DriverSheet
{
    /// <summary>The sheet; null where no assumption moves a target.</summary>
    public static BookSheet? Of(Plan plan)
    {
        (Target Target, PlanDriver Driver)[] rows =
            [.. plan.Result.Targets.Where(target => target.Reached is not null).SelectMany(target => Plan.DriversOf(plan.Framework, plan.Result, target).Select(driver => (target.Target, driver)))];
        return rows.Length == 0 ? null : new BookTable<(Target Target, PlanDriver Driver)>(hasRange: false)
            .AddText("Target", row => row.Target.Description, 40)
            .AddText("Assumption", row => Wording.Of(row.Driver.Assumption.Parameter))
            .AddText("Where", row => row.Driver.Scope)
            .AddText("Central", row => Figures.OfAssumption(row.Driver.Assumption).Central)
            .AddText("Low to high", row => Figures.OfAssumption(row.Driver.Assumption).Range)
            .AddNumber("Weight", row => row.Driver.Weight, BookFormat.Share)
            .AddText("May be chance", row => row.Driver.Weight < plan.ChanceWeight ? "yes" : "no")
            .AddText("Grade", row => row.Driver.Assumption.Grade.ToString())
            .AddText("Source", row => row.Driver.Source, 70)
            .AddText("Id", row => row.Driver.Assumption.Id)
            .ToSheet(
                "What matters", "The assumptions that move each target most",
                [
                    $"Weight: squared rank correlation of the assumption's draws with the target's measure over {Wording.Count(plan.Result.FuturesRun, "future")}, about the share of the spread that comes with it. One under {Figures.Percent(plan.ChanceWeight)} may be chance; the more futures, the smaller that is.",
                ],
                rows);
    }
}
