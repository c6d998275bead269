using Cadre.Core.Auditing;
using Cadre.Core.Frameworks;
using Cadre.Core.People;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Cadre.Web.Pages.People;

/// <summary>A person: name and roles, a link to set a password, a lock, and what was done to them.</summary>
[Authorize(Policy = Access.KeepPeople)]
public sealed class DetailsModel(PeopleService people, PasswordService passwords, PlaceDirectory places, TimeProvider clock) : PersonPage(people, places)
{
    private const int MostHistory = 50;

    /// <summary>The person's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The person as whoever changes them saw them.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>The person.</summary>
    public Person Person { get; private set; } = null!;

    /// <summary>The link that was just made, to be shown once; null where none was.</summary>
    public string? Link { get; private set; }

    /// <summary>Until when it works.</summary>
    public DateTime LinkEnds { get; private set; }

    /// <summary>What was done to them, the newest first.</summary>
    public IReadOnlyList<(AuditEntry Entry, string By)> History { get; private set; } = [];

    /// <summary>Whether whoever looks may change them.</summary>
    public bool MayChange => KeepsPeople.MayKeepThose(Person.Grants);

    /// <summary>Whether they are whoever looks.</summary>
    public bool IsMe => Id == Me;

    /// <summary>Whether wrong passwords keep them out now.</summary>
    public bool IsKeptOut => Person.LockoutEnd > clock.GetUtcNow();

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(asIs: true, cancellation) ? Page() : NotFound();

    /// <summary>Adds an empty role to the form; nothing is saved.</summary>
    public async Task<IActionResult> OnPostRoleAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(asIs: false, cancellation)) return NotFound();
        AddRow();
        return Page();
    }

    /// <summary>Changes name and roles.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(asIs: false, cancellation)) return NotFound();
        var options = Options(Person.Email ?? "");
        if (Errors.Count == 0 && await Service.ChangeAsync(Id, From ?? "", options, cancellation) is var outcome)
        {
            if (outcome is not PersonOutcome.HasProblems wrong) return Redirect(Links.Person(Id));
            Add(wrong);
            // What somebody else changed is shown in the place of what was typed.
            if (From != PeopleService.StateOf(Person)) await ShowAsync(asIs: true, cancellation);
        }

        if (Rows.Count == 0) AddRow();
        return Page();
    }

    /// <summary>Makes a link.</summary>
    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(asIs: true, cancellation)) return NotFound();
        var (link, problem) = await passwords.MakeLinkAsync(Id, Me, cancellation);
        if (problem is not null) Errors.Add((problem.Field, problem.Text));
        if (link is null) return Page();
        (Link, LinkEnds) = ($"{Request.Scheme}://{Request.Host}{Links.SetPassword(link)}", clock.GetUtcNow().UtcDateTime + PasswordService.Works);
        History = await Service.HistoryAsync(Id, MostHistory, cancellation);
        return Page();
    }

    /// <summary>Locks them out.</summary>
    public async Task<IActionResult> OnPostLockAsync(CancellationToken cancellation) => await AfterAsync(await Service.LockAsync(Id, Me, cancellation), cancellation);

    /// <summary>Lets them in again.</summary>
    public async Task<IActionResult> OnPostUnlockAsync(CancellationToken cancellation) => await AfterAsync(await Service.UnlockAsync(Id, Me, cancellation), cancellation);

    private async Task<IActionResult> AfterAsync(PersonOutcome outcome, CancellationToken cancellation)
    {
        if (outcome is not PersonOutcome.HasProblems wrong) return Redirect(Links.Person(Id));
        if (!await ShowAsync(asIs: true, cancellation)) return NotFound();
        Add(wrong);
        return Page();
    }

    private async Task<bool> ShowAsync(bool asIs, CancellationToken cancellation)
    {
        if (await Service.FindAsync(Id, cancellation) is not { } person) return false;
        Person = person;
        await LoadAsync(person.Grants, cancellation);
        History = await Service.HistoryAsync(Id, MostHistory, cancellation);
        if (asIs)
        {
            (Name, From) = (person.Name, PeopleService.StateOf(person));
            Fill(person.Grants);
        }
        else
        {
            ReadRows();
        }

        return true;
    }
}
