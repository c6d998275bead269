using Cadre.Core.Frameworks;
using Cadre.Core.Results;
using Cadre.Core.Runs;
using Cadre.Engine.Model;
using Cadre.Frameworks.Writing;
using Cadre.Web.Pages.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Api;

/// <summary>What runs found: figures of places, and targets.</summary>
internal static class ResultApi
{
    private const string Place = "/runs/{id:guid}/places/{place}";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(Place, (Guid id, string place, string? group, string? service, HttpRequest request, RunService runs, FrameworkService frameworks, ResultService results, CancellationToken cancellation) =>
                PlaceAsync(new Asked(id, place, string.IsNullOrEmpty(group) ? null : group, service ?? "", ApiFormat.WantsCsv(request)), runs, frameworks, results, cancellation))
            .Produces<PlaceFiguresJson>(StatusCodes.Status200OK, "application/json", "text/csv")
            .Says(ApiAccess.Read, "The figures of a place by month, staff group and measure, with their range; as CSV where Accept asks for text/csv", StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        api.MapGet($"{Place}.csv", (Guid id, string place, string? group, string? service, RunService runs, FrameworkService frameworks, ResultService results, CancellationToken cancellation) =>
                PlaceAsync(new Asked(id, place, string.IsNullOrEmpty(group) ? null : group, service ?? "", true), runs, frameworks, results, cancellation))
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .Says(ApiAccess.Read, "The figures of a place as CSV, an observation a row", StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        api.MapGet("/runs/{id:guid}/targets", TargetsAsync)
            .Produces<IEnumerable<TargetJson>>()
            .Says(ApiAccess.Read, "The targets of a framework in a run", StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> PlaceAsync(Asked asked, RunService runs, FrameworkService frameworks, ResultService results, CancellationToken cancellation)
    {
        if (await runs.FindAsync(asked.Run, cancellation) is not { } run) return ApiProblem.NotFound();
        var model = (await frameworks.FindAsync(run.FrameworkId, cancellation))!.Model;
        if (model.Places.All(item => item.Code != asked.Place) || (asked.Service.Length > 0 && model.Services.All(item => item.Code != asked.Service))
            || (asked.Group is not null && model.StaffGroups.All(item => item.Code != asked.Group))) return ApiProblem.NotFound();
        if (run.State != RunState.Done) return NoResults(run);
        var lines = await results.ByStaffGroupAsync(asked.Run, asked.Place, asked.Service, cancellation);
        if (asked.Group is { } group) lines = lines.Where(line => line.Key == group).ToDictionary();
        if (lines.Count == 0) return ApiProblem.NotFound();
        return asked.Csv
            ? ApiFormat.Csv($"{asked.Place}.csv", text => PlaceTable.WriteCsv(text, asked.Place, asked.Service, PlaceTable.RowsOf(model, lines)))
            : Results.Ok(new PlaceFiguresJson(asked.Run, asked.Place, model.Places.First(item => item.Code == asked.Place).Name, asked.Service.Length > 0 ? asked.Service : "all",
                PlaceTable.RowsOf(model, lines).Select(row => new FigureJson(row.Month, row.StaffGroup, row.Measure, row.Figure.Central, row.Figure.Low, row.Figure.Median, row.Figure.High))));
    }

    private static async Task<IResult> TargetsAsync(Guid id, RunService runs, FrameworkService frameworks, ResultService results, CancellationToken cancellation)
    {
        if (await runs.FindAsync(id, cancellation) is not { } run) return ApiProblem.NotFound();
        if (run.State != RunState.Done) return NoResults(run);
        var model = (await frameworks.FindAsync(run.FrameworkId, cancellation))!.Model;
        return Results.Ok((await results.TargetsAsync(id, cancellation)).Select(found => TargetJson.Of(model, model.Targets[found.Order], found)));
    }

    private static IResult NoResults(Run run) =>
        ApiProblem.Of(StatusCodes.Status409Conflict, $"The run has no results: it is {run.State.ToString().ToLowerInvariant()}.").ToResult();

    /// <summary>What is asked for: staff groups by code or all of them, services by code or empty for all together.</summary>
    private readonly record struct Asked(Guid Run, string Place, string? Group, string Service, bool Csv);
}

/// <summary>The figures of a place.</summary>
/// <param name="Run">The run.</param>
/// <param name="Place">Code of the place.</param>
/// <param name="Name">Its name.</param>
/// <param name="Service">Code of the service; "all" for all of them together.</param>
/// <param name="Figures">A row for each month, staff group and measure.</param>
internal sealed record PlaceFiguresJson(Guid Run, string Place, string Name, string Service, IEnumerable<FigureJson> Figures);

/// <summary>A figure and its range over the futures.</summary>
/// <param name="Month">The month, "2026-03"; the first is the opening day.</param>
/// <param name="StaffGroup">Code of the staff group.</param>
/// <param name="Measure">What is measured: fte, heads, posts, vacancies, ...; of a framework with need also need and gap_to_need.</param>
/// <param name="Central">The central run's.</param>
/// <param name="P5">5th percentile.</param>
/// <param name="P50">Median.</param>
/// <param name="P95">95th percentile.</param>
internal sealed record FigureJson(string Month, string StaffGroup, string Measure, double Central, double P5, double P50, double P95);

/// <summary>What a run says of a target.</summary>
/// <param name="Target">Its id in the framework.</param>
/// <param name="Description">The target in words.</param>
/// <param name="Place">Code of the place.</param>
/// <param name="Service">Code of the service; "all" for all of them together.</param>
/// <param name="StaffGroup">Code of the staff group.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="Month">When, "2031-03".</param>
/// <param name="AtLeast">True where the measure must be at least the value, false where at most.</param>
/// <param name="Value">The value.</param>
/// <param name="Probability">The share of the futures in which it holds; null where the run ends before it.</param>
/// <param name="Central">The central run's figure.</param>
/// <param name="P5">5th percentile of the futures.</param>
/// <param name="P95">95th percentile of the futures.</param>
internal sealed record TargetJson(
    string Target, string Description, string Place, string Service, string StaffGroup, string Measure, string Month, bool AtLeast, double Value,
    double? Probability, double? Central, double? P5, double? P95)
{
    public static TargetJson Of(NationalModel model, Target target, RunTarget found) => new(
        target.Id, target.Description, model.Places[target.Place].Code, Codes.OfService(model, target.Service), model.StaffGroups[target.StaffGroup].Code, Codes.OfMeasure(target),
        target.Month.ToString(), target.AtLeast, target.Value, found.Probability, found.Central, found.Low, found.High);
}
