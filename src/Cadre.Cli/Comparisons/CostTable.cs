using Cadre.Engine.Results;
using Spectre.Console;

namespace Cadre.Cli.Comparisons;

/// <summary>What the nation costs in both scenarios by financial year, where the framework has pay.</summary>
internal sealed class CostTable(IAnsiConsole console, Difference difference)
{
    private const string Faint = "grey";

    private readonly bool _hasRange = difference.Futures > 1;

    /// <summary>Writes the table; nothing without pay.</summary>
    public void Show()
    {
        if (difference.Costs.Count == 0) return;
        ComparedCostRow[] totals = [.. difference.Costs.Where(row => row.Line.Item == CostItem.Total)];
        var unit = MoneyUnit.For(totals.Max(row => Math.Max(row.Pounds.A.Central, row.Pounds.B.Central)));
        var title = $"Money, {unit.Word} at {difference.Comparison.A.Costs!.Prices} prices, by financial year: all cost, and what makes the difference";
        var parts = PartsOf(unit);
        TextTable.WriteFirstThatFits(
            console,
            [new TextTable(title, [.. Columns(totals, unit, beside: true), .. parts])],
            [new TextTable(title, [.. Columns(totals, unit, beside: false), .. parts])],
            [new TextTable(title, Columns(totals, unit, beside: false)), new TextTable($"{title} (continued)", [YearsOf(totals), .. parts])]);
    }

    private List<TextColumn> Columns(ComparedCostRow[] totals, MoneyUnit unit, bool beside)
    {
        List<TextColumn> columns = [YearsOf(totals)];
        if (totals.Any(row => !row.Line.Year.IsWhole)) columns.Add(new TextColumn("Months", [.. totals.Select(row => $"{row.Line.Year.Months}")]));
        columns.Add(new TextColumn("A", [.. totals.Select(row => unit.Amount(row.Pounds.A.Central))]));
        columns.Add(new TextColumn("B", [.. totals.Select(row => unit.Amount(row.Pounds.B.Central))]));
        columns.Add(new TextColumn("B less A", [.. totals.Select(row => unit.Change(row.Pounds.Difference.Central) + (_hasRange && !beside ? $"\n{unit.ChangeRange(row.Pounds.Difference)}" : ""))]) { Style = "bold" });
        if (_hasRange && beside) columns.Add(new TextColumn("range", [.. totals.Select(row => unit.ChangeRange(row.Pounds.Difference))]) { Gap = 1, Style = Faint });
        return columns;
    }

    private static TextColumn YearsOf(ComparedCostRow[] totals) => new("Year", [.. totals.Select(row => $"{row.Line.Year.Year}")]);

    /// <summary>The differences of the items that cost anything.</summary>
    private List<TextColumn> PartsOf(MoneyUnit unit)
    {
        var columns = new List<TextColumn>();
        foreach (var (item, name) in Wording.CostParts)
        {
            ComparedFigure[] figures = [.. difference.Costs.Where(row => row.Line.Item == item).Select(row => row.Pounds)];
            if (figures.Any(figure => figure.A.Central != 0 || figure.B.Central != 0))
                columns.Add(new TextColumn($"of it\n{name}", [.. figures.Select(figure => unit.Change(figure.Difference.Central))]));
        }

        return columns;
    }
}
