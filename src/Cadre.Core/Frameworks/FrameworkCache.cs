using System.Collections.Concurrent;
using System.IO.Compression;
using Cadre.Frameworks.Reading;

namespace Cadre.Core.Frameworks;

/// <summary>Frameworks that were read, by version. Versions never change, so that nothing in here grows old.</summary>
public sealed class FrameworkCache
{
    private readonly ConcurrentDictionary<Guid, Framework> _read = new();

    /// <summary>A version as it was read.</summary>
    /// <param name="id">The version.</param>
    /// <param name="content">Gives its name and zip; null where there is no such version.</param>
    internal async Task<Framework?> GetAsync(Guid id, Func<Task<(string Name, byte[] Content)?>> content)
    {
        if (_read.TryGetValue(id, out var framework)) return framework;
        return await content() is { } version ? _read.GetOrAdd(id, Read(version.Name, version.Content)) : null;
    }

    private static Framework Read(string name, byte[] zip)
    {
        var folder = Directory.CreateTempSubdirectory("cadre-framework-");
        try
        {
            using var bytes = new MemoryStream(zip);
            var own = Path.Combine(folder.FullName, name);
            ZipFile.ExtractToDirectory(bytes, own);
            return FrameworkReader.Read(own);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
