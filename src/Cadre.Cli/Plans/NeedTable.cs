using Cadre.Engine.Results;
using Spectre.Console;
using static Cadre.Cli.Plans.SummaryColumns;

namespace Cadre.Cli.Plans;

/// <summary>Need of the nation in the last month shown beside posts and staff, with its range, where the framework has needs.</summary>
internal sealed class NeedTable(IAnsiConsole console, Plan plan)
{
    private readonly SummaryColumns _columns = new(plan.Result.FuturesRun > 1);

    /// <summary>Writes the table; nothing without needs.</summary>
    public void Show()
    {
        if (plan.Needs.Count == 0) return;
        TextTable.WriteFirstThatFits(console, [Table(Ranges.Beside)], [Table(Ranges.Below)]);
    }

    private TextTable Table(Ranges ranges) => new(
        $"{Wording.Long(plan.Last)}, central run: need, posts and staff of those with a need, FTE",
        [
            new TextColumn("Staff group", [.. plan.Needs.Select(row => Wording.Of(plan.Result.Model, row))]) { Narrowest = 16 },
            .. _columns.OfAmounts("Need", plan.Needs.Select(row => (Figure)row.NeedSummary), ranges),
            Column("Posts", row => row.Posts),
            Column("Staff", row => row.Staff),
            .. _columns.OfAmounts("Gap to need", plan.Needs.Select(row => new Figure(row.Gap, row.GapSummary)), ranges),
        ]);

    private TextColumn Column(string header, Func<NeedRow, double> figure) => new(header, [.. plan.Needs.Select(row => Figures.Amount(figure(row)))]);
}
