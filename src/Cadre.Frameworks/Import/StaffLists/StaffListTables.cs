using System.Globalization;
using Cadre.Engine.Simulation;
using Cadre.Frameworks.Import.Publications;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>Writes the tables that a staff list gives; what it does not give stays as it was.</summary>
internal sealed class StaffListTables(StaffListFramework framework, StaffCounts counts, StaffListProvenance provenance)
{
    /// <summary>So few joiners say little about their ages.</summary>
    public const int FewestJoiners = 100;

    private const string Kept = "leaving_rate kept from ";

    private readonly string _note = $"staff list of {provenance.DayText} added up";

    /// <summary>Posts of the staff group whose holder's age is known.</summary>
    public static int WithAge(StaffCounts counts, int group) => Enumerable.Range(Ages.First, Ages.Count).Sum(age => counts.AtAge(group, age).Heads);

    /// <summary>Joiners of the staff group whose age is known.</summary>
    public static int Joiners(StaffCounts counts, int group) => Enumerable.Range(Ages.First, Ages.Count).Sum(age => counts.JoinersAtAge(group, age));

    /// <summary>Writes the tables into a folder and returns their names.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="matchPlaceRates">Whether place_rates.csv is one of them, and adjustments.csv where cohorts are gone.</param>
    public List<string> Save(string folder, bool matchPlaceRates)
    {
        var tables = new List<string>();
        Save(FrameworkTables.Stock, AddStock);
        if (Enumerable.Range(0, framework.StaffGroups).Any(group => WithAge(counts, group) > 0))
            Save(FrameworkTables.Ages, AddAges);
        if (counts.People is not null)
            Save(FrameworkTables.Headcount, AddHeadcount);
        if (matchPlaceRates)
            tables.Add(SavePlaceRates(folder).File);
        if (matchPlaceRates && CohortTables.SaveAdjustments(folder, row => IsOfCohortThatIsGone(row) == true) is { } adjustments)
            tables.Add(adjustments.File);
        return tables;

        void Save(TableSchema schema, Action<ImportTable> fill)
        {
            var table = new ImportTable(schema);
            fill(table);
            table.Save(folder);
            tables.Add(schema.File);
        }
    }

    /// <summary>By place in the order of places.csv: the list's cohorts, or the rows that the place had when the list does not hold it.</summary>
    private void AddStock(ImportTable table)
    {
        var before = framework.Rows(FrameworkTables.Stock).ToLookup(row => row.OptionalText("place"));
        foreach (var (index, place) in framework.Places.Index())
        {
            if (counts.Holds(index))
                AddCohorts(table, index);
            else
                AddAsTheyWere(table, before[place.Code]);
        }

        AddAsTheyWere(table, before.Where(rows => framework.Context.Places.IndexOf(rows.Key) < 0).SelectMany(rows => rows));
    }

    private void AddCohorts(ImportTable table, int place)
    {
        foreach (var (service, group) in CohortsOf(place))
        {
            var cohort = counts.Cohort(place, service, group);
            table.Add(framework.Places[place].Code, framework.Context.Services[service], framework.Context.StaffGroups[group], cohort.Heads, Plain(cohort.Fte), provenance.Source, provenance.Grade, provenance.KnownOnText, _note);
        }
    }

    private void AddAges(ImportTable table)
    {
        var before = framework.Rows(FrameworkTables.Ages);
        foreach (var rows in before.GroupBy(row => row.OptionalText("staff_group")))
        {
            var group = framework.Context.StaffGroups.IndexOf(rows.Key);
            if (WithAge(counts, group) == 0)
                AddAsTheyWere(table, rows);
            else
                AddBands(table, group, rows);
        }
    }

    private void AddBands(ImportTable table, int group, IEnumerable<CsvRow> rows)
    {
        var bands = AgeBandCount.Of(framework, counts, group);
        var (heads, joiners) = (WithAge(counts, group), Joiners(counts, group));
        foreach (var row in rows)
        {
            var from = int.Parse(row.OptionalText("from"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            var (_, posts, units, joinersOfBand) = Array.Find(bands, band => band.Band.From == from)!;
            var hasJoiners = joiners >= FewestJoiners;
            table.Add(
                rows.First().OptionalText("staff_group"), row.OptionalText("from"), row.OptionalText("to"),
                (double)posts / heads, posts > 0 ? (double)units / StaffListCell.UnitsPerFte / posts : row.OptionalText("fte_per_head"), row.OptionalText("leaving_rate"),
                hasJoiners ? (double)joinersOfBand / joiners : row.OptionalText("joiner_share"),
                provenance.Source, provenance.Grade, provenance.KnownOnText, AgesNote(row, hasJoiners, posts > 0));
        }
    }

    /// <summary>What the row keeps, and where that came from when it was first kept.</summary>
    private string AgesNote(CsvRow row, bool hasJoiners, bool hasPosts)
    {
        var was = row.OptionalText("note");
        var origin = was.IndexOf(Kept, StringComparison.Ordinal) is >= 0 and var at
            ? was[at..]
            : $"{Kept}{row.OptionalText("source")} ({row.OptionalText("grade")}){(was.Length > 0 ? $": {was}" : "")}";
        string[] alsoKept = [.. new[] { (hasJoiners, "joiner_share"), (hasPosts, "fte_per_head") }.Where(item => !item.Item1).Select(item => item.Item2)];
        return $"{_note}; {(alsoKept.Length > 0 ? $"{string.Join(" and ", alsoKept)} as before; " : "")}{origin}";
    }

    private void AddHeadcount(ImportTable table)
    {
        var before = framework.Rows(FrameworkTables.Headcount);
        AddAsTheyWere(table, before.Where(row => framework.Context.Places.IndexOf(row.OptionalText("place")) is var place && (place < 0 || !counts.Holds(place))));
        foreach (var (index, place) in framework.Places.Index().Where(item => counts.Holds(item.Index)))
            table.Add(place.Code, counts.People!.ByPlace[index], provenance.Source, provenance.Grade, provenance.KnownOnText, _note);
    }

    /// <summary>A cohort of the list without a row has one that changes nothing; rows of places that the list does not hold stay.</summary>
    private WrittenTable SavePlaceRates(string folder)
    {
        var cohorts =
            from place in Enumerable.Range(0, framework.Places.Count)
            from cohort in CohortsOf(place)
            select new CohortCodes(framework.Places[place].Code, framework.Context.Services[cohort.Service], framework.Context.StaffGroups[cohort.StaffGroup]);
        object[] cells = ["1", "1", provenance.Source, "D", provenance.KnownOnText, $"new with the staff list of {provenance.DayText}: 1 changes nothing"];
        return CohortTables.SavePlaceRates(folder, row => IsOfCohortThatIsGone(row) != false, cohorts, _ => cells);
    }

    /// <summary>Whether a row is of a place that the list holds and of a cohort there that it does not; null where the place is held and the service or staff group unknown.</summary>
    private bool? IsOfCohortThatIsGone(IReadOnlyDictionary<string, string> row)
    {
        var context = framework.Context;
        var (place, service, group) = (context.Places.IndexOf(row["place"]), context.Services.IndexOf(row["service"]), context.StaffGroups.IndexOf(row["staff_group"]));
        if (place < 0 || !counts.Holds(place))
            return false;
        return service >= 0 && group >= 0 ? counts.Cohort(place, service, group).Heads == 0 : null;
    }

    /// <summary>The list's cohorts at a place, by service and staff group.</summary>
    private IEnumerable<(int Service, int StaffGroup)> CohortsOf(int place) =>
        from service in Enumerable.Range(0, framework.Services)
        from staffGroup in Enumerable.Range(0, framework.StaffGroups)
        where counts.Cohort(place, service, staffGroup).Heads > 0
        select (service, staffGroup);

    private static void AddAsTheyWere(ImportTable table, IEnumerable<CsvRow> rows)
    {
        foreach (var row in rows)
            table.Add([.. table.Columns.Select(row.OptionalText)]);
    }

    private static string Plain(decimal fte) => fte.ToString("0.#########", CultureInfo.InvariantCulture);
}
