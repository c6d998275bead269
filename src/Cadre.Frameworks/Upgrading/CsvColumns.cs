using System.Text;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Upgrading;

/// <summary>Columns to be added to a table's file, behind another column; every other byte stays as it is.</summary>
/// <param name="Schema">The table with the columns.</param>
/// <param name="After">The column behind which they come.</param>
/// <param name="Added">The columns, in their order.</param>
internal sealed record CsvColumns(TableSchema Schema, string After, IReadOnlyList<string> Added)
{
    /// <summary>
    /// The file with those of the columns that it does not have yet; null where it has them all, or where it cannot be split
    /// into cells, which is reported.
    /// </summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="value">Of a row, by the name of its cells, what stands in each of the columns.</param>
    /// <param name="problems">Takes the faults of form.</param>
    public byte[]? AddTo(byte[] file, Func<IReadOnlyDictionary<string, string>, string> value, Problems problems)
    {
        var lines = Lines(file);
        string[] header = lines.Count > 0 ? [.. Cells(lines[0]).Select(cell => Text(lines[0], cell))] : [];
        string[] missing = [.. Added.Except(header)];
        if (missing.Length == 0)
            return null;

        var before = problems.Count;
        CsvTable.Read(file, Schema with { Columns = [.. Schema.Columns.Except(missing)] }, problems);
        if (problems.Count > before)
            return null;

        var behind = Array.IndexOf(header, After);
        using var result = new MemoryStream();
        foreach (var (number, line) in lines.Index())
        {
            var cells = Cells(line);
            string[] added = number == 0 ? missing : [.. missing.Select(_ => value(header.Zip(cells, (name, cell) => (name, Text(line, cell))).ToDictionary()))];
            var end = cells[behind].End.Value;
            result.Write(line.AsSpan(0, end));
            result.Write(Encoding.UTF8.GetBytes(string.Concat(added.Select(text => "," + text))));
            result.Write(line.AsSpan(end));
        }

        return result.ToArray();
    }

    /// <summary>The lines with their ends; a byte order mark is part of the first.</summary>
    private static List<byte[]> Lines(byte[] file)
    {
        var lines = new List<byte[]>();
        for (var start = 0; start < file.Length;)
        {
            var feed = Array.IndexOf(file, (byte)'\n', start);
            var end = feed < 0 ? file.Length : feed + 1;
            lines.Add(file[start..end]);
            start = end;
        }

        return lines;
    }

    /// <summary>Where the cells of a line stand, quotes included; commas and quotes are single bytes in UTF-8.</summary>
    private static List<Range> Cells(byte[] line)
    {
        var cells = new List<Range>();
        var start = line.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var end = line.AsSpan().TrimEnd("\r\n"u8).Length;
        var isQuoted = false;
        for (var i = start; i < end; i++)
        {
            isQuoted ^= line[i] == '"';
            if (line[i] != ',' || isQuoted)
                continue;
            cells.Add(start..i);
            start = i + 1;
        }

        cells.Add(start..end);
        return cells;
    }

    private static string Text(byte[] line, Range cell)
    {
        var text = Encoding.UTF8.GetString(line.AsSpan(cell));
        return text.StartsWith('"') ? text[1..^1].Replace("\"\"", "\"") : text;
    }
}
