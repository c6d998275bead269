using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Cadre.Web.Hosting;

/// <summary>Refuses forms with the character U+0000, which PostgreSQL keeps in no text, with a page that says so. Nothing of the form was done.</summary>
internal sealed class NullCharacters : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        // Its token has been looked at by now, so that it was read within the limits of its page.
        if (request.HasFormContentType && !IsRefusal(context.HttpContext) && Has(await request.ReadFormAsync(context.HttpContext.RequestAborted))) context.Result = new StatusCodeResult(StatusCodes.Status422UnprocessableEntity);
        else await next();
    }

    /// <summary>Whether this is the page that says so: the same request once more.</summary>
    private static bool IsRefusal(HttpContext context) => context.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    private static bool Has(IFormCollection form) =>
        form.Any(field => Has(field.Key) || field.Value.Any(Has)) || form.Files.Any(file => Has(file.FileName));

    private static bool Has(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;
}
