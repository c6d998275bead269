using System.Text;

namespace Cadre.Cli.Plans;

/// <summary>
/// A chart of two lines and their ranges in characters. Lines are drawn in thirds of a row, ranges as shading; a
/// column is a month or, in a narrow window, the nearest one.
/// </summary>
internal sealed class TrendChart
{
    private const int Rows = 12;
    private const int Steps = Rows * 3;
    private const string Thirds = "▁─▔";

    private readonly double _low;
    private readonly double _high;
    private readonly Cell[,] _cells;
    private readonly int[] _months;

    /// <param name="upper">The line drawn first, by month.</param>
    /// <param name="lower">The line drawn over it.</param>
    /// <param name="width">Columns of the plot itself.</param>
    public TrendChart(IReadOnlyList<Band> upper, IReadOnlyList<Band> lower, int width)
    {
        var columns = Math.Max(2, upper.Count == 1 ? 2 : Math.Min(width, (upper.Count - 1) * Math.Max(1, width / upper.Count)));
        _months = [.. Enumerable.Range(0, columns).Select(column => (int)Math.Round((double)column * (upper.Count - 1) / (columns - 1)))];
        (_low, _high) = Limits([.. upper, .. lower]);
        _cells = new Cell[Rows, columns];
        Shade(upper, Cell.UpperRange);
        Shade(lower, Cell.LowerRange);
        Draw(upper, Cell.Upper);
        Draw(lower, Cell.Lower);
    }

    /// <summary>What a character shows.</summary>
    [Flags]
    internal enum Cell
    {
        Empty = 0,
        UpperRange = 1,
        LowerRange = 2,
        Upper = 4,
        Lower = 8,
        Bottom = 16,
        Middle = 32,
        Top = 64,
    }

    public static int Height => Rows;

    /// <summary>Month (from 0) under each column.</summary>
    public IReadOnlyList<int> Months => _months;

    /// <summary>The value at the middle of a row; row 0 is the top.</summary>
    public double ValueAt(int row) => _low + ((_high - _low) * (Steps - 2 - (row * 3)) / (Steps - 1));

    /// <summary>The row in which a value lies.</summary>
    public int RowOf(double value) => (Steps - 1 - StepOf(value)) / 3;

    /// <summary>A row as runs of characters that show the same.</summary>
    public IEnumerable<(Cell Kind, string Text)> Row(int row)
    {
        var text = new StringBuilder();
        var kind = Cell.Empty;
        for (var column = 0; column < _months.Length; column++)
        {
            var cell = _cells[row, column];
            var line = cell & (Cell.Upper | Cell.Lower);
            var shown = line != Cell.Empty ? line : cell & (Cell.UpperRange | Cell.LowerRange);
            if (shown != kind && text.Length > 0)
            {
                yield return (kind, text.ToString());
                text.Clear();
            }

            kind = shown;
            text.Append(CharacterOf(cell));
        }

        yield return (kind, text.ToString());
    }

    private static char CharacterOf(Cell cell)
    {
        if ((cell & (Cell.Upper | Cell.Lower)) != Cell.Empty)
            return cell.HasFlag(Cell.Bottom) ? Thirds[0] : cell.HasFlag(Cell.Top) ? Thirds[2] : Thirds[1];
        return (cell & (Cell.UpperRange | Cell.LowerRange)) switch
        {
            Cell.LowerRange => '░',
            Cell.UpperRange => '·',
            Cell.UpperRange | Cell.LowerRange => '▒',
            _ => ' ',
        };
    }

    private static (double Low, double High) Limits(List<Band> bands)
    {
        var (low, high) = (bands.Min(band => Math.Min(band.Low, band.Central)), bands.Max(band => Math.Max(band.High, band.Central)));
        var margin = Math.Max((high - low) * 0.02, Math.Max(1, Math.Abs(high)) * 1e-6);
        return (Math.Max(0, low - margin), high + margin);
    }

    private int StepOf(double value) => Math.Clamp((int)Math.Round((value - _low) / (_high - _low) * (Steps - 1)), 0, Steps - 1);

    private void Shade(IReadOnlyList<Band> bands, Cell kind)
    {
        for (var column = 0; column < _months.Length; column++)
        {
            var band = bands[_months[column]];
            for (var row = RowOf(band.High); row <= RowOf(band.Low); row++)
                _cells[row, column] |= kind;
        }
    }

    private void Draw(IReadOnlyList<Band> bands, Cell kind)
    {
        for (var column = 0; column < _months.Length; column++)
        {
            var step = StepOf(bands[_months[column]].Central);
            ref var cell = ref _cells[(Steps - 1 - step) / 3, column];
            cell &= Cell.UpperRange | Cell.LowerRange;
            cell |= kind | ((step % 3) switch
            {
                0 => Cell.Bottom,
                1 => Cell.Middle,
                _ => Cell.Top,
            });
        }
    }

    /// <summary>A month of a line.</summary>
    /// <param name="Low">Low end of the range.</param>
    /// <param name="Central">The line.</param>
    /// <param name="High">High end of the range.</param>
    internal readonly record struct Band(double Low, double Central, double High);
}
