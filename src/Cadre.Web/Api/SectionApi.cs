using System.Security.Claims;
using Cadre.Core.Plans;
using Cadre.Core.Plans.Sections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Api;

/// <summary>Sections of plans: read, and saved over the save that the writer began from.</summary>
internal static class SectionApi
{
    private const string Section = "/plans/{id:guid}/sections/{**section}";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(Section, ReadAsync)
            .Produces<SectionJson>()
            .Says(ApiAccess.Read, "A section of a plan; its number is the header ETag too", StatusCodes.Status404NotFound);
        api.MapPut(Section, SaveAsync)
            .Produces<SectionJson>()
            .Says(ApiAccess.Plan, "Saves a section over the save of that number; where somebody else saved meanwhile nothing is changed, and the answer holds theirs",
                StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status422UnprocessableEntity, StatusCodes.Status423Locked, StatusCodes.Status428PreconditionRequired);
    }

    private static async Task<IResult> ReadAsync(Guid id, string section, HttpResponse response, PlanReader reader, PlanService plans, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (await VisiblePlan.FindAsync(id, reader, plans, user, cancellation) is not { } found || !Has(found.Place, section)) return ApiProblem.NotFound();
        return await AnswerAsync(id, section, response, reader, plans, cancellation);
    }

    private static async Task<IResult> SaveAsync(
        Guid id, string section, SaveSectionJson sent, [FromHeader(Name = "If-Match")] string? match, HttpResponse response, PlanReader reader, PlanService plans, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (await VisiblePlan.FindAsync(id, reader, plans, user, cancellation) is not { } found || !Has(found.Place, section)) return ApiProblem.NotFound();
        if (!found.Access.MayEdit(found.Plan, found.Place.Basis, section)) return ApiProblem.Of(StatusCodes.Status403Forbidden).ToResult();
        if (!ApiFormat.TryReadTag(match, out var tag) || (tag is not null && sent.Number is not null && tag != sent.Number)) return ApiProblem.Of(StatusCodes.Status400BadRequest, "If-Match must be one number in quotes, the same as \"number\" where both are sent.").ToResult();
        if ((tag ?? sent.Number) is not { } from) return ApiProblem.Of(StatusCodes.Status428PreconditionRequired).ToResult();
        if (from != 0 && (await reader.NumbersAsync(id, cancellation)).Of(section) == 0) return ApiProblem.Of(StatusCodes.Status409Conflict, "This section was never saved: its number is 0. Nothing was changed.").ToResult();
        if (sent.ContentFor(section, found.Place) is not { } content) return ApiProblem.Of(StatusCodes.Status400BadRequest, SectionName.IsPosts(section) ? "Send \"posts\" and \"reason\"; \"items\" are of other sections." : "Send \"items\"; \"posts\" and \"reason\" are of other sections.").ToResult();
        var options = new SavePlanOptions { PlanId = id, PersonId = ApiAccess.PersonOf(user), By = "API", Sections = new Dictionary<string, (SectionContent, int)> { [section] = (content, from) } };
        return await plans.SaveAsync(options, cancellation) switch
        {
            SaveOutcome.HasProblems faults => ApiProblem.Unprocessable([.. faults.Problems.Select(ApiFault.Of)]),
            SaveOutcome.SavedByOthers others => (ApiProblem.Of(StatusCodes.Status409Conflict, "Somebody saved this section since the save that you began from; theirs is in the answer. Nothing was changed.") with
            {
                Theirs = await SectionJson.OfAsync(section, others.Theirs[0], plans, cancellation),
            }).ToResult(),
            SaveOutcome.NotOpen => ApiProblem.Of(StatusCodes.Status423Locked).ToResult(),
            _ => await AnswerAsync(id, section, response, reader, plans, cancellation),
        };
    }

    private static async Task<IResult> AnswerAsync(Guid id, string section, HttpResponse response, PlanReader reader, PlanService plans, CancellationToken cancellation)
    {
        var saved = (await reader.SavedAsync(id, null, cancellation)).FirstOrDefault(item => item.Section == section);
        response.Headers.ETag = ApiFormat.TagOf(saved?.Number ?? 0);
        return Results.Ok(await SectionJson.OfAsync(section, saved, plans, cancellation));
    }

    private static bool Has(PlannedPlace place, string section) => SectionName.Others.Contains(section) || place.Lines.Any(line => line.Section == section);
}

/// <summary>A section that is to be saved.</summary>
/// <param name="Number">Number of the save that the writer began from, 0 where it was never saved; may be the header If-Match instead.</param>
/// <param name="Posts">Posts by quarter (its last month, "2026-03"), FTE with at most two decimals; a quarter that is not named is as prefilled. For sections of posts.</param>
/// <param name="Reason">Why they differ from the prefilled ones. For sections of posts.</param>
/// <param name="Items">The items by the names of their fields, all values as text. For other sections.</param>
internal sealed record SaveSectionJson(int? Number = null, Dictionary<string, decimal>? Posts = null, string? Reason = null, List<Dictionary<string, string?>?>? Items = null)
{
    /// <summary>What is to be saved; null where it is of another kind of section. Posts as they were prefilled are no change.</summary>
    public SectionContent? ContentFor(string section, PlannedPlace place)
    {
        if (!SectionName.IsPosts(section)) return Items is null || Posts is not null || Reason is not null ? null : new ItemsContent { Items = [.. Items.Select(item => (item ?? []).ToDictionary(field => field.Key, field => Clean(field.Value)))] };
        if (Posts is null || Items is not null) return null;
        var (service, group) = SectionName.LineOf(section);
        var prefilled = place.PrefilledOf(new PlanLine(service, group));
        var changed = Posts.Where(posts => place.Basis.QuarterOf(posts.Key) is not { } quarter || prefilled[quarter] != posts.Value);
        return new PostsContent { Fte = new SortedDictionary<string, decimal>(changed.ToDictionary(), StringComparer.Ordinal), Reason = Clean(Reason) };
    }

    private static string Clean(string? text) => (text ?? "").Trim().ReplaceLineEndings("\n");
}
