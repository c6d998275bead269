namespace Cadre.Frameworks.Import.Plans;

/// <summary>A table of which the margins and some cells are known: the others by iterative proportional fitting (docs/method.md section 5.7).</summary>
internal static class ProportionalFit
{
    private const int MostRounds = 1000;

    /// <summary>The table in whole hundredths, its margins met exactly.</summary>
    /// <param name="rows">Sum of each row, hundredths.</param>
    /// <param name="columns">Sum of each column, hundredths; together the same as the rows.</param>
    /// <param name="known">By row and column the cells that are known, hundredths; null where a cell is fitted.</param>
    /// <exception cref="InvalidDataException">No table without cells below 0 has these margins and known cells.</exception>
    public static long[][] Fit(IReadOnlyList<long> rows, IReadOnlyList<long> columns, Func<int, int, long?> known)
    {
        var cells = rows.Select((_, r) => columns.Select((_, c) => known(r, c) is null ? 1.0 : 0).ToArray()).ToArray();
        var freeRows = rows.Select((sum, r) => sum - columns.Select((_, c) => known(r, c) ?? 0).Sum()).ToArray();
        var freeColumns = columns.Select((sum, c) => sum - rows.Select((_, r) => known(r, c) ?? 0).Sum()).ToArray();
        if (freeRows.Sum() != freeColumns.Sum() || freeRows.Concat(freeColumns).Any(free => free < 0)) throw Impossible();
        for (var round = 0; round < MostRounds; round++)
        {
            for (var r = 0; r < rows.Count; r++)
                Scale(freeRows[r], columns.Count, c => cells[r][c], (c, factor) => cells[r][c] *= factor);
            for (var c = 0; c < columns.Count; c++)
                Scale(freeColumns[c], rows.Count, r => cells[r][c], (r, factor) => cells[r][c] *= factor);
        }

        return Whole(cells, freeRows, freeColumns, known);
    }

    private static void Scale(long target, int count, Func<int, double> cell, Action<int, double> multiply)
    {
        var sum = Enumerable.Range(0, count).Sum(cell);
        if (sum <= 0 && target > 0) throw Impossible();
        for (var i = 0; i < count && sum > 0; i++)
            multiply(i, target / sum);
    }

    /// <summary>Every row but the last rounded to its sum; the last is what the columns leave.</summary>
    private static long[][] Whole(double[][] cells, long[] freeRows, long[] freeColumns, Func<int, int, long?> known)
    {
        var whole = cells.Select((row, r) => r < cells.Length - 1 ? Hundredths.Spread(freeRows[r], row) : new long[row.Length]).ToArray();
        for (var c = 0; c < freeColumns.Length; c++)
            whole[^1][c] = freeColumns[c] - whole.Sum(row => row[c]);
        var isPossible = whole[^1].Select((cell, c) => cell >= 0 && (cell == 0 || known(cells.Length - 1, c) is null)).All(good => good);
        return isPossible ? [.. whole.Select((row, r) => row.Select((cell, c) => known(r, c) ?? cell).ToArray())] : throw Impossible();
    }

    private static InvalidDataException Impossible() => new("No table has these margins and these known cells.");
}
