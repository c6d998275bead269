namespace Cadre.Frameworks.Writing;

/// <summary>
/// The folder of a run's files. It is written beside its place under a temporary name and takes its place in the
/// end, so that nobody ever sees half of it; the folder of an earlier run in the same place goes, anything else stays.
/// </summary>
public sealed class RunFolder : IDisposable
{
    private readonly FolderKind _kind;
    private bool _kept;

    private RunFolder(string path, string temporary, FolderKind kind) => (FullPath, TemporaryPath, _kind) = (path, temporary, kind);

    /// <summary>Where the files will be.</summary>
    public string FullPath { get; }

    /// <summary>Where they are until <see cref="Keep"/>.</summary>
    public string TemporaryPath { get; }

    /// <summary>Why a run may not be written to <paramref name="path"/>: what was found there; null when it may.</summary>
    public static string? Refusal(string path) => Refusal(path, FolderKind.Run);

    /// <summary>Why results of a kind may not be written to <paramref name="path"/>: what was found there; null when they may.</summary>
    public static string? Refusal(string path, FolderKind kind)
    {
        var full = Resolve(path);
        if (File.Exists(full)) return "a file";
        if (!Directory.Exists(full)) return null;
        string[] entries = [.. Directory.EnumerateFileSystemEntries(full).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];
        if (entries.Length == 0) return null;
        if (!entries.Contains(kind.Manifest)) return $"a folder that holds {entries[0]} and no {kind.Manifest}";
        return Array.Find(entries, entry => entry != kind.Manifest && !kind.Others.Contains(entry)) is { } foreign
            ? $"a folder that holds {foreign}, which no {kind.Noun} writes"
            : null;
    }

    /// <summary>Makes the temporary folder.</summary>
    /// <exception cref="IOException">It cannot be made, or <see cref="Refusal(string)"/> has a reason.</exception>
    public static RunFolder Begin(string path) => Begin(path, FolderKind.Run);

    /// <summary>Makes the temporary folder for results of a kind.</summary>
    /// <exception cref="IOException">It cannot be made, or <see cref="Refusal(string, FolderKind)"/> has a reason.</exception>
    public static RunFolder Begin(string path, FolderKind kind)
    {
        if (Refusal(path, kind) is { } refusal) throw new IOException($"{path} is {refusal}.");
        var full = Resolve(path);
        var parent = Directory.CreateDirectory(Path.GetDirectoryName(full) ?? full).FullName;
        var temporary = Path.Combine(parent, $".{Path.GetFileName(full)}.{Environment.ProcessId}.tmp");
        if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
        Directory.CreateDirectory(temporary);
        return new RunFolder(full, temporary, kind);
    }

    /// <summary>Puts the finished folder in its place.</summary>
    /// <exception cref="IOException">It cannot be put there; an earlier run is still where it was.</exception>
    public void Keep()
    {
        if (Refusal(FullPath, _kind) is { } refusal) throw new IOException($"{FullPath} is {refusal}.");
        var replaced = TemporaryPath + ".old";
        var replaces = Directory.Exists(FullPath);
        if (replaces) Directory.Move(FullPath, replaced);
        try
        {
            Directory.Move(TemporaryPath, FullPath);
        }
        catch (IOException) when (replaces)
        {
            Directory.Move(replaced, FullPath);
            throw;
        }

        _kept = true;
        if (replaces) Directory.Delete(replaced, recursive: true);
    }

    /// <summary>Removes the temporary folder unless it was kept.</summary>
    public void Dispose()
    {
        if (!_kept && Directory.Exists(TemporaryPath)) Directory.Delete(TemporaryPath, recursive: true);
    }

    /// <summary>The absolute path; of a link, that of the folder it leads to.</summary>
    private static string Resolve(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return Directory.Exists(full) ? Directory.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }
}
