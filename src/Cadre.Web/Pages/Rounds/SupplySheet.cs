using Cadre.Core.Plans;
using Cadre.Core.Plans.RollUp;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Web.Pages.Rounds;

/// <summary>What local plans claim of every pool, a row for each place or source.</summary>
internal static class SupplySheet
{
    public static BookSheet Of(PlanBasis basis, IReadOnlyList<PoolClaims> claims) => new()
    {
        Name = "Supply", Title = "What local plans claim of each pool of candidates, heads",
        Columns =
        [
            RoundTables.Text("year"), RoundTables.Text("staff_group"), RoundTables.Text("catchment"), RoundTables.Text("place"), RoundTables.Text("source"), RoundTables.Figure("on_hand"), RoundTables.Figure("arrivals"),
            RoundTables.Figure("framework"), RoundTables.Figure("claimed"), RoundTables.Figure("gets"),
        ],
        Rows = [.. claims.SelectMany(pool => RowsOf(basis, pool))],
    };

    private static IEnumerable<BookRow> RowsOf(PlanBasis basis, PoolClaims pool)
    {
        var model = basis.Model;
        var of = model.Pools[pool.Pool];
        BookRow Row(string place, string source, double? onHand, double? arrivals, double? framework, double claimed, double gets) => new(
        [
            BookCell.Of(pool.Year.ToString()), BookCell.Of(model.StaffGroups[of.StaffGroup].Code), BookCell.Of(model.Places[of.Catchment].Code), BookCell.Of(place), BookCell.Of(source),
            RoundTables.Number(onHand), RoundTables.Number(arrivals), RoundTables.Number(framework), RoundTables.Number(claimed), RoundTables.Number(gets),
        ]);
        return pool.Places.Select(place => Row(place.Plan.Place, "", null, null, place.Framework, place.Claimed, place.Gets))
            .Concat(pool.Sources.Select(source => Row("", source.Source is { } index ? model.Sources[index].Code : "other", source.OnHand, source.Arrivals, null, source.Claimed, source.Gets)));
    }
}
