using Cadre.Engine.Model;

namespace Cadre.Core.Accounts;

/// <summary>Whose account, and of which months.</summary>
/// <param name="Place">Index of the place.</param>
/// <param name="StaffGroup">Index of the staff group, a leaf or one that adds up others.</param>
/// <param name="Service">Index of the service; null for all of them.</param>
/// <param name="First">The first month, 1 for the first of the run.</param>
/// <param name="Last">The last month.</param>
public readonly record struct AccountChoice(int Place, int StaffGroup, int? Service, int First, int Last)
{
    /// <summary>The financial years that a run touches, each with its months.</summary>
    /// <param name="model">The model.</param>
    /// <param name="months">Months of the run.</param>
    public static IReadOnlyList<(FinancialYear Year, int First, int Last)> Years(NationalModel model, int months) =>
        [.. Enumerable.Range(1, months).GroupBy(month => FinancialYear.Of(model.MonthAt(month))).Select(year => (year.Key, year.First(), year.Last()))];
}
