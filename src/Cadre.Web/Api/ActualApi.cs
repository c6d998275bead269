using System.Security.Claims;
using Cadre.Core.Plans;
using Cadre.Core.Plans.Tracking;
using Cadre.Frameworks.Reading;
using Cadre.Web.Pages.Rounds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Api;

/// <summary>Actual staff month by month: files that bring them, and plans beside them.</summary>
internal static class ActualApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/rounds/{id:guid}/actuals", (Guid id, PlanReader reader, PlanService plans, ActualService actuals, ClaimsPrincipal user, CancellationToken cancellation) =>
                ApiRounds.ReadAsync(id, reader, plans, user, async round => Results.Ok(new ActualsJson(
                    (await actuals.HeldAsync(round.FrameworkId, cancellation)).Months, (await actuals.AppliedAsync(round.FrameworkId, cancellation)).Select(applied => ActualUploadJson.Of(applied.Upload)))), cancellation))
            .Produces<ActualsJson>()
            .Says(ApiAccess.Read, "The months of actual staff that are held, and the files that they came in, the last first", StatusCodes.Status404NotFound);
        api.MapPost("/rounds/{id:guid}/actuals", UploadAsync)
            .Accepts<string>("text/csv")
            .WithMetadata(new RequestSizeLimitAttribute(ActualsModel.MostBytes))
            .Produces<ActualPreviewJson>(StatusCodes.Status201Created)
            .Says(ApiAccess.Plan, "Reads a file in the publisher's format and says what applying it would do; nothing is shown of it yet", StatusCodes.Status404NotFound, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status422UnprocessableEntity);
        api.MapPost("/rounds/{id:guid}/actuals/{upload:guid}/apply", ApplyAsync)
            .Produces<ActualsAppliedJson>()
            .Says(
                ApiAccess.Plan, "Applies a file whole, where none was applied since it was looked at", StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict,
                StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/plans/{id:guid}/tracking", TrackingAsync)
            .Produces<TrackingJson>()
            .Says(ApiAccess.Read, "A plan's staff beside what came, by staff group and month, with what the run-chart rules find", StatusCodes.Status404NotFound);
    }

    private static Task<IResult> UploadAsync(Guid id, HttpRequest request, PlanReader reader, PlanService plans, ActualService actuals, ClaimsPrincipal user, CancellationToken cancellation) =>
        ApiRounds.ChangeAsync(id, reader, plans, user, async round =>
        {
            try
            {
                var upload = await actuals.UploadAsync(round, request.Body, "actuals.csv", ApiAccess.PersonOf(user), cancellation);
                return Results.Created($"{ApiAccess.Start}/v1/rounds/{id}/actuals", ActualPreviewJson.Of((await actuals.PreviewAsync(round, upload.Id, cancellation))!));
            }
            catch (FrameworkException wrong)
            {
                return ApiProblem.Unprocessable([.. wrong.Problems.Select(problem => new ApiFault(null, null, problem.Column ?? "", $"{problem}"))]);
            }
        }, cancellation);

    private static Task<IResult> ApplyAsync(Guid id, Guid upload, ApplyActualsJson asked, PlanReader reader, PlanService plans, ActualService actuals, ClaimsPrincipal user, CancellationToken cancellation) =>
        ApiRounds.ChangeAsync(id, reader, plans, user, async round =>
        {
            if (asked.Held is not { } held) return ApiProblem.Unprocessable([new ApiFault(null, null, "held", "Held: expected the number of the last file that had been applied when this one was looked at, 0 for none")]);
            if (await actuals.PreviewAsync(round, upload, cancellation) is null) return ApiProblem.NotFound();
            return await actuals.ApplyAsync(round, upload, held, ApiAccess.PersonOf(user), cancellation)
                ? Results.Ok(new ActualsAppliedJson(held + 1))
                : ApiProblem.Of(StatusCodes.Status409Conflict, "Another file was applied meanwhile; nothing of this one was.").ToResult();
        }, cancellation);

    private static async Task<IResult> TrackingAsync(Guid id, PlanReader reader, PlanService plans, TrackingService tracking, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (await VisiblePlan.FindAsync(id, reader, plans, user, cancellation) is not { } found) return ApiProblem.NotFound();
        var basis = found.Place.Basis;
        var all = await tracking.OfAllAsync(found.Plan.Round, [found.Plan], basis, cancellation);
        return Results.Ok(new TrackingJson(id, all.GetValueOrDefault(id, []).Select(group => TrackedGroupJson.Of(basis, group.StaffGroup, group.Tracking))));
    }
}

/// <summary>Actual staff that is held.</summary>
/// <param name="Months">The months, "2025-10".</param>
/// <param name="Files">The files that were applied, the last first.</param>
internal sealed record ActualsJson(IEnumerable<string> Months, IEnumerable<ActualUploadJson> Files);

/// <summary>A file of actual staff.</summary>
/// <param name="Number">Its number: of two that hold the same cell the later counts.</param>
/// <param name="FileName">Its name.</param>
/// <param name="Digest">SHA-256 of its bytes.</param>
/// <param name="AppliedUtc">When it was applied.</param>
internal sealed record ActualUploadJson(int Number, string FileName, string Digest, DateTime AppliedUtc)
{
    public static ActualUploadJson Of(ActualUpload upload) => new(upload.Number!.Value, upload.FileName, upload.Digest, upload.AppliedUtc!.Value);
}

/// <summary>What applying a file would do.</summary>
/// <param name="Upload">Its id.</param>
/// <param name="Held">Number of the last file that is applied, 0 for none; send it back to apply this one.</param>
/// <param name="Trusts">Trusts that it has.</param>
/// <param name="LeftOut">What of it is left out and why.</param>
/// <param name="Months">Its months.</param>
internal sealed record ActualPreviewJson(Guid Upload, int Held, int Trusts, IEnumerable<string> LeftOut, IEnumerable<ActualMonthJson> Months)
{
    public static ActualPreviewJson Of(ActualPreview preview) => new(
        preview.Upload.Id, preview.Held, preview.Trusts, preview.Upload.LeftOut.Split('\n', StringSplitOptions.RemoveEmptyEntries), preview.Months.Select(month => new ActualMonthJson(month.Code, month.Trusts, month.New, month.Replaced, month.Same)));
}

/// <summary>A month of a file of actual staff.</summary>
/// <param name="Month">"2025-10".</param>
/// <param name="Trusts">Trusts.</param>
/// <param name="New">Cells that are not there yet.</param>
/// <param name="Replaced">Cells that are there with other figures.</param>
/// <param name="Same">Cells that are there with the same figures.</param>
internal sealed record ActualMonthJson(string Month, int Trusts, int New, int Replaced, int Same);

/// <summary>A file that is to be applied.</summary>
/// <param name="Held">Number of the last file that had been applied when it was looked at; 0 for none.</param>
internal sealed record ApplyActualsJson(int? Held = null);

/// <summary>A file that was applied.</summary>
/// <param name="Number">Its number.</param>
internal sealed record ActualsAppliedJson(int Number);

/// <summary>A plan beside what came.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="StaffGroups">Its staff groups; none before there are actual staff.</param>
internal sealed record TrackingJson(Guid Plan, IEnumerable<TrackedGroupJson> StaffGroups);

/// <summary>A staff group of a plan beside what came.</summary>
/// <param name="StaffGroup">Its code.</param>
/// <param name="HasLeft">Whether the last month with an actual is outside of nine futures in ten.</param>
/// <param name="Months">Its months.</param>
/// <param name="Signals">What the run-chart rules find.</param>
internal sealed record TrackedGroupJson(string StaffGroup, bool HasLeft, IEnumerable<TrackedMonthJson> Months, IEnumerable<SignalJson> Signals)
{
    public static TrackedGroupJson Of(PlanBasis basis, int group, PlanTracking tracking) => new(
        basis.Model.StaffGroups[group].Code, tracking.HasLeft,
        tracking.Months.Select(month => new TrackedMonthJson(basis.Model.MonthAt(month.Month).ToString(), month.Planned.Central, month.Planned.Low, month.Planned.High, month.Actual)),
        tracking.Chart.Signals.Select(signal => new SignalJson(signal.Rule, signal.IsUp, basis.Model.MonthAt(tracking.Months[signal.First].Month).ToString(), basis.Model.MonthAt(tracking.Months[signal.Last].Month).ToString())));
}

/// <summary>A month of a staff group, FTE.</summary>
/// <param name="Month">"2025-10".</param>
/// <param name="Planned">The central run's.</param>
/// <param name="P5">5th percentile of the futures.</param>
/// <param name="P95">95th percentile of the futures.</param>
/// <param name="Actual">What came; null where a trust of the place has none.</param>
internal sealed record TrackedMonthJson(string Month, double Planned, double P5, double P95, double? Actual);

/// <summary>What a run-chart rule found.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Up">Whether the points lie above, or go up.</param>
/// <param name="First">The first month.</param>
/// <param name="Last">The last month.</param>
internal sealed record SignalJson(RunChartRule Rule, bool Up, string First, string Last);
