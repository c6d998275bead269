using System.Globalization;
using Cadre.Core.People;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.Keys;

/// <summary>The keys by which programs act for whoever is signed in.</summary>
public sealed class IndexModel(ApiKeyService keys, TimeProvider clock) : PageModel
{
    /// <summary>What the key is called, as typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>What it may be used for, as ticked.</summary>
    [BindProperty]
    public string[] Scopes { get; set; } = [];

    /// <summary>Days until it is refused, as chosen.</summary>
    [BindProperty]
    public string? Days { get; set; }

    /// <summary>The key that was just made, to be shown once; null where none was.</summary>
    public string? Made { get; private set; }

    /// <summary>The keys that there are.</summary>
    public IReadOnlyList<ApiKey> Keys { get; private set; } = [];

    /// <summary>What is wrong: the field and the words for it.</summary>
    public List<(string Field, string Text)> Errors { get; } = [];

    /// <summary>What there is to tick.</summary>
    public static IReadOnlyList<(string Value, string Text)> AllScopes { get; } =
        [.. Enum.GetValues<ApiScopes>().Where(scope => scope != ApiScopes.None).Select(scope => (scope.ToString(), WordsOf(scope)))];

    /// <summary>How long a key may hold.</summary>
    public static IReadOnlyList<(string Value, string Text)> AllDays { get; } = [("30", "30 days"), ("90", "90 days"), ("365", "A year")];

    /// <summary>What is wrong with a field; null for nothing.</summary>
    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field).Text;

    /// <summary>Whether a key holds now.</summary>
    public bool Holds(ApiKey key) => key.RevokedUtc is null && key.ExpiresUtc > clock.GetUtcNow().UtcDateTime;

    /// <summary>How a key stands, in words.</summary>
    public string StateOf(ApiKey key) => key.RevokedUtc is { } revoked ? $"Revoked on {Times.Of(revoked)}" : Holds(key) ? $"Until {Times.Of(key.ExpiresUtc)}" : $"Expired on {Times.Of(key.ExpiresUtc)}";

    /// <summary>What a key may be used for, in words.</summary>
    public static string ScopesOf(ApiKey key) => string.Join("; ", AllScopes.Where(scope => key.Scopes.HasFlag(Enum.Parse<ApiScopes>(scope.Value))).Select(scope => scope.Text));

    /// <summary>Shows the page.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>Makes a key.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var name = (Name ?? "").Trim();
        if (name.Length == 0) Errors.Add(("name", "Enter a name, such as the program that will use the key"));
        else if (name.Length > ApiKeyService.MostName || name.Any(char.IsControl)) Errors.Add(("name", $"The name must have at most {ApiKeyService.MostName} characters in one line"));
        var scopes = AllScopes.Where(scope => Scopes.Contains(scope.Value)).Aggregate(ApiScopes.None, (all, scope) => all | Enum.Parse<ApiScopes>(scope.Value));
        if (scopes == ApiScopes.None) Errors.Add(("scopes", "Choose at least one thing that the key may be used for"));
        if (AllDays.All(choice => choice.Value != Days)) Errors.Add(("days", "Choose how long the key holds"));
        if (Errors.Count == 0)
        {
            Made = await keys.MakeAsync(new MakeKeyOptions { PersonId = SignedIn.IdOf(User), Name = name, Scopes = scopes, Days = int.Parse(Days!, CultureInfo.InvariantCulture) }, cancellation);
            if (Made is null) Errors.Add(("", $"You have {ApiKeyService.MostKeys} keys that hold. Revoke one first."));
            else (Name, Scopes, Days) = (null, [], null);
            ModelState.Clear();
        }

        await ShowAsync(cancellation);
        return Page();
    }

    /// <summary>Revokes a key.</summary>
    public async Task<IActionResult> OnPostRevokeAsync(Guid key, CancellationToken cancellation)
    {
        await keys.RevokeAsync(key, SignedIn.IdOf(User), cancellation);
        return Redirect(Links.Keys);
    }

    private async Task ShowAsync(CancellationToken cancellation) => Keys = await keys.ListAsync(SignedIn.IdOf(User), cancellation);

    private static string WordsOf(ApiScopes scope) => scope switch
    {
        ApiScopes.Read => "Read",
        ApiScopes.Plan => "Save, submit, return and approve plans",
        ApiScopes.Run => "Ask for runs",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "No single scope."),
    };
}
