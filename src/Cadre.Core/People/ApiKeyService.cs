using System.Security.Cryptography;
using Cadre.Core.Auditing;
using Cadre.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Core.People;

/// <summary>Makes keys, revokes them and says whom they act for.</summary>
public sealed class ApiKeyService(CadreDb db, TimeProvider clock)
{
    /// <summary>The most characters of a name.</summary>
    public const int MostName = 100;

    /// <summary>The most days that a key holds.</summary>
    public const int MostDays = 366;

    /// <summary>The most keys that hold of one person.</summary>
    public const int MostKeys = 20;

    /// <summary>Makes a key.</summary>
    /// <returns>The key, which cannot be had again; null where the person has <see cref="MostKeys"/> that hold.</returns>
    /// <exception cref="ArgumentException">Something is out of its range.</exception>
    public async Task<string?> MakeAsync(MakeKeyOptions options, CancellationToken cancellation)
    {
        if (options.Name.Length is 0 or > MostName || options.Scopes == ApiScopes.None || options.Days is < 1 or > MostDays) throw new ArgumentException($"No such key can be made: {options}.", nameof(options));
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.ApiKeys.CountAsync(key => key.PersonId == options.PersonId && key.RevokedUtc == null && key.ExpiresUtc > now, cancellation) >= MostKeys) return null;
        var id = Guid.CreateVersion7();
        var text = KeyText.New(id);
        db.ApiKeys.Add(new ApiKey { Id = id, PersonId = options.PersonId, Name = options.Name, Hash = text.Hash, Scopes = options.Scopes, CreatedUtc = now, ExpiresUtc = now.AddDays(options.Days) });
        Audit(options.PersonId, "ApiKeyMade", id, $"\"{options.Name}\", {options.Scopes}, {options.Days} days");
        await db.SaveChangesAsync(cancellation);
        return text.ToString();
    }

    /// <summary>The keys of a person, the newest first.</summary>
    public Task<List<ApiKey>> ListAsync(Guid person, CancellationToken cancellation) =>
        db.ApiKeys.AsNoTracking().Where(key => key.PersonId == person).OrderByDescending(key => key.Id).ToListAsync(cancellation);

    /// <summary>Revokes a key of a person.</summary>
    /// <returns>Whether it was: false where the person has no such key, or it was revoked before.</returns>
    public async Task<bool> RevokeAsync(Guid id, Guid person, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var revoked = await db.ApiKeys.Where(key => key.Id == id && key.PersonId == person && key.RevokedUtc == null).ExecuteUpdateAsync(set => set.SetProperty(key => key.RevokedUtc, now), cancellation);
        if (revoked == 0) return false;
        Audit(person, "ApiKeyRevoked", id, "by its person");
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Who a key acts for; null where it is none, was revoked, has expired, or its person is locked out or has no role any longer.</summary>
    /// <param name="text">The key as its person keeps it.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<KeyBearer?> BearerAsync(string text, CancellationToken cancellation)
    {
        if (!KeyText.TryParse(text, out var given)) return null;
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.ApiKeys.AsNoTracking().FirstOrDefaultAsync(key => key.Id == given.Id, cancellation) is not { } key) return null;
        if (!CryptographicOperations.FixedTimeEquals(key.Hash, given.Hash) || key.RevokedUtc is not null || key.ExpiresUtc <= now) return null;
        var person = await db.Users.AsNoTracking().Include(user => user.Grants).FirstAsync(user => user.Id == key.PersonId, cancellation);
        if (person.LockedUtc is not null || person.Grants.Count == 0) return null;
        var today = DateOnly.FromDateTime(now);
        if (key.LastUsed != today) await db.ApiKeys.Where(item => item.Id == key.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.LastUsed, today), cancellation);
        return new KeyBearer(key.Id, key.PersonId, key.Scopes, person.Grants, person.IsDemonstration);
    }

    private void Audit(Guid person, string what, Guid key, string detail) =>
        db.Audit(new AuditEntry { AtUtc = clock.GetUtcNow().UtcDateTime, PersonId = person, What = what, Subject = $"key {key}", Detail = detail });
}
