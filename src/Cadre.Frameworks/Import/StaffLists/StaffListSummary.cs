using System.Globalization;
using Cadre.Engine.Model;
using Cadre.Frameworks.Fields;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>What a staff list came to beside what the framework had before.</summary>
internal static class StaffListSummary
{
    /// <summary>Tables whose rows are heads, FTE, places or pounds, and not rates or shares.</summary>
    internal static readonly TableSchema[] OfASize =
    [
        FrameworkTables.Supply, FrameworkTables.Intakes, FrameworkTables.Transfers, FrameworkTables.Adjustments, FrameworkTables.NeedTrajectory, FrameworkTables.Envelope, FrameworkTables.Targets,
    ];

    /// <summary>Puts the report together.</summary>
    public static StaffListReport Create(
        StaffListOptions options, StaffListFramework framework, StaffListColumns columns, StaffListHeader header, StaffCounts counts, StaffListProvenance provenance, NationalModel after, List<string> written)
    {
        var cohorts = Cohorts(framework, counts).ToList();
        var before = framework.Rows(FrameworkTables.Stock).Select(row => (Place: row.OptionalText("place"), Group: row.OptionalText("staff_group"), Heads: NumberIn(row, "heads"), Fte: NumberIn(row, "fte"))).ToList();
        var kept = before.Where(row => framework.Context.Places.IndexOf(row.Place) is var place && (place < 0 || !counts.Holds(place))).ToList();
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
            Fte = (double)cohorts.Sum(cohort => cohort.Tally.Fte),
            LeftOut = counts.LeftOut.Rows,
            WithoutAge = counts.WithoutAge,
            WithoutStart = counts.WithoutStart,
            WithoutPseudonym = counts.WithoutPseudonym,
            Trusts = trusts.Count(place => counts.Holds(place.Index)),
            TrustsKept = [.. trusts.Where(place => !counts.Holds(place.Index)).Select(place => place.Item.Code)],
            Groups = [.. framework.Tree.KnownLeaves.Select(GroupOf)],
            Before = (before.Sum(row => row.Heads), before.Sum(row => row.Fte)),
            Now = (after.Cohorts.Sum(cohort => cohort.OpeningHeads.Value), after.Cohorts.Sum(cohort => cohort.OpeningFte.Value)),
            Kept = (kept.Sum(row => row.Heads), kept.Sum(row => row.Fte)),
            SmallCohorts = [.. cohorts.Where(cohort => IsSmall(cohort.Tally.Heads)).Select(cohort => cohort.Name)],
            SmallBands = [.. framework.Tree.KnownLeaves.SelectMany(group => SmallBands(framework, counts, group))],
            Repeated = counts.People?.Repeated ?? 0,
            DaysTakenAs = columns.Dates != DayOrder.YearMonthDay && counts.HasDaysToMistake && !counts.HasDaysAbove12 ? StaffListFields.DayOrders.First(order => order.Value == columns.Dates).Key : null,
            TablesOfOldSize = [.. OfASize.Where(framework.Has).Select(table => table.File)],
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

    private static bool IsSmall(int count) => count is > 0 and < StaffListReport.SmallCount;

    /// <summary>A band's share of the posts times these is its count; so is that of the joiners, where they give shares.</summary>
    private static IEnumerable<string> SmallBands(StaffListFramework framework, StaffCounts counts, int group)
    {
        var bands = AgeBandCount.Of(framework, counts, group);
        var hasJoiners = bands.Sum(band => band.Joiners) >= StaffListTables.FewestJoiners;
        return bands.Where(band => IsSmall(band.Posts) || (hasJoiners && IsSmall(band.Joiners)))
            .Select(band => string.Create(CultureInfo.InvariantCulture, $"{framework.Context.StaffGroups[group]} {band.Band.From} to {band.Band.To - 1}{(IsSmall(band.Posts) ? "" : " (joiners)")}"));
    }

    private static IEnumerable<(StaffCounts.Tally Tally, string Name)> Cohorts(StaffListFramework framework, StaffCounts counts) =>
        from place in Enumerable.Range(0, framework.Places.Count)
        from service in Enumerable.Range(0, framework.Services)
        from staffGroup in Enumerable.Range(0, framework.StaffGroups)
        let cohort = counts.Cohort(place, service, staffGroup)
        where cohort.Heads > 0
        select (cohort, NameOf(framework, place, service, staffGroup));

    /// <summary>The codes of a cohort, its service only where there are several.</summary>
    private static string NameOf(StaffListFramework framework, int place, int service, int group) =>
        $"{framework.Places[place].Code} {(framework.Services > 1 ? $"{framework.Context.Services[service]} " : "")}{framework.Context.StaffGroups[group]}";

    private static double NumberIn(CsvRow row, string column) =>
        double.TryParse(row.OptionalText(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;
}
