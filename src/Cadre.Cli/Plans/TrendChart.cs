using System.Text;

namespace Cadre.Cli.Plans;

/// <summary>
/// A chart of two lines and the ends of their ranges in characters. Every point is drawn in one of three heights of
/// its row; a column is a month or, where the window is narrower, the nearest one.
/// </summary>
internal sealed class TrendChart
{
    private const int Rows = 14;
    private const int Steps = Rows * 3;
    private const string Line = "▁─▔";
    private const string Dots = ".·˙";

    private readonly double _low;
    private readonly double _high;
    private readonly (Series Series, char Character)[,] _cells;
    private readonly int[] _months;

    /// <param name="upper">The line drawn first, by month.</param>
    /// <param name="lower">The line drawn over it.</param>
    /// <param name="width">Columns of the plot itself.</param>
    public TrendChart(IReadOnlyList<Band> upper, IReadOnlyList<Band> lower, int width)
    {
        var columns = Math.Max(2, width);
        _months = [.. Enumerable.Range(0, columns).Select(column => (int)Math.Round((double)column * (upper.Count - 1) / (columns - 1)))];
        (_low, _high) = Limits([.. upper, .. lower]);
        _cells = new (Series, char)[Rows, columns];
        Draw(upper, Series.UpperRange, band => band.Low, Dots);
        Draw(upper, Series.UpperRange, band => band.High, Dots);
        Draw(lower, Series.LowerRange, band => band.Low, Dots);
        Draw(lower, Series.LowerRange, band => band.High, Dots);
        Draw(upper, Series.Upper, band => band.Central, Line);
        Draw(lower, Series.Lower, band => band.Central, Line);
    }

    /// <summary>What a character shows.</summary>
    internal enum Series
    {
        None,
        UpperRange,
        LowerRange,
        Upper,
        Lower,
    }

    public static int Height => Rows;

    /// <summary>Month (from 0) under each column.</summary>
    public IReadOnlyList<int> Months => _months;

    /// <summary>How far the round values lie apart.</summary>
    public double TickStep
    {
        get
        {
            var rough = (_high - _low) / 4;
            var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
            return Array.Find([1, 2, 2.5, 5, 10], factor => factor * power >= rough) * power;
        }
    }

    /// <summary>Round values, by the row they lie in.</summary>
    public Dictionary<int, double> Ticks()
    {
        var step = TickStep;
        var ticks = new Dictionary<int, double>();
        for (var value = Math.Ceiling(_low / step) * step; value <= _high; value += step)
            ticks[RowOf(value)] = value;
        return ticks;
    }

    /// <summary>The row in which a value lies.</summary>
    public int RowOf(double value) => (Steps - 1 - StepOf(value)) / 3;

    /// <summary>A row as runs of characters of one series, blanks at its end left out.</summary>
    public IEnumerable<(Series Series, string Text)> Row(int row)
    {
        var text = new StringBuilder();
        var series = Series.None;
        for (var column = 0; column < _months.Length; column++)
        {
            var cell = _cells[row, column];
            if (cell.Series != series && text.Length > 0)
            {
                yield return (series, text.ToString());
                text.Clear();
            }

            series = cell.Series;
            text.Append(series == Series.None ? ' ' : cell.Character);
        }

        if (series != Series.None) yield return (series, text.ToString());
    }

    private static (double Low, double High) Limits(List<Band> bands)
    {
        var (low, high) = (bands.Min(band => Math.Min(band.Low, band.Central)), bands.Max(band => Math.Max(band.High, band.Central)));
        var margin = Math.Max((high - low) * 0.02, Math.Max(1, Math.Abs(high)) * 1e-6);
        return (Math.Max(0, low - margin), high + margin);
    }

    private int StepOf(double value) => Math.Clamp((int)Math.Round((value - _low) / (_high - _low) * (Steps - 1)), 0, Steps - 1);

    private void Draw(IReadOnlyList<Band> bands, Series series, Func<Band, double> value, string heights)
    {
        for (var column = 0; column < _months.Length; column++)
        {
            var step = StepOf(value(bands[_months[column]]));
            _cells[(Steps - 1 - step) / 3, column] = (series, heights[step % 3]);
        }
    }

    /// <summary>A month of a line.</summary>
    /// <param name="Low">Low end of the range.</param>
    /// <param name="Central">The line.</param>
    /// <param name="High">High end of the range.</param>
    internal readonly record struct Band(double Low, double Central, double High);
}
