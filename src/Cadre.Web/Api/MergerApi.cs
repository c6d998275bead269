using System.Security.Claims;
using Cadre.Core.Plans;
using Cadre.Core.Plans.Mergers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Api;

/// <summary>Places of a round that merge, split or move: for modellers.</summary>
internal static class MergerApi
{
    private static readonly int[] Problems =
        [StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity];

    public static void Map(IEndpointRouteBuilder api)
    {
        const string Mergers = "/rounds/{id:guid}/mergers";
        api.MapGet(Mergers, ListAsync).Produces<MergersJson>().Says(ApiAccess.Read, "What the framework says of places that merge or move, and what was carried out", StatusCodes.Status404NotFound);
        api.MapPost($"{Mergers}/merge", (Guid id, MergeJson asked, PlanReader reader, PlanService plans, MergerService mergers, ClaimsPrincipal user, CancellationToken cancellation) =>
                ApiRounds.ChangeAsync(id, reader, plans, user, async _ => ResultOf(await mergers.MergeAsync(
                    new MergeOptions { RoundId = id, PersonId = ApiAccess.PersonOf(user), Successor = asked.Successor ?? "", Added = [.. (asked.Added ?? []).OfType<string>()], Reason = (asked.Reason ?? "").Trim() }, cancellation)), cancellation))
            .Produces<IEnumerable<PlanNameJson>>().Says(ApiAccess.Plan, "Carries out a change of the framework's table of successors", Problems);
        api.MapPost($"{Mergers}/split", (Guid id, SplitJson asked, PlanReader reader, PlanService plans, MergerService mergers, ClaimsPrincipal user, CancellationToken cancellation) =>
                ApiRounds.ChangeAsync(id, reader, plans, user, async _ => ResultOf(await mergers.SplitAsync(new SplitOptions
                {
                    RoundId = id, PersonId = ApiAccess.PersonOf(user), PlanId = asked.Plan ?? Guid.Empty, Reason = asked.Reason ?? "",
                    Shares = [.. (asked.Shares ?? []).OfType<SplitShareJson>().Take(MergerService.MostShares + 1).Select(share => ((share.Code ?? "").Trim(), (share.Name ?? "").Trim(), share.Percent ?? 0))],
                }, cancellation)), cancellation))
            .Produces<IEnumerable<PlanNameJson>>().Says(ApiAccess.Plan, "Splits a place into shares that add up to 100 per cent", Problems);
        api.MapPost($"{Mergers}/trust", (Guid id, MoveJson asked, PlanReader reader, PlanService plans, MergerService mergers, ClaimsPrincipal user, CancellationToken cancellation) =>
                ApiRounds.ChangeAsync(id, reader, plans, user, async _ => ResultOf(await mergers.MoveTrustAsync(asked.In(id, user), cancellation)), cancellation))
            .Produces<IEnumerable<PlanNameJson>>().Says(ApiAccess.Plan, "Moves a trust to another place", Problems);
        api.MapPost($"{Mergers}/region", (Guid id, MoveJson asked, PlanReader reader, PlanService plans, MergerService mergers, ClaimsPrincipal user, CancellationToken cancellation) =>
                ApiRounds.ChangeAsync(id, reader, plans, user, async _ => ResultOf(await mergers.MoveRegionAsync(asked.In(id, user), cancellation)), cancellation))
            .Produces<IEnumerable<PlanNameJson>>().Says(ApiAccess.Plan, "Moves a place to another region", Problems);
    }

    private static Task<IResult> ListAsync(Guid id, PlanReader reader, PlanService plans, MergerService mergers, PlanSuccessionService successions, ClaimsPrincipal user, CancellationToken cancellation) =>
        ApiRounds.ChangeAsync(id, reader, plans, user, async round =>
        {
            var carried = await successions.CarriedAsync(id, cancellation);
            PlanPiece[] all = [.. carried.SelectMany(one => one.Pieces)];
            var done = new List<CarriedOnJson>();
            foreach (var one in carried)
                done.Add(CarriedOnJson.Of(one, (await successions.BridgeAsync(round, one.Pieces, all, one.Plan, cancellation)).Closes));
            return Results.Ok(new MergersJson((await mergers.ChangesAsync(round, cancellation)).Select(PlaceChangeJson.Of), done));
        }, cancellation);

    private static IResult ResultOf(MergeOutcome outcome) => outcome switch
    {
        MergeOutcome.Merged merged => Results.Ok(merged.Plans.Select(plan => new PlanNameJson(plan.Id, plan.Place, plan.Name, plan.Region, plan.MemberCodes))),
        MergeOutcome.Refused refused => ApiProblem.Unprocessable([.. refused.Why.Select(why => new ApiFault(null, null, "", why))]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>What becomes of the places of a round.</summary>
/// <param name="Changes">What the framework's table says.</param>
/// <param name="Carried">What was carried out, in the order of time.</param>
internal sealed record MergersJson(IEnumerable<PlaceChangeJson> Changes, IEnumerable<CarriedOnJson> Carried);

/// <summary>A change that the framework names.</summary>
/// <param name="Successor">Code of the successor; empty where it is not known.</param>
/// <param name="Name">Its name.</param>
/// <param name="On">The day.</param>
/// <param name="Places">Codes of the places that change.</param>
/// <param name="CanBe">Whether it can be carried out now.</param>
/// <param name="Why">Why it cannot; empty where it can or is done.</param>
/// <param name="Plan">The plan that carries the places on; null before.</param>
internal sealed record PlaceChangeJson(string Successor, string Name, DateOnly On, IEnumerable<string> Places, bool CanBe, string Why, Guid? Plan)
{
    public static PlaceChangeJson Of(PlaceChange change) => new(change.Code, change.Name, change.On, change.Rows.Select(row => row.Place), change.CanBe, change.NotCarriedOut, change.Carried?.Id);
}

/// <summary>A plan that carries others on.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="CarriedUtc">When.</param>
/// <param name="Why">What happened, and where it is known from.</param>
/// <param name="From">What came to it.</param>
/// <param name="Closes">Whether posts before and after are equal in every line and quarter.</param>
internal sealed record CarriedOnJson(PlanNameJson Plan, DateTime CarriedUtc, string Why, IEnumerable<PieceJson> From, bool Closes)
{
    public static CarriedOnJson Of(CarriedPlan carried, bool closes) => new(
        new PlanNameJson(carried.Plan.Id, carried.Plan.Place, carried.Plan.Name, carried.Plan.Region, carried.Plan.MemberCodes), carried.CarriedUtc, carried.Why,
        carried.Pieces.Select(piece => new PieceJson(piece.Plan.Id, piece.Plan.Place, piece.Parts.Select(part => $"{part.Part}"))), closes);
}

/// <summary>A plan by name.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Place">Code of its place.</param>
/// <param name="Name">Name of its place.</param>
/// <param name="Region">Code of its region.</param>
/// <param name="Members">The framework's places that it plans for, or parts of them.</param>
internal sealed record PlanNameJson(Guid Id, string Place, string Name, string Region, IEnumerable<string> Members);

/// <summary>What of a plan came to another.</summary>
/// <param name="Plan">Id of the plan before.</param>
/// <param name="Place">Code of its place.</param>
/// <param name="Members">The framework's places, or parts of them.</param>
internal sealed record PieceJson(Guid Plan, string Place, IEnumerable<string> Members);

/// <summary>A change of the framework's table that is to be carried out.</summary>
/// <param name="Successor">Code of the successor.</param>
/// <param name="Added">Codes of places whose successor the framework does not know and that are part of it too.</param>
/// <param name="Reason">Where that is known from; needed where there are such places.</param>
internal sealed record MergeJson(string? Successor = null, List<string>? Added = null, string? Reason = null);

/// <summary>A place that is to be split.</summary>
/// <param name="Plan">Id of its plan.</param>
/// <param name="Shares">Where its shares go.</param>
/// <param name="Reason">Where that is known from.</param>
internal sealed record SplitJson(Guid? Plan = null, List<SplitShareJson>? Shares = null, string? Reason = null);

/// <summary>A share of a place.</summary>
/// <param name="Code">Code of the place that it goes to.</param>
/// <param name="Name">Name of that place; may be missing where it has a plan.</param>
/// <param name="Percent">Per cent.</param>
internal sealed record SplitShareJson(string? Code = null, string? Name = null, decimal? Percent = null);

/// <summary>A trust or place that is to move.</summary>
/// <param name="Moves">Its code.</param>
/// <param name="To">Code of the place or region that it moves to.</param>
/// <param name="Name">Name of the place that it moves to; may be missing where that has a plan.</param>
/// <param name="Reason">Where that is known from.</param>
internal sealed record MoveJson(string? Moves = null, string? To = null, string? Name = null, string? Reason = null)
{
    public MoveOptions In(Guid round, ClaimsPrincipal user) =>
        new() { RoundId = round, PersonId = ApiAccess.PersonOf(user), Moves = (Moves ?? "").Trim(), To = (To ?? "").Trim(), Name = (Name ?? "").Trim(), Reason = Reason ?? "" };
}
