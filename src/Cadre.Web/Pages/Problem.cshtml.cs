using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages;

/// <summary>A page that is not there, or cannot be had.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ProblemModel : PageModel
{
    /// <summary>What is the matter.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>What to do about it.</summary>
    public string Advice { get; private set; } = "";

    /// <summary>Says what is the matter.</summary>
    public void OnGet() => Say(Status);

    /// <summary>The same after a form was sent.</summary>
    public void OnPost() => Say(Status);

    /// <summary>The status in the address. It is not bound: a form that could not be read keeps everything from being bound.</summary>
    private int Status => int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);

    private void Say(int status) => (Heading, Advice) = status switch
    {
        400 => ("The form could not be read", "It may have been open for too long, or a field holds the character of number 0 (U+0000), which is no text. Nothing of it was saved. Go back, load the page again and send it once more."),
        404 => ("Page not found", "If you typed the address, check it. If you followed a link, what it led to may be gone."),
        413 => ("The file is too large", "Nothing of it was kept. A plan's workbook may have up to 5 MB, a framework's zip file up to 30 MB."),
        422 => ("The text cannot be kept", "A field holds the character of number 0 (U+0000), which is no text. It was left as it was: nothing of the form was saved. Go back, take the character out and send the form again."),
        429 => ("Too many requests", "Wait a minute, then try again."),
        _ => ("The page cannot be shown", $"The server answered with number {status}."),
    };
}
