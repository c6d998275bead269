using Cadre.Cli.Plans;
using Cadre.Engine.Results;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Cli.Books;

/// <summary>What the nation costs by financial year, beside what there is to pay for it.</summary>
internal static class MoneySheet
{
    public static BookSheet Of(Plan plan, RunCosts costs)
    {
        var table = new BookTable<EnvelopeResult>(plan.Result.FuturesRun > 1)
            .AddText("Financial year", row => row.Year.Year.ToString())
            .AddNumber("Months", row => row.Year.Months);
        var format = MoneyUnit.For(costs.Envelopes.Max(row => Math.Max(row.Total.Central, row.Envelope ?? 0))).Pounds > 1 ? BookFormat.Millions : BookFormat.Pounds;
        foreach (var (item, name) in Wording.CostParts.Where(part => part.Item == CostItem.Staff || costs.Envelopes.Any(row => costs.Central(costs.National(row.Year, part.Item)) != 0)))
            table.AddFigure(Wording.Capital(name), row => costs.Summarise(costs.National(row.Year, item)), format);
        table.AddFigure("All", row => row.Total, format);
        if (costs.Envelopes.Any(row => row.Envelope is not null))
        {
            table
                .AddNumber("Envelope", row => row.Envelope, format)
                .AddNumber("Over or under (-)", row => row.Over, format)
                .AddNumber("Probability within", row => row.Probability, BookFormat.Share);
        }

        return table.ToSheet("Money", $"Money at {costs.Prices} prices, by financial year from April to March", NotesOf(plan, costs), costs.Envelopes);
    }

    private static List<string> NotesOf(Plan plan, RunCosts costs)
    {
        List<string> notes = ["Pounds, in millions where there are many; the cells hold every pound. A year of which the run holds fewer than twelve months is not set against its envelope."];
        if (costs.Envelopes.All(row => row.Envelope is null)) notes = ["Pounds, in millions where there are many; the cells hold every pound. The framework names no envelope to set this against."];
        if (plan.Result.Model.Sources.Count > 0 && costs.SourcesWithoutCost.Count > 0)
            notes.Add($"Training leaves out what the framework has no cost for: {Wording.List([.. costs.SourcesWithoutCost.Select(source => plan.Result.Model.Sources[source].Name)])}.");
        return notes;
    }
}
