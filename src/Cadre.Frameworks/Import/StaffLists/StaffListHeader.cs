using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>Where the columns of a staff list stand; -1 for one that it does not have.</summary>
internal sealed class StaffListHeader
{
    private const int MostShown = 30;
    private const int LongestShown = 40;

    private readonly Dictionary<string, int> _indexes = [];
    private readonly Dictionary<string, string> _used = [];

    private StaffListHeader(int width) => Width = width;

    /// <summary>How many cells a row has.</summary>
    public int Width { get; }

    public int Pseudonym => IndexOf("pseudonym");

    public int Organisation => IndexOf("organisation");

    /// <summary>The staff group, or the occupation code where there is none.</summary>
    public int StaffGroup => IndexOf("staff_group") is >= 0 and var group ? group : IndexOf("occupation_code");

    public int Service => IndexOf("service");

    /// <summary>The age, or the year of birth where there is none.</summary>
    public int Age => IndexOf("age") is >= 0 and var age ? age : IndexOf("year_of_birth");

    /// <summary>Whether <see cref="Age"/> is a year of birth.</summary>
    public bool AgeIsYearOfBirth => IndexOf("age") < 0;

    public int StartDate => IndexOf("start_date");

    public int Fte => IndexOf("fte");

    /// <summary>By column that the list has, its header.</summary>
    public IReadOnlyDictionary<string, string> Used => _used;

    /// <summary>Finds the columns among the cells of the first line, and reports those that must be there and are not.</summary>
    public static StaffListHeader Read(string file, string[] names, StaffListColumns columns, Problems problems)
    {
        string[] found = [.. names.Select(name => name.Trim())];
        var header = new StaffListHeader(names.Length);
        foreach (var (column, name) in columns.Headers)
            header.Add(file, column, name, found, isRequired: true, problems);
        string[] rivals = [.. new[] { ("staff_group", "occupation_code"), ("age", "year_of_birth") }
            .SelectMany(pair => new[] { pair, (pair.Item2, pair.Item1) }).Where(pair => columns.Headers.ContainsKey(pair.Item1)).Select(pair => pair.Item2)];
        foreach (var column in Fields.StaffListFields.Columns.Select(field => field.Name).Except(columns.Headers.Keys).Except(rivals))
            header.Add(file, column, column, found, isRequired: column is "organisation" or "fte", problems);
        if (header.StaffGroup < 0 && !columns.Headers.Keys.Any(column => column is "staff_group" or "occupation_code"))
            problems.Add(new Problem(file, 1, null, Shown(found), $"a header staff_group or occupation_code, or a columns file that says which it is{Near(found, "staff_group", "occupation_code")}"));
        return header;
    }

    private int IndexOf(string column) => _indexes.GetValueOrDefault(column, -1);

    private void Add(string file, string column, string name, string[] found, bool isRequired, Problems problems)
    {
        int[] at = [.. found.Index().Where(item => string.Equals(item.Item, name, StringComparison.OrdinalIgnoreCase)).Select(item => item.Index)];
        if (at.Length > 1)
            problems.Add(new Problem(file, 1, name, $"the header {at.Length} times", "each header once"));
        else if (at.Length == 0 && isRequired)
            problems.Add(new Problem(file, 1, name, Shown(found), $"a header {name}{(column == name ? ", or a columns file that says which it is" : $", which the columns file names for {column}")}{Near(found, name)}"));
        if (at.Length == 0)
            return;
        _indexes.Add(column, at[0]);
        _used.Add(column, found[at[0]]);
    }

    private static string Near(string[] found, params string[] names) =>
        names.Select(name => Nearest.Find(name, found)).FirstOrDefault(near => near is { Length: > 0 }) is { } near ? $"; is it {near}?" : "";

    private static string Shown(string[] found)
    {
        var names = found.Take(MostShown).Select(name => string.Concat(name.Take(LongestShown).Select(letter => char.IsControl(letter) ? '?' : letter)));
        return $"the headers {string.Join(", ", names)}{(found.Length > MostShown ? $" and {found.Length - MostShown} more" : "")}";
    }
}
