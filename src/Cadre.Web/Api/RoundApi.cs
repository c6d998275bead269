using System.Security.Claims;
using Cadre.Core.Frameworks;
using Cadre.Core.Plans;
using Cadre.Core.Plans.RollUp;
using Cadre.Core.Plans.Sections;
using Cadre.Core.Runs;
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
        api.MapPost("/rounds", OpenAsync)
            .Produces<OpenedJson>(StatusCodes.Status201Created)
            .Says(
                ApiAccess.Plan, "Opens a round of planning in a version of a framework; the one that is there already stays", StatusCodes.Status400BadRequest, StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status422UnprocessableEntity);
        foreach (var isClosed in (bool[])[true, false])
        {
            api.MapPost($"/rounds/{{id:guid}}/{(isClosed ? "close" : "open")}", (Guid id, OpenJson asked, PlanReader reader, PlanService plans, RoundService rounds, ClaimsPrincipal user, CancellationToken cancellation) =>
                    CloseAsync(id, asked, isClosed, reader, plans, rounds, user, cancellation))
                .Produces<OpenedJson>()
                .Says(
                    ApiAccess.Plan, isClosed ? "Closes a round: its plans are to be read alone" : "Opens a round that was closed", StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict,
                    StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity);
        }

        api.MapGet("/rounds/{id:guid}/sums", (Guid id, PlanReader reader, PlanService plans, RollUpService rollUp, ClaimsPrincipal user, CancellationToken cancellation) =>
                SumAsync(id, reader, plans, rollUp, user, SumRowsOf, cancellation))
            .Produces<IEnumerable<SumJson>>()
            .Says(ApiAccess.Read, "The local plans of a round added up beside the national plan, by service, staff group and quarter", StatusCodes.Status404NotFound);
        api.MapGet("/rounds/{id:guid}/bridge", (Guid id, PlanReader reader, PlanService plans, RollUpService rollUp, ClaimsPrincipal user, CancellationToken cancellation) =>
                SumAsync(id, reader, plans, rollUp, user, sum => sum.Bridge.Select(entry => BridgeJson.Of(entry, sum.Basis)), cancellation))
            .Produces<IEnumerable<BridgeJson>>()
            .Says(ApiAccess.Read, "Every difference between the national plan and the sum of local plans; in each line and quarter the national plan and all of them are the sum exactly", StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> OpenAsync(NewRoundJson asked, PlanService plans, FrameworkService frameworks, RoundService rounds, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (!(await plans.AccessAsync(ApiAccess.PersonOf(user), cancellation)).IsModeller) return ApiProblem.Of(StatusCodes.Status403Forbidden).ToResult();
        List<ApiFault> faults = [];
        if (asked.Framework is not { } framework || await frameworks.FindAsync(framework, cancellation) is null) faults.Add(new ApiFault(null, null, "framework", "Framework: expected the id of a version"));
        if (asked.Futures is < 1 or > RequestRunOptions.MostFutures) faults.Add(new ApiFault(null, null, "futures", $"Futures: found {asked.Futures}, expected 1 to {RequestRunOptions.MostFutures}"));
        if (faults.Count > 0) return ApiProblem.Unprocessable(faults);
        var round = await rounds.OpenAsync(asked.Framework!.Value, ApiAccess.PersonOf(user), asked.Futures ?? new RequestRunOptions { FrameworkId = asked.Framework.Value, PersonId = null }.Futures, cancellation);
        return Results.Created($"{ApiAccess.Start}/v1/rounds", new OpenedJson(round.Id, round.ClosedUtc));
    }

    private static Task<IResult> CloseAsync(Guid id, OpenJson asked, bool isClosed, PlanReader reader, PlanService plans, RoundService rounds, ClaimsPrincipal user, CancellationToken cancellation) =>
        ApiRounds.ChangeAsync(id, reader, plans, user, async _ =>
        {
            var reason = (asked.Reason ?? "").Trim();
            if (reason.Length is 0 or > SectionField.MostText || reason.Contains('\0', StringComparison.Ordinal)) return ApiProblem.Unprocessable([new ApiFault(null, null, "reason", $"Reason: expected 1 to {SectionField.MostText} characters of text")]);
            var me = ApiAccess.PersonOf(user);
            return await (isClosed ? rounds.CloseAsync(id, me, reason, cancellation) : rounds.OpenAgainAsync(id, me, reason, cancellation))
                ? Results.Ok(new OpenedJson(id, (await reader.RoundAsync(id, cancellation))!.ClosedUtc))
                : ApiProblem.Of(StatusCodes.Status409Conflict, $"The round is {(isClosed ? "closed" : "open")} already.").ToResult();
        }, cancellation);

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
/// <param name="ClosedUtc">When it was closed; null while it is open.</param>
/// <param name="Quarters">The opening day's month, then the quarters by their last month.</param>
internal sealed record RoundJson(Guid Id, Guid Framework, string Name, DateTime OpenedUtc, int Allocation, Guid? Run, DateTime? ClosedUtc, IEnumerable<string> Quarters)
{
    public static RoundJson Of(PlanRound round, PlanBasis basis) => new(round.Id, round.FrameworkId, round.Name, round.OpenedUtc, round.Allocation, round.RunId, round.ClosedUtc, basis.Quarters.Select(quarter => quarter.Code));
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

/// <summary>A round that is to be opened.</summary>
/// <param name="Framework">Id of the version of a framework.</param>
/// <param name="Futures">Futures of its national runs; as many as usual where it is missing.</param>
internal sealed record NewRoundJson(Guid? Framework = null, int? Futures = null);

/// <summary>A round that was opened or closed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ClosedUtc">When it was closed; null while it is open.</param>
internal sealed record OpenedJson(Guid Id, DateTime? ClosedUtc);
