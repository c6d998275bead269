using System.Security.Claims;
using Cadre.Core.Plans;
using Cadre.Core.Plans.Mergers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Api;

/// <summary>Plans: which there are, their posts and their versions.</summary>
internal static class PlanApi
{
    private const string Plan = "/plans/{id:guid}";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/plans", async (Guid? round, PlanReader reader, PlanService plans, ClaimsPrincipal user, CancellationToken cancellation) =>
                Results.Ok((await VisiblePlans.OfAsync(reader, plans, user, round, cancellation)).SelectMany(of => of.Plans.Select(plan => PlanJson.Of(plan, of.Basis, of.Access)))))
            .Produces<IEnumerable<PlanJson>>()
            .Says(ApiAccess.Read, "The plans that the person of the key may see, of one round or of all", StatusCodes.Status400BadRequest);
        api.MapGet(Plan, DetailsAsync)
            .Produces<PlanDetailsJson>()
            .Says(ApiAccess.Read, "A plan and its sections with the number of the last save of each", StatusCodes.Status404NotFound);
        api.MapGet($"{Plan}/posts", (Guid id, HttpRequest request, PlanReader reader, PlanService plans, ClaimsPrincipal user, CancellationToken cancellation) =>
                PostsAsync(id, ApiFormat.WantsCsv(request), reader, plans, user, cancellation))
            .Produces<IEnumerable<PlanPostsJson>>(StatusCodes.Status200OK, "application/json", "text/csv")
            .Says(ApiAccess.Read, "The posts of a plan as prefilled and as planned; as CSV where Accept asks for text/csv", StatusCodes.Status404NotFound);
        api.MapGet($"{Plan}/posts.csv", (Guid id, PlanReader reader, PlanService plans, ClaimsPrincipal user, CancellationToken cancellation) =>
                PostsAsync(id, true, reader, plans, user, cancellation))
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .Says(ApiAccess.Read, "The posts of a plan as CSV", StatusCodes.Status404NotFound);
        api.MapGet($"{Plan}/versions", VersionsAsync)
            .Produces<IEnumerable<VersionJson>>()
            .Says(ApiAccess.Read, "The versions of a plan that were submitted, the newest first", StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> DetailsAsync(Guid id, PlanReader reader, PlanService plans, PlanSuccessionService successions, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (await VisiblePlan.FindAsync(id, reader, plans, user, cancellation) is not { } found) return ApiProblem.NotFound();
        var numbers = await reader.NumbersAsync(id, cancellation);
        var sections = found.Place.Lines.Select(line => line.Section).Concat(SectionName.Others).Select(section => new PlanSectionJson(section, numbers.Of(section)));
        return Results.Ok(new PlanDetailsJson(PlanJson.Of(found.Plan, found.Place.Basis, found.Access), found.Plan.ChangeReason, (await successions.SuccessorsAsync(id, cancellation)).Select(plan => plan.Id), sections));
    }

    private static async Task<IResult> PostsAsync(Guid id, bool csv, PlanReader reader, PlanService plans, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (await VisiblePlan.FindAsync(id, reader, plans, user, cancellation) is not { } found) return ApiProblem.NotFound();
        return csv ? ApiFormat.Csv($"{found.Plan.Place}-posts.csv", text => Write(text, found.Plan.Place, RowsOf(found.Place))) : Results.Ok(RowsOf(found.Place));
    }

    private static IEnumerable<PlanPostsJson> RowsOf(PlannedPlace place)
    {
        foreach (var line in place.Lines)
        {
            var (prefilled, planned) = (place.PrefilledOf(line), place.PostsOf(line));
            foreach (var (q, quarter) in place.Basis.Quarters.Index())
                yield return new PlanPostsJson(line.Service, line.StaffGroup, quarter.Code, prefilled[q], planned[q]);
        }
    }

    private static void Write(TextWriter text, string place, IEnumerable<PlanPostsJson> rows)
    {
        using var csv = CsvHelper.CsvWriter.Create(text);
        foreach (var column in (string[])["quarter", "place", "service", "staff_group", "prefilled", "planned"])
            csv.WriteField(column);
        csv.EndRecord();
        foreach (var row in rows)
        {
            foreach (var field in (string[])[row.Quarter, place, row.Service, row.StaffGroup, PlanNumbers.Exact(row.Prefilled), PlanNumbers.Exact(row.Planned)])
                csv.WriteField(field);
            csv.EndRecord();
        }
    }

    private static async Task<IResult> VersionsAsync(Guid id, PlanReader reader, PlanService plans, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (await VisiblePlan.FindAsync(id, reader, plans, user, cancellation) is null) return ApiProblem.NotFound();
        var versions = await reader.VersionsAsync(id, cancellation);
        var names = await plans.NamesAsync(versions.SelectMany(version => (Guid?[])[version.SubmittedBy, version.DecidedBy]).OfType<Guid>(), cancellation);
        return Results.Ok(versions.Select(version => VersionJson.Of(version, names)));
    }
}

/// <summary>A plan.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Round">Its round.</param>
/// <param name="Place">Code of its place.</param>
/// <param name="Name">Name of its place.</param>
/// <param name="Region">Code of the place above it, whose reviewer decides.</param>
/// <param name="Members">Codes of the framework's places that it plans for.</param>
/// <param name="State">Where it stands.</param>
/// <param name="MayEdit">Whether the person of the key may change it now.</param>
/// <param name="MayDecide">Whether the person of the key may return or approve it now.</param>
internal sealed record PlanJson(Guid Id, Guid Round, string Place, string Name, string Region, IReadOnlyList<string> Members, PlanState State, bool MayEdit, bool MayDecide)
{
    public static PlanJson Of(LocalPlan plan, PlanBasis basis, PlanAccess access) => new(
        plan.Id, plan.RoundId, plan.Place, plan.Name, plan.Region, plan.MemberCodes, plan.State,
        plan.IsOpen && access.MayEdit(plan, basis), plan.State == PlanState.Submitted && access.MayDecide(plan, basis));
}

/// <summary>A plan and its sections.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="ChangeReason">Why it was opened again after it had been approved; empty where it was not.</param>
/// <param name="Successors">The plans that carry it on; none where none does.</param>
/// <param name="Sections">Its sections.</param>
internal sealed record PlanDetailsJson(PlanJson Plan, string ChangeReason, IEnumerable<Guid> Successors, IEnumerable<PlanSectionJson> Sections);

/// <summary>A section of a plan without its content.</summary>
/// <param name="Section">Its name, as in its address.</param>
/// <param name="Number">Number of its last save; 0 where it was never saved.</param>
internal sealed record PlanSectionJson(string Section, int Number);

/// <summary>Posts of a plan in a quarter, FTE in hundredths.</summary>
/// <param name="Service">Code of the service.</param>
/// <param name="StaffGroup">Code of the staff group.</param>
/// <param name="Quarter">Last month of the quarter, "2026-03"; the first is the opening day.</param>
/// <param name="Prefilled">As the allocation has them.</param>
/// <param name="Planned">As planned.</param>
internal sealed record PlanPostsJson(string Service, string StaffGroup, string Quarter, decimal Prefilled, decimal Planned);

/// <summary>A plan as it was submitted.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Allocation">Number of the allocation that it began from.</param>
/// <param name="ChangeReason">Why an approved plan was changed; empty for a first submission.</param>
/// <param name="SubmittedUtc">When it was submitted.</param>
/// <param name="SubmittedBy">By whom.</param>
/// <param name="DecidedUtc">When it was approved or returned; null before.</param>
/// <param name="DecidedBy">By whom; null before.</param>
/// <param name="Comment">What the reviewer said; empty for nothing.</param>
/// <param name="Sections">Number of the save of each section that it is made of; one that is not named is as prefilled.</param>
internal sealed record VersionJson(
    int Number, PlanVersionState State, int Allocation, string ChangeReason, DateTime SubmittedUtc, string SubmittedBy, DateTime? DecidedUtc, string? DecidedBy, string Comment, IReadOnlyDictionary<string, int> Sections)
{
    public static VersionJson Of(PlanVersion version, IReadOnlyDictionary<Guid, string> names) => new(
        version.Number, version.State, version.Allocation, version.ChangeReason, version.SubmittedUtc, names.GetValueOrDefault(version.SubmittedBy, ""),
        version.DecidedUtc, version.DecidedBy is { } decider ? names.GetValueOrDefault(decider, "") : null, version.Comment, SectionNumbers.Parse(version.Sections).All);
}
