namespace Cadre.Frameworks.Upgrading;

/// <summary>
/// Replaces files of a framework's folder, all or none. The new ones are written into a sub-folder first and then take
/// their places one by one; when one cannot, those before it go back. A kill in between leaves every file whole, old or
/// new; what was replaced lies in the sub-folder until all is done or back in its place.
/// </summary>
internal sealed class FileSwap(string folder)
{
    private const string Old = ".old";

    private readonly string _aside = Path.Combine(folder, ".upgrade");

    /// <summary>Replaces the files in their order; <see cref="PutBack"/> comes before it.</summary>
    /// <exception cref="IOException">
    /// A file cannot be replaced. All are as they were, or the message names the sub-folder that holds what could not be put back.
    /// </exception>
    public void Replace(IReadOnlyList<FileChange> changes)
    {
        try
        {
            Directory.CreateDirectory(_aside);
            foreach (var change in changes)
                WriteAside(change);
            foreach (var change in changes)
                File.Replace(Aside(change.File), Target(change.File), Aside(change.File + Old));
        }
        catch (Exception failure)
        {
            PutBack($"{failure.Message} ");
            throw;
        }

        Directory.Delete(_aside, recursive: true);
    }

    /// <summary>Takes back what an upgrade that did not end has replaced, and clears its sub-folder away; nothing where there is none.</summary>
    /// <param name="cause">What the message begins with: why it comes to that.</param>
    /// <exception cref="IOException">A file cannot be put back; the message names it and the sub-folder, which stays.</exception>
    public void PutBack(string cause = "")
    {
        if (!Directory.Exists(_aside))
            return;
        var failures = new List<(string File, Exception Why)>();
        foreach (var file in Originals())
        {
            try
            {
                Restore(file);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                failures.Add((file, failure));
            }
        }

        if (failures.Count > 0)
        {
            throw new IOException(
                $"{cause}Could not put back {string.Join(", ", failures.Select(failure => failure.File))}: {failures[0].Why.Message} "
                + $"The originals are in {_aside}, with {Old} behind their names: move them back, or upgrade again to have it tried once more.",
                failures[0].Why);
        }

        Directory.Delete(_aside, recursive: true);
    }

    /// <summary>Makes sure that a folder which needs no upgrade has no originals of one beside it: they may be older than what was written since.</summary>
    /// <exception cref="IOException">It has some; the message says where.</exception>
    public void ThrowIfOriginals()
    {
        if (Directory.Exists(_aside) && Originals() is { Count: > 0 } files)
        {
            throw new IOException(
                $"An earlier upgrade was cut short when it had replaced {string.Join(", ", files)}: the originals are in {_aside}, with {Old} behind their names. "
                + "Where the framework is as it should be, delete that folder.");
        }
    }

    private List<string> Originals() =>
        [.. Directory.GetFiles(_aside, $"*{Old}").Select(path => Path.GetFileName(path)[..^Old.Length]).Order(StringComparer.Ordinal)];

    private void Restore(string file)
    {
        // While its new version lies aside, a file has not been replaced, and what should be its original may be half a copy.
        if (File.Exists(Target(file)) && File.Exists(Aside(file)))
            File.Delete(Aside(file + Old));
        else
            File.Move(Aside(file + Old), Target(file), overwrite: true);
    }

    private void WriteAside(FileChange change)
    {
        using (var file = File.Create(Aside(change.File)))
        {
            file.Write(change.Content);
            file.Flush(flushToDisk: true);
        }

        var target = Target(change.File);
        if (!OperatingSystem.IsWindows() && File.Exists(target))
            File.SetUnixFileMode(Aside(change.File), File.GetUnixFileMode(target));
    }

    private string Aside(string file) => Path.Combine(_aside, file);

    private string Target(string file) => Path.Combine(folder, file);
}
