using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Tests.Api;

/// <summary>Addresses of the API for routes.</summary>
internal static class ApiAddress
{
    /// <summary>A route with the first framework, run and round of the server, and the plan of a place.</summary>
    public static async Task<Uri> OfAsync(TestServer server, string route, string place)
    {
        var id = route.Split('/')[2] switch
        {
            "frameworks" => server.Run.FrameworkId,
            "runs" => server.Run.Id,
            "rounds" => await server.WithDbAsync(db => db.PlanRounds.Select(round => round.Id).FirstAsync()),
            _ => (await server.PlanAsync(place)).Id,
        };
        var address = route.Replace("{id:guid}", $"{id}", StringComparison.Ordinal).Replace("{place}", "small", StringComparison.Ordinal).Replace("{**section}", "risks", StringComparison.Ordinal)
            .Replace("{number:int}", "1", StringComparison.Ordinal).Replace("{upload:guid}", $"{Guid.Empty}", StringComparison.Ordinal).Replace("{person:guid}", $"{Guid.Empty}", StringComparison.Ordinal);
        return new Uri($"/{address}{(route == "api/v1/runs" ? $"?framework={server.Run.FrameworkId}" : "")}", UriKind.Relative);
    }
}
