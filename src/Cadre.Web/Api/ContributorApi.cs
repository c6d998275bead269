using System.Security.Claims;
using Cadre.Core.People;
using Cadre.Core.Plans;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Api;

/// <summary>Contributors of plans: read by whoever reads the plan, named by its planner and its reviewer.</summary>
internal static class ContributorApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        const string Contributors = "/plans/{id:guid}/contributors";
        api.MapGet(Contributors, async (Guid id, PlanReader reader, PlanService plans, PlanTeam team, ClaimsPrincipal user, CancellationToken cancellation) =>
                await VisiblePlan.FindAsync(id, reader, plans, user, cancellation) is null ? ApiProblem.NotFound() : Results.Ok(await OfAsync(id, team, cancellation)))
            .Produces<ContributorsJson>()
            .Says(ApiAccess.Read, "Who contributes to a plan, and to which sections", StatusCodes.Status404NotFound);
        api.MapPost(Contributors, NameAsync)
            .Produces<ContributorsJson>()
            .Says(
                ApiAccess.Plan, "Names a contributor of a plan, or says anew what they save", StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict,
                StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity);
        api.MapDelete($"{Contributors}/{{person:guid}}", RemoveAsync)
            .Produces<ContributorsJson>()
            .Says(ApiAccess.Plan, "Takes a contributor from a plan; what they saved stays", StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> NameAsync(Guid id, NewContributorJson asked, PlanReader reader, PlanService plans, PlanTeam team, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (await VisiblePlan.FindAsync(id, reader, plans, user, cancellation) is not { } found) return ApiProblem.NotFound();
        if (!found.Access.MayName(found.Plan, found.Place.Basis)) return ApiProblem.Of(StatusCodes.Status403Forbidden).ToResult();
        List<ApiFault> faults = [];
        IReadOnlyList<Person> people = string.IsNullOrWhiteSpace(asked.Who) ? [] : await team.FindAsync(asked.Who, cancellation);
        if (people.Count != 1) faults.Add(new ApiFault(null, null, "who", $"Who: found {people.Count} people, expected the e-mail address or whole name of one"));
        string[] sections = [.. asked.Sections ?? []];
        if (sections.Length == 0 || (!sections.All(PlanTeam.Parts.Contains) && sections is not [PlanContributor.All])) faults.Add(new ApiFault(null, null, "sections", $"Sections: expected {PlanContributor.All} alone, or some of {string.Join(", ", PlanTeam.Parts)}"));
        if (faults.Count > 0) return ApiProblem.Unprocessable(faults);
        return await team.NameAsync(found.Plan, people[0], sections, ApiAccess.PersonOf(user), cancellation)
            ? Results.Ok(await OfAsync(id, team, cancellation))
            : ApiProblem.Of(StatusCodes.Status409Conflict, "The round is closed, or another plan carries this one on: nobody was named.").ToResult();
    }

    private static async Task<IResult> RemoveAsync(Guid id, Guid person, PlanReader reader, PlanService plans, PlanTeam team, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (await VisiblePlan.FindAsync(id, reader, plans, user, cancellation) is not { } found) return ApiProblem.NotFound();
        if (!found.Access.MayName(found.Plan, found.Place.Basis)) return ApiProblem.Of(StatusCodes.Status403Forbidden).ToResult();
        await team.RemoveAsync(found.Plan, person, ApiAccess.PersonOf(user), cancellation);
        return Results.Ok(await OfAsync(id, team, cancellation));
    }

    private static async Task<ContributorsJson> OfAsync(Guid id, PlanTeam team, CancellationToken cancellation) =>
        new(id, (await team.ContributorsAsync(id, cancellation)).Select(named => new ContributorJson(named.Person.Id, named.Person.Name, named.Contributor.Sections.Split(' '), named.NamedBy, named.Contributor.NamedUtc)));
}

/// <summary>Who contributes to a plan.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Contributors">The contributors by name.</param>
internal sealed record ContributorsJson(Guid Plan, IEnumerable<ContributorJson> Contributors);

/// <summary>A contributor of a plan.</summary>
/// <param name="Person">Their id.</param>
/// <param name="Name">Their name.</param>
/// <param name="Sections">What they save.</param>
/// <param name="NamedBy">Who named them.</param>
/// <param name="NamedUtc">When.</param>
internal sealed record ContributorJson(Guid Person, string Name, IEnumerable<string> Sections, string NamedBy, DateTime NamedUtc);

/// <summary>A contributor who is to be named.</summary>
/// <param name="Who">Their e-mail address or whole name.</param>
/// <param name="Sections">What they may save: "*" alone for all, or some of "posts" and the names of sections.</param>
internal sealed record NewContributorJson(string? Who = null, List<string>? Sections = null);
