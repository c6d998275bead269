using System.Security.Claims;
using Cadre.Core.Plans;
using Cadre.Core.Plans.RollUp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Api;

/// <summary>Posts by service: of a plan, and of the plans of a round together.</summary>
internal static class ServiceApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/plans/{id:guid}/services", PlanAsync)
            .Produces<IEnumerable<PlanServiceJson>>()
            .Says(ApiAccess.Read, "The posts of a plan by service, staff group and quarter, with where its shares come from; in each line and quarter they add up to its posts exactly. Shares are saved as the section \"services\"", StatusCodes.Status404NotFound);
        api.MapGet("/rounds/{id:guid}/services", RoundAsync)
            .Produces<IEnumerable<ServiceSumJson>>()
            .Says(ApiAccess.Read, "The local plans of a round added up by service, staff group and quarter; posts that no plan splits are those of a null service", StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> PlanAsync(Guid id, PlanReader reader, PlanService plans, ClaimsPrincipal user, CancellationToken cancellation) =>
        await VisiblePlan.FindAsync(id, reader, plans, user, cancellation) is { } found ? Results.Ok(RowsOf(found.Place)) : ApiProblem.NotFound();

    private static async Task<IResult> RoundAsync(Guid id, PlanReader reader, PlanService plans, RollUpService rollUp, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (!(await plans.AccessAsync(ApiAccess.PersonOf(user), cancellation)).SeesRounds) return ApiProblem.Of(StatusCodes.Status403Forbidden).ToResult();
        return await reader.RoundAsync(id, cancellation) is { } round ? Results.Ok(RowsOf(new ServiceSums(await rollUp.SumAsync(round, cancellation)))) : ApiProblem.NotFound();
    }

    private static IEnumerable<PlanServiceJson> RowsOf(PlannedPlace place)
    {
        var split = new ServiceSplit(place);
        foreach (var line in place.Lines)
        {
            var origin = string.Join("; ", split.SharesOf(line).Select(shares => shares.Origin));
            foreach (var (service, posts) in split.PartsOf(line))
            {
                foreach (var (q, quarter) in place.Basis.Quarters.Index())
                    yield return new PlanServiceJson(line.Service, line.StaffGroup, CodeOf(service), NameOf(service), quarter.Code, posts[q], service == SplitService.None ? null : origin);
            }
        }
    }

    private static IEnumerable<ServiceSumJson> RowsOf(ServiceSums sums) =>
        from line in sums.Basis.Lines
        from service in sums.Services
        let posts = sums.Of(service, line)
        where posts.Any(fte => fte != 0)
        from quarter in sums.Basis.Quarters.Index()
        select new ServiceSumJson(line.Service, line.StaffGroup, CodeOf(service), NameOf(service), quarter.Item.Code, posts[quarter.Index]);

    private static string? CodeOf(SplitService service) => service.Code.Length > 0 ? service.Code : null;

    private static string? NameOf(SplitService service) => service == SplitService.None ? null : service.Name;
}

/// <summary>Posts of a plan that a service has in a quarter, FTE in hundredths.</summary>
/// <param name="Service">Code of the framework's service, "all" where it has no split.</param>
/// <param name="StaffGroup">Code of the staff group.</param>
/// <param name="PlanService">Code of the service that the plan splits by, of the framework's list; null for one in words, and for posts that are not split.</param>
/// <param name="Name">Its name; null for posts that are not split.</param>
/// <param name="Quarter">Last month of the quarter, "2026-03"; the first is the opening day.</param>
/// <param name="Posts">The posts.</param>
/// <param name="Source">Where the shares come from, with the grade; null for posts that are not split.</param>
internal sealed record PlanServiceJson(string Service, string StaffGroup, string? PlanService, string? Name, string Quarter, decimal Posts, string? Source);

/// <summary>Posts of all plans that a service has in a quarter, FTE in hundredths.</summary>
/// <param name="Service">Code of the framework's service, "all" where it has no split.</param>
/// <param name="StaffGroup">Code of the staff group.</param>
/// <param name="PlanService">Code of the service that plans split by, of the framework's list; null for one in words, and for posts that are not split.</param>
/// <param name="Name">Its name; null for posts that are not split.</param>
/// <param name="Quarter">Last month of the quarter, "2026-03"; the first is the opening day.</param>
/// <param name="Posts">The posts.</param>
internal sealed record ServiceSumJson(string Service, string StaffGroup, string? PlanService, string? Name, string Quarter, decimal Posts);
