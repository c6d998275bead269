using Cadre.Cli.Plans;
using Cadre.Engine.Delivery;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Cli.Books;

/// <summary>The targets with no lever, with each alone and with all, and what was expected of them.</summary>
internal static class TrialSheet
{
    public static BookSheet Of(Plan plan)
    {
        var levers = plan.Framework.LeversTried!.Scenario;
        Row[] rows =
        [
            .. plan.Result.Targets.Index().Where(target => target.Item.Reached is not null)
                .SelectMany(target => plan.Trials.Select(trial => new Row(target.Item.Target, trial, trial.Targets[target.Index].Reached!, trial.Added[target.Index], plan.Framework.ExpectationOf(target.Index, trial.Pulled)))),
        ];
        var table = new BookTable<Row>(plan.Result.FuturesRun > 1)
            .AddText("Target", row => row.Target.Description, 48)
            .AddText("Levers", NameOf, 28)
            .AddNumber("Probability", row => row.Outcome.Probability, BookFormat.Share);
        Add(table, "Comes to", row => row.Outcome.Summary);
        Add(table, "Levers change", row => row.Added);
        if (rows.Any(row => row.Expected is not null))
        {
            table
                .Add(new BookColumn("Expected from") { IsNumber = true }, row => BookCell.Of(row.Expected?.Low, TargetSheet.FormatOf(row.Target)))
                .Add(new BookColumn("Expected to") { IsNumber = true }, row => BookCell.Of(row.Expected?.High, TargetSheet.FormatOf(row.Target)))
                .AddText("Why", row => row.Expected?.Why ?? "", 48)
                .Add(new BookColumn("Written down on"), row => row.Expected is { } expected ? BookCell.Of(expected.WrittenOn) with { IsLeft = true } : default);
        }

        return table.ToSheet(
            "Levers tried", $"Targets with no lever, with each of “{levers.Title}” alone and with all",
            [$"Each row is a run of its own in the same {Wording.Count(plan.Result.FuturesRun, "future")}; a change is the difference to the same futures with no lever. The levers are those of the scenario {levers.Name}."],
            rows, row => row.Trial.Pulled != LeversPulled.One, frozen: 2);
    }

    /// <summary>A figure in the unit of its row's target, with the ends of its range where there are futures to tell.</summary>
    private static void Add(BookTable<Row> table, string name, Func<Row, Summary?> figure)
    {
        table.Add(new BookColumn(name) { IsNumber = true }, row => BookCell.Of(figure(row)?.Central, TargetSheet.FormatOf(row.Target)));
        if (!table.HasRange) return;
        table.Add(new BookColumn("low") { IsNumber = true }, row => BookCell.Of(figure(row)?.P5, TargetSheet.FormatOf(row.Target)) with { IsFaint = true });
        table.Add(new BookColumn("high") { IsNumber = true }, row => BookCell.Of(figure(row)?.P95, TargetSheet.FormatOf(row.Target)) with { IsFaint = true });
    }

    private static string NameOf(Row row) => row.Trial.Pulled switch
    {
        LeversPulled.None => "no lever",
        LeversPulled.All => "all levers",
        _ => $"{row.Trial.Lever} alone",
    };

    private sealed record Row(Target Target, LeverTrial Trial, TargetOutcome Outcome, Summary? Added, Frameworks.Reading.Expectation? Expected);
}
