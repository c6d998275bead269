using System.Security.Claims;
using Cadre.Core.Plans;
using Cadre.Core.Plans.Sections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Api;

/// <summary>How the national expansion is shared over the places of a round: for modellers and reviewers to read, for modellers to make.</summary>
internal static class AllocationApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/rounds/{id:guid}/allocations", ListAsync)
            .Produces<IEnumerable<AllocationJson>>()
            .Says(ApiAccess.Read, "The allocations of a round, the newest first", StatusCodes.Status404NotFound);
        api.MapGet("/rounds/{id:guid}/allocations/{number:int}", PostsAsync)
            .Produces<IEnumerable<AllocatedJson>>()
            .Says(ApiAccess.Read, "The posts that an allocation gives each place, by service, staff group and quarter", StatusCodes.Status404NotFound);
        api.MapPost("/rounds/{id:guid}/allocations", MakeAsync)
            .Produces<MadeAllocationJson>(StatusCodes.Status201Created)
            .Says(
                ApiAccess.Plan, "Shares the national expansion anew; plans that are open begin from it", StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict,
                StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<IResult> ListAsync(Guid id, PlanReader reader, PlanService plans, RoundService rounds, ClaimsPrincipal user, CancellationToken cancellation) =>
        ApiRounds.ReadAsync(id, reader, plans, user, async round => Results.Ok((await rounds.AllocationsAsync(round.Id, cancellation)).Select(AllocationJson.Of)), cancellation);

    private static Task<IResult> PostsAsync(Guid id, int number, PlanReader reader, PlanService plans, RoundService rounds, ClaimsPrincipal user, CancellationToken cancellation) =>
        ApiRounds.ReadAsync(id, reader, plans, user, async round =>
        {
            if ((await rounds.AllocationsAsync(round.Id, cancellation)).All(allocation => allocation.Number != number)) return ApiProblem.NotFound();
            var (basis, posts) = (await reader.BasisAsync(round, cancellation), await reader.AllocationAsync(round.Id, number, cancellation));
            return Results.Ok(
                from place in basis.Places.Select(place => basis.Model.Places[place].Code)
                from line in basis.Lines
                where posts.Of(place, line).Length > 0
                from quarter in basis.Quarters.Index()
                select new AllocatedJson(place, line.Service, line.StaffGroup, quarter.Item.Code, posts.Of(place, line)[quarter.Index]));
        }, cancellation);

    private static Task<IResult> MakeAsync(Guid id, NewAllocationJson asked, PlanReader reader, PlanService plans, RoundService rounds, ClaimsPrincipal user, CancellationToken cancellation) =>
        ApiRounds.ChangeAsync(id, reader, plans, user, async round =>
        {
            var reason = (asked.Reason ?? "").Trim();
            List<ApiFault> faults = [];
            if (asked.Rule is not { } rule) return ApiProblem.Unprocessable([new ApiFault(null, null, "rule", $"Rule: expected one of {ApiRounds.Words<AllocationRule>()}")]);
            if (reason.Length is 0 or > SectionField.MostText || reason.Contains('\0', StringComparison.Ordinal)) faults.Add(new ApiFault(null, null, "reason", $"Reason: expected 1 to {SectionField.MostText} characters of text"));
            if (asked.From is not { } from) faults.Add(new ApiFault(null, null, "from", "From: expected the number of the allocation that is in force"));
            else if (from != round.Allocation) return ApiProblem.Of(StatusCodes.Status409Conflict, $"Allocation {round.Allocation} is in force, not {from}: look at it first. Nothing was changed.").ToResult();
            var unsound = (asked.Shares ?? []).Where(share => !TypedShares.IsShare(share.Value)).ToList();
            faults.AddRange(unsound.Select(share => new ApiFault(null, null, "shares", $"Shares: found {share.Value} for {share.Key}, expected a number from 0 to {TypedShares.Most:#,0}")));
            if (unsound.Count == 0 && AllocationMaker.TryMake(await reader.BasisAsync(round, cancellation), rule, asked.Shares) is (null, var refused)) faults.Add(new ApiFault(null, null, "rule", refused));
            if (faults.Count > 0) return ApiProblem.Unprocessable(faults);
            return await rounds.AllocateAsync(round.Id, asked.From!.Value, rule, asked.Shares, reason, ApiAccess.PersonOf(user), cancellation) is { } number
                ? Results.Created($"{ApiAccess.Start}/v1/rounds/{round.Id}/allocations/{number}", new MadeAllocationJson(number))
                : ApiProblem.Of(StatusCodes.Status409Conflict, "Somebody made another allocation a moment ago, or the round is closed. Nothing was changed.").ToResult();
        }, cancellation);
}

/// <summary>An allocation without its posts.</summary>
/// <param name="Number">Its number in the round.</param>
/// <param name="Rule">How it was shared.</param>
/// <param name="Reason">Why.</param>
/// <param name="SharedBy">What places' shares were worked out from, in words; null for those made before it was kept.</param>
/// <param name="CreatedUtc">When.</param>
internal sealed record AllocationJson(int Number, AllocationRule Rule, string Reason, string? SharedBy, DateTime CreatedUtc)
{
    public static AllocationJson Of(AllocationSummary allocation) => new(allocation.Number, allocation.Rule, allocation.Reason, allocation.SharedBy, allocation.CreatedUtc);
}

/// <summary>Posts of a place by an allocation.</summary>
/// <param name="Place">Code of the place.</param>
/// <param name="Service">Code of the service.</param>
/// <param name="StaffGroup">Code of the staff group.</param>
/// <param name="Quarter">Last month of the quarter, "2026-03"; the first is the opening day.</param>
/// <param name="Posts">FTE in hundredths.</param>
internal sealed record AllocatedJson(string Place, string Service, string StaffGroup, string Quarter, decimal Posts);

/// <summary>An allocation that is asked for.</summary>
/// <param name="From">Number of the allocation in force that was looked at.</param>
/// <param name="Rule">How to share.</param>
/// <param name="Reason">Why.</param>
/// <param name="Shares">For typed shares: a number from 0 for each place by its code.</param>
internal sealed record NewAllocationJson(int? From = null, AllocationRule? Rule = null, string? Reason = null, Dictionary<string, double>? Shares = null);

/// <summary>An allocation that was made.</summary>
/// <param name="Number">Its number.</param>
internal sealed record MadeAllocationJson(int Number);
