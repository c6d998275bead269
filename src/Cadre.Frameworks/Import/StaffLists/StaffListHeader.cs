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

    /// <summary>By column that is read, its header.</summary>
    public IReadOnlyDictionary<string, string> Used => _used;

    /// <summary>Finds the columns among the cells of the first line, and reports those that must be there and are not.</summary>
    public static StaffListHeader Read(string file, string[] names, StaffListColumns columns, Problems problems)
    {
        string[] found = [.. names.Select(name => name.Trim())];
        string[] known = KnownHeaders(found, columns);
        var header = new StaffListHeader(names.Length);
        foreach (var (column, name) in columns.Headers)
            header.Add(file, column, name, found, known, isRequired: true, problems);
        string[] rivals = [.. new[] { ("staff_group", "occupation_code"), ("age", "year_of_birth") }
            .SelectMany(pair => new[] { pair, (pair.Item2, pair.Item1) }).Where(pair => columns.Headers.ContainsKey(pair.Item1)).Select(pair => pair.Item2)];
        foreach (var column in Fields.StaffListFields.Columns.Select(field => field.Name).Except(columns.Headers.Keys).Except(rivals))
            header.Add(file, column, column, found, known, isRequired: column is "organisation" or "fte", problems);
        if (header.StaffGroup < 0 && !columns.Headers.Keys.Any(column => column is "staff_group" or "occupation_code"))
            problems.Add(new Problem(file, 1, null, Shown(found, known), $"a header staff_group or occupation_code, or a columns file that says which it is{Near(known, "staff_group", "occupation_code")}"));
        header.DropRival("staff_group", "occupation_code");
        header.DropRival("age", "year_of_birth");
        return header;
    }

    /// <summary>
    /// The cells that may be told because they look like headers, in a first line that has at least one of a list's: a list without a header begins with a person.
    /// </summary>
    private static string[] KnownHeaders(string[] found, StaffListColumns columns)
    {
        var ofLists = Fields.StaffListFields.Columns.Select(field => field.Name).Concat(columns.Headers.Values);
        return found.Intersect(ofLists, StringComparer.OrdinalIgnoreCase).Any() ? [.. found.Where(LooksLikeHeader)] : [];
    }

    private static bool LooksLikeHeader(string cell) => cell.Length is > 0 and <= LongestShown && cell.All(letter => char.IsLetter(letter) || letter is '_' or ' ');

    private int IndexOf(string column) => _indexes.GetValueOrDefault(column, -1);

    private void Add(string file, string column, string name, string[] found, string[] known, bool isRequired, Problems problems)
    {
        int[] at = [.. found.Index().Where(item => string.Equals(item.Item, name, StringComparison.OrdinalIgnoreCase)).Select(item => item.Index)];
        if (at.Length > 1)
            problems.Add(new Problem(file, 1, name, $"the header {at.Length} times", "each header once"));
        else if (at.Length == 0 && isRequired)
            problems.Add(new Problem(file, 1, name, Shown(found, known), $"a header {name}{(column == name ? ", or a columns file that says which it is" : $", which the columns file names for {column}")}{Near(known, name)}"));
        if (at.Length == 0)
            return;
        _indexes.Add(column, at[0]);
        _used.Add(column, found[at[0]]);
    }

    /// <summary>Takes the second of two columns out, where the list has both: the first counts.</summary>
    private void DropRival(string column, string rival)
    {
        if (!_indexes.ContainsKey(column))
            return;
        _indexes.Remove(rival);
        _used.Remove(rival);
    }

    private static string Near(string[] known, params string[] names) =>
        names.Select(name => Nearest.Find(name, known)).FirstOrDefault(near => near is { Length: > 0 }) is { } near ? $"; is it {near}?" : "";

    private static string Shown(string[] found, string[] known)
    {
        if (known.Length == 0)
            return "a first line that is no header";
        string[] shown = [.. known.Take(MostShown)];
        return $"the headers {string.Join(", ", shown)}{(found.Length > shown.Length ? $" and {found.Length - shown.Length} more" : "")}";
    }
}
