using Cadre.Engine.Results;

namespace Cadre.Cli.Plans;

/// <summary>Columns of figures with their ranges: on a line of its own under the figure, or in a column beside it.</summary>
/// <param name="hasRange">False for a run of one future, which has no range.</param>
internal sealed class SummaryColumns(bool hasRange)
{
    private const string Nothing = "–";

    /// <summary>How a range is shown.</summary>
    internal enum Ranges
    {
        /// <summary>Not at all.</summary>
        None,

        /// <summary>Under the figure.</summary>
        Below,

        /// <summary>In a column of its own.</summary>
        Beside,
    }

    /// <summary>FTE or heads.</summary>
    public TextColumn[] OfAmounts(string header, IEnumerable<Figure> figures, Ranges ranges) => Of(header, figures, ranges, Figures.Amount, Figures.Range);

    /// <summary>Shares.</summary>
    public TextColumn[] OfShares(string header, IEnumerable<Figure> figures, Ranges ranges) => Of(header, figures, ranges, Figures.Percent, Figures.PercentRange);

    private TextColumn[] Of(string header, IEnumerable<Figure> figures, Ranges ranges, Func<double, string> centralOf, Func<Summary, string> rangeOf)
    {
        Figure[] cells = [.. figures];
        string[] central = [.. cells.Select(cell => cell.Central is { } value ? centralOf(value) : Nothing)];
        string[] range = [.. cells.Select(cell => cell.Range is { } summary && rangeOf(summary) is var text && text.Any(digit => digit is >= '1' and <= '9') ? text : "")];
        return (hasRange ? ranges : Ranges.None) switch
        {
            Ranges.None => [new(header, central)],
            Ranges.Below => [new(header, [.. central.Zip(range, (figure, ends) => ends.Length > 0 ? $"{figure}\n{ends}" : figure)])],
            Ranges.Beside => [new(header, central), new("range", range) { Gap = 1, Style = "grey" }],
        };
    }

    /// <summary>A figure in a table.</summary>
    /// <param name="Central">The central run's; null when there is none.</param>
    /// <param name="Range">What its range is taken from; null when it has none.</param>
    internal readonly record struct Figure(double? Central, Summary? Range)
    {
        /// <summary>A figure with its range.</summary>
        public static implicit operator Figure(Summary summary) => new(summary.Central, summary);
    }
}
