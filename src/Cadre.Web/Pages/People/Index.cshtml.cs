using Cadre.Core.Frameworks;
using Cadre.Core.People;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.People;

/// <summary>Everybody who can sign in: roles and places, to search, sort and leaf through.</summary>
[Authorize(Policy = Access.KeepPeople)]
public sealed class IndexModel(PeopleService people, PlaceDirectory places) : PageModel
{
    /// <summary>People on a page.</summary>
    public const int OnAPage = 50;

    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>();

    /// <summary>A part of a name, an e-mail address or the name of a place.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>The role that is looked for; empty for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    /// <summary>The column that is sorted by: email, state; by name where it is neither.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    /// <summary>The page, from 1. "page" is a word of the routes.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    /// <summary>The people of the page.</summary>
    public IReadOnlyList<Person> People { get; private set; } = [];

    /// <summary>How many were found, and how many there are.</summary>
    public (int Found, int All) Count { get; private set; }

    /// <summary>How many pages there are.</summary>
    public int Pages => Math.Max(1, (Count.Found + OnAPage - 1) / OnAPage);

    /// <summary>What there is to choose.</summary>
    public static IReadOnlyList<(string Value, string Text)> Roles { get; } = [("", "All roles"), .. Enum.GetValues<Role>().Select(role => (role.ToString(), RoleWords.Of(role)))];

    /// <summary>The roles of a person, in words.</summary>
    public IEnumerable<string> RolesOf(Person person) => person.Grants.Select(grant => RoleWords.Of(grant, _names)).Order(StringComparer.Ordinal);

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        _names = (await places.ListAsync(cancellation)).ToDictionary(place => place.Code, place => place.Name);
        var all = await people.ListAsync(cancellation);
        var search = (Search ?? "").Trim();
        bool Has(string text) => text.Contains(search, StringComparison.OrdinalIgnoreCase);
        var found = all.Where(person => (Has(person.Name) || Has(person.Email ?? "") || person.Grants.Any(grant => grant.Place.Length > 0 && Has(_names.GetValueOrDefault(grant.Place, grant.Place))))
            && (string.IsNullOrEmpty(Role) || person.Grants.Any(grant => grant.Role.ToString() == Role))).ToList();
        Count = (found.Count, all.Count);
        Number = Math.Clamp(Number, 1, Pages);
        var byName = found.OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase).ThenBy(person => person.Email, StringComparer.Ordinal);
        var sorted = Sort switch
        {
            "email" => found.OrderBy(person => person.Email, StringComparer.OrdinalIgnoreCase),
            "state" => byName.OrderBy(person => PersonWords.Of(person).Text, StringComparer.Ordinal),
            _ => byName,
        };
        People = [.. sorted.Skip((Number - 1) * OnAPage).Take(OnAPage)];
    }
}
