using System.Globalization;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>Rows of FTE by organisation and staff group of one month, with what they stand for in the framework.</summary>
/// <param name="work">The import.</param>
/// <param name="monthColumn">Header of the month.</param>
/// <param name="parts">Headers of columns by which rows are parts of an organisation's staff group; a row that has all of them there is a total.</param>
internal sealed class PublishedStaffRows(PublicationWork work, string monthColumn, params string[] parts)
{
    private static readonly string[] Totals = ["All", "Total", "England", "All staff groups", "All nationalities", "All nationality groups"];

    private string[]? _columns;
    private string[]? _withParts;

    /// <summary>The month that is used, as the file writes it.</summary>
    public string Month { get; private set; } = "";

    /// <summary>The rows of the month that the columns file names, or of the latest; repeated ones and FTE that is no number are reported, totals left out.</summary>
    public IEnumerable<PublishedRow> OfMonth()
    {
        var months = work.File.Rows.Select(row => work.Text(row, monthColumn)).Distinct().Select(text => (text, month: work.Days.ReadMonth(text))).ToList();
        Month = work.Columns.Period?.Value ?? months.Where(item => item.month is not null).OrderBy(item => item.month).LastOrDefault().text ?? "";
        if (work.Days.ReadMonth(Month) is { } used && used != CalendarMonth.Of(work.Framework.Opening))
            work.File.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"The figures of {Month} stand for the framework's opening, {work.Framework.Opening:yyyy-MM-dd}."));
        var unread = months.Where(item => item.month is null).Select(item => item.text).ToHashSet();
        var seen = new Dictionary<string, int>();
        foreach (var row in work.File.Rows)
        {
            var text = work.Text(row, monthColumn);
            if (unread.Contains(text))
                work.File.Report(row, monthColumn, text.Length == 0 ? "an empty cell" : FoundText.Quoted(text), "a month, such as 2025-10, 2017-SEP or 2025-10-31");
            else if (text != Month)
                work.Tally.LeaveOut(row, $"another month than {Month}", text);
            else if (IsTotal(row))
                work.Tally.LeaveOut(row, "a total of rows that are used");
            else if (!seen.TryAdd(KeyOf(row), row.Line))
                work.File.Report(row, null, $"{FoundText.Short(KeyOf(row))} again (first in line {seen[KeyOf(row)]})", "one row for each organisation and its parts");
            else if (work.File.Number(row, "FTE").Kind != PublishedNumberKind.Fault)
                yield return row;
        }
    }

    /// <summary>The trust of a row; -1, with the row left out, where it is none of the framework's.</summary>
    public int TrustOf(PublishedRow row)
    {
        var (code, name) = (work.Text(row, "ORG_CODE"), work.Text(row, "ORG_NAME"));
        var place = work.Codes.PlaceOf(code);
        if (place >= 0 && work.Model.Places[place].Level == PlaceLevel.Trust)
            return place;
        work.Tally.LeaveOut(row, "organisation is no trust of the framework", code.Length == 0 ? "(blank)" : code, work.Codes.NearPlace(code, name, isTrust: true));
        return -1;
    }

    /// <summary>The leaf of a row's published staff group; -1, with the row left out, where there is none.</summary>
    public int LeafOf(PublishedRow row, string column)
    {
        var published = work.Text(row, column);
        var group = work.Codes.StaffGroupOf(published);
        if (group >= 0 && work.Codes.IsLeaf(group))
            return group;
        work.Tally.LeaveOut(row, "staff group is none of the framework's", published.Length == 0 ? "(blank)" : published, work.Codes.NearStaffGroup(published));
        return -1;
    }

    /// <summary>What the FTE of a row holds; faults of it are told before the row is handed out.</summary>
    public PublishedNumber NumberOf(PublishedRow row) => PublishedNumber.Read(work.Text(row, "FTE"));

    /// <summary>The FTE of a row, which counts as used; null, with the row left out, where it is held back or blank.</summary>
    public double? FteOf(PublishedRow row)
    {
        var fte = NumberOf(row);
        if (fte.Kind == PublishedNumberKind.Number)
        {
            work.Tally.Use(row);
            return fte.Value;
        }

        work.Tally.LeaveOut(row, fte.Kind == PublishedNumberKind.Suppressed ? "FTE is held back (*): not in the stock" : "FTE is blank");
        return null;
    }

    private bool IsTotal(PublishedRow row)
    {
        _withParts ??= [.. parts.Prepend("STAFF_GROUP").Where(column => work.File.Has(column) && work.File.Rows.Any(each => !Is(Totals, work.Text(each, column))))];
        return Is(Totals, work.Text(row, "ORG_CODE")) || _withParts.Any(column => IsTotal(work.Text(row, column)));
    }

    /// <summary>Whether a text is that of a total, which the columns file does not make a staff group of its own.</summary>
    private bool IsTotal(string text) => Is(Totals, text) && work.Columns.StaffGroups.All(pair => pair.Key != text);

    private static bool Is(string[] words, string text) => words.Contains(text, StringComparer.OrdinalIgnoreCase);

    private string KeyOf(PublishedRow row)
    {
        _columns ??= ["ORG_CODE", "STAFF_GROUP", .. parts];
        return string.Join(", ", _columns.Where(work.File.Has).Select(column => work.Text(row, column)));
    }
}
