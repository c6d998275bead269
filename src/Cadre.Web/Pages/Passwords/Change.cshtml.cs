using Cadre.Core.People;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Passwords;

/// <summary>Changes one's own password.</summary>
public sealed class ChangeModel(PasswordService passwords, UserManager<Person> people, SignInManager<Person> signIn) : PageModel
{
    /// <summary>The present password.</summary>
    [BindProperty]
    public string? Current { get; set; }

    /// <summary>The new one.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The new one once more.</summary>
    [BindProperty]
    public string? Again { get; set; }

    /// <summary>Whether it was changed just now.</summary>
    public bool Changed { get; private set; }

    /// <summary>Whether whoever looks is of the demonstration, whose password stays.</summary>
    public bool IsDemonstration { get; private set; }

    /// <summary>What is wrong: the field and the words for it.</summary>
    public List<(string Field, string Text)> Errors { get; } = [];

    /// <summary>What is wrong with a field; null for nothing.</summary>
    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field).Text;

    /// <summary>Shows the form.</summary>
    public Task OnGetAsync() => ShowAsync();

    /// <summary>Changes it. Every other session ends.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ShowAsync();
        if (IsDemonstration) return Page();
        if (string.IsNullOrEmpty(Current)) Errors.Add(("current", "Enter your present password"));
        if (string.IsNullOrEmpty(Password)) Errors.Add(("password", "Enter a new password"));
        else if (Password != Again) Errors.Add(("again", "The two new passwords are not the same"));
        if (Errors.Count > 0) return Page();
        Errors.AddRange((await passwords.ChangeAsync(SignedIn.IdOf(User), Current!, Password!, cancellation)).Select(problem => (problem.Field, problem.Text)));
        if (Errors.Count > 0) return Page();
        await signIn.RefreshSignInAsync((await people.GetUserAsync(User))!);
        Changed = true;
        return Page();
    }

    private async Task ShowAsync() => IsDemonstration = (await people.GetUserAsync(User))!.IsDemonstration;
}
