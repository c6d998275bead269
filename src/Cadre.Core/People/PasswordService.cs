using System.Security.Cryptography;
using Cadre.Core.Auditing;
using Cadre.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Core.People;

/// <summary>Sets passwords: by a link that works once, or by whoever knows the present one. Every other session of the person ends.</summary>
public sealed class PasswordService(CadreDb db, UserManager<Person> people, PeopleService keepers, TimeProvider clock)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Works = TimeSpan.FromDays(3);

    /// <summary>Makes a link for a person; one made before does not work any longer.</summary>
    /// <param name="id">The person.</param>
    /// <param name="by">Who makes it; null for Cadre itself, at the command line.</param>
    /// <param name="cancellation">Stops it; nothing was made.</param>
    /// <returns>What stands at the end of the link, which cannot be had again; or why there is none.</returns>
    public async Task<(string? Link, PersonProblem? Problem)> MakeLinkAsync(Guid id, Guid? by, CancellationToken cancellation)
    {
        if (await keepers.FindAsync(id, cancellation) is not { } person) return (null, new PersonProblem("", "There is no such person"));
        if (!(await keepers.AccessAsync(by, cancellation)).MayKeepThose(person.Grants)) return (null, new PersonProblem("", "Only a national modeller makes links for those who keep people"));
        if (person.LockedUtc is not null) return (null, new PersonProblem("", $"{person.Name} is locked out: unlock them first"));
        if (person.IsDemonstration) return (null, new PersonProblem("", "The people of the demonstration share a password that stays as it is"));
        var (now, link) = (clock.GetUtcNow().UtcDateTime, Guid.CreateVersion7());
        var text = KeyText.New(link);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.PasswordLinks.Where(other => other.PersonId == id && other.UsedUtc == null).ExecuteUpdateAsync(set => set.SetProperty(other => other.UsedUtc, now), cancellation);
        db.PasswordLinks.Add(new PasswordLink { Id = link, PersonId = id, Hash = text.Hash, MadeUtc = now, ExpiresUtc = now + Works, MadeBy = by });
        Audit(by, "PasswordLinkMade", id, $"works once, for {Works.TotalDays:0} days");
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (text.ToString(), null);
    }

    /// <summary>Whose password a link sets; null where it is none, was used or has expired, or its person is locked out.</summary>
    public async Task<Person?> PersonOfAsync(string text, CancellationToken cancellation)
    {
        if (!KeyText.TryParse(text, out var given)) return null;
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.PasswordLinks.AsNoTracking().FirstOrDefaultAsync(link => link.Id == given.Id, cancellation) is not { } found) return null;
        if (!CryptographicOperations.FixedTimeEquals(found.Hash, given.Hash) || found.UsedUtc is not null || found.ExpiresUtc <= now) return null;
        return await db.Users.FirstOrDefaultAsync(person => person.Id == found.PersonId && person.LockedUtc == null, cancellation);
    }

    /// <summary>Sets the password of a link's person; the link works no more.</summary>
    /// <returns>What is wrong with the password, nothing where it is set; null where the link does not work.</returns>
    public async Task<IReadOnlyList<string>?> SetAsync(string text, string password, CancellationToken cancellation)
    {
        if (await PersonOfAsync(text, cancellation) is not { } person || !KeyText.TryParse(text, out var given)) return null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        // Of two who use it at once the second finds it used.
        if (await db.PasswordLinks.Where(link => link.Id == given.Id && link.UsedUtc == null).ExecuteUpdateAsync(set => set.SetProperty(link => link.UsedUtc, now), cancellation) == 0) return null;
        (person.PasswordHash, person.LockoutEnd, person.AccessFailedCount) = (null, null, 0);
        Audit(person.Id, "PasswordSet", person.Id, "by a link");
        var set = await people.AddPasswordAsync(person, password);
        if (!set.Succeeded)
        {
            // What was not saved is forgotten, the link's use with it.
            db.ChangeTracker.Clear();
            return Sentences(set);
        }

        await transaction.CommitAsync(cancellation);
        return [];
    }

    /// <summary>Changes one's own password. A wrong present one counts as a failed sign-in.</summary>
    /// <returns>What is wrong: the field and the words for it; nothing where it is changed.</returns>
    public async Task<IReadOnlyList<PersonProblem>> ChangeAsync(Guid id, string current, string next, CancellationToken cancellation)
    {
        var person = await db.Users.FirstAsync(item => item.Id == id, cancellation);
        if (await people.IsLockedOutAsync(person)) return [new PersonProblem("current", "Too many wrong passwords. Try again in 15 minutes")];
        if (!await people.CheckPasswordAsync(person, current))
        {
            await people.AccessFailedAsync(person);
            return [new PersonProblem("current", "This is not your present password")];
        }

        if (current == next) return [new PersonProblem("password", "The new password is the present one")];
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        Audit(id, "PasswordSet", id, "by its person");
        var changed = await people.ChangePasswordAsync(person, current, next);
        if (!changed.Succeeded)
        {
            db.ChangeTracker.Clear();
            return [.. Sentences(changed).Select(sentence => new PersonProblem("password", sentence))];
        }

        await transaction.CommitAsync(cancellation);
        return [];
    }

    private static IReadOnlyList<string> Sentences(IdentityResult result) => [.. result.Errors.Select(error => error.Description.TrimEnd('.'))];

    private void Audit(Guid? by, string what, Guid person, string detail) =>
        db.Audit(new AuditEntry { AtUtc = clock.GetUtcNow().UtcDateTime, PersonId = by, What = what, Subject = $"person {person}", Detail = detail });
}
