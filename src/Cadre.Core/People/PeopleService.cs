using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Cadre.Core.Auditing;
using Cadre.Core.Data;
using Cadre.Core.Frameworks;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Core.People;

/// <summary>
/// Adds people, gives and takes roles, locks and unlocks. Whoever asks must be allowed to (<see cref="PeopleAccess"/>). One change after the other, so that two
/// national modellers cannot take each other's role at once.
/// </summary>
public sealed class PeopleService(CadreDb db, UserManager<Person> people, Database database, PlaceDirectory places, TimeProvider clock)
{
    /// <summary>The most characters of a name.</summary>
    public const int MostName = 100;

    /// <summary>The most roles of a person.</summary>
    public const int MostRoles = 30;

    private const int MostEmail = 256;

    private static readonly EmailAddressAttribute EmailForm = new();

    /// <summary>Roles that are confined to a place: the nation's code is one too.</summary>
    private static readonly Role[] OfAPlace = [Role.RegionalReviewer, Role.LocalPlanner, Role.Partner];

    /// <summary>What somebody may do with people.</summary>
    public async Task<PeopleAccess> AccessAsync(Guid? me, CancellationToken cancellation) =>
        new(me, me is { } id ? await db.RoleGrants.AsNoTracking().Where(grant => grant.PersonId == id).ToListAsync(cancellation) : []);

    /// <summary>Everybody with their roles.</summary>
    public Task<List<Person>> ListAsync(CancellationToken cancellation) => db.Users.AsNoTracking().Include(person => person.Grants).ToListAsync(cancellation);

    /// <summary>A person with their roles; null where there is none.</summary>
    public Task<Person?> FindAsync(Guid id, CancellationToken cancellation) => db.Users.AsNoTracking().Include(person => person.Grants).FirstOrDefaultAsync(person => person.Id == id, cancellation);

    /// <summary>What was done to a person, the newest first, with the name of who did it; "Cadre" for the command line.</summary>
    public async Task<IReadOnlyList<(AuditEntry Entry, string By)>> HistoryAsync(Guid id, int most, CancellationToken cancellation) =>
    [
        .. (await (from entry in db.AuditEntries.AsNoTracking()
                   join person in db.Users.AsNoTracking() on entry.PersonId equals person.Id into found
                   from doer in found.DefaultIfEmpty()
                   where entry.Subject == $"person {id}"
                   orderby entry.AtUtc descending, entry.Id descending
                   select new { entry, By = doer == null ? null : doer.Name }).Take(most).ToListAsync(cancellation)).Select(item => (item.entry, item.By ?? "Cadre")),
    ];

    /// <summary>A person as they are, in a line: what a change begins from.</summary>
    public static string StateOf(Person person) =>
        string.Join(" | ", person.Grants.Select(grant => $"{grant.Role} {grant.Place}".TrimEnd()).Order(StringComparer.Ordinal).Prepend(person.Name));

    /// <summary>Adds a person, who has no password until they set one by a link (<see cref="PasswordService"/>).</summary>
    public async Task<PersonOutcome> AddAsync(PersonOptions options, CancellationToken cancellation)
    {
        await using var transaction = await LockedAsync(cancellation);
        var access = await AccessAsync(options.By, cancellation);
        var problems = await CheckAsync(options, [], access, cancellation);
        var email = options.Email.Trim();
        if (!EmailForm.IsValid(email) || email.Length > MostEmail || email.Any(sign => char.IsControl(sign) || char.IsWhiteSpace(sign))) problems.Add(new PersonProblem("email", "Enter an e-mail address such as name@example.org"));
        else if (await people.FindByEmailAsync(email) is not null) problems.Add(new PersonProblem("email", "Somebody here has this e-mail address already"));
        if (problems.Count > 0) return new PersonOutcome.HasProblems(problems);

        var person = new Person { Id = Guid.CreateVersion7(), Name = options.Name.Trim(), UserName = email, Email = email };
        Audit(options.By, "PersonAdded", person.Id, person.Name);
        var added = await people.CreateAsync(person);
        if (!added.Succeeded) return new PersonOutcome.HasProblems([.. added.Errors.Select(error => new PersonProblem("email", error.Description.TrimEnd('.')))]);
        Give(person.Id, options.Roles.Distinct(), options.By);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new PersonOutcome.Done(person.Id);
    }

    /// <summary>Changes name and roles of a person. It takes effect with the next page that they open.</summary>
    /// <param name="id">The person.</param>
    /// <param name="from">The person as whoever changes them saw them (<see cref="StateOf"/>).</param>
    /// <param name="options">As they are to be.</param>
    /// <param name="cancellation">Stops it; nothing was changed.</param>
    public async Task<PersonOutcome> ChangeAsync(Guid id, string from, PersonOptions options, CancellationToken cancellation)
    {
        await using var transaction = await LockedAsync(cancellation);
        if (await db.Users.Include(item => item.Grants).FirstOrDefaultAsync(item => item.Id == id, cancellation) is not { } person) return PersonOutcome.Refused("", "There is no such person");
        if (StateOf(person) != from) return PersonOutcome.Refused("", "Somebody changed this person since you looked: nothing was changed. They are below as they are now");
        var access = await AccessAsync(options.By, cancellation);
        var problems = await CheckAsync(options, person.Grants, access, cancellation);
        problems.AddRange(await LossesAsync(person, options, access, cancellation));
        if (problems.Count > 0) return new PersonOutcome.HasProblems(problems);

        var wanted = options.Roles.ToHashSet();
        foreach (var taken in person.Grants.Where(grant => !wanted.Contains((grant.Role, grant.Place))).ToList())
        {
            db.RoleGrants.Remove(taken);
            Audit(options.By, "RoleTaken", id, $"{taken.Role} {taken.Place}".TrimEnd());
        }

        var given = wanted.Select(role => new RoleGrant { PersonId = id, Role = role.Role, Place = role.Place });
        // A link that somebody made before would be the account of one who keeps people.
        if (given.Any(PeopleAccess.Keeps) && !person.Grants.Any(PeopleAccess.Keeps)) await EndLinksAsync(id, cancellation);
        Give(id, wanted.Where(role => person.Grants.All(grant => (grant.Role, grant.Place) != role)).ToList(), options.By);
        if (person.Name != options.Name.Trim())
        {
            Audit(options.By, "PersonRenamed", id, $"from {person.Name} to {options.Name.Trim()}");
            person.Name = options.Name.Trim();
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new PersonOutcome.Done(id);
    }

    /// <summary>Locks a person out: what they have open ends with the next page that they ask for, and their keys are refused.</summary>
    public Task<PersonOutcome> LockAsync(Guid id, Guid by, CancellationToken cancellation) => SetLockAsync(id, by, isLocked: true, cancellation);

    /// <summary>Lets a person in again, also one who typed wrong passwords. They sign in anew.</summary>
    public Task<PersonOutcome> UnlockAsync(Guid id, Guid by, CancellationToken cancellation) => SetLockAsync(id, by, isLocked: false, cancellation);

    private async Task<PersonOutcome> SetLockAsync(Guid id, Guid by, bool isLocked, CancellationToken cancellation)
    {
        await using var transaction = await LockedAsync(cancellation);
        if (await db.Users.Include(item => item.Grants).FirstOrDefaultAsync(item => item.Id == id, cancellation) is not { } person) return PersonOutcome.Refused("", "There is no such person");
        if (!(await AccessAsync(by, cancellation)).MayKeepThose(person.Grants)) return PersonOutcome.Refused("", "Only a national modeller locks and unlocks those who keep people");
        if (isLocked && id == by) return PersonOutcome.Refused("", "You cannot lock yourself out");
        if (isLocked && await IsLastModellerAsync(person, cancellation)) return PersonOutcome.Refused("", $"{person.Name} is the last national modeller: nobody could let anybody in again");
        if (isLocked == (person.LockedUtc is not null) && (isLocked || person.LockoutEnd is null)) return new PersonOutcome.Done(id);
        person.LockedUtc = isLocked ? clock.GetUtcNow().UtcDateTime : null;
        (person.LockoutEnd, person.AccessFailedCount) = (null, 0);
        Audit(by, isLocked ? "PersonLocked" : "PersonUnlocked", id, person.Name);
        if (!(await people.UpdateSecurityStampAsync(person)).Succeeded) return PersonOutcome.Refused("", $"{person.Name} signed in or tried to at this moment, and nothing was changed: do it once more");
        await transaction.CommitAsync(cancellation);
        return new PersonOutcome.Done(id);
    }

    private Task<int> EndLinksAsync(Guid id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.PasswordLinks.Where(link => link.PersonId == id && link.UsedUtc == null).ExecuteUpdateAsync(set => set.SetProperty(link => link.UsedUtc, now), cancellation);
    }

    private async Task<Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction> LockedAsync(CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await database.LockPeopleAsync(db, cancellation);
        return transaction;
    }

    /// <summary>What is wrong with a name and roles.</summary>
    private async Task<List<PersonProblem>> CheckAsync(PersonOptions options, IReadOnlyList<RoleGrant> now, PeopleAccess access, CancellationToken cancellation)
    {
        var problems = new List<PersonProblem>();
        var name = options.Name.Trim();
        if (name.Length == 0) problems.Add(new PersonProblem("name", "Enter their name"));
        else if (name.Length > MostName || name.Any(char.IsControl)) problems.Add(new PersonProblem("name", $"The name must have at most {MostName.ToString(CultureInfo.InvariantCulture)} characters in one line"));
        if (options.Roles.Count > MostRoles) problems.Add(new PersonProblem("role-0", $"Give at most {MostRoles.ToString(CultureInfo.InvariantCulture)} roles"));
        if (!access.MayKeepThose(now)) problems.Add(new PersonProblem("", "Only a national modeller changes those who keep people"));
        else if (!access.MayKeepThose(options.Roles.Select(role => new RoleGrant { PersonId = default, Role = role.Role, Place = role.Place }))) problems.Add(new PersonProblem("role-0", "Only a national modeller gives a role that keeps people: national modeller, or programme manager of the whole nation"));
        var known = (await places.ListAsync(cancellation)).Select(place => place.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var (i, (role, place)) in options.Roles.Index().Where(role => now.All(grant => (grant.Role, grant.Place) != role.Item)))
        {
            if (role == Role.NationalModeller && place.Length > 0) problems.Add(new PersonProblem($"place-{i}", "A national modeller is one of the whole nation: name no place"));
            else if (place.Length == 0 && OfAPlace.Contains(role)) problems.Add(new PersonProblem($"place-{i}", "Choose the place of this role"));
            else if (place.Length > 0 && !known.Contains(place)) problems.Add(new PersonProblem($"place-{i}", $"No framework has a place with the code \"{place}\""));
        }

        return problems;
    }

    /// <summary>What is wrong with roles that would be taken.</summary>
    private async Task<IEnumerable<PersonProblem>> LossesAsync(Person person, PersonOptions options, PeopleAccess access, CancellationToken cancellation)
    {
        RoleGrant[] lost = [.. person.Grants.Where(grant => PeopleAccess.Keeps(grant) && !options.Roles.Contains((grant.Role, grant.Place)))];
        if (lost.Length == 0) return [];
        if (access.Me == person.Id) return [new PersonProblem("role-0", "You cannot take from yourself the role by which you keep people: somebody else who has it can")];
        return lost.Any(grant => grant.Role == Role.NationalModeller) && await IsLastModellerAsync(person, cancellation) ? [new PersonProblem("role-0", $"{person.Name} is the last national modeller: make somebody else one first")] : [];
    }

    /// <summary>Whether no other national modeller can sign in.</summary>
    private async Task<bool> IsLastModellerAsync(Person person, CancellationToken cancellation) =>
        person.Grants.Any(grant => grant.Role == Role.NationalModeller)
        && !await db.Users.AnyAsync(other => other.Id != person.Id && other.LockedUtc == null && other.PasswordHash != null && other.Grants.Any(grant => grant.Role == Role.NationalModeller), cancellation);

    private void Give(Guid person, IEnumerable<(Role Role, string Place)> roles, Guid? by)
    {
        foreach (var (role, place) in roles)
        {
            db.RoleGrants.Add(new RoleGrant { PersonId = person, Role = role, Place = place });
            Audit(by, "RoleGranted", person, $"{role} {place}".TrimEnd());
        }
    }

    private void Audit(Guid? by, string what, Guid person, string detail) =>
        db.Audit(new AuditEntry { AtUtc = clock.GetUtcNow().UtcDateTime, PersonId = by, What = what, Subject = $"person {person}", Detail = detail });
}
