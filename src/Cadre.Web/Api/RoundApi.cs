using System.Security.Claims;
using Cadre.Core.Plans;
using Cadre.Core.Plans.RollUp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Api;

/// <summary>Rounds of planning, and how their plans add up: for modellers and reviewers.</summary>
internal static class RoundApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/rounds", async (PlanReader reader, PlanService plans, ClaimsPrincipal user, CancellationToken cancellation) =>
                Results.Ok((await VisiblePlans.OfAsync(reader, plans, user, null, cancellation)).Select(round => RoundJson.Of(round.Round, round.Basis))))
            .Produces<IEnumerable<RoundJson>>()
            .Says(ApiAccess.Read, "The rounds of planning that concern the person of the key, the newest first");
        api.MapGet("/rounds/{id:guid}/sums", (Guid id, PlanReader reader, PlanService plans, RollUpService rollUp, ClaimsPrincipal user, CancellationToken cancellation) =>
                SumAsync(id, reader, plans, rollUp, user, SumRowsOf, cancellation))
            .Produces<IEnumerable<SumJson>>()
            .Says(ApiAccess.Read, "The local plans of a round added up beside the national plan, by service, staff group and quarter", StatusCodes.Status404NotFound);
        api.MapGet("/rounds/{id:guid}/bridge", (Guid id, PlanReader reader, PlanService plans, RollUpService rollUp, ClaimsPrincipal user, CancellationToken cancellation) =>
                SumAsync(id, reader, plans, rollUp, user, sum => sum.Bridge.Select(entry => BridgeJson.Of(entry, sum.Basis)), cancellation))
            .Produces<IEnumerable<BridgeJson>>()
            .Says(ApiAccess.Read, "Every difference between the national plan and the sum of local plans; in each line and quarter the national plan and all of them are the sum exactly", StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> SumAsync<T>(
        Guid id, PlanReader reader, PlanService plans, RollUpService rollUp, ClaimsPrincipal user, Func<NationalSum, IEnumerable<T>> rows, CancellationToken cancellation)
    {
        if (!(await plans.AccessAsync(ApiAccess.PersonOf(user), cancellation)).SeesRounds) return ApiProblem.Of(StatusCodes.Status403Forbidden).ToResult();
        if (await reader.RoundAsync(id, cancellation) is not { } round) return ApiProblem.NotFound();
        return Results.Ok(rows(await rollUp.SumAsync(round, cancellation)));
    }

    private static IEnumerable<SumJson> SumRowsOf(NationalSum sum)
    {
        foreach (var line in sum.Basis.Lines)
        {
            var (national, plans) = (sum.NationalOf(line).ToArray(), sum.SumOf(line));
            foreach (var (q, quarter) in sum.Basis.Quarters.Index().Take(national.Length))
                yield return new SumJson(line.Service, line.StaffGroup, quarter.Code, national[q], plans[q]);
        }
    }
}

/// <summary>A round of planning.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Framework">Id of the version of a framework that its plans are inside of.</param>
/// <param name="Name">What it is called.</param>
/// <param name="OpenedUtc">When it was opened.</param>
/// <param name="Allocation">Number of the allocation that its plans begin from.</param>
/// <param name="Run">Its last national run that is done; null before there is one.</param>
/// <param name="Quarters">The opening day's month, then the quarters by their last month.</param>
internal sealed record RoundJson(Guid Id, Guid Framework, string Name, DateTime OpenedUtc, int Allocation, Guid? Run, IEnumerable<string> Quarters)
{
    public static RoundJson Of(PlanRound round, PlanBasis basis) => new(round.Id, round.FrameworkId, round.Name, round.OpenedUtc, round.Allocation, round.RunId, basis.Quarters.Select(quarter => quarter.Code));
}

/// <summary>Posts of a service and staff group in a quarter, FTE in hundredths.</summary>
/// <param name="Service">Code of the service.</param>
/// <param name="StaffGroup">Code of the staff group.</param>
/// <param name="Quarter">Last month of the quarter, "2026-03"; the first is the opening day.</param>
/// <param name="National">The national plan's.</param>
/// <param name="Plans">The sum of the local plans'.</param>
internal sealed record SumJson(string Service, string StaffGroup, string Quarter, decimal National, decimal Plans);

/// <summary>A difference between the national plan and the sum of local plans.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Place">Code of its place.</param>
/// <param name="Name">Name of its place.</param>
/// <param name="Service">Code of the service; null where it is of the plan as a whole.</param>
/// <param name="StaffGroup">Code of the staff group; null where it is of the plan as a whole.</param>
/// <param name="Posts">What it adds to the sum by quarter, FTE in hundredths.</param>
/// <param name="Text">What the plan says; empty for posts.</param>
/// <param name="Reason">The planner's reason; empty where there is none.</param>
internal sealed record BridgeJson(BridgeKind Kind, Guid Plan, string Place, string Name, string? Service, string? StaffGroup, IReadOnlyDictionary<string, decimal> Posts, string Text, string Reason)
{
    public static BridgeJson Of(BridgeEntry entry, PlanBasis basis) => new(
        entry.Kind, entry.Plan.Id, entry.Plan.Place, entry.Plan.Name, entry.Line?.Service, entry.Line?.StaffGroup,
        basis.Quarters.Zip(entry.Posts).ToDictionary(pair => pair.First.Code, pair => pair.Second), entry.Text, entry.Reason);
}
