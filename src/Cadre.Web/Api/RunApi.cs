using System.Security.Claims;
using Cadre.Core.Frameworks;
using Cadre.Core.Runs;
using Cadre.Core.Words;
using Cadre.Frameworks.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Api;

/// <summary>Runs: asked for, and how far they have come.</summary>
internal static class RunApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/runs", async (Guid framework, RunService runs, FrameworkService frameworks, CancellationToken cancellation) =>
                await frameworks.FindAsync(framework, cancellation) is null ? ApiProblem.NotFound() : Results.Ok((await runs.ListAsync(framework, cancellation)).Select(run => RunJson.Of(run))))
            .Produces<IEnumerable<RunJson>>()
            .Says(ApiAccess.Read, "The runs of a framework, the newest first", StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        api.MapGet("/runs/{id:guid}", async (Guid id, RunService runs, RunProgressReader progress, CancellationToken cancellation) =>
                await progress.FindAsync(id, cancellation) is { } standing && await runs.FindAsync(id, cancellation) is { } run ? Results.Ok(RunJson.Of(run, standing)) : ApiProblem.NotFound())
            .Produces<RunJson>()
            .Says(ApiAccess.Read, "A run and how far it has come", StatusCodes.Status404NotFound);
        api.MapPost("/runs", RequestAsync)
            .Produces<RunJson>(StatusCodes.Status202Accepted)
            .Says(ApiAccess.Run, "Asks for a run; it is computed when its turn comes", StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> RequestAsync(RunRequestJson asked, RunService runs, FrameworkService frameworks, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (await frameworks.FindAsync(asked.Framework, cancellation) is not { } framework) return ApiProblem.NotFound();
        var options = new RequestRunOptions { FrameworkId = asked.Framework, PersonId = ApiAccess.PersonOf(user) };
        options = options with { Scenario = asked.Scenario ?? options.Scenario, Futures = asked.Futures ?? options.Futures, Seed = asked.Seed ?? options.Seed };
        if (FaultsOf(options, framework).ToList() is { Count: > 0 } faults) return ApiProblem.Unprocessable(faults);
        var run = await runs.RequestAsync(options, cancellation);
        return Results.Accepted($"{ApiAccess.Start}/v1/runs/{run.Id}", RunJson.Of(run));
    }

    private static IEnumerable<ApiFault> FaultsOf(RequestRunOptions options, Framework framework)
    {
        string[] scenarios = [RequestRunOptions.Baseline, .. framework.Scenarios.Select(entry => entry.Scenario.Name)];
        if (!scenarios.Contains(options.Scenario)) yield return new ApiFault(null, null, "scenario", $"Scenario: found \"{options.Scenario}\", expected {Wording.List(scenarios, "or")}");
        if (options.Futures is < 1 or > RequestRunOptions.MostFutures) yield return new ApiFault(null, null, "futures", $"Futures: found {options.Futures}, expected 1 to {RequestRunOptions.MostFutures}");
        if (options.Seed < 0) yield return new ApiFault(null, null, "seed", $"Seed: found {options.Seed}, expected 0 or more");
    }
}

/// <summary>A run that is asked for.</summary>
/// <param name="Framework">Id of the version of a framework.</param>
/// <param name="Scenario">Name of one of its scenarios; "baseline" where it is null.</param>
/// <param name="Futures">Futures, 1 to 5000; 200 where it is left out.</param>
/// <param name="Seed">Seed of the futures, 0 or more; 7 where it is left out.</param>
internal sealed record RunRequestJson(Guid Framework, string? Scenario = null, int? Futures = null, long? Seed = null);

/// <summary>A run.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Framework">Id of the version of a framework.</param>
/// <param name="Scenario">Name of the scenario; "baseline" for none, "local-plans" for the local plans of a round.</param>
/// <param name="Round">The round of planning whose national run it is; null for a run of the framework alone.</param>
/// <param name="Futures">Futures to run.</param>
/// <param name="FuturesDone">Futures done so far.</param>
/// <param name="Ahead">Runs that are computed before it; null in lists.</param>
/// <param name="Seed">Seed of the futures.</param>
/// <param name="Months">Months to run.</param>
/// <param name="State">Where it stands.</param>
/// <param name="RequestedUtc">When it was asked for.</param>
/// <param name="StartedUtc">When it was begun; null before.</param>
/// <param name="FinishedUtc">When it ended; null before.</param>
/// <param name="Error">Why it has no results; null where it has or may have.</param>
internal sealed record RunJson(
    Guid Id, Guid Framework, string Scenario, Guid? Round, int Futures, int FuturesDone, int? Ahead, long Seed, int Months, RunState State,
    DateTime RequestedUtc, DateTime? StartedUtc, DateTime? FinishedUtc, string? Error)
{
    public static RunJson Of(Run run, RunStanding? standing = null) => new(
        run.Id, run.FrameworkId, run.Scenario, run.RoundId, run.Futures, run.FuturesDone, standing?.Ahead, run.Seed, run.Months, run.State,
        run.RequestedUtc, run.StartedUtc, run.FinishedUtc, run.Error);
}
