using System.Text;
using Spectre.Console;

namespace Cadre.Cli;

/// <summary>
/// A table without lines but one under its header: figures to the right, text broken between words. Its width never
/// exceeds the window's unless the figures alone do.
/// </summary>
internal sealed class TextTable(string title, params IReadOnlyList<TextColumn> columns)
{
    private const string Faint = "grey";

    /// <summary>The least width that the table can be written in.</summary>
    public int LeastWidth => columns.Skip(1).Sum(column => column.Gap) + columns.Sum(column => column.Least);

    /// <summary>Writes the tables of the first choice whose every table fits the window, else those of the last choice.</summary>
    public static void WriteFirstThatFits(IAnsiConsole console, params IReadOnlyList<TextTable[]> choices)
    {
        foreach (var table in choices.FirstOrDefault(tables => tables.All(table => table.LeastWidth <= console.Profile.Width)) ?? choices[^1])
            table.Write(console);
    }

    /// <summary>Writes title, header and rows, and an empty line after them.</summary>
    public void Write(IAnsiConsole console)
    {
        var widths = Widths(console.Profile.Width);
        console.WriteProse(title, "bold");
        WriteLines(console, widths, column => column.Header, isHeader: true);
        var rule = widths.Sum() + columns.Skip(1).Sum(column => column.Gap);
        console.MarkupLineInterpolated($"[{Faint}]{new string('─', rule)}[/]");
        for (var row = 0; row < columns[0].Cells.Count; row++)
        {
            var at = row;
            WriteLines(console, widths, column => column.Cells[at], isHeader: false);
        }

        console.WriteLine();
    }

    /// <summary>Breaks text between words; every line of an indented text is indented, one step more after the first.</summary>
    internal static List<string> Wrap(string text, int width)
    {
        var indent = text.Length - text.TrimStart(' ').Length;
        var lines = new List<string>();
        var line = new StringBuilder(text[..indent]);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isFirst = line.Length == 0 || line.ToString().Trim().Length == 0;
            if (!isFirst && line.Length + 1 + word.Length > width)
            {
                lines.Add(line.ToString());
                line.Clear().Append(' ', indent);
                isFirst = true;
            }

            if (!isFirst) line.Append(' ');
            line.Append(word);
        }

        lines.Add(line.ToString());
        return lines;
    }

    private void WriteLines(IAnsiConsole console, int[] widths, Func<TextColumn, string> cellOf, bool isHeader)
    {
        List<string>[] cells =
        [
            .. columns.Select((column, i) => column.IsText ? Wrap(cellOf(column), widths[i]) : [.. cellOf(column).Split('\n')]),
        ];
        var height = cells.Max(cell => cell.Count);
        for (var line = 0; line < height; line++)
        {
            var markup = new StringBuilder();
            var blanks = 0;
            for (var i = 0; i < columns.Count; i++)
            {
                var column = columns[i];
                // Headers stand on the line above the rule.
                var at = isHeader ? line - (height - cells[i].Count) : line;
                var text = at >= 0 && at < cells[i].Count ? cells[i][at] : "";
                var style = isHeader || (line > 0 && !column.IsText) ? Faint : column.Style;
                blanks += i > 0 ? column.Gap : 0;
                if (!column.IsText) blanks += widths[i] - text.Length;
                var shown = text.TrimEnd(' ');
                if (shown.Length > 0)
                {
                    markup.Append(' ', blanks).Append('[').Append(style).Append(']').Append(Markup.Escape(shown)).Append("[/]");
                    blanks = 0;
                }

                blanks += text.Length - shown.Length;

                if (column.IsText) blanks += widths[i] - text.Length;
            }

            console.MarkupLine(markup.ToString());
        }
    }

    /// <summary>Natural widths; where they are too wide together, text columns give way in proportion.</summary>
    private int[] Widths(int most)
    {
        int[] widths = [.. columns.Select(column => column.Natural)];
        int[] least = [.. columns.Select(column => column.Least)];
        var over = widths.Sum() + columns.Skip(1).Sum(column => column.Gap) - most;
        while (over > 0)
        {
            var widest = -1;
            for (var i = 0; i < widths.Length; i++)
            {
                if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) widest = i;
            }

            if (widest < 0) break;
            widths[widest]--;
            over--;
        }

        return widths;
    }
}
