using Cadre.Core.Frameworks;
using Cadre.Core.People;
using Cadre.Engine.Model;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadre.Web.Pages.People;

/// <summary>A page with a person's name and roles to fill in.</summary>
public abstract class PersonPage(PeopleService people, PlaceDirectory places) : PageModel
{
    /// <summary>Their name, as typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Their roles as chosen: a role and the code of its place, empty for the whole nation; a row without a role is none.</summary>
    public List<(string Role, string Place)> Rows { get; private set; } = [];

    /// <summary>What is wrong: the field and the words for it.</summary>
    public List<(string Field, string Text)> Errors { get; } = [];

    /// <summary>What whoever looks may do.</summary>
    public PeopleAccess KeepsPeople { get; private set; } = null!;

    /// <summary>The roles that there are to choose.</summary>
    public IReadOnlyList<(string Value, string Text)> Roles { get; private set; } = [];

    /// <summary>The places that there are to choose.</summary>
    public IReadOnlyList<(string Value, string Text)> Places { get; private set; } = [];

    /// <summary>Whether another row may be added.</summary>
    public bool MayAdd => Rows.Count < PeopleService.MostRoles;

    /// <summary>Changes people.</summary>
    protected PeopleService Service => people;

    /// <summary>Who is signed in.</summary>
    protected Guid Me => SignedIn.IdOf(User);

    /// <summary>What is wrong with a field; null for nothing.</summary>
    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field).Text;

    /// <summary>Loads what there is to choose.</summary>
    /// <param name="had">Roles that the person has: they can be kept, whoever looks.</param>
    /// <param name="cancellation">Stops it.</param>
    protected async Task LoadAsync(IEnumerable<RoleGrant> had, CancellationToken cancellation)
    {
        KeepsPeople = await people.AccessAsync(Me, cancellation);
        var grants = had.ToList();
        Roles = [("", "No role"), .. KeepsPeople.Gives.Union(grants.Select(grant => grant.Role)).Order().Select(role => (role.ToString(), RoleWords.Of(role)))];
        var known = await places.ListAsync(cancellation);
        Places =
        [
            ("", "No place: the whole nation"), .. known.Select(place => (place.Code, $"{place.Name} ({WordOf(place.Level)}, {place.Code})")),
            .. grants.Select(grant => grant.Place).Where(code => code.Length > 0 && known.All(place => place.Code != code)).Distinct().Select(code => (code, $"{code}, which no framework here has")),
        ];
    }

    /// <summary>Fills the rows with roles that somebody has, and an empty one.</summary>
    protected void Fill(IEnumerable<RoleGrant> grants) =>
        Rows = [.. grants.OrderBy(grant => grant.Role).ThenBy(grant => grant.Place, StringComparer.Ordinal).Select(grant => (grant.Role.ToString(), grant.Place)), ("", "")];

    /// <summary>Reads the rows as they were sent.</summary>
    protected void ReadRows()
    {
        Rows = [];
        // All that were sent: one row too many is refused by name, not lost. A form has at most 1,024 fields.
        for (var i = 0; Request.Form.ContainsKey($"role-{i}"); i++)
            Rows.Add((Request.Form[$"role-{i}"].ToString(), Request.Form[$"place-{i}"].ToString()));
    }

    /// <summary>Adds an empty row.</summary>
    protected void AddRow()
    {
        if (MayAdd) Rows.Add(("", ""));
    }

    /// <summary>The roles of the rows; what is none was refused and is among the errors.</summary>
    protected PersonOptions Options(string email)
    {
        // Rows without a role are left out, so that the numbers of fields in problems are those of the form.
        Rows = [.. Rows.Where(row => row.Role.Length > 0)];
        var roles = new List<(Role, string)>();
        foreach (var (i, (role, place)) in Rows.Index())
        {
            if (Enum.TryParse<Role>(role, out var known) && Enum.IsDefined(known)) roles.Add((known, place));
            else Errors.Add(($"role-{i}", "Choose a role of the list"));
        }

        return new PersonOptions { By = Me, Name = Name ?? "", Email = email, Roles = roles };
    }

    /// <summary>Shows problems beside their fields.</summary>
    protected void Add(PersonOutcome.HasProblems wrong) => Errors.AddRange(wrong.Problems.Select(problem => (problem.Field == "role-0" && Rows.Count == 0 ? "name" : problem.Field, problem.Text)));

    private static string WordOf(PlaceLevel level) => level switch
    {
        PlaceLevel.Nation => "nation",
        PlaceLevel.Region => "region",
        PlaceLevel.System => "system",
        PlaceLevel.Trust => "trust",
    };
}
