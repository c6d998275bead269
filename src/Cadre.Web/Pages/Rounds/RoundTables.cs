using Cadre.Core.Plans;
using Cadre.Core.Plans.Mergers;
using Cadre.Core.Plans.RollUp;
using Cadre.Frameworks.Writing.Workbooks;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Pages.Rounds;

/// <summary>The tables of a round as files, an observation a row.</summary>
internal static class RoundTables
{
    public static void MapRoundTables(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/rounds/{id:guid}").RequireAuthorization(Access.SeeRounds);
        group.MapGet("/sum.csv", async (Guid id, PlanReader reader, RollUpService rollUp, CancellationToken cancellation) =>
            await reader.RoundAsync(id, cancellation) is { } round ? TableFile.Csv("sum.csv", SumSheet(await rollUp.SumAsync(round, cancellation))) : Microsoft.AspNetCore.Http.Results.NotFound());
        group.MapGet("/bridge.csv", async (Guid id, PlanReader reader, RollUpService rollUp, StaffEffectService effects, CancellationToken cancellation) =>
            await reader.RoundAsync(id, cancellation) is { } round ? TableFile.Csv("bridge.csv", await BridgeSheetAsync(round, rollUp, effects, cancellation)) : Microsoft.AspNetCore.Http.Results.NotFound());
        group.MapGet("/services.csv", async (Guid id, PlanReader reader, RollUpService rollUp, CancellationToken cancellation) =>
            await reader.RoundAsync(id, cancellation) is { } round ? TableFile.Csv("services.csv", ServicesSheet(new ServiceSums(await rollUp.SumAsync(round, cancellation)))) : Microsoft.AspNetCore.Http.Results.NotFound());
        group.MapGet("/supply.csv", async (Guid id, PlanReader reader, SupplyClaimService supply, CancellationToken cancellation) =>
            await reader.RoundAsync(id, cancellation) is { } round && await supply.ClaimsAsync(round, cancellation) is { } found ? TableFile.Csv("supply.csv", SupplySheet.Of(found.Basis, found.Claims)) : Microsoft.AspNetCore.Http.Results.NotFound());
        routes.MapGroup("/rounds/{id:guid}").RequireAuthorization(Access.KeepRounds).MapGet("/mergers.csv", async (Guid id, PlanReader reader, PlanSuccessionService successions, CancellationToken cancellation) =>
            await reader.RoundAsync(id, cancellation) is { } round ? TableFile.Csv("mergers.csv", await MergerSheetAsync(round, reader, successions, cancellation)) : Microsoft.AspNetCore.Http.Results.NotFound());
        routes.MapGet("/rounds/{id:guid}/shares.csv", async (Guid id, AllocationRule rule, PlanReader reader, CancellationToken cancellation) =>
            await reader.RoundAsync(id, cancellation) is { } round && await SharesAsync(round, rule, reader, cancellation) is { } shares ? TableFile.Csv("shares.csv", shares.ToSheet()) : Microsoft.AspNetCore.Http.Results.NotFound())
            .RequireAuthorization(Access.KeepRounds);
        group.MapGet("/sum.xlsx", async (Guid id, PlanReader reader, RollUpService rollUp, StaffEffectService effects, CancellationToken cancellation) =>
        {
            if (await reader.RoundAsync(id, cancellation) is not { } round) return Microsoft.AspNetCore.Http.Results.NotFound();
            var sum = await rollUp.SumAsync(round, cancellation);
            return TableFile.Xlsx("local-plans.xlsx", "Local plans and the national plan", sum.Basis.Framework, SumSheet(sum), ServicesSheet(new ServiceSums(sum)), await BridgeSheetAsync(round, rollUp, effects, cancellation));
        });
    }

    /// <summary>What each place gets by a rule and why; null for a rule that needs something typed or that the framework cannot carry.</summary>
    private static async Task<SharesView?> SharesAsync(PlanRound round, AllocationRule rule, PlanReader reader, CancellationToken cancellation)
    {
        var basis = await reader.BasisAsync(round, cancellation);
        return SharesView.Rules.Contains(rule) && AllocationMaker.TryMake(basis, rule).Posts is { } posts ? new SharesView(AllocationShares.Of(basis, rule, posts), round.Id, null, "") : null;
    }

    /// <summary>Exact posts as a cell.</summary>
    public static BookCell Posts(decimal fte) => BookCell.Of((double)fte, BookFormat.Fine);

    /// <summary>A number that runs gave, as a cell.</summary>
    public static BookCell Number(double? value) => BookCell.Of(value is { } number ? Math.Round(number, 6) : null, BookFormat.Fine);

    private static BookSheet SumSheet(NationalSum sum) => new()
    {
        Name = "Sum", Title = "National plan and sum of local plans, FTE",
        Columns = [Text("quarter"), Text("service"), Text("staff_group"), Figure("national"), Figure("local_plans"), Figure("difference")],
        Rows =
        [
            .. from line in sum.Basis.Lines
               where sum.NationalOf(line).Length > 0
               let planned = sum.SumOf(line)
               from quarter in sum.Basis.Quarters.Index()
               let national = sum.NationalOf(line)[quarter.Index]
               select new BookRow(
                   [BookCell.Of(quarter.Item.Code), BookCell.Of(line.Service), BookCell.Of(line.StaffGroup), Posts(national), Posts(planned[quarter.Index]), Posts(planned[quarter.Index] - national)]),
        ],
    };

    private static BookSheet ServicesSheet(ServiceSums sums) => new()
    {
        Name = "Services", Title = "Sum of local plans by service, FTE",
        Columns = [Text("quarter"), Text("service"), Text("staff_group"), Text("plan_service"), Text("plan_service_name"), Figure("local_plans")],
        Rows =
        [
            .. from line in sums.Basis.Lines
               from service in sums.Services
               let posts = sums.Of(service, line)
               where posts.Any(fte => fte != 0)
               from quarter in sums.Basis.Quarters.Index()
               select new BookRow(
                   [BookCell.Of(quarter.Item.Code), BookCell.Of(line.Service), BookCell.Of(line.StaffGroup), BookCell.Of(service.Code), BookCell.Of(service.Name), Posts(posts[quarter.Index])]),
        ],
    };

    private static async Task<BookSheet> BridgeSheetAsync(PlanRound round, RollUpService rollUp, StaffEffectService effects, CancellationToken cancellation)
    {
        var sum = await rollUp.SumAsync(round, cancellation);
        var found = await effects.EffectsAsync(round, sum, cancellation);
        return new BookSheet
        {
            Name = "Differences", Title = "How the sum of local plans differs from the national plan, FTE",
            Columns =
            [
                Text("place"), Text("name"), Text("kind"), Text("service"), Text("staff_group"), Text("quarter"), Figure("posts"), Text("plan_says"), Text("reason"), Text("staff_month"), Figure("staff_place"), Figure("staff_nation"),
            ],
            Rows = [.. sum.Bridge.SelectMany(entry => RowsOf(sum.Basis, entry, found))],
        };
    }

    private static IEnumerable<BookRow> RowsOf(PlanBasis basis, BridgeEntry entry, IReadOnlyDictionary<(Guid Plan, string Section, int Item), StaffEffect> effects)
    {
        StaffEffect? effect = entry.Item is { } item && effects.TryGetValue((entry.Plan.Id, item.Section, item.Item), out var found) ? found : null;
        BookRow Row(string quarter, BookCell posts) => new(
        [
            BookCell.Of(entry.Plan.Place), BookCell.Of(entry.Plan.Name), BookCell.Of(RoundWords.Of(entry.Kind)), BookCell.Of(entry.Line?.Service ?? ""), BookCell.Of(entry.Line?.StaffGroup ?? ""), BookCell.Of(quarter), posts,
            BookCell.Of(entry.Text), BookCell.Of(entry.Reason), BookCell.Of(effect is { } one ? basis.Model.MonthAt(one.Month).ToString() : ""), Number(effect?.Place), Number(effect?.Nation),
        ]);
        return entry.Line is null ? [Row("", default)] : entry.Posts.Index().Where(part => part.Item != 0).Select(part => Row(basis.Quarters[part.Index].Code, Posts(part.Item)));
    }

    private static async Task<BookSheet> MergerSheetAsync(PlanRound round, PlanReader reader, PlanSuccessionService successions, CancellationToken cancellation)
    {
        var basis = await reader.BasisAsync(round, cancellation);
        var carried = await successions.CarriedAsync(round.Id, cancellation);
        PlanPiece[] all = [.. carried.SelectMany(one => one.Pieces)];
        var rows = new List<BookRow>();
        foreach (var one in carried)
        {
            var bridge = await successions.BridgeAsync(round, one.Pieces, all, one.Plan, cancellation);
            rows.AddRange(
                from row in bridge.Lines
                from quarter in basis.Quarters.Index()
                from piece in one.Pieces.Index()
                select new BookRow(
                [
                    BookCell.Of(one.Plan.Place), BookCell.Of(one.Plan.Name), BookCell.Of(string.Join(' ', piece.Item.Parts.Select(part => part.Part))), BookCell.Of(piece.Item.NameIn(basis)), BookCell.Of(row.Line.Service), BookCell.Of(row.Line.StaffGroup),
                    BookCell.Of(quarter.Item.Code), Posts(row.Before[piece.Index] is { Length: > 0 } before ? before[quarter.Index] : 0), Posts(row.After[quarter.Index]), Posts(row.Difference(quarter.Index)),
                ]));
        }

        return new BookSheet
        {
            Name = "Mergers", Title = "Posts before and after places changed, FTE", Rows = rows,
            Columns = [Text("place"), Text("name"), Text("from"), Text("from_name"), Text("service"), Text("staff_group"), Text("quarter"), Figure("before"), Figure("after_all"), Figure("difference_all")],
        };
    }

    public static BookColumn Text(string name) => new(name);

    public static BookColumn Figure(string name) => new(name) { IsNumber = true };
}
