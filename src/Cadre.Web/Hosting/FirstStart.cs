using Cadre.Core.Auditing;
using Cadre.Core.Data;
using Cadre.Core.Frameworks;
using Cadre.Core.People;
using Cadre.Core.Plans;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Hosting;

/// <summary>What a database needs before it is of use: its schema, frameworks with a run each, and people.</summary>
internal sealed class FirstStart(CadreDb db, Database database, UserManager<Person> people, FrameworkService frameworks, RoundService rounds, ServeOptions options, TimeProvider clock)
{
    /// <summary>Makes what is missing.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await database.MigrateAsync(db, clock, cancellation);
        foreach (var folder in options.Frameworks)
        {
            var version = await frameworks.ImportAsync(folder, null, cancellation);
            await rounds.OpenAsync(version.Id, null, options.Futures, cancellation);
        }

        if (options.Demonstration && !await db.Users.AnyAsync(cancellation)) await AddPeopleAsync(cancellation);
    }

    private async Task AddPeopleAsync(CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        foreach (var demonstrated in DemonstrationPeople.All)
        {
            var person = new Person { Id = Guid.CreateVersion7(), Name = demonstrated.Name, UserName = demonstrated.Email, Email = demonstrated.Email, IsDemonstration = true };
            db.Audit(new AuditEntry
            {
                AtUtc = clock.GetUtcNow().UtcDateTime, PersonId = null, What = "PersonAdded", Subject = $"person {person.Id}", Detail = $"demonstration person, {demonstrated.Role} {demonstrated.Place}".TrimEnd(),
            });
            var added = await people.CreateAsync(person, DemonstrationPeople.Password);
            if (!added.Succeeded) throw new InvalidOperationException(string.Join(' ', added.Errors.Select(error => error.Description)));
            db.RoleGrants.Add(new RoleGrant { PersonId = person.Id, Role = demonstrated.Role, Place = demonstrated.Place });
            db.Audit(new AuditEntry { AtUtc = clock.GetUtcNow().UtcDateTime, PersonId = null, What = "RoleGranted", Subject = $"person {person.Id}", Detail = $"{demonstrated.Role} {demonstrated.Place}".TrimEnd() });
            await db.SaveChangesAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }
}
