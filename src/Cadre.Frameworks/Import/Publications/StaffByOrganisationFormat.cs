using Cadre.Engine.Model;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>
/// FTE by organisation and staff group, and by nationality where the file has it ("HCHS staff by organisation"): the opening stock (docs/publications.md, "Staff").
/// </summary>
internal sealed class StaffByOrganisationFormat() : PublicationFormat(
    "HCHS staff by organisation and staff group", ["MONTH", "ORG_CODE", "STAFF_GROUP", "FTE"], ["ORG_NAME", "NATIONALITY", "NATIONALITY_GROUP"],
    new PublicationEvidence("hchs-staff-by-organisation", "NHS HCHS Workforce Statistics: staff by organisation and staff group", "NHS England"))
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Days => ["MONTH"];

    /// <inheritdoc/>
    public override bool SetsStock => true;

    /// <inheritdoc/>
    public override PublicationOutcome Import(PublicationWork work)
    {
        var rows = new PublishedStaffRows(work, "MONTH", "NATIONALITY", "NATIONALITY_GROUP");
        var staff = new Dictionary<(int Place, int StaffGroup), (double Fte, List<PublishedRow> Rows)>();
        var heldBack = new HashSet<(int Place, int StaffGroup)>();
        foreach (var row in rows.OfMonth())
        {
            if (rows.TrustOf(row) is not (>= 0 and var place) || rows.LeafOf(row, "STAFF_GROUP") is not (>= 0 and var group))
                continue;
            if (rows.FteOf(row) is not { } fte)
            {
                heldBack.Add((place, group));
                continue;
            }

            var (sum, ofGroup) = staff.GetValueOrDefault((place, group), (0, []));
            ofGroup.Add(row);
            staff[(place, group)] = (sum + fte, ofGroup);
        }

        work.File.ThrowIfAnyFault();
        var stock = new StockEdit(work);
        heldBack.ExceptWith(staff.Keys);
        Put(work, stock, staff, heldBack, rows);
        return new PublicationOutcome("Staff in post, FTE", stock.Figures(), stock.Save(work.Tally.Used), stock.NoLongerFits());
    }

    /// <summary>Every trust of the file gets its staff groups of the file, and keeps those of which the file has no row or holds back the FTE altogether.</summary>
    private static void Put(
        PublicationWork work, StockEdit stock, Dictionary<(int Place, int StaffGroup), (double Fte, List<PublishedRow> Rows)> staff,
        HashSet<(int Place, int StaffGroup)> heldBack, PublishedStaffRows rows)
    {
        foreach (var ((place, group), (fte, ofGroup)) in staff.OrderBy(of => of.Key))
            Put(work, stock, place, group, fte, ofGroup, rows.Month);
        var places = staff.Keys.Select(key => key.Place).ToHashSet();
        foreach (var cohort in work.Model.Cohorts.Where(cohort => places.Contains(cohort.Place)))
        {
            if (!staff.ContainsKey((cohort.Place, cohort.StaffGroup)) && !heldBack.Contains((cohort.Place, cohort.StaffGroup)))
                stock.Keep(cohort);
        }
    }

    private static void Put(PublicationWork work, StockEdit stock, int place, int group, double fte, List<PublishedRow> rows, string month)
    {
        var cohorts = stock.Cohorts(place, group).ToList();
        var before = cohorts.Sum(cohort => cohort.OpeningFte.Value);
        var note = $"published for {month}{(rows.Count > 1 ? $", {rows.Count} rows added up" : "")}";
        if (before > 0)
        {
            var (grade, split) = cohorts.Count(cohort => cohort.OpeningFte.Value > 0) > 1 ? (Grade.B, ", split over services as before") : (Grade.A, "");
            foreach (var cohort in cohorts)
                stock.Put(place, cohort.Service, group, fte * (cohort.OpeningFte.Value / before), grade, note + split);
        }
        else if (fte > 0 && work.Codes.DefaultService >= 0)
        {
            stock.Put(place, work.Codes.DefaultService, group, fte, Grade.A, note);
        }
        else if (fte > 0)
        {
            var what = $"{work.Model.StaffGroups[group].Name} of {work.Model.Places[place].Code}, {PublicationWork.Shown(fte)} FTE";
            work.Tally.LeaveOutAfterAll(rows, "new staff, with several services in the framework and no default_service in the columns file", what);
        }
    }
}
