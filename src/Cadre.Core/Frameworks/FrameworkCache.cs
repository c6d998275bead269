using System.Collections.Concurrent;
using System.IO.Compression;
using Cadre.Frameworks.Reading;

namespace Cadre.Core.Frameworks;

/// <summary>Frameworks that were read, by version. Versions never change, so that nothing in here grows old.</summary>
public sealed class FrameworkCache : IDisposable
{
    private readonly ConcurrentDictionary<Guid, Framework> _read = new();

    /// <summary>Reading takes a second and much memory: many who ask at once wait for one reader.</summary>
    private readonly SemaphoreSlim _reading = new(1);

    /// <summary>A version as it was read.</summary>
    /// <param name="id">The version.</param>
    /// <param name="content">Gives its name and zip; null where there is no such version.</param>
    /// <param name="cancellation">Stops the wait.</param>
    internal async Task<Framework?> GetAsync(Guid id, Func<Task<(string Name, byte[] Content)?>> content, CancellationToken cancellation)
    {
        if (_read.TryGetValue(id, out var framework)) return framework;
        await _reading.WaitAsync(cancellation);
        try
        {
            if (_read.TryGetValue(id, out framework)) return framework;
            return await content() is { } version ? _read.GetOrAdd(id, Read(version.Name, version.Content)) : null;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();

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
