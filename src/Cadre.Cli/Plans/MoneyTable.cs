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
        var (years, envelopes) = (costs.Envelopes, Beside(costs.Envelopes, unit));
        TextTable.WriteFirstThatFits(
            console,
            [new TextTable(title, [.. Columns(costs, unit, beside: true), .. envelopes])],
            [new TextTable(title, [.. Columns(costs, unit, beside: false), .. envelopes])],
            envelopes.Length == 0
                ? [new TextTable(title, Columns(costs, unit, beside: false))]
                : [new TextTable(title, Columns(costs, unit, beside: false)), new TextTable($"{title} (continued)", [YearsOf(years), TotalOf(years, unit), .. envelopes])]);
        var notes = string.Join(" ", NotesOf(costs));
        if (notes.Length == 0) return;
        console.WriteProse(notes, Faint);
        console.WriteLine();
    }

    private List<TextColumn> Columns(RunCosts costs, MoneyUnit unit, bool beside)
    {
        var years = costs.Envelopes;
        List<TextColumn> columns = [YearsOf(years)];
        if (years.Any(year => !year.Year.IsWhole)) columns.Add(new TextColumn("Months", [.. years.Select(year => $"{year.Year.Months}")]));
        foreach (var (item, name) in Wording.CostParts)
        {
            double[] pounds = [.. years.Select(year => costs.Central(costs.National(year.Year, item)))];
            if (item == CostItem.Staff || pounds.Any(value => value != 0)) columns.Add(new TextColumn(Wording.Capital(name), [.. pounds.Select(unit.Amount)]));
        }

        var total = TotalOf(years, unit);
        columns.Add(_hasRange && !beside ? total with { Cells = [.. total.Cells.Zip(years, (cell, year) => $"{cell}\n{unit.Range(year.Total)}")] } : total);
        if (_hasRange && beside) columns.Add(new TextColumn("range", [.. years.Select(year => unit.Range(year.Total))]) { Gap = 1, Style = Faint });
        return columns;
    }

    private static TextColumn YearsOf(IReadOnlyList<EnvelopeResult> years) => new("Year", [.. years.Select(year => $"{year.Year.Year}")]);

    private static TextColumn TotalOf(IReadOnlyList<EnvelopeResult> years, MoneyUnit unit) =>
        new("Total", [.. years.Select(year => unit.Amount(year.Total.Central))]) { Style = "bold" };

    /// <summary>The columns about envelopes; none where there is none.</summary>
    private TextColumn[] Beside(IReadOnlyList<EnvelopeResult> years, MoneyUnit unit) => years.All(year => year.Envelope is null) ? [] :
    [
        new("Envelope", [.. years.Select(year => year.Envelope is { } pounds ? unit.Amount(pounds) : Nothing)]),
        new("Over or\nunder (-)", [.. years.Select(year => year.Over is { } over ? unit.Change(over) : Nothing)]),
        new("Within", [.. years.Select(year => year.Probability is { } probability ? Figures.ShortProbability(probability, result.FuturesRun) : Nothing)]) { Style = "bold" },
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
