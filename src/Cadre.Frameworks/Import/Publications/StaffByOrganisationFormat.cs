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
    public override PublicationOutcome Import(PublicationWork work)
    {
        var rows = new PublishedStaffRows(work, "MONTH", "NATIONALITY", "NATIONALITY_GROUP");
        var staff = new Dictionary<(int Place, int StaffGroup), (double Fte, int Rows)>();
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

            var (sum, count) = staff.GetValueOrDefault((place, group));
            staff[(place, group)] = (sum + fte, count + 1);
        }

        work.File.ThrowIfAnyFault();
        var stock = new StockEdit(work);
        heldBack.ExceptWith(staff.Keys);
        Put(work, stock, staff, heldBack, rows);
        return new PublicationOutcome("Staff in post, FTE", stock.Figures(), stock.Save(work.Tally.Used), stock.NoLongerFits());
    }

    /// <summary>
    /// Every trust of the file gets its staff groups of the file, keeps those whose FTE is held back altogether, and loses those that the file has of others alone.
    /// </summary>
    private static void Put(
        PublicationWork work, StockEdit stock, Dictionary<(int Place, int StaffGroup), (double Fte, int Rows)> staff,
        HashSet<(int Place, int StaffGroup)> heldBack, PublishedStaffRows rows)
    {
        int[] groups = [.. staff.Keys.Select(key => key.StaffGroup).Distinct().Order()];
        foreach (var place in staff.Keys.Select(key => key.Place).Distinct().Order())
        {
            foreach (var group in groups.Where(group => !heldBack.Contains((place, group))))
            {
                var (fte, count) = staff.GetValueOrDefault((place, group));
                var cohorts = stock.Cohorts(place, group).ToList();
                var before = cohorts.Sum(cohort => cohort.OpeningFte.Value);
                var note = $"published for {rows.Month}{(count > 1 ? $", {count} rows added up" : "")}";
                if (before > 0)
                {
                    var (grade, split) = cohorts.Count > 1 ? (Grade.B, ", split over services as before") : (Grade.A, "");
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
                    work.File.Notes.Add($"{what}, left out: the framework has several services and the columns file no default_service.");
                }
            }
        }
    }
}
