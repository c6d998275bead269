namespace Cadre.TestCommon;

/// <summary>The framework <c>format-1</c>, in the first version of the file format.</summary>
public static class OldFramework
{
    /// <summary>Its name, and that of its folder.</summary>
    public const string Name = "format-1";

    /// <summary>Its folder; tests upgrade a copy.</summary>
    public static string Folder => Path.Combine(Repository.Root, "tests", "TestCommon", Name);

    /// <summary>Copies the framework with its scenarios into <paramref name="folder"/>, under its own name.</summary>
    /// <returns>The path of the copy.</returns>
    public static string CopyTo(string folder)
    {
        var copy = Path.Combine(folder, Name);
        foreach (var file in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    /// <summary>Every file below a folder, by its relative name, as text.</summary>
    public static SortedDictionary<string, string> Files(string folder) =>
        new(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText), StringComparer.Ordinal);
}
