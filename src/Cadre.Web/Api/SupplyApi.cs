using System.Security.Claims;
using Cadre.Core.Plans;
using Cadre.Core.Plans.RollUp;
using Cadre.Engine.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Api;

/// <summary>What the plans of a round together expect of each pool of candidates.</summary>
internal static class SupplyApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/rounds/{id:guid}/supply", (Guid id, PlanReader reader, PlanService plans, SupplyClaimService supply, ClaimsPrincipal user, CancellationToken cancellation) =>
                ApiRounds.ReadAsync(id, reader, plans, user, async round =>
                {
                    if (await supply.ClaimsAsync(round, cancellation) is not { } found) return Results.Ok(Array.Empty<PoolJson>());
                    return Results.Ok(found.Claims.Select(claims => PoolJson.Of(found.Basis.Model, claims)));
                }, cancellation))
            .Produces<IEnumerable<PoolJson>>()
            .Says(ApiAccess.Read, "What the plans of the last national run expect to recruit from each pool and year, and what each gets when it is shared; heads. Empty before there is a run", StatusCodes.Status404NotFound);
}

/// <summary>A pool of candidates in a financial year, heads.</summary>
/// <param name="StaffGroup">Code of the staff group.</param>
/// <param name="Catchment">Code of the place that its candidates come from.</param>
/// <param name="Year">The financial year, "2026/27".</param>
/// <param name="Months">Months of it in the run.</param>
/// <param name="Claimed">What the plans expect, added up.</param>
/// <param name="Gets">What they get together.</param>
/// <param name="OverClaimed">Whether they expect at least half a person more than they get.</param>
/// <param name="Sources">By source.</param>
/// <param name="Places">By place.</param>
internal sealed record PoolJson(
    string StaffGroup, string Catchment, string Year, int Months, double Claimed, double Gets, bool OverClaimed, IEnumerable<PoolSourceJson> Sources, IEnumerable<PoolPlaceJson> Places)
{
    public static PoolJson Of(NationalModel model, PoolClaims claims)
    {
        var pool = model.Pools[claims.Pool];
        return new PoolJson(
            model.StaffGroups[pool.StaffGroup].Code, model.Places[pool.Catchment].Code, claims.Year.ToString(), claims.Months, claims.Claimed, claims.Gets, claims.IsOverClaimed,
            claims.Sources.Select(source => new PoolSourceJson(source.Source is { } at ? model.Sources[at].Code : "other", source.OnHand, source.Arrivals, source.Claimed, source.Gets)),
            claims.Places.Select(place => new PoolPlaceJson(place.Plan.Id, place.Plan.Place, place.Plan.Name, place.Framework, place.Claimed, place.Gets)));
    }
}

/// <summary>A source of a pool, heads.</summary>
/// <param name="Source">Its code; "other" for none of the framework's.</param>
/// <param name="OnHand">On hand when the year begins.</param>
/// <param name="Arrivals">Who arrives in the year.</param>
/// <param name="Claimed">What the plans expect, added up.</param>
/// <param name="Gets">What they get together.</param>
internal sealed record PoolSourceJson(string Source, double OnHand, double Arrivals, double Claimed, double Gets);

/// <summary>A place that recruits from a pool, heads.</summary>
/// <param name="Plan">Id of its plan.</param>
/// <param name="Place">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Framework">What the framework's run gives it.</param>
/// <param name="Claimed">What it expects where its plan alone differs from the framework.</param>
/// <param name="Gets">What it gets when all plans are run together.</param>
internal sealed record PoolPlaceJson(Guid Plan, string Place, string Name, double Framework, double Claimed, double Gets);
