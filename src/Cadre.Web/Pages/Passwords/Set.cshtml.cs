using Cadre.Core.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Passwords;

/// <summary>Where a link leads by which somebody sets their password. Looking at it uses nothing up.</summary>
[AllowAnonymous]
public sealed class SetModel(PasswordService passwords) : PageModel
{
    /// <summary>The link's end.</summary>
    [BindProperty(SupportsGet = true)]
    public string Link { get; set; } = "";

    /// <summary>The new password.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The same once more.</summary>
    [BindProperty]
    public string? Again { get; set; }

    /// <summary>Whose password it sets; null where the link does not work.</summary>
    public Person? Person { get; private set; }

    /// <summary>What is wrong: the field and the words for it.</summary>
    public List<(string Field, string Text)> Errors { get; } = [];

    /// <summary>What is wrong with a field; null for nothing.</summary>
    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field).Text;

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => Person = await passwords.PersonOfAsync(Link, cancellation);

    /// <summary>Sets the password.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Person = await passwords.PersonOfAsync(Link, cancellation);
        if (Person is null) return Page();
        if (string.IsNullOrEmpty(Password)) Errors.Add(("password", "Enter a password"));
        else if (Password != Again) Errors.Add(("again", "The two passwords are not the same"));
        if (Errors.Count > 0) return Page();
        var wrong = await passwords.SetAsync(Link, Password!, cancellation);
        if (wrong is { Count: 0 }) return Redirect("/sign-in?isSet=true");
        if (wrong is null) Person = null;
        else Errors.AddRange(wrong.Select(sentence => ("password", sentence)));
        return Page();
    }
}
