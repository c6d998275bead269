using System.ComponentModel.DataAnnotations;
using Cadre.Core.Data;
using Cadre.Core.Frameworks;
using Cadre.Core.People;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Pages;

/// <summary>Where people sign in.</summary>
[AllowAnonymous]
public sealed class SignInModel(SignInManager<Person> signIn, CadreDb db, PlaceDirectory places, ServeOptions serve) : PageModel
{
    private static readonly EmailAddressAttribute EmailForm = new();

    /// <summary>The page that was asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>Whether they have just set a password.</summary>
    [BindProperty(SupportsGet = true)]
    public bool IsSet { get; set; }

    /// <summary>Who signs in.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Their password.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>What is wrong: the field and the words for it.</summary>
    public List<(string Field, string Text)> Errors { get; } = [];

    /// <summary>The people of the demonstration, if they are in the database.</summary>
    public IReadOnlyList<(string Name, string Email, string Role)> Demonstration { get; private set; } = [];

    /// <summary>What is wrong with a field; null for nothing.</summary>
    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field).Text;

    /// <summary>Shows the form.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>Signs somebody in.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Email)) Errors.Add(("email", "Enter your email address"));
        else if (!EmailForm.IsValid(Email)) Errors.Add(("email", "Enter an email address such as name@example.org"));
        if (string.IsNullOrEmpty(Password)) Errors.Add(("password", "Enter your password"));
        if (Errors.Count == 0)
        {
            var result = await signIn.PasswordSignInAsync(Email!.Trim(), Password!, isPersistent: false, lockoutOnFailure: true);
            if (result.Succeeded) return LocalRedirect(Url.IsLocalUrl(From) ? From : "/");
            // The same words whether there is such a person or not.
            Errors.Add(result.IsLockedOut
                ? ("email", "Too many wrong passwords. Try again in 15 minutes")
                : ("email", "The email address or the password is wrong, or the account is locked"));
        }

        await ShowAsync(cancellation);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        if (!serve.Demonstration) return;
        var people = await db.Users.AsNoTracking().Where(person => person.IsDemonstration).Include(person => person.Grants).OrderBy(person => person.Id).ToListAsync(cancellation);
        var names = people.Count > 0 ? (await places.ListAsync(cancellation)).ToDictionary(place => place.Code, place => place.Name) : [];
        Demonstration = [.. people.Select(person => (person.Name, person.Email!, string.Join("; ", person.Grants.Select(grant => RoleWords.Of(grant, names)))))];
    }
}
