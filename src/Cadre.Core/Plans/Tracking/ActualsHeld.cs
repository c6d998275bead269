using Cadre.Engine.Model;

namespace Cadre.Core.Plans.Tracking;

/// <summary>Actual staff as they are shown: of cells that several uploads hold those of the last.</summary>
public sealed class ActualsHeld
{
    private readonly Dictionary<(string Place, string StaffGroup, string Month), Actual> _cells;
    private readonly HashSet<(string Place, string Month)> _covered;

    /// <param name="cells">One for each trust, staff group and month.</param>
    public ActualsHeld(IEnumerable<Actual> cells)
    {
        _cells = cells.ToDictionary(cell => (cell.Place, cell.StaffGroup, cell.Month));
        _covered = [.. _cells.Keys.Select(cell => (cell.Place, cell.Month))];
    }

    /// <summary>The months, in order.</summary>
    public IReadOnlyList<string> Months => field ??= [.. _covered.Select(cell => cell.Month).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Cells there are.</summary>
    public int Count => _cells.Count;

    /// <summary>A cell; null where there is none.</summary>
    public Actual? Find(string place, string staffGroup, string month) => _cells.GetValueOrDefault((place, staffGroup, month));

    /// <summary>Whether there is anything of a trust in a month.</summary>
    public bool IsCovered(string trust, string month) => _covered.Contains((trust, month));

    /// <summary>
    /// FTE of a place by month of the run: its trusts by the share of each that is counted in it. A month in which one of them is missing is not there; a staff group
    /// that a trust of the file has no row of is nobody.
    /// </summary>
    /// <param name="basis">What plans begin from.</param>
    /// <param name="members">Codes of the framework's places that are added up.</param>
    /// <param name="staffGroup">Index of the staff group, a leaf or one that adds up others.</param>
    public IReadOnlyDictionary<int, double> FteOf(PlanBasis basis, IReadOnlyList<string> members, int staffGroup)
    {
        var model = basis.Model;
        var trusts = members.SelectMany(basis.TrustsOf).GroupBy(part => part.Trust).Select(parts => (Trust: parts.Key, Weight: parts.Sum(part => part.Weight)));
        (string Trust, string Group, double Weight)[] parts =
        [
            .. from part in trusts
               from cohort in model.Cohorts
               where cohort.Place == part.Trust && WayUp.FromStaffGroup(model.StaffGroups, cohort.StaffGroup).Contains(staffGroup)
               select (model.Places[part.Trust].Code, model.StaffGroups[cohort.StaffGroup].Code, part.Weight),
        ];
        // A staff group of several services is one row of the file.
        parts = [.. parts.DistinctBy(part => (part.Trust, part.Group))];
        return Months.Where(month => parts.Length > 0 && parts.All(part => IsCovered(part.Trust, month)))
            .ToDictionary(month => MonthOf(model, month), month => parts.Sum(part => part.Weight * (Find(part.Trust, part.Group, month)?.Fte ?? 0)));
    }

    /// <summary>A month of the run.</summary>
    public static int MonthOf(NationalModel model, string month) => CalendarMonth.TryParse(month, out var calendar) ? calendar.MonthsSince(model.MonthAt(0)) : throw new FormatException(month);
}
