using System.Security.Claims;
using System.Text.Json;
using Cadre.Core.Plans;
using Microsoft.AspNetCore.Http;

namespace Cadre.Web.Api;

/// <summary>Who reads and who changes rounds through the API.</summary>
internal static class ApiRounds
{
    /// <summary>Answers modellers and reviewers with something of a round.</summary>
    public static Task<IResult> ReadAsync(Guid id, PlanReader reader, PlanService plans, ClaimsPrincipal user, Func<PlanRound, Task<IResult>> answer, CancellationToken cancellation) =>
        WithAsync(id, reader, plans, user, access => access.SeesRounds, answer, cancellation);

    /// <summary>Lets modellers change something of a round.</summary>
    public static Task<IResult> ChangeAsync(Guid id, PlanReader reader, PlanService plans, ClaimsPrincipal user, Func<PlanRound, Task<IResult>> change, CancellationToken cancellation) =>
        WithAsync(id, reader, plans, user, access => access.IsModeller, change, cancellation);

    /// <summary>The words of an enum as the API writes them.</summary>
    public static string Words<T>() where T : struct, Enum => string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName));

    private static async Task<IResult> WithAsync(Guid id, PlanReader reader, PlanService plans, ClaimsPrincipal user, Func<PlanAccess, bool> may, Func<PlanRound, Task<IResult>> answer, CancellationToken cancellation)
    {
        if (!may(await plans.AccessAsync(ApiAccess.PersonOf(user), cancellation))) return ApiProblem.Of(StatusCodes.Status403Forbidden).ToResult();
        return await reader.RoundAsync(id, cancellation) is { } round ? await answer(round) : ApiProblem.NotFound();
    }
}
