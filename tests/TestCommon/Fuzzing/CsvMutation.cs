using System.Text;

namespace Cadre.TestCommon.Fuzzing;

/// <summary>Spoils a table cell by cell, row by row and column by column, so that mutants get past the form.</summary>
internal static class CsvMutation
{
    public static (byte[] Bytes, string What) Make(byte[] bytes, FuzzDraws draws)
    {
        List<List<string>> rows = [.. Encoding.UTF8.GetString(bytes).TrimEnd('\n').Split('\n').Select(Cells)];
        var what = Change(rows, draws);
        return (Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(row => string.Join(',', row))) + "\n"), what);
    }

    private static string Change(List<List<string>> rows, FuzzDraws draws)
    {
        var (r, other) = (draws.Below(rows.Count), draws.Below(rows.Count));
        var c = draws.Below(rows[r].Count);
        var cell = $"row {r + 1}, cell {c + 1}";
        switch (draws.Below(12))
        {
            case 0:
                rows.Insert(other, [.. rows[r]]);
                return $"row {r + 1} doubled as {other + 1}";
            case 1 when rows.Count > 1:
                rows.RemoveAt(r);
                return $"row {r + 1} taken out";
            case 2:
                (rows[r], rows[other]) = (rows[other], rows[r]);
                return $"rows {r + 1} and {other + 1} swapped";
            case 3:
                var to = draws.Below(rows[0].Count);
                foreach (var row in rows.Where(row => Math.Max(c, to) < row.Count))
                    (row[c], row[to]) = (row[to], row[c]);
                return $"columns {c + 1} and {to + 1} swapped";
            case 4:
                foreach (var row in rows.Where(row => c < row.Count && row.Count > 1))
                    row.RemoveAt(c);
                return $"column {c + 1} taken out";
            case 5:
                foreach (var row in rows.Where(row => c < row.Count))
                    row.Insert(c, row[c]);
                return $"column {c + 1} doubled";
            case 6:
                var value = draws.Of(FuzzValues.All);
                foreach (var row in rows.Skip(1).Where(row => c < row.Count))
                    row[c] = value;
                return $"column {c + 1} filled with {Shown(value)}";
            case 7:
                var source = rows[other];
                rows[r][c] = source[Math.Min(c, source.Count - 1)];
                return $"{cell} as in row {other + 1}";
            default:
                rows[r][c] = draws.Of(FuzzValues.All);
                return $"{cell} now {Shown(rows[r][c])}";
        }
    }

    internal static string Shown(string value) => value.Length > 30 ? $"{value.Length} letters {value[..5]}..." : $"'{value}'";

    private static List<string> Cells(string line)
    {
        var cells = new List<string> { "" };
        var isQuoted = false;
        foreach (var letter in line)
        {
            isQuoted ^= letter == '"';
            if (letter == ',' && !isQuoted) cells.Add("");
            else cells[^1] += letter;
        }

        return cells;
    }
}
