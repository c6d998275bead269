using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Api;

/// <summary>What every endpoint of the API says of itself.</summary>
internal static class ApiEndpoint
{
    /// <summary>Its policy, a summary, and the problems that it may answer with beside those of every endpoint.</summary>
    public static RouteHandlerBuilder Says(this RouteHandlerBuilder endpoint, string policy, string summary, params int[] problems)
    {
        foreach (var status in (int[])[StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests, .. problems])
            endpoint.Produces<ApiProblem>(status, "application/problem+json");
        return endpoint.WithSummary(summary).RequireAuthorization(policy);
    }

    /// <summary>All of it.</summary>
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup($"{ApiAccess.Start}/v1");
        FrameworkApi.Map(api);
        RunApi.Map(api);
        ResultApi.Map(api);
        RoundApi.Map(api);
        PlanApi.Map(api);
        ServiceApi.Map(api);
        SectionApi.Map(api);
        DecisionApi.Map(api);
        AllocationApi.Map(api);
        SupplyApi.Map(api);
        MergerApi.Map(api);
        ActualApi.Map(api);
        ContributorApi.Map(api);
        routes.MapOpenApi(ApiDocument.Address).AllowAnonymous();
    }
}
