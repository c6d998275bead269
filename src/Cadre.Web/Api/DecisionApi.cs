using System.Security.Claims;
using Cadre.Core.Plans;
using Cadre.Core.Plans.Sections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Api;

/// <summary>Moves plans on: submitted, returned, approved.</summary>
internal static class DecisionApi
{
    private static readonly int[] Problems =
        [StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/plans/{id:guid}/submit", SubmitAsync)
            .Produces<SubmittedJson>(StatusCodes.Status202Accepted)
            .Says(ApiAccess.Plan, "Submits a plan as it stands and asks for a national run with it", StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        api.MapPost("/plans/{id:guid}/return", (Guid id, DecisionJson decision, PlanReader reader, PlanService plans, ClaimsPrincipal user, CancellationToken cancellation) =>
                DecideAsync(id, decision, approve: false, reader, plans, user, cancellation))
            .Produces<PlanJson>()
            .Says(ApiAccess.Plan, "Returns a submitted plan with a comment", Problems);
        api.MapPost("/plans/{id:guid}/approve", (Guid id, DecisionJson decision, PlanReader reader, PlanService plans, ClaimsPrincipal user, CancellationToken cancellation) =>
                DecideAsync(id, decision, approve: true, reader, plans, user, cancellation))
            .Produces<PlanJson>()
            .Says(ApiAccess.Plan, "Approves a submitted plan; a comment is not needed", Problems);
        api.MapPost("/plans/{id:guid}/open", OpenAsync)
            .Produces<PlanJson>()
            .Says(ApiAccess.Plan, "Opens an approved plan again for a change, with its reason; the approved version counts until another is submitted", Problems);
        api.MapPost("/plans/{id:guid}/sign", SignAsync)
            .Produces<SignaturesJson>()
            .Says(ApiAccess.Plan, "Signs a plan as it stands on behalf of a partner", Problems);
        api.MapGet("/plans/{id:guid}/signatures", async (Guid id, PlanReader reader, PlanService plans, PlanTeam team, ClaimsPrincipal user, CancellationToken cancellation) =>
                await VisiblePlan.FindAsync(id, reader, plans, user, cancellation) is null ? ApiProblem.NotFound() : Results.Ok(await SignaturesAsync(id, team, cancellation)))
            .Produces<SignaturesJson>()
            .Says(ApiAccess.Read, "Who signed a plan, the newest first", StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> OpenAsync(Guid id, OpenJson asked, PlanReader reader, PlanService plans, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (await VisiblePlan.FindAsync(id, reader, plans, user, cancellation) is not { } found) return ApiProblem.NotFound();
        if (!found.Access.MayEdit(found.Plan, found.Place.Basis)) return ApiProblem.Of(StatusCodes.Status403Forbidden).ToResult();
        var reason = (asked.Reason ?? "").Trim();
        if (ExpectedInstead(reason, mayBeBlank: false, "why the approved plan is to be changed") is { } expected) return ApiProblem.Unprocessable([new ApiFault(null, null, "reason", $"Reason: expected {expected}")]);
        return await plans.OpenAgainAsync(id, ApiAccess.PersonOf(user), reason, cancellation)
            ? Results.Ok(PlanJson.Of((await reader.PlanAsync(id, cancellation))!, found.Place.Basis, found.Access))
            : ApiProblem.Of(StatusCodes.Status409Conflict, "Only an approved plan of an open round is opened again.").ToResult();
    }

    private static async Task<IResult> SignAsync(Guid id, SignJson asked, PlanReader reader, PlanService plans, PlanTeam team, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (await VisiblePlan.FindAsync(id, reader, plans, user, cancellation) is not { } found) return ApiProblem.NotFound();
        if (!found.Access.MaySign(found.Plan, found.Place.Basis)) return ApiProblem.Of(StatusCodes.Status403Forbidden).ToResult();
        var organisation = (asked.Organisation ?? "").Trim();
        if (organisation.Length is 0 or > SectionField.MostLine || organisation.Contains('\0', StringComparison.Ordinal))
            return ApiProblem.Unprocessable([new ApiFault(null, null, "organisation", $"Organisation: expected 1 to {SectionField.MostLine} characters of text")]);
        return await team.SignAsync(found.Plan, ApiAccess.PersonOf(user), organisation, cancellation)
            ? Results.Ok(await SignaturesAsync(id, team, cancellation))
            : ApiProblem.Of(StatusCodes.Status409Conflict, "The round is closed, or another plan carries this one on: nothing was signed.").ToResult();
    }

    private static async Task<SignaturesJson> SignaturesAsync(Guid id, PlanTeam team, CancellationToken cancellation) =>
        new(id, (await team.SignaturesAsync(id, cancellation)).Select(signed => new SignatureJson(signed.Person, signed.Signature.Organisation, signed.Signature.SignedUtc, signed.Since.Length > 0)));

    private static async Task<IResult> SubmitAsync(Guid id, PlanReader reader, PlanService plans, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (await VisiblePlan.FindAsync(id, reader, plans, user, cancellation) is not { } found) return ApiProblem.NotFound();
        if (!found.Access.MayEdit(found.Plan, found.Place.Basis)) return ApiProblem.Of(StatusCodes.Status403Forbidden).ToResult();
        return await plans.SubmitAsync(id, ApiAccess.PersonOf(user), cancellation) switch
        {
            SubmitOutcome.Submitted submitted => Results.Accepted($"{ApiAccess.Start}/v1/runs/{submitted.Run}", new SubmittedJson(submitted.Version, submitted.Run)),
            SubmitOutcome.HasProblems faults => ApiProblem.Unprocessable([.. faults.Problems.Select(ApiFault.Of)]),
            _ => ApiProblem.Of(StatusCodes.Status409Conflict, "The plan is not open: it was submitted before, another plan carries it on, or its round is closed.").ToResult(),
        };
    }

    private static async Task<IResult> DecideAsync(Guid id, DecisionJson decision, bool approve, PlanReader reader, PlanService plans, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (await VisiblePlan.FindAsync(id, reader, plans, user, cancellation) is not { } found) return ApiProblem.NotFound();
        if (!found.Access.MayDecide(found.Plan, found.Place.Basis)) return ApiProblem.Of(StatusCodes.Status403Forbidden).ToResult();
        var comment = (decision.Comment ?? "").Trim();
        if (ExpectedInstead(comment, mayBeBlank: approve, "what is to be changed before the plan comes back") is { } expected) return ApiProblem.Unprocessable([new ApiFault(null, null, "comment", $"Comment: expected {expected}")]);
        if (decision.Version is not { } version) return ApiProblem.Unprocessable([new ApiFault(null, null, "version", "Version: expected the number of the version that waits for a decision")]);
        var person = ApiAccess.PersonOf(user);
        var done = approve ? await plans.ApproveAsync(id, version, person, comment, cancellation) : await plans.ReturnAsync(id, version, person, comment, cancellation);
        return done
            ? Results.Ok(PlanJson.Of((await reader.PlanAsync(id, cancellation))!, found.Place.Basis, found.Access))
            : ApiProblem.Of(StatusCodes.Status409Conflict, "This version does not wait for a decision.").ToResult();
    }

    private static string? ExpectedInstead(string comment, bool mayBeBlank, string what) =>
        comment.Length > SectionField.MostText ? $"at most {SectionField.MostText} characters"
        : comment.Contains('\0', StringComparison.Ordinal) ? "text without the character of number 0"
        : !mayBeBlank && comment.Length == 0 ? what
        : null;
}

/// <summary>What came of submitting a plan.</summary>
/// <param name="Version">Number of the version.</param>
/// <param name="Run">Id of the national run that it asked for.</param>
internal sealed record SubmittedJson(int Version, Guid Run);

/// <summary>A decision on a plan.</summary>
/// <param name="Version">Number of the version that it is on.</param>
/// <param name="Comment">What the reviewer says; needed to return a plan.</param>
internal sealed record DecisionJson(int? Version = null, string? Comment = null);

/// <summary>A reason: why an approved plan is opened again, or a round closed or opened.</summary>
/// <param name="Reason">Why.</param>
internal sealed record OpenJson(string? Reason = null);

/// <summary>A plan that is to be signed.</summary>
/// <param name="Organisation">On behalf of whom.</param>
internal sealed record SignJson(string? Organisation = null);

/// <summary>Who signed a plan.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Signatures">The signatures, the newest first.</param>
internal sealed record SignaturesJson(Guid Plan, IEnumerable<SignatureJson> Signatures);

/// <summary>A signature of a plan.</summary>
/// <param name="Person">Who signed.</param>
/// <param name="Organisation">On behalf of whom.</param>
/// <param name="SignedUtc">When.</param>
/// <param name="ChangedSince">Whether the plan changed afterwards.</param>
internal sealed record SignatureJson(string Person, string Organisation, DateTime SignedUtc, bool ChangedSince);
