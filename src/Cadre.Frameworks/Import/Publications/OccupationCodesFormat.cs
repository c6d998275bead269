using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>
/// Occupation codes by group, a row for each code or a column for each group: the table occupation_codes.csv, by which staff lists tell staff groups
/// (docs/publications.md, "Occupation codes").
/// </summary>
internal sealed class OccupationCodesFormat : PublicationFormat
{
    private const int LongestCode = 12;
    private static readonly string[] Endings = ["_staff_codes", "_codes"];

    /// <summary>Header of the group; null where each group is a column.</summary>
    private readonly string? _group;

    private OccupationCodesFormat(string name, string[] required, string? group)
        : base(name, required, [], new PublicationEvidence("nhs-occupation-codes", "NHS National Workforce Data Set: occupation codes by staff group", "NHS England")) =>
        _group = group;

    /// <summary>A row for each code.</summary>
    public static OccupationCodesFormat ByRow { get; } = new("occupation codes, a row for each", ["OCCUPATION_CODE", "CODE_GROUP"], "CODE_GROUP");

    /// <summary>A row for each code, with the staff group itself.</summary>
    public static OccupationCodesFormat ByStaffGroup { get; } = new("occupation codes, a row for each with its staff group", ["OCCUPATION_CODE", "STAFF_GROUP"], "STAFF_GROUP");

    /// <summary>A column for each group.</summary>
    public static OccupationCodesFormat ByColumn { get; } =
        new("occupation codes, a column for each group", ["MEDICAL_STAFF_HOSPITAL_CODES", "ALLIED_HEALTH_STAFF_CODES", "NURSE_STAFF_CODES", "MIDWIFE_STAFF_CODES"], null);

    private sealed record Entry(PublishedRow Row, string Code, string Group);

    /// <inheritdoc/>
    public override PublicationOutcome Import(PublicationWork work)
    {
        var entries = Entries(work);
        var sizes = entries.GroupBy(entry => entry.Group).ToDictionary(of => of.Key, of => of.Count());
        var leaves = sizes.Keys.ToDictionary(group => group, group => LeafOf(work, group));
        var codes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var of in entries.GroupBy(entry => entry.Code))
        {
            foreach (var entry in of.Where(entry => leaves[entry.Group] < 0))
                work.Tally.LeaveOut(entry.Row, "group is no staff group of the framework without groups below it", entry.Group, work.Codes.NearStaffGroup(entry.Group));
            if (Finest(work, [.. of.Where(entry => leaves[entry.Group] >= 0)], sizes, leaves) is { } leaf)
                codes.Add(of.Key, leaf);
        }

        NoteUnmapped(work, sizes, leaves);
        work.File.ThrowIfAnyFault();
        return codes.Count == 0 ? new PublicationOutcome("", [], [], []) : Write(work, codes);
    }

    private List<Entry> Entries(PublicationWork work)
    {
        var entries = new List<Entry>();
        var seen = new Dictionary<(string, string), int>();
        foreach (var row in work.File.Rows)
        {
            foreach (var (column, group) in _group is null ? GroupColumns(work) : [("OCCUPATION_CODE", work.Text(row, _group))])
            {
                var code = work.Text(row, column);
                if (code.Length == 0 && _group is null)
                    continue;
                if (code.Length is 0 or > LongestCode || !code.All(char.IsAsciiLetterOrDigit))
                    work.File.Report(row, column, code.Length == 0 ? "an empty cell" : FoundText.Quoted(code), "an occupation code of letters and digits, such as N6D");
                else if (seen.TryAdd((code, group), row.Line))
                    entries.Add(new Entry(row, code, group));
                else
                    work.Tally.LeaveOut(row, "the same code of the same group again", code);
            }
        }

        return entries;
    }

    private static IEnumerable<(string Column, string Group)> GroupColumns(PublicationWork work) =>
        from header in work.File.Header.Select(PublicationFile.Plain)
        let ending = Array.Find(Endings, ending => header.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        where ending is not null
        select (header, header[..^ending.Length]);

    private static int LeafOf(PublicationWork work, string group) => work.Codes.StaffGroupOf(group) is >= 0 and var index && work.Codes.IsLeaf(index) ? index : -1;

    /// <summary>The leaf of a code: that of its group with the fewest codes. Two of a size with different leaves are reported.</summary>
    private static int? Finest(PublicationWork work, Entry[] entries, Dictionary<string, int> sizes, Dictionary<string, int> leaves)
    {
        if (entries.Length == 0)
            return null;
        var fewest = entries.Min(entry => sizes[entry.Group]);
        Entry[] finest = [.. entries.Where(entry => sizes[entry.Group] == fewest)];
        if (finest.Select(entry => leaves[entry.Group]).Distinct().Count() > 1)
        {
            var found = $"{finest[0].Code} in {FoundText.Short(string.Join(" and ", finest.Select(entry => entry.Group)))}, which are different staff groups";
            work.File.Report(finest[^1].Row, null, found, "a code of one of them, or of a group with fewer codes (key staff_groups of the columns file)");
        }

        foreach (var entry in entries)
            work.Tally.Use(entry.Row);
        return leaves[finest[0].Group];
    }

    private static void NoteUnmapped(PublicationWork work, Dictionary<string, int> sizes, Dictionary<string, int> leaves)
    {
        string[] unmapped = [.. sizes.Where(group => leaves[group.Key] < 0).Select(group => $"{FoundText.Short(group.Key)} ({group.Value})")];
        if (unmapped.Length > 0)
            work.File.Notes.Add($"Groups that are no staff group of the framework, with their codes: {PublicationWork.Listed(unmapped)}.");
    }

    private static PublicationOutcome Write(PublicationWork work, SortedDictionary<string, int> codes)
    {
        var table = TableEdit.Read(work.Folder, FrameworkTables.OccupationCodes, "occupation_code");
        var before = table.Rows.ToDictionary(row => row["occupation_code"], row => row["staff_group"]);
        foreach (var code in before.Keys.Where(code => !codes.ContainsKey(code)))
            table.Remove(code);
        foreach (var (code, leaf) in codes)
            table.Put(code, work.Model.StaffGroups[leaf].Code, work.Source, work.Grade(Grade.B), work.KnownOn, "");
        var groups = work.Model.StaffGroups.Index().Where(group => work.Codes.IsLeaf(group.Index)).ToList();
        List<PublishedFigure> figures =
        [
            .. groups.Select(group => (group.Item, Was: before.Values.Count(code => code == group.Item.Code), Now: codes.Values.Count(leaf => leaf == group.Index)))
                .Where(group => group.Was + group.Now > 0)
                .Select(group => new PublishedFigure(group.Item.Name, PublicationWork.Shown(group.Was), PublicationWork.Shown(group.Now), "", "codes")),
        ];
        string[] without = [.. groups.Where(group => !codes.ContainsValue(group.Index)).Select(group => group.Item.Name)];
        List<string> sentences = ["Staff lists are read by these codes from now on, and no longer by those that are built in; lists that were added up before are as they were."];
        if (without.Length > 0)
            sentences.Add($"Staff groups without a code: {string.Join(", ", without)}.");
        return new PublicationOutcome("Occupation codes by staff group", figures, [table.Save(work.Folder, work.Tally.Used)], sentences);
    }
}
