using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cadre.Web.Hosting;

/// <summary>Refuses what says of itself that it is too large before a byte of it is read, with a page that says so.</summary>
internal static class RequestSize
{
    public static Task CheckAsync(HttpContext context, Func<Task> next)
    {
        var request = context.Request;
        if (request.ContentLength is not { } length || context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is not { } most || length <= most) return next();
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        // The page that is shown instead takes nothing from the request.
        (request.ContentLength, request.ContentType) = (null, null);
        return Task.CompletedTask;
    }
}
