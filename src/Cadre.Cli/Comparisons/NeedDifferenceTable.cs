using Cadre.Engine.Results;
using Spectre.Console;

namespace Cadre.Cli.Comparisons;

/// <summary>Need and gap to need of the nation in both scenarios in the last month shown, where the framework has needs.</summary>
internal sealed class NeedDifferenceTable(IAnsiConsole console, Difference difference)
{
    private readonly IReadOnlyList<ComparedNeed> _rows = difference.Needs;
    private readonly bool _hasRange = difference.Futures > 1;

    /// <summary>Writes the table; nothing without needs.</summary>
    public void Show()
    {
        if (_rows.Count == 0) return;
        TextTable.WriteFirstThatFits(console, [Table(isBeside: true)], [Table(isBeside: false)]);
    }

    private TextTable Table(bool isBeside) => new(
        $"Need, and need less staff of those with a need, {Wording.Long(difference.Last)}, FTE",
        [
            new TextColumn("Staff group", [.. _rows.Select(row => Wording.Of(difference.Comparison.Model, row.A))]) { Narrowest = 16 },
            Plain("Need A", row => row.A.Need),
            Plain("Need B", row => row.B.Need),
            .. Differences(row => row.Need.Central, row => row.Need, isBeside),
            Plain("Gap A", row => row.A.Gap),
            Plain("Gap B", row => row.B.Gap),
            .. Differences(row => row.CentralGap, row => row.Gap, isBeside),
        ]);

    private TextColumn Plain(string header, Func<ComparedNeed, double> figure) => new(header, [.. _rows.Select(row => Figures.Amount(figure(row)))]);

    private TextColumn[] Differences(Func<ComparedNeed, double> central, Func<ComparedNeed, Summary?> summary, bool isBeside)
    {
        string Central(ComparedNeed row) => Signed.Amount(central(row));
        string Range(ComparedNeed row) => _hasRange && summary(row) is { } known ? Signed.Range(known) : "";
        return _hasRange && isBeside
            ? [new TextColumn("B less A", [.. _rows.Select(Central)]) { Style = "bold" }, new TextColumn("range", [.. _rows.Select(Range)]) { Gap = 1, Style = "grey" }]
            : [new TextColumn("B less A", [.. _rows.Select(row => $"{Central(row)}\n{Range(row)}".TrimEnd())]) { Style = "bold" }];
    }
}
