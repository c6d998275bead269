using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Cadre.Web.Api;

/// <summary>Why a request was not answered as asked, in the form of RFC 9457.</summary>
internal sealed record ApiProblem
{
    private const string ContentType = "application/problem+json";

    /// <summary>The kind of problem in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>What is the matter and what to do, in a sentence or two.</summary>
    public required string Detail { get; init; }

    /// <summary>Everything that is wrong with what was sent; null where nothing is to be said of single fields.</summary>
    public IReadOnlyList<ApiFault>? Problems { get; init; }

    /// <summary>The section as somebody else saved it meanwhile; null where nobody did.</summary>
    public SectionJson? Theirs { get; init; }

    /// <summary>A problem as the answer to a request.</summary>
    public IResult ToResult() => Results.Json(this, statusCode: Status, contentType: ContentType);

    /// <summary>A problem of a status, with a sentence of its own unless the usual one does.</summary>
    public static ApiProblem Of(int status, string? detail = null)
    {
        var (title, usual) = WordsOf(status);
        return new ApiProblem { Title = title, Status = status, Detail = detail ?? usual };
    }

    /// <summary>What may not be seen is answered like what is not there.</summary>
    public static IResult NotFound() => Of(StatusCodes.Status404NotFound).ToResult();

    /// <summary>Refused because of what was sent; every fault at once.</summary>
    public static IResult Unprocessable(IReadOnlyList<ApiFault> faults) =>
        (Of(StatusCodes.Status422UnprocessableEntity) with { Problems = faults }).ToResult();

    /// <summary>Writes the usual problem of a status.</summary>
    public static Task WriteAsync(HttpContext context, int status, string? detail = null)
    {
        context.Response.StatusCode = status;
        return Of(status, detail).ToResult().ExecuteAsync(context);
    }

    /// <summary>Answers with a problem whatever would have no words: a fault, or a status that nothing was written for.</summary>
    public static void Use(IApplicationBuilder api)
    {
        api.UseExceptionHandler(failed => failed.Run(context => WriteAsync(context, StatusCodes.Status500InternalServerError)));
        api.UseStatusCodePages(pages => WriteAsync(pages.HttpContext, pages.HttpContext.Response.StatusCode));
    }

    private static (string Title, string Detail) WordsOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => ("The request could not be read", "Send what /api/openapi.json describes; nothing was changed."),
        StatusCodes.Status401Unauthorized => ("No valid key", "Send the header \"Authorization: Bearer cadre_...\" with a key of /account/keys. A key that was revoked, has expired, or whose person has no role any longer is not valid."),
        StatusCodes.Status403Forbidden => ("Not allowed", "The scopes of this key, or the roles of its person, do not allow this."),
        StatusCodes.Status404NotFound => ("Not found", "There is no such thing, or the person of this key may not see it."),
        StatusCodes.Status405MethodNotAllowed => ("Another method is needed", "This address does not take this method; /api/openapi.json says which."),
        StatusCodes.Status409Conflict => ("Not in this state", "It does not stand as the request needs it to; nothing was changed."),
        StatusCodes.Status413PayloadTooLarge => ("The request is too large", "Nothing of it was kept."),
        StatusCodes.Status415UnsupportedMediaType => ("The request is no JSON", "Send JSON with the header \"Content-Type: application/json\"."),
        StatusCodes.Status422UnprocessableEntity => ("Something in it cannot stay", "Nothing was changed; \"problems\" says everything that is wrong."),
        StatusCodes.Status423Locked => ("Not open", "The plan is not open for changes; nothing was changed."),
        StatusCodes.Status428PreconditionRequired => ("The number is missing", "Say which save you began from: the header If-Match or \"number\" in the body; 0 where the section was never saved."),
        StatusCodes.Status429TooManyRequests => ("Too many requests", "Wait as many seconds as the header Retry-After says, then try again."),
        >= 500 => ("The server failed", "Nothing that you sent was kept. Try again later."),
        _ => ("The request was not answered", $"The server answered with number {status}."),
    };
}
