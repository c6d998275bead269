using System.Globalization;
using System.Text.Json;

namespace Cadre.Cli.Tests;

/// <summary>A run's files, read as plain text by somebody who knows only docs/frameworks.md.</summary>
internal sealed class ResultFiles(string folder)
{
    public string Folder { get; } = folder;

    /// <summary>The rows of a file without quotes, as cells by column.</summary>
    public IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        using var lines = File.ReadLines(Path.Combine(Folder, file)).GetEnumerator();
        Assert.True(lines.MoveNext());
        var columns = lines.Current.Split(',');
        while (lines.MoveNext())
            yield return columns.Zip(lines.Current.Split(','), (column, cell) => (column, cell)).ToDictionary(pair => pair.column, pair => pair.cell);
    }

    public byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, file));

    public string[] Lines(string file) => File.ReadAllLines(Path.Combine(Folder, file));

    public JsonElement Manifest()
    {
        using var document = JsonDocument.Parse(Bytes("run.json"));
        return document.RootElement.Clone();
    }

    public static double Number(Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);
}
