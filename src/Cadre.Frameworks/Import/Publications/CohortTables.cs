using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>Makes place_rates.csv and adjustments.csv of a folder follow a stock with other cohorts (<c>--match-place-rates</c>).</summary>
internal static class CohortTables
{
    /// <summary>Takes out the rows of cohorts that are gone and adds one for each cohort without one.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isGone">Whether a row is of a cohort that is gone.</param>
    /// <param name="cohorts">The cohorts that are to have a row.</param>
    /// <param name="cellsOf">The cells of a new row behind its place, service and staff group.</param>
    public static WrittenTable SavePlaceRates(
        string folder, Func<IReadOnlyDictionary<string, string>, bool> isGone, IEnumerable<CohortCodes> cohorts, Func<CohortCodes, object[]> cellsOf)
    {
        var rates = TableEdit.Read(folder, FrameworkTables.PlaceRates, "place", "service", "staff_group");
        rates.RemoveAll(isGone);
        foreach (var cohort in cohorts.Where(cohort => rates.Find(cohort.Place, cohort.Service, cohort.StaffGroup) is null))
            rates.Put([cohort.Place, cohort.Service, cohort.StaffGroup, .. cellsOf(cohort)]);
        return rates.Save(folder, 0);
    }

    /// <summary>Takes out the rows of cohorts that are gone; null where there is none.</summary>
    public static WrittenTable? SaveAdjustments(string folder, Func<IReadOnlyDictionary<string, string>, bool> isGone)
    {
        var adjustments = TableEdit.Read(folder, FrameworkTables.Adjustments, "month", "place", "service", "staff_group", "reason");
        return adjustments.RemoveAll(isGone) > 0 ? adjustments.Save(folder, 0) : null;
    }
}

/// <summary>A cohort by its codes.</summary>
internal readonly record struct CohortCodes(string Place, string Service, string StaffGroup)
{
    /// <summary>The cohort of a row.</summary>
    public static CohortCodes Of(IReadOnlyDictionary<string, string> row) => new(row["place"], row["service"], row["staff_group"]);
}
