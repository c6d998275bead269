using Cadre.Cli.Plans;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Cli.Books;

/// <summary>What luck alone does to the nation's staff beside what the assumptions leave open.</summary>
internal static class ChanceSheet
{
    /// <summary>Below so many people tenths of one are shown.</summary>
    private const double FewPeople = 100;

    public static BookSheet Of(Plan plan, IReadOnlyList<PlanChance> rows)
    {
        var format = rows.Max(row => row.Luck.Mean) < FewPeople ? BookFormat.Fine : BookFormat.Whole;
        var hasRatio = rows.Any(row => Ratio(row) is not null);
        var table = new BookTable<PlanChance>(hasRange: true)
            .Add(new BookColumn("Staff group") { Widest = 60 }, row => BookCell.Of(row.Row.Name) with { Indent = row.Row.Depth })
            .AddFigure("Luck alone, heads", row => row.Luck, format);
        if (plan.Result.FuturesRun > 1) table.AddFigure("Assumptions alone, heads", row => BookFigure.Of(row.Assumptions), format);
        if (hasRatio) table.AddNumber("Width of luck over that of assumptions", row => Ratio(row), BookFormat.Fine);

        return table.ToSheet(
            "Chance", $"Luck alone, and assumptions alone: staff of the nation in {Wording.Long(plan.Last)}",
            [
                $"Luck alone: what happens to whole people by chance, over {Wording.Count(plan.Result.Chance!.Count, "chance run")} at central assumptions; the first figure is their mean, low and high hold nine runs in ten. The other sheets leave luck out."
                    + (plan.Result.FuturesRun > 1 ? " Assumptions alone: the central run, and nine futures in ten." : "")
                    + (hasRatio ? " Where the last column is above 1 luck decides more than the assumptions do." : ""),
            ],
            rows, row => row.Row.Depth == 0);
    }

    private static double? Ratio(PlanChance row) => row.Assumptions is { } open && open.P95 > open.P5 ? (row.Luck.P95 - row.Luck.P5) / (open.P95 - open.P5) : null;
}
