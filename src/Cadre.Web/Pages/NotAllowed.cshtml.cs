using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages;

/// <summary>Says that a page takes another role.</summary>
public sealed class NotAllowedModel : PageModel
{
    /// <summary>Shows the page.</summary>
    public void OnGet() => Response.StatusCode = 403;
}
