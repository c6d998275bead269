namespace Cadre.Frameworks.Reading;

/// <summary>Symbolic links: one that leads out of the folder that it stands in may show a file that nobody meant to be read.</summary>
internal static class LinkedFile
{
    /// <summary>What is wrong with an entry of a folder as a link; null where it is none, or leads to something within the folder.</summary>
    /// <param name="entry">Path of the file or folder.</param>
    /// <param name="folder">The folder that it is to stay in.</param>
    public static string? FaultOf(string entry, string folder)
    {
        try
        {
            var file = new FileInfo(entry);
            if (file.LinkTarget is null)
                return null;
            if (file.ResolveLinkTarget(returnFinalTarget: true) is not { } target || !(File.Exists(target.FullName) || Directory.Exists(target.FullName)))
                return "a link that leads nowhere";
            return IsWithin(target.FullName, folder) ? null : "a link that leads out of the folder";
        }
        catch (IOException)
        {
            return "a link that leads nowhere";
        }
    }

    /// <summary>The same of a path under a folder, at every step of it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="path">The path under it, with / between its steps.</param>
    public static string? FaultUnder(string folder, string path)
    {
        var at = folder;
        foreach (var step in path.Split('/'))
        {
            at = Path.Combine(at, step);
            if (FaultOf(at, folder) is { } fault)
                return fault;
        }

        return null;
    }

    /// <summary>The faults of all links of a framework's folder, that of its scenarios with it.</summary>
    public static IEnumerable<Problem> FaultsIn(string framework)
    {
        var scenarios = Path.Combine(framework, FrameworkTables.ScenarioFolder);
        var entries = Directory.EnumerateFileSystemEntries(framework);
        // A folder that is a link itself is not looked into.
        if (Directory.Exists(scenarios) && new FileInfo(scenarios).LinkTarget is null)
            entries = entries.Concat(Directory.EnumerateFileSystemEntries(scenarios));
        return from entry in entries
               let fault = FaultOf(entry, framework)
               where fault is not null
               select new Problem(Path.GetRelativePath(framework, entry).Replace('\\', '/'), 0, null, fault, "a file of the framework's own folder");
    }

    private static bool IsWithin(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
