using Cadre.Core.Frameworks;
using Cadre.Core.People;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Cadre.Web.Pages.People;

/// <summary>Adds a person.</summary>
[Authorize(Policy = Access.KeepPeople)]
public sealed class NewModel(PeopleService people, PlaceDirectory places) : PersonPage(people, places)
{
    /// <summary>Their e-mail address, as typed.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync([], cancellation);
        Fill([]);
    }

    /// <summary>Adds an empty role to the form; nothing is saved.</summary>
    public async Task<IActionResult> OnPostRoleAsync(CancellationToken cancellation)
    {
        await LoadAsync([], cancellation);
        ReadRows();
        AddRow();
        return Page();
    }

    /// <summary>Adds the person.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync([], cancellation);
        ReadRows();
        var options = Options(Email ?? "");
        if (Errors.Count > 0) return Page();
        switch (await Service.AddAsync(options, cancellation))
        {
            case PersonOutcome.Done done:
                return Redirect(Links.Person(done.PersonId));
            case PersonOutcome.HasProblems wrong:
                Add(wrong);
                break;
        }

        if (Rows.Count == 0) AddRow();
        return Page();
    }
}
