using System.Globalization;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>What a staff list came to beside what the framework had before.</summary>
internal static class StaffListSummary
{
    /// <summary>Puts the report together.</summary>
    public static StaffListReport Create(
        StaffListOptions options, StaffListFramework framework, StaffListHeader header, StaffCounts counts, StaffListProvenance provenance, NationalModel after, List<string> written)
    {
        var cohorts = Cohorts(framework, counts).ToList();
        var before = framework.Rows(FrameworkTables.Stock).Select(row => (Group: row.OptionalText("staff_group"), Heads: NumberIn(row, "heads"), Fte: NumberIn(row, "fte"))).ToList();
        var trusts = framework.Places.Index().Where(place => place.Item.Level == PlaceLevel.Trust).ToList();
        return new StaffListReport
        {
            List = options.List,
            Day = provenance.Day,
            Opening = framework.Header.Opening ?? default,
            Headers = header.Used,
            Rows = counts.Rows,
            Posts = counts.Counted,
            People = counts.People?.Total,
            Fte = (double)cohorts.Sum(cohort => cohort.Fte),
            LeftOut = counts.LeftOut.Rows,
            WithoutAge = counts.WithoutAge,
            WithoutStart = counts.WithoutStart,
            WithoutPseudonym = counts.WithoutPseudonym,
            Trusts = trusts.Count(place => counts.Holds(place.Index)),
            TrustsKept = [.. trusts.Where(place => !counts.Holds(place.Index)).Select(place => place.Item.Code)],
            Groups = [.. framework.Tree.KnownLeaves.Select(GroupOf)],
            Before = (before.Sum(row => row.Heads), before.Sum(row => row.Fte)),
            Now = (after.Cohorts.Sum(cohort => cohort.OpeningHeads.Value), after.Cohorts.Sum(cohort => cohort.OpeningFte.Value)),
            SmallCohorts = cohorts.Count(cohort => cohort.Heads < StaffListReport.SmallCount),
            TablesWritten = written,
        };

        StaffListGroup GroupOf(int group)
        {
            var was = before.Where(row => row.Group == framework.Context.StaffGroups[group]).ToList();
            var now = after.Cohorts.Where(cohort => cohort.StaffGroup == group).ToList();
            var joiners = StaffListTables.Joiners(counts, group);
            return new StaffListGroup(
                framework.Tree.Names[group], (was.Sum(row => row.Heads), was.Sum(row => row.Fte)),
                (now.Sum(cohort => cohort.OpeningHeads.Value), now.Sum(cohort => cohort.OpeningFte.Value)),
                StaffListTables.WithAge(counts, group), joiners, joiners >= StaffListTables.FewestJoiners);
        }
    }

    private static IEnumerable<StaffCounts.Tally> Cohorts(StaffListFramework framework, StaffCounts counts) =>
        from place in Enumerable.Range(0, framework.Places.Count)
        from service in Enumerable.Range(0, framework.Services)
        from staffGroup in Enumerable.Range(0, framework.StaffGroups)
        let cohort = counts.Cohort(place, service, staffGroup)
        where cohort.Heads > 0
        select cohort;

    private static double NumberIn(CsvRow row, string column) =>
        double.TryParse(row.OptionalText(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;
}
