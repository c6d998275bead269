using System.Globalization;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>What a staff group of a place has of twelve months, FTE; null where the publication does not say.</summary>
/// <param name="Until">Last month of the twelve.</param>
internal sealed record TurnoverYear(CalendarMonth Until)
{
    /// <summary>Staff at the start.</summary>
    public double? Start { get; set; }

    /// <summary>Staff at the end.</summary>
    public double? End { get; set; }

    /// <summary>Joiners.</summary>
    public double? Joiners { get; set; }

    /// <summary>Leavers.</summary>
    public double? Leavers { get; set; }

    /// <summary>Whether one of its figures is held back: nothing is made of the year then.</summary>
    public bool IsSuppressed { get; set; }

    /// <summary>The rows that it is made of.</summary>
    public List<PublishedRow> Rows { get; } = [];

    /// <summary>Average staff (docs/method.md section 5.2): the mean of start and end, or what end, joiners and leavers make it; null where neither can be told.</summary>
    public double? AverageStaff => (Start, End, Joiners, Leavers) switch
    {
        ({ } start, { } end, _, _) => (start + end) / 2,
        (null, { } end, { } joiners, { } leavers) => end - ((joiners - leavers) / 2),
        _ => null,
    };
}

/// <summary>Reads the rows of a turnover file by place, staff group and year.</summary>
internal static class TurnoverYears
{
    private const string AllOfColumn = "All ";
    private static readonly string[] Types = ["Denominator at start of period", "Denominator at end of period", "Joiners", "Leavers"];
    private static readonly string[] NationCodes = ["All NHSE regions", "England", "E92000001"];

    /// <summary>By index of place and staff group, the years in order of time.</summary>
    public static Dictionary<(int Place, int StaffGroup), List<TurnoverYear>> Read(PublicationWork work)
    {
        var years = new Dictionary<(int Place, int StaffGroup), SortedDictionary<int, TurnoverYear>>();
        var seen = new Dictionary<(string, string, string, string), int>();
        foreach (var row in work.File.Rows)
        {
            if (YearOf(work, row) is not { } until || IsPart(work, row))
                continue;
            var fte = work.File.Number(row, "FTE");
            if (TypeOf(work, row) is not { } type || KeyOf(work, row) is not { } key)
                continue;
            var what = (work.Text(row, "PERIOD"), type, work.Text(row, "NHSE_REGION_CODE"), work.Text(row, "STAFF_GROUP"));
            if (!seen.TryAdd(what, row.Line))
            {
                var found = $"{FoundText.Short(what.Item4)}, {type}, {what.Item1} again (first in line {seen[what]})";
                work.File.Report(row, "TYPE", found, "one row for each period, region, staff group and type");
                continue;
            }

            if (!years.TryGetValue(key, out var ofKey))
                years.Add(key, ofKey = []);
            var at = (until.Year * 12) + until.Month;
            if (!ofKey.TryGetValue(at, out var year))
                ofKey.Add(at, year = new TurnoverYear(until));
            Put(work, row, type, fte, year);
        }

        return years.ToDictionary(of => of.Key, of => of.Value.Values.ToList());
    }

    /// <summary>The last month of a row's twelve; null, with the row left out or reported, where there is none that can be used.</summary>
    private static CalendarMonth? YearOf(PublicationWork work, PublishedRow row)
    {
        var text = work.Text(row, "PERIOD");
        var parts = text.Split(" to ");
        if (parts.Length != 2 || work.Days.ReadMonth(parts[0]) is not { } from || work.Days.ReadMonth(parts[1]) is not { } until)
        {
            work.File.Report(row, "PERIOD", text.Length == 0 ? "an empty cell" : FoundText.Quoted(text), "twelve months, such as 202410 to 202510");
            return null;
        }

        if (from.PlusMonths(12) != until)
            work.Tally.LeaveOut(row, "not twelve months", text);
        else if (work.Columns.Period is { } wanted && wanted.Value != text)
            work.Tally.LeaveOut(row, $"another period than {wanted.Value}");
        else if (work.EndsAfterAsOf(until))
            work.Tally.LeaveOut(row, string.Create(CultureInfo.InvariantCulture, $"twelve months that end after the framework's as_of, {work.Framework.AsOf:yyyy-MM-dd}"), text);
        else
            return until;
        return null;
    }

    /// <summary>Whether a row is a part of another that is used, or a total of staff groups, and is left out.</summary>
    private static bool IsPart(PublicationWork work, PublishedRow row)
    {
        var isMapped = work.Columns.StaffGroups.Any(pair => pair.Key == work.Text(row, "STAFF_GROUP"));
        if (work.File.Has("GRADE") && !IsAll(work.Text(row, "GRADE")))
            work.Tally.LeaveOut(row, "a single grade: all grades are used");
        else if (work.File.Has("AGE_BAND") && !IsAll(work.Text(row, "AGE_BAND")))
            work.Tally.LeaveOut(row, "a single age band: all ages are used");
        else if (IsAll(work.Text(row, "STAFF_GROUP")) && !isMapped)
            work.Tally.LeaveOut(row, "a total of staff groups");
        else
            return false;
        return true;
    }

    private static bool IsAll(string text) => text.StartsWith(AllOfColumn, StringComparison.OrdinalIgnoreCase);

    private static string? TypeOf(PublicationWork work, PublishedRow row)
    {
        var text = work.Text(row, "TYPE");
        if (Types.FirstOrDefault(type => string.Equals(type, text, StringComparison.OrdinalIgnoreCase)) is { } known)
            return known;
        work.Tally.LeaveOut(row, "a TYPE that is none of start, end, joiners and leavers", text, Nearest.Find(text, Types));
        return null;
    }

    private static (int Place, int StaffGroup)? KeyOf(PublicationWork work, PublishedRow row)
    {
        var (region, name, published) = (work.Text(row, "NHSE_REGION_CODE"), work.Text(row, "NHSE_REGION_NAME"), work.Text(row, "STAFF_GROUP"));
        var place = work.Codes.PlaceOf(region);
        if (place < 0 && (!work.File.Has("NHSE_REGION_CODE") || NationCodes.Contains(region, StringComparer.OrdinalIgnoreCase)))
            place = work.Model.Places.Index().First(item => item.Item.Level == PlaceLevel.Nation).Index;
        var group = work.Codes.StaffGroupOf(published);
        if (place < 0)
            work.Tally.LeaveOut(row, "region is no place of the framework", region.Length == 0 ? "(blank)" : region, work.Codes.NearPlace(region, name, isTrust: false));
        else if (group < 0)
            work.Tally.LeaveOut(row, "staff group is none of the framework's", published, work.Codes.NearStaffGroup(published));
        else
            return (place, group);
        return null;
    }

    private static void Put(PublicationWork work, PublishedRow row, string type, PublishedNumber fte, TurnoverYear year)
    {
        if (fte.Kind == PublishedNumberKind.Blank)
        {
            work.Tally.LeaveOut(row, "FTE is blank");
            return;
        }

        if (fte.Kind == PublishedNumberKind.Suppressed)
        {
            work.Tally.LeaveOut(row, "FTE is held back (*): nothing is made of the year of the staff group and place");
            year.IsSuppressed = true;
            return;
        }

        work.Tally.Use(row);
        year.Rows.Add(row);
        if (type == Types[0]) year.Start = (year.Start ?? 0) + fte.Value;
        else if (type == Types[1]) year.End = (year.End ?? 0) + fte.Value;
        else if (type == Types[2]) year.Joiners = (year.Joiners ?? 0) + fte.Value;
        else year.Leavers = (year.Leavers ?? 0) + fte.Value;
    }
}
