using Cadre.TestCommon;

namespace Cadre.Benchmarks.Commands;

/// <summary>A copy of the national framework that may be written to; it goes when it is disposed of.</summary>
internal sealed class CopiedFramework : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private CopiedFramework()
    {
    }

    /// <summary>Its folder.</summary>
    public string Path => System.IO.Path.Combine(_folder.Path, "england-2025");

    /// <summary>Copies it.</summary>
    public static CopiedFramework Create()
    {
        var copy = new CopiedFramework();
        foreach (var file in Directory.GetFiles(England.Folder, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(copy.Path, System.IO.Path.GetRelativePath(England.Folder, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
