using Cadre.Core.Words;
using Cadre.Engine.Model;
using Cadre.Frameworks.Import;
using Cadre.Frameworks.Reading;

namespace Cadre.Core.Plans.Tracking;

/// <summary>What of a file of actual staff belongs to a framework.</summary>
/// <param name="Cells">The cells: trust and staff group by their codes, the month, heads and FTE.</param>
/// <param name="LeftOut">What was left out and why, in words.</param>
public sealed record ActualCells(IReadOnlyList<(string Place, string StaffGroup, CalendarMonth Month, double Heads, double Fte)> Cells, IReadOnlyList<string> LeftOut)
{
    private const int MostNamed = 10;

    /// <summary>Takes from a file what belongs to a framework.</summary>
    /// <param name="basis">What plans of the framework begin from.</param>
    /// <param name="names">Codes of its staff groups by any of their names.</param>
    /// <param name="file">The file.</param>
    /// <param name="name">What faults call it.</param>
    /// <param name="today">The day: a month that is not over has no stock at its end.</param>
    /// <exception cref="FrameworkException">Months that cannot be, or nothing that belongs to the framework.</exception>
    public static ActualCells Of(PlanBasis basis, IReadOnlyDictionary<string, string> names, MonthlyStaffFile file, string name, DateOnly today)
    {
        var model = basis.Model;
        var trusts = model.Places.Where(place => place.Level == PlaceLevel.Trust).Select(place => place.Code).ToHashSet();
        var cohorts = model.Cohorts.Select(cohort => (model.Places[cohort.Place].Code, model.StaffGroups[cohort.StaffGroup].Code)).ToHashSet();
        var (first, last) = (model.MonthAt(1), model.MonthAt(Math.Min(TrackedBands.MostMonths, basis.Framework.RunMonths)));
        var cells = new List<(string, string, CalendarMonth, double, double)>();
        var (unknown, groups, noStaff, early) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal), new SortedSet<CalendarMonth>());
        var problems = new List<Problem>();
        var seen = new HashSet<(string, string, CalendarMonth)>();
        foreach (var row in file.Rows)
        {
            if (row.Month > last || row.Month >= CalendarMonth.Of(today))
                problems.Add(new Problem(name, row.Line, "PERIOD", Wording.Long(row.Month), $"a month that is over, from {Wording.Long(first)} to {Wording.Long(last)}"));
            else if (row.Month < first)
                early.Add(row.Month);
            else if (!trusts.Contains(row.Organisation))
                unknown.Add($"{row.OrganisationName} ({row.Organisation})");
            else if (string.Equals(row.StaffGroup, MonthlyStaffFile.AllStaffGroups, StringComparison.OrdinalIgnoreCase))
                continue;
            else if (!names.TryGetValue(row.StaffGroup, out var group))
                groups.Add(row.StaffGroup);
            else if (!cohorts.Contains((row.Organisation, group)))
                noStaff.Add($"{row.StaffGroup} at {row.OrganisationName} ({row.Organisation})");
            else if (!seen.Add((row.Organisation, group, row.Month)))
                problems.Add(new Problem(name, row.Line, null, $"{row.StaffGroup} of {row.OrganisationName} ({row.Organisation}) in {Wording.Long(row.Month)} a second time, under another name", "one row for each trust, staff group and month"));
            else
                cells.Add((row.Organisation, group, row.Month, row.Heads, row.Fte));
        }

        if (problems.Count == 0 && cells.Count == 0)
            problems.Add(new Problem(name, 0, null, "no staff of the framework's trusts at the end of a month after its opening", $"rows of its trusts from {Wording.Long(first)} on"));
        if (problems.Count > 0) throw new FrameworkException(problems);
        return new ActualCells(cells,
        [
            .. Named("organisation that the framework does not have", "organisations that the framework does not have", [.. unknown]),
            .. Named("staff group that the framework does not have", "staff groups that the framework does not have", [.. groups]),
            .. Named("staff group of a trust in which the framework has nobody", "staff groups of trusts in which the framework has nobody", [.. noStaff]),
            .. Named("month up to the framework's opening", "months up to the framework's opening", [.. early.Select(Wording.Long)]),
        ]);
    }

    private static IEnumerable<string> Named(string one, string many, string[] names)
    {
        if (names.Length == 0) yield break;
        var rest = names.Length > MostNamed ? $" and {Wording.Count(names.Length - MostNamed, "other")}" : "";
        yield return $"{Wording.Count(names.Length, one, many)}: {string.Join("; ", names.Take(MostNamed))}{rest}.";
    }
}
