using System.Globalization;
using System.Text;
using Cadre.Engine.Model;

namespace Cadre.Cli.Reports;

/// <summary>A CSV table of a run's folder.</summary>
internal sealed class RunTable
{
    private readonly string _file;
    private readonly string[] _columns;

    private RunTable(string file, string[] columns, IReadOnlyList<string[]> rows) => (_file, _columns, Rows) = (file, columns, rows);

    /// <summary>Says whether a line of a file is wanted, before it is taken apart.</summary>
    /// <param name="line">The line's bytes.</param>
    public delegate bool Wanted(ReadOnlySpan<byte> line);

    /// <summary>The rows, cell by cell.</summary>
    public IReadOnlyList<string[]> Rows { get; }

    /// <summary>Reads a table.</summary>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="file">The file's name.</param>
    /// <param name="wanted">Which lines are kept, all unless given; for a file without line breaks in cells.</param>
    public static RunTable Read(string folder, string file, Wanted? wanted = null)
    {
        ReadOnlySpan<byte> rest = File.ReadAllBytes(Path.Combine(folder, file));
        string[]? columns = null;
        var rows = new List<string[]>();
        while (!rest.IsEmpty)
        {
            var end = EndOfLine(rest, isSimple: wanted is not null && columns is not null);
            var line = rest[..end];
            rest = rest[Math.Min(rest.Length, end + 1)..];
            if (columns is null)
                columns = Cells(line);
            else if (wanted is null || wanted(line))
                rows.Add(Cells(line));
        }

        return rows.Find(row => row.Length != columns!.Length) is { } wrong
            ? throw new FormatException($"{file}: found a row of {Wording.Count(wrong.Length, "cell")}, expected {columns!.Length}")
            : new RunTable(file, columns ?? [], rows);
    }

    /// <summary>The number of a column.</summary>
    /// <exception cref="FormatException">There is none of that name.</exception>
    public int Column(string name) =>
        Array.IndexOf(_columns, name) is var column && column >= 0 ? column : throw new FormatException($"{_file}: found no column {name}, which this version writes");

    /// <summary>A number in a file.</summary>
    /// <exception cref="FormatException">It is none, or has no end.</exception>
    public static double Number(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : throw new FormatException($"found \"{cell}\", expected a number");

    /// <summary>A whole number in a file.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static int Whole(string cell) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"found \"{cell}\", expected a whole number");

    /// <summary>A number, or null where the cell is blank.</summary>
    public static double? Maybe(string cell) => cell.Length == 0 ? null : Number(cell);

    /// <summary>A month, <c>2026-03</c>.</summary>
    public static CalendarMonth Month(string cell) => CalendarMonth.TryParse(cell, out var month) ? month : throw new FormatException($"found \"{cell}\", expected a month");

    /// <summary>Where the row ends: at the first line break outside quotes.</summary>
    private static int EndOfLine(ReadOnlySpan<byte> rest, bool isSimple)
    {
        var (end, isOpen) = (0, false);
        while (end < rest.Length)
        {
            var next = rest[end..].IndexOf((byte)'\n') is var found && found < 0 ? rest.Length : end + found;
            isOpen ^= rest[end..next].Count((byte)'"') % 2 == 1;
            if (isSimple || !isOpen) return next;
            end = next + 1;
        }

        return rest.Length;
    }

    private static string[] Cells(ReadOnlySpan<byte> line)
    {
        var text = Encoding.UTF8.GetString(line);
        return text.Contains('"') ? [.. Quoted(text)] : text.Split(',');
    }

    private static IEnumerable<string> Quoted(string text)
    {
        var cell = new StringBuilder();
        var isOpen = false;
        foreach (var (i, letter) in text.Index())
        {
            if (letter == '"')
            {
                if (!isOpen && i > 0 && text[i - 1] == '"') cell.Append('"');
                isOpen = !isOpen;
            }
            else if (letter == ',' && !isOpen)
            {
                yield return cell.ToString();
                cell.Clear();
            }
            else
            {
                cell.Append(letter);
            }
        }

        yield return cell.ToString();
    }
}
