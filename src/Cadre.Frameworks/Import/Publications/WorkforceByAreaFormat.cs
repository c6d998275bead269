using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>
/// The mental-health workforce by organisation, staff group, care setting and area of work ("Core 14"): services and finer staff groups of the opening stock
/// (docs/publications.md, "Areas of work").
/// </summary>
internal sealed class WorkforceByAreaFormat() : PublicationFormat(
    "mental-health workforce by organisation and area of work",
    ["DATA_MONTH", "ORG_CODE", "STAFF_GROUP_1", "CARE_SETTING_OR_SPECIALTY", "PRIMARY_AREA_OF_WORK", "FTE"],
    ["DATA_LEVEL", "ORG_NAME", "MAIN_STAFF_GROUP", "SECONDARY_AREA_OF_WORK", "TERTIARY_AREA_OF_WORK", "MENTAL_HEALTH_CLASSIFICATION"],
    new PublicationEvidence("mental-health-workforce-by-area", "NHS HCHS Workforce Statistics: mental health workforce by organisation (Core 14)", "NHS England"))
{
    /// <summary>By key of a rule of the columns file, the header that it is of.</summary>
    private static readonly Dictionary<string, string> HeaderOf = new()
    {
        ["care_setting"] = "CARE_SETTING_OR_SPECIALTY",
        ["primary_area"] = "PRIMARY_AREA_OF_WORK",
        ["secondary_area"] = "SECONDARY_AREA_OF_WORK",
        ["tertiary_area"] = "TERTIARY_AREA_OF_WORK",
        ["classification"] = "MENTAL_HEALTH_CLASSIFICATION",
        ["published"] = "STAFF_GROUP_1",
    };

    private sealed record Rule(AreaRule Area, int Service, int StaffGroup);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Days => ["DATA_MONTH"];

    /// <inheritdoc/>
    public override bool SetsStock => true;

    /// <inheritdoc/>
    public override PublicationOutcome Import(PublicationWork work)
    {
        var rules = Resolve(work);
        var rows = new PublishedStaffRows(
            work, "DATA_MONTH", "STAFF_GROUP_1", "MAIN_STAFF_GROUP", "CARE_SETTING_OR_SPECIALTY",
            "PRIMARY_AREA_OF_WORK", "SECONDARY_AREA_OF_WORK", "TERTIARY_AREA_OF_WORK", "MENTAL_HEALTH_CLASSIFICATION");
        var staff = new AreaStaff(work);
        foreach (var row in rows.OfMonth())
        {
            if (IsOrganisation(work, row) && rows.TrustOf(row) is >= 0 and var place && CohortOf(work, row, rules, rows, staff, place) is { } cohort && rows.FteOf(row) is { } fte)
                staff.Add(place, cohort.Service, cohort.StaffGroup, work.Text(row, "STAFF_GROUP_1"), fte, row);
        }

        work.File.ThrowIfAnyFault();
        var stock = new StockEdit(work);
        if (work.Columns.ByShares)
            staff.Split(stock, rows.Month);
        else
            staff.Set(stock, rows.Month, [.. rules.Select(rule => rule.Service)]);
        return new PublicationOutcome("Staff in post, FTE", stock.Figures(), stock.Save(work.Tally.Used), stock.NoLongerFits());
    }

    private static List<Rule> Resolve(PublicationWork work)
    {
        var rules = new List<Rule>();
        const string expected = "areas: rules that say which area of work or care setting is which service and staff group (docs/publications.md, \"Areas of work\")";
        if (work.Columns.Areas.Count == 0)
            work.Problems.Add(work.Columns.File ?? "--columns", "areas", work.Columns.File is null ? "no columns file" : "none", expected);
        foreach (var area in work.Columns.Areas)
        {
            var service = area.Service is { } named ? work.Codes.Service(named) : work.Codes.DefaultService;
            var group = area.StaffGroup is { } code ? work.Codes.Leaf(code) : -1;
            if (area.Service is null && service < 0 && work.Columns.DefaultService is null)
                work.Problems.Add(new Problem(work.Columns.File!, area.Line, "areas.service", "no service", "a service, or a default_service: the framework has several"));
            foreach (var key in area.Conditions.Keys.Where(key => !work.File.Has(HeaderOf[key])))
            {
                var header = $"the header {HeaderOf[key]} in {work.File.Name}, or no such condition";
                work.Problems.Add(new Problem(work.Columns.File!, area.Line, $"areas.{key}", "a condition on a column that is not there", header));
            }

            rules.Add(new Rule(area, service, group));
        }

        work.File.ThrowIfAnyButShape();
        return rules;
    }

    private static bool IsOrganisation(PublicationWork work, PublishedRow row)
    {
        var level = work.Text(row, "DATA_LEVEL");
        if (level.Length == 0 || level.StartsWith("Org", StringComparison.OrdinalIgnoreCase))
            return true;
        work.Tally.LeaveOut(row, "a total above organisations", level);
        return false;
    }

    /// <summary>The service and staff group of the first rule that fits; null, with the row left out, where none does or it has no staff group.</summary>
    private static (int Service, int StaffGroup)? CohortOf(PublicationWork work, PublishedRow row, List<Rule> rules, PublishedStaffRows rows, AreaStaff staff, int place)
    {
        bool Has(string key, string text) => string.Equals(work.Text(row, HeaderOf[key]), text, StringComparison.OrdinalIgnoreCase);
        var rule = rules.Find(each => each.Area.Conditions.All(condition => Has(condition.Key, condition.Value)));
        if (rule is null)
        {
            staff.AddUnmapped(place, work.Text(row, "STAFF_GROUP_1"), rows.NumberOf(row).Value);
            var stays = work.Columns.ByShares ? ": their share of the stock stays where it is" : "";
            var example = $"{work.Text(row, "CARE_SETTING_OR_SPECIALTY")} / {work.Text(row, "PRIMARY_AREA_OF_WORK")}";
            work.Tally.LeaveOut(row, $"care setting and area of work are in no rule of the columns file (areas){stays}", example);
            return null;
        }

        var group = rule.StaffGroup >= 0 ? rule.StaffGroup : rows.LeafOf(row, "STAFF_GROUP_1");
        return group < 0 ? null : (rule.Service, group);
    }
}
