namespace Cadre.Frameworks.Upgrading;

/// <summary>
/// Replaces files of a framework's folder, all or none. The new ones are written into a sub-folder first and then take
/// their places one by one; when one cannot, those before it go back. A kill in between leaves every file whole, old or
/// new, and the upgrade can be run again.
/// </summary>
internal sealed class FileSwap(string folder)
{
    private const string Old = ".old";

    private readonly string _aside = Path.Combine(folder, ".upgrade");

    /// <summary>Replaces the files in their order, and clears away what a kill left behind.</summary>
    /// <exception cref="IOException">A file cannot be replaced; all are as they were.</exception>
    public void Replace(IReadOnlyList<FileChange> changes)
    {
        if (Directory.Exists(_aside))
            Directory.Delete(_aside, recursive: true);
        if (changes.Count == 0)
            return;
        var replaced = new Stack<string>();
        try
        {
            Directory.CreateDirectory(_aside);
            foreach (var change in changes)
                WriteAside(change);
            foreach (var change in changes)
            {
                File.Replace(Aside(change.File), Path.Combine(folder, change.File), Aside(change.File + Old));
                replaced.Push(change.File);
            }
        }
        catch
        {
            foreach (var file in replaced)
                File.Move(Aside(file + Old), Path.Combine(folder, file), overwrite: true);
            throw;
        }
        finally
        {
            if (Directory.Exists(_aside))
                Directory.Delete(_aside, recursive: true);
        }
    }

    private void WriteAside(FileChange change)
    {
        using (var file = File.Create(Aside(change.File)))
        {
            file.Write(change.Content);
            file.Flush(flushToDisk: true);
        }

        var target = Path.Combine(folder, change.File);
        if (!OperatingSystem.IsWindows() && File.Exists(target))
            File.SetUnixFileMode(Aside(change.File), File.GetUnixFileMode(target));
    }

    private string Aside(string file) => Path.Combine(_aside, file);
}
