using System.Reflection;
using Cadre.Frameworks.Reading;
using CsvHelper;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>
/// The occupation codes by which a staff list is read: those of the file that its columns file names, else of the framework's occupation_codes.csv, else of the NHS with the staff groups
/// that they are published in, the file occupation-codes.csv beside this one.
/// </summary>
internal static class OccupationCodes
{
    private const string Resource = "occupation-codes.csv";
    private static readonly CsvReaderOptions Plain = new() { Separator = ',', CommentPrefix = '#', TrackLineNumbers = true, HasHeader = false };

    /// <summary>The codes in the order of the file, each with its staff group.</summary>
    public static IEnumerable<(string Code, string StaffGroup)> Read(StaffListFramework framework, StaffListColumns columns, Problems problems)
    {
        if (columns.OccupationCodes is { } named)
            return ReadNamed(columns.File!, named, framework, problems);
        var rows = framework.Rows(FrameworkTables.OccupationCodes);
        return rows.Count > 0 ? rows.Select(row => (row.OptionalText("occupation_code"), row.OptionalText("staff_group"))) : Read();
    }

    /// <summary>The codes that are built in.</summary>
    public static IEnumerable<(string Code, string StaffGroup)> Read()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using var reader = CsvReader.Create(file, Plain with { HasHeader = true });
        while (reader.Read())
            yield return (reader.GetString(0), reader.GetString(1));
    }

    /// <summary>The file beside the columns file: a header occupation_code,staff_group and a row for each code, lines that begin with # left out.</summary>
    private static List<(string Code, string StaffGroup)> ReadNamed(string columnsFile, YamlPair named, StaffListFramework framework, Problems problems)
    {
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(columnsFile))!, named.Value);
        if (!File.Exists(path))
        {
            problems.Add(new Problem(columnsFile, named.Line, named.Path, $"\"{named.Value}\", which is no file beside it", "a CSV file with the header occupation_code,staff_group"));
            return [];
        }

        using var reader = CsvReader.FromFile(path, Plain);
        string[] header = reader.Read() ? [.. reader.Current.ToArray().Select(cell => cell.Trim('\uFEFF', ' '))] : [];
        var (code, group) = (Array.IndexOf(header, "occupation_code"), Array.IndexOf(header, "staff_group"));
        if (code < 0 || group < 0)
        {
            problems.Add(new Problem(named.Value, 1, null, $"the header {string.Join(",", header)}", "the headers occupation_code and staff_group"));
            return [];
        }

        return ReadRows(reader, header.Length, code, group, named.Value, framework, problems);
    }

    private static List<(string Code, string StaffGroup)> ReadRows(CsvReader reader, int width, int code, int group, string name, StaffListFramework framework, Problems problems)
    {
        var codes = new List<(string Code, string StaffGroup)>();
        var lines = new Dictionary<string, int>();
        var groups = framework.Context.StaffGroups;
        while (reader.Read())
        {
            var (line, cells) = ((int)reader.LineNumber, reader.Current.ToArray());
            if (cells.Length != width)
            {
                problems.Add(new Problem(name, line, null, cells.Length == 1 ? "1 cell" : $"{cells.Length} cells", $"{width} cells, as in the header"));
                continue;
            }

            var (text, leaf) = (cells[code].Trim(), cells[group].Trim());
            if (text.Length == 0)
                problems.Add(new Problem(name, line, "occupation_code", "an empty cell", "an occupation code"));
            else if (!lines.TryAdd(text, line))
                problems.Add(new Problem(name, line, "occupation_code", $"\"{text}\" a second time", $"each code once; line {lines[text]} has it already"));
            if (groups.IndexOf(leaf) is not (>= 0 and var index) || !framework.Tree.IsLeaf(index))
                problems.Add(new Problem(name, line, "staff_group", $"\"{leaf}\"", $"the code of a staff group without groups below it in {groups.File}{groups.Suggestion(leaf)}"));
            codes.Add((text, leaf));
        }

        return codes;
    }
}
