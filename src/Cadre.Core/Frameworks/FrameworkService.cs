using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Cadre.Core.Auditing;
using Cadre.Core.Data;
using Cadre.Engine;
using Cadre.Frameworks.Reading;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Core.Frameworks;

/// <summary>Imports frameworks and gives them back as they were read.</summary>
public sealed class FrameworkService(CadreDb db, FrameworkCache cache, TimeProvider clock)
{
    /// <summary>Imports a framework's folder; one that is there already, byte for byte, is given back as it is.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="person">Who imports it; null for Cadre itself.</param>
    /// <param name="cancellation">Stops it; nothing was imported.</param>
    /// <exception cref="FrameworkException">The framework has faults.</exception>
    /// <exception cref="ModelException">A published move takes more people than there are.</exception>
    public async Task<FrameworkVersion> ImportAsync(string folder, Guid? person, CancellationToken cancellation)
    {
        var framework = FrameworkReader.Read(folder);
        var digest = DigestOf(framework);
        if (await db.Frameworks.FirstOrDefaultAsync(version => version.Digest == digest, cancellation) is { } same) return same;
        MoveCheck.Run(framework, cancellation);
        var version = new FrameworkVersion
        {
            Name = framework.Name,
            Title = framework.Title,
            Digest = digest,
            Content = await ZipAsync(folder, cancellation),
            ImportedUtc = clock.GetUtcNow().UtcDateTime,
        };
        db.Frameworks.Add(version);
        db.Audit(new AuditEntry
        {
            AtUtc = version.ImportedUtc, PersonId = person, What = "FrameworkImported", Subject = $"framework {version.Id}", Detail = $"{version.Name}, digest {digest}",
        });
        try
        {
            await db.SaveChangesAsync(cancellation);
            return version;
        }
        catch (DbUpdateException)
        {
            // Somebody else may have imported the same at the same time and been first.
            db.ChangeTracker.Clear();
            if (await db.Frameworks.FirstOrDefaultAsync(other => other.Digest == digest, cancellation) is { } first) return first;
            throw;
        }
    }

    /// <summary>Imports the zip file of a framework's folder.</summary>
    /// <param name="zip">The file.</param>
    /// <param name="name">What faults call it.</param>
    /// <param name="person">Who imports it.</param>
    /// <param name="cancellation">Stops it; nothing was imported.</param>
    /// <exception cref="FrameworkException">It is no such file, or the framework has faults.</exception>
    /// <exception cref="ModelException">A published move takes more people than there are.</exception>
    public async Task<FrameworkVersion> ImportZipAsync(Stream zip, string name, Guid person, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("cadre-upload-");
        try
        {
            var file = Path.Combine(folder.FullName, "uploaded.zip");
            await using (var to = File.Create(file))
                await zip.CopyToAsync(to, cancellation);
            return await ImportAsync(FrameworkZip.Unpack(file, name, folder.CreateSubdirectory("unpacked").FullName), person, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The newest version of each framework, by name.</summary>
    public async Task<IReadOnlyList<FrameworkSummary>> ListAsync(CancellationToken cancellation)
    {
        var all = await db.Frameworks.OrderByDescending(version => version.ImportedUtc)
            .Select(version => new FrameworkSummary(version.Id, version.Name, version.Title, version.Digest, version.ImportedUtc)).ToListAsync(cancellation);
        return [.. all.DistinctBy(version => version.Name).OrderBy(version => version.Name, StringComparer.Ordinal)];
    }

    /// <summary>A version as it was read; null where there is none.</summary>
    public async Task<Framework?> FindAsync(Guid id, CancellationToken cancellation) =>
        await cache.GetAsync(id, async () =>
            await db.Frameworks.Where(version => version.Id == id).Select(version => new { version.Name, version.Content }).FirstOrDefaultAsync(cancellation) is { } found ? (found.Name, found.Content) : null,
            cancellation);

    /// <summary>The digest of the framework and of all its scenarios.</summary>
    private static string DigestOf(Framework framework)
    {
        var text = new StringBuilder(framework.Digest);
        foreach (var scenario in framework.Scenarios)
            text.Append('\n').Append(scenario.File).Append(' ').Append(scenario.Digest);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static async Task<byte[]> ZipAsync(string folder, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await ZipFile.CreateFromDirectoryAsync(folder, bytes, CompressionLevel.Optimal, includeBaseDirectory: false, cancellation);
        return bytes.ToArray();
    }
}
