using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Core.Accounts;

/// <summary>A need that a place counts, in one month of the central run (docs/method.md section 10).</summary>
/// <param name="Need">The row of need.csv.</param>
/// <param name="Fte">What it comes to, after what new roles take over or take over from others, FTE.</param>
/// <param name="Staff">Staff in post who have this need, FTE.</param>
/// <param name="Weight">The share of both that the place counts.</param>
public sealed record AccountNeed(Need Need, double Fte, double Staff, double Weight)
{
    /// <summary>The needs of a choice at the end of its last month, the largest first.</summary>
    internal static IEnumerable<AccountNeed> Of(NationalModel model, RunResult central, AccountChoice choice, Func<int, double> weightOfPlace, Func<int, bool> isOfGroup)
    {
        if (model.Needs.Count == 0) return [];
        var rows = central.Needs(choice.Last).ToDictionary(row => (row.Place, row.Service, row.StaffGroup));
        return from need in model.Needs
               where weightOfPlace(need.Place) > 0 && isOfGroup(need.StaffGroup) && (choice.Service is not { } service || need.Service == service)
               let row = rows[(need.Place, need.Service, need.StaffGroup)]
               let weight = weightOfPlace(need.Place)
               orderby row.Need * weight descending
               select new AccountNeed(need, row.Need, row.Staff, weight);
    }
}
