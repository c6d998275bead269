using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import;

/// <summary>A copy of a framework in which an import makes and checks its tables, so that the framework's folder is as it was until they are good; it goes when it is disposed.</summary>
internal sealed class WorkingCopy : IDisposable
{
    private readonly string _temporary = Directory.CreateTempSubdirectory("cadre-import-").FullName;

    /// <summary>Copies a framework under its own name.</summary>
    /// <param name="framework">The framework's folder.</param>
    /// <param name="depth">Whether its sub-folders are copied too.</param>
    /// <exception cref="FrameworkException">It has links that lead out of it, which the copy would no longer show.</exception>
    public WorkingCopy(string framework, SearchOption depth)
    {
        Folder = Path.Combine(_temporary, Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(framework))));
        try
        {
            Problem[] links = [.. LinkedFile.FaultsIn(framework)];
            if (links.Length > 0) throw new FrameworkException(links);
            foreach (var file in Directory.GetFiles(framework, "*", depth))
            {
                var target = Path.Combine(Folder, Path.GetRelativePath(framework, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The copy's folder.</summary>
    public string Folder { get; }

    /// <summary>Deletes the copy.</summary>
    public void Dispose() => Directory.Delete(_temporary, recursive: true);
}
