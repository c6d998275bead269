using System.Security.Cryptography;
using Cadre.Core.Auditing;
using Cadre.Core.Data;
using Cadre.Frameworks.Import;
using Cadre.Frameworks.Reading;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Core.Plans.Tracking;

/// <summary>Takes files of actual staff: first kept aside to be looked at, then applied whole. Who may is for the caller to ask.</summary>
public sealed class ActualService(CadreDb db, PlanReader reader, TimeProvider clock)
{
    /// <summary>Reads a file and keeps it aside; nothing is shown of it until it is applied.</summary>
    /// <param name="round">The round.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="name">What faults call it.</param>
    /// <param name="person">Who uploads it.</param>
    /// <param name="cancellation">Stops it; nothing was kept.</param>
    /// <exception cref="FrameworkException">It has faults; holds all of them.</exception>
    public async Task<ActualUpload> UploadAsync(PlanRound round, Stream bytes, string name, Guid person, CancellationToken cancellation)
    {
        var (basis, now) = (await reader.BasisAsync(round, cancellation), clock.GetUtcNow().UtcDateTime);
        var zip = await db.Frameworks.Where(version => version.Id == round.FrameworkId).Select(version => version.Content).FirstAsync(cancellation);
        var (file, digest) = await ReadAsync(bytes, name, cancellation);
        var found = ActualCells.Of(basis, PublishedNames.Of(basis.Model, zip), file, name, DateOnly.FromDateTime(now));
        var upload = new ActualUpload { FrameworkId = round.FrameworkId, FileName = name, Digest = digest, LeftOut = string.Join('\n', found.LeftOut), UploadedUtc = now, PersonId = person };
        db.ActualUploads.Add(upload);
        db.Actuals.AddRange(found.Cells.Select(cell => new Actual { UploadId = upload.Id, Place = cell.Place, StaffGroup = cell.StaffGroup, Month = cell.Month.ToString(), Heads = cell.Heads, Fte = cell.Fte }));
        Audit(upload, person, "ActualsUploaded", $"{name}, {found.Cells.Count} cells, not applied yet");
        await db.SaveChangesAsync(cancellation);
        return upload;
    }

    /// <summary>What applying an upload would do; null where there is none that waits.</summary>
    public async Task<ActualPreview?> PreviewAsync(PlanRound round, Guid id, CancellationToken cancellation)
    {
        if (await db.ActualUploads.AsNoTracking().FirstOrDefaultAsync(upload => upload.Id == id && upload.FrameworkId == round.FrameworkId && upload.Number == null, cancellation) is not { } found) return null;
        var number = await LastNumberAsync(round.FrameworkId, cancellation);
        var held = await HeldAsync(round.FrameworkId, cancellation);
        var cells = await db.Actuals.AsNoTracking().Where(cell => cell.UploadId == id).ToListAsync(cancellation);
        return new ActualPreview(found, number, [.. cells.GroupBy(cell => cell.Month).OrderBy(month => month.Key, StringComparer.Ordinal).Select(month => MonthOf(month.Key, [.. month], held))])
        {
            Trusts = cells.Select(cell => cell.Place).Distinct().Count(),
        };
    }

    /// <summary>Applies an upload whole, where none was applied since it was looked at.</summary>
    /// <param name="round">The round.</param>
    /// <param name="id">The upload.</param>
    /// <param name="held">Number of the last that had been applied when it was looked at.</param>
    /// <param name="person">Who applies it.</param>
    /// <param name="cancellation">Stops it; nothing was applied.</param>
    /// <returns>Whether it was; otherwise somebody else was quicker, with this or another.</returns>
    public async Task<bool> ApplyAsync(PlanRound round, Guid id, int held, Guid person, CancellationToken cancellation)
    {
        var upload = await db.ActualUploads.FirstOrDefaultAsync(upload => upload.Id == id && upload.FrameworkId == round.FrameworkId && upload.Number == null, cancellation);
        if (upload is null || await LastNumberAsync(round.FrameworkId, cancellation) != held) return false;
        (upload.Number, upload.AppliedUtc, upload.AppliedBy) = (held + 1, clock.GetUtcNow().UtcDateTime, person);
        Audit(upload, person, "ActualsApplied", $"{upload.FileName}, number {upload.Number}");
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            // The number is taken, or this one has one: what else would keep it from being saved is thrown below.
            db.ChangeTracker.Clear();
            if (await LastNumberAsync(round.FrameworkId, cancellation) != held) return false;
            throw;
        }
    }

    /// <summary>Throws away uploads that were not applied within <see cref="ActualUpload.Kept"/>.</summary>
    /// <returns>How many.</returns>
    public async Task<int> PurgeAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var oldest = now - ActualUpload.Kept;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var old = await db.ActualUploads.AsNoTracking().Where(upload => upload.Number == null && upload.UploadedUtc < oldest).Select(upload => new { upload.Id, upload.FileName }).ToListAsync(cancellation);
        var gone = 0;
        foreach (var upload in old)
        {
            // One that is applied at this moment stays.
            if (await db.ActualUploads.Where(item => item.Id == upload.Id && item.Number == null).ExecuteDeleteAsync(cancellation) == 0) continue;
            gone++;
            db.Audit(new AuditEntry { AtUtc = now, PersonId = null, What = "ActualsPurged", Subject = $"actuals {upload.Id}", Detail = $"{upload.FileName}, not applied within {ActualUpload.Kept.TotalDays:0} days" });
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return gone;
    }

    /// <summary>The uploads that were applied, with who did, the last first.</summary>
    public async Task<IReadOnlyList<(ActualUpload Upload, string Person)>> AppliedAsync(Guid framework, CancellationToken cancellation) =>
    [
        .. (await (from upload in db.ActualUploads.AsNoTracking()
                   join person in db.Users.AsNoTracking() on upload.AppliedBy equals person.Id
                   where upload.FrameworkId == framework && upload.Number != null
                   orderby upload.Number descending
                   select new { upload, person.Name }).ToListAsync(cancellation)).Select(applied => (applied.upload, applied.Name)),
    ];

    /// <summary>What is shown of a framework.</summary>
    public async Task<ActualsHeld> HeldAsync(Guid framework, CancellationToken cancellation) => new(
        (await (from cell in db.Actuals.AsNoTracking()
                join upload in db.ActualUploads.AsNoTracking() on cell.UploadId equals upload.Id
                where upload.FrameworkId == framework && upload.Number != null
                select new { cell, upload.Number }).ToListAsync(cancellation))
        .GroupBy(one => (one.cell.Place, one.cell.StaffGroup, one.cell.Month)).Select(versions => versions.MaxBy(one => one.Number)!.cell));

    private async Task<int> LastNumberAsync(Guid framework, CancellationToken cancellation) =>
        await db.ActualUploads.Where(upload => upload.FrameworkId == framework).MaxAsync(upload => upload.Number, cancellation) ?? 0;

    private static ActualPreview.Month MonthOf(string code, IReadOnlyList<Actual> cells, ActualsHeld held)
    {
        var before = cells.Select(cell => (Now: cell, Before: held.Find(cell.Place, cell.StaffGroup, code))).ToArray();
        var same = before.Count(cell => cell.Before is { } was && was.Heads == cell.Now.Heads && was.Fte == cell.Now.Fte);
        var added = before.Count(cell => cell.Before is null);
        return new ActualPreview.Month(code, cells.Select(cell => cell.Place).Distinct().Count(), added, before.Length - added - same, same);
    }

    private static async Task<(MonthlyStaffFile File, string Digest)> ReadAsync(Stream bytes, string name, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("cadre-actuals-");
        try
        {
            var path = Path.Combine(folder.FullName, "uploaded.csv");
            await using (var to = File.Create(path))
                await bytes.CopyToAsync(to, cancellation);
            await using var written = File.OpenRead(path);
            return (MonthlyStaffFile.Read(path, name), Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancellation)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void Audit(ActualUpload upload, Guid person, string what, string detail) =>
        db.Audit(new AuditEntry { AtUtc = clock.GetUtcNow().UtcDateTime, PersonId = person, What = what, Subject = $"actuals {upload.Id}", Detail = detail });
}
