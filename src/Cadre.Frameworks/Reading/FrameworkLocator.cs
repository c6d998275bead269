namespace Cadre.Frameworks.Reading;

/// <summary>Finds a framework's folder by path or by name.</summary>
public static class FrameworkLocator
{
    /// <summary>The folder at the path, else the one of that name among the frameworks.</summary>
    /// <param name="nameOrPath">Path of a folder that holds framework.yaml, or name of a framework.</param>
    /// <param name="frameworksRoot">The folder that holds the frameworks by name.</param>
    /// <exception cref="FrameworkException">There is neither; the message lists the names that exist.</exception>
    public static string Find(string nameOrPath, string frameworksRoot)
    {
        if (IsFramework(nameOrPath))
            return nameOrPath;
        var named = Path.Combine(frameworksRoot, nameOrPath);
        if (IsFramework(named))
            return named;

        string[] names = Directory.Exists(frameworksRoot)
            ? [.. Directory.GetDirectories(frameworksRoot).Where(IsFramework).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)]
            : [];
        var expected = names.Length == 0
            ? $"the path of a folder with {FrameworkTables.HeaderFile}; {frameworksRoot} holds no frameworks"
            : $"one of {string.Join(", ", names)}, or the path of a folder with {FrameworkTables.HeaderFile}{Nearest.Suggestion(nameOrPath, names)}";
        throw new FrameworkException([new Problem(nameOrPath, 0, null, "no such framework", expected)]);
    }

    private static bool IsFramework(string path) => File.Exists(Path.Combine(path, FrameworkTables.HeaderFile));
}
