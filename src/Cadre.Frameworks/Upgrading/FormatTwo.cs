using System.Text;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Upgrading;

/// <summary>
/// From format 1 to format 2: employers have a sector, and rows of the register may rise and fall together. In format 1 every
/// employer was a mental-health trust of the NHS, and no rows were correlated.
/// </summary>
internal static class FormatTwo
{
    private static readonly CsvColumns Sector = new(FrameworkTables.Places, "weight", ["sector"]);

    private static readonly CsvColumns[] Correlation =
        [.. new[] { FrameworkTables.Assumptions, FrameworkTables.AssumptionsImported }.Select(table => new CsvColumns(table, "distribution", ["correlation_group", "correlation"]))];

    /// <summary>The files that change; framework.yaml last, so that a folder says 2 only once all else is done.</summary>
    public static List<FileChange> Changes(string folder, YamlMapping header, Problems problems)
    {
        var changes = new List<FileChange>();
        Add(Sector, row => row["level"] == TrustWord ? Words.Of(EmployerSector.NhsMentalHealth) : "",
            $"new column sector: {Words.Of(EmployerSector.NhsMentalHealth)} for trusts, blank for places above");
        foreach (var columns in Correlation)
            Add(columns, _ => "", "new columns correlation_group and correlation: blank");
        changes.Add(new FileChange(FrameworkTables.HeaderFile, Renumbered(folder, header), "format: 2"));
        return changes;

        void Add(CsvColumns columns, Func<IReadOnlyDictionary<string, string>, string> value, string what)
        {
            var path = Path.Combine(folder, columns.Schema.File);
            if (File.Exists(path) && BoundedFile.Read(path, Path.GetFileName(path), problems) is { } bytes && columns.AddTo(bytes, value, problems) is { } content)
                changes.Add(new FileChange(columns.Schema.File, content, what));
        }
    }

    private static string TrustWord => Words.Levels.First(word => word.Value == PlaceLevel.Trust).Key;

    /// <summary>framework.yaml with the new number in the place of the old one.</summary>
    private static byte[] Renumbered(string folder, YamlMapping header)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, FrameworkTables.HeaderFile));
        var mark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var lines = Encoding.UTF8.GetString(bytes.AsSpan(mark)).Split('\n');
        var (line, from, to) = header.PlaceOf(FrameworkFormat.Key);
        lines[line - 1] = $"{lines[line - 1][..(from - 1)]}2{lines[line - 1][(to - 1)..]}";
        return [.. bytes.AsSpan(0, mark), .. Encoding.UTF8.GetBytes(string.Join('\n', lines))];
    }
}
