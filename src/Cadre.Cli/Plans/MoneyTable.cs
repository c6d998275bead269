using Cadre.Engine.Results;
using Spectre.Console;

namespace Cadre.Cli.Plans;

/// <summary>What the nation costs by financial year beside what there is to pay for it, where the framework has pay.</summary>
internal sealed class MoneyTable(IAnsiConsole console, RunResult result)
{
    private const string Faint = "grey";
    private const string Nothing = "–";

    private readonly bool _hasRange = result.FuturesRun > 1;

    /// <summary>Writes the table and what it leaves out; nothing without pay.</summary>
    public void Show()
    {
        if (result.Costs is not { } costs) return;
        var unit = MoneyUnit.For(costs.Envelopes.Max(year => Math.Max(year.Total.Central, year.Envelope ?? 0)));
        var title = $"Money, {unit.Word} at {costs.Prices} prices, by financial year from April to March";
        TextTable.WriteFirstThatFits(console, [new TextTable(title, Columns(costs, unit, beside: true))], [new TextTable(title, Columns(costs, unit, beside: false))]);
        var notes = string.Join(" ", NotesOf(costs));
        if (notes.Length == 0) return;
        console.WriteProse(notes, Faint);
        console.WriteLine();
    }

    private List<TextColumn> Columns(RunCosts costs, MoneyUnit unit, bool beside)
    {
        var years = costs.Envelopes;
        List<TextColumn> columns = [new TextColumn("Year", [.. years.Select(year => $"{year.Year.Year}")])];
        if (years.Any(year => !year.Year.IsWhole)) columns.Add(new TextColumn("Months", [.. years.Select(year => $"{year.Year.Months}")]));
        foreach (var (item, header) in new[] { (CostItem.Staff, "Staff"), (CostItem.Cover, "Cover"), (CostItem.Training, "Training"), (CostItem.Levers, "Levers") })
        {
            double[] pounds = [.. years.Select(year => costs.Central(costs.National(year.Year, item)))];
            if (item == CostItem.Staff || pounds.Any(value => value != 0)) columns.Add(new TextColumn(header, [.. pounds.Select(unit.Amount)]));
        }

        columns.Add(new TextColumn("Total", [.. years.Select(year => unit.Amount(year.Total.Central) + (_hasRange && !beside ? $"\n{unit.Range(year.Total)}" : ""))]) { Style = "bold" });
        if (_hasRange && beside) columns.Add(new TextColumn("range", [.. years.Select(year => unit.Range(year.Total))]) { Gap = 1, Style = Faint });
        if (years.Any(year => year.Envelope is not null)) columns.AddRange(Beside(years, unit));
        return columns;
    }

    private TextColumn[] Beside(IReadOnlyList<EnvelopeResult> years, MoneyUnit unit) =>
    [
        new("Envelope", [.. years.Select(year => year.Envelope is { } pounds ? unit.Amount(pounds) : Nothing)]),
        new("Over or\nunder (-)", [.. years.Select(year => year.Over is { } over ? unit.Change(over) : Nothing)]),
        new("Within", [.. years.Select(year => year.Probability is { } probability ? Figures.Probability(probability, result.FuturesRun).Split(" future")[0] : Nothing)]) { Style = "bold" },
    ];

    private IEnumerable<string> NotesOf(RunCosts costs)
    {
        if (costs.Envelopes.Any(year => year.Envelope is not null))
            yield return "Within: probability of costing no more than the envelope.";
        if (costs.Envelopes.Any(year => year is { Envelope: not null, Probability: null }))
            yield return "A year of which the run holds fewer than twelve months is not set against its envelope.";
        var model = result.Model;
        if (model.Sources.Count > costs.SourcesWithoutCost.Count && costs.SourcesWithoutCost.Count > 0)
            yield return $"Training leaves out what the framework has no cost for: {Wording.List([.. costs.SourcesWithoutCost.Select(source => model.Sources[source].Name)])}.";
    }
}
